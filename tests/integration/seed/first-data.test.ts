import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { withdrawalList } from '#app/domain/withdrawal/rules.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { seed } from '#prisma/seed.ts'
import { readSeedData } from '#prisma/seed/data-files.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const now = new Date('2026-11-21T20:00:00Z')
const data = readSeedData()

let database: Database
beforeAll(async () => {
	database = await freshDatabase()
	await seed(database, { set: 'demonstration', now })
})
afterAll(() => database.close())

const count = async (sql: string) =>
	(await database.sql<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`))[0]?.n

test.each([
	['id-nap1', 12, 0],
	['id-nap2', 15, 35],
	['id-nap3', 19, 0],
	['id-nap4', 9, 22],
	['id-nap5', 19, 8],
	['id-nap6', 17, 25],
	['id-nap7', 3, 2],
	['bojonegoro-ap1', 4, 1],
	['brebes-ap1', 2, 0],
	['banggai-ap1', 4, 0],
	['semarang-ap1', 4, 0],
	['west-nusa-tenggara-ap1', 2, 0],
	['west-sumbawa-ap1', 3, 0],
	['bojonegoro-programmes-2020', 4, 0],
	['semarang-programmes-2020', 4, 0],
	['bandung-programmes-2020', 2, 0],
	['banda-aceh-programmes-2020', 2, 0],
	['dki-jakarta-programmes-2020', 5, 0],
	['us-nap5', 36, 70],
])('%s has the %i commitments and %i milestones of its source', async (planId, commitments, milestones) => {
	expect(await count(`"Commitment" WHERE "actionPlanId" = '${planId}'`)).toBe(commitments)
	expect(
		await count(
			`"Milestone" m JOIN "Commitment" c ON c."id" = m."commitmentId" WHERE c."actionPlanId" = '${planId}'`,
		),
	).toBe(milestones)
})

test('there are 13 Indonesian plans, and every title in their source is published as it is', async () => {
	const titles = data.plans.flatMap((plan) =>
		plan.commitments.map((commitment) => commitment.title.trim().normalize('NFC')),
	)
	const stored = await database.sql<{ title: string }>(
		`SELECT "titleEn" AS "title" FROM "CommitmentVersion" WHERE "commitmentId" LIKE 'id-%' OR "commitmentId" LIKE '%-ap1-%'`,
	)
	expect(data.plans).toHaveLength(13)
	expect(stored.map(({ title }) => title).sort()).toEqual(titles.sort())
})

test('the claims of the United States are its own words: 33, 36 and 1; only OGP’s words are levels', async () => {
	const rows = await database.sql(
		`SELECT "levelAsPublished" AS "word", "claimedLevel" AS "level", count(*)::int AS "n" FROM "ProgressUpdate" WHERE "isImported" GROUP BY 1, 2 ORDER BY 3`,
	)
	expect(rows).toEqual([
		{ word: 'Not Started', level: 'NOT_STARTED', n: 1 },
		{ word: 'Complete', level: 'COMPLETE', n: 33 },
		{ word: 'In Progress', level: null, n: 36 },
	])
})

test('the 20 local members of the slides are here, each place once', async () => {
	const members = await database.db.member.findMany({ where: { isDemonstration: false } })
	const ofTheSlides = members.filter(
		({ source }) => source.includes('CSO secretariat') || source.includes('Darwanto'),
	)
	expect(data.localMembers).toHaveLength(20)
	expect(
		ofTheSlides.filter(({ participationMode }) => participationMode === 'OGP_LOCAL_MEMBER'),
	).toHaveLength(20)
	expect(members.filter(({ nameEn }) => nameEn.includes('Bojonegoro'))).toHaveLength(1)
	expect(new Set(members.map(({ nameEn }) => nameEn)).size).toBe(members.length)
})

test('both figures of a disagreement are kept with their source', async () => {
	const { notes } = await database.db.member.findUniqueOrThrow({ where: { id: 'bojonegoro' } })
	expect(JSON.stringify(notes)).toMatch(/4 action items.*5 commitments/)
})

test('every act has one leaf, every leaf one act, and positions have no gaps', async () => {
	const acts = await database.sql<{ id: string; version: number }>(
		`SELECT "actionPlanId" AS "id", "version" FROM "ActionPlanVersion" UNION ALL SELECT "commitmentId", "version" FROM "CommitmentVersion"
		 UNION ALL SELECT "milestoneId", "version" FROM "MilestoneVersion" UNION ALL SELECT "recordId", "version" FROM "ProgressUpdate"
		 UNION ALL SELECT "recordId", "version" FROM "Verification" UNION ALL SELECT "recordId", "version" FROM "IrmCoding"
		 UNION ALL SELECT "recordId", "version" FROM "Amendment" UNION ALL SELECT "recordId", "version" FROM "SelfAssessment"
		 UNION ALL SELECT "recordId", "version" FROM "CsoAccountChange" UNION ALL SELECT "recordId", "version" FROM "LocalAssessment"
		 UNION ALL SELECT "recordId", "version" FROM "Reply" UNION ALL SELECT "recordId", "version" FROM "VerifierDecision"
		 UNION ALL SELECT "recordId", "version" FROM "Recusal" UNION ALL SELECT "recordId", "version" FROM "Observation"
		 UNION ALL SELECT "recordId", "version" FROM "ObservationHiding"
		 UNION ALL SELECT "recordId", "version" FROM "MemberAct"`,
	)
	const leaves = await database.db.ledgerEntry.findMany({ orderBy: { index: 'asc' } })
	expect(leaves.map(({ index }) => index)).toEqual(leaves.map((_, at) => at))
	expect(leaves.map(({ recordId, version }) => `${recordId}@${version}`).sort()).toEqual(
		acts.map(({ id, version }) => `${id}@${version}`).sort(),
	)
})

test.each([
	'contoh-2025',
	'id-nap3-19',
	'id-nap2-1-1-m1',
	'us-nap5-us0113-m1-claim-2024-10',
	'contoh-2025-v2',
	'id-nap3-19-irm-specificity',
	'contoh-2025-3-m2-b21',
	'contoh-2025-p1',
	'contoh-2025-mid-term',
	'contoh-2025-r1',
	'contoh-2025-d1',
	'contoh-2025-s1',
	'contoh-2025-o1',
	'contoh-2025-o3-hidden',
])('what is stored of %s is what its leaf seals, and no person is in it', async (recordId) => {
	const { matchesEntry, content } = await findRecord(
		{ db: database.db, now, withdrawals: withdrawalList([], () => {}) },
		recordId,
	)
	const people = await database.db.person.findMany()
	expect(matchesEntry).toBe(true)
	for (const { id, displayName } of people) {
		expect(JSON.stringify(content)).not.toContain(id)
		expect(JSON.stringify(content)).not.toContain(displayName)
	}
})

test('nobody judged a real plan here: its claims are imported, and only the demonstration has verifications', async () => {
	const claims = await database.db.progressUpdate.findMany({ where: { isImported: false } })
	const findings = await database.db.verification.findMany()
	expect(
		[
			...claims.map(({ milestoneId }) => milestoneId),
			...findings.map(({ commitmentId }) => commitmentId),
		].every((id) => id.startsWith('contoh-2025')),
	).toBe(true)
	expect(
		await count(
			`"Person" p JOIN "Organization" o ON o."id" = p."organizationId" WHERE NOT o."isDemonstration"`,
		),
	).toBe(0)
})

test('a source’s silence stays silence', async () => {
	const plan = await database.db.actionPlanVersion.findFirstOrThrow({ where: { actionPlanId: 'id-nap1' } })
	expect([plan.startsOn, plan.endsOn, plan.titleId]).toEqual([null, null, null])
	expect(
		await count(`"ActionPlanVersion" WHERE "source" ~ 'seed \\d' OR "titleEn" = '' OR "titleId" = ''`),
	).toBe(0)
})

test('the IRM’s totals of a plan add up as published', async () => {
	const rows = await database.db.irmCoding.findMany({
		where: { actionPlanId: 'id-nap4', indicator: 'PLAN_TOTAL', product: 'IRM End-of-Term Report 2016-2017' },
	})
	const total = (code: string) => Number(rows.find(({ value }) => value === code)?.valueAsPublished)
	expect(total('COMPLETED') + total('SUBSTANTIAL') + total('LIMITED') + total('NOT_STARTED')).toBe(
		total('ASSESSED'),
	)
	expect(total('SUBSTANTIAL_OR_COMPLETE')).toBe(36)
})

test('a second start adds nothing', async () => {
	const before = await database.db.ledgerEntry.count()
	await seed(database, { set: 'demonstration', now: new Date('2027-05-05T00:00:00Z') })
	expect(await database.db.ledgerEntry.count()).toBe(before)
	expect(await count(`"Member"`)).toBe(31)
})

test('an act of the first data cannot be changed or removed', async () => {
	await expect(database.sql(`UPDATE "IrmCoding" SET "value" = 'COMPLETE'`)).rejects.toThrow('append-only')
	await expect(database.sql(`DELETE FROM "ProgressUpdate"`)).rejects.toThrow('append-only')
})
