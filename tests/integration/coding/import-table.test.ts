import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/policy.ts'
import type { Database } from '#app/db.server.ts'
import { findPlanRecord, listPlans } from '#app/domain/action-plan/queries.server.ts'
import { importCodings } from '#app/domain/coding-import/commands.server.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { withdrawalList } from '#app/domain/withdrawal/rules.ts'
import { readIrmTable } from '#app/import/irm-table.ts'
import { seed } from '#prisma/seed.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const now = new Date('2026-11-22T05:00:00Z')
const host: Actor = {
	personId: null,
	appointments: [{ role: 'INSTANCE_ADMIN', organizationId: 'host', memberId: null }],
}
/** Longest the real table may take. Unit: milliseconds. */
const LONGEST = 30_000

let database: Database
beforeAll(async () => {
	database = await freshDatabase()
	await seed(database, { set: 'reference', now })
})
afterAll(() => database.close())

const contextOf = (actor: Actor) => ({
	db: database.db,
	actor,
	now,
	requestId: 'test',
	withdrawals: withdrawalList([], () => {}),
})
const read = readIrmTable(new Uint8Array(readFileSync('tests/fixtures/import-ogp-commitments.csv')))
const rows = 'rows' in read ? read.rows : []
const counts = async () => ({
	leaves: await database.db.ledgerEntry.count(),
	members: await database.db.member.count(),
	plans: await database.db.actionPlan.count(),
	commitments: await database.db.commitment.count(),
	codings: await database.db.irmCoding.count(),
})

test('somebody without a right for every member imports nothing', async () => {
	const before = await counts()
	const poc: Actor = {
		personId: 'poc',
		appointments: [{ role: 'POC', organizationId: 'secretariat', memberId: 'indonesia' }],
	}
	await expect(importCodings(contextOf(poc), rows)).rejects.toMatchObject({ reason: 'not_allowed' })
	expect(await counts()).toEqual(before)
})

test('a dry run says what would be new and saves nothing', async () => {
	const before = await counts()
	const { added } = await importCodings(contextOf(host), rows, { dryRun: true })
	expect(added['commitment.published']).toBeGreaterThan(1_500)
	expect(await counts()).toEqual(before)
})

test('the real table goes in within its time, row for row, and a second time changes nothing', async () => {
	const before = await counts()
	const began = performance.now()
	const { added, report } = await importCodings(contextOf(host), rows)
	expect(performance.now() - began).toBeLessThan(LONGEST)
	const { new: fresh, here, twice, unmatched } = report.rows
	expect(fresh + here + twice + unmatched).toBe(1766)
	const after = await counts()
	expect(after.commitments - before.commitments).toBe(fresh)
	expect(after.codings - before.codings).toBe(report.codings.new)
	expect(after.leaves - before.leaves).toBe(Object.values(added).reduce((sum, acts) => sum + acts, 0))

	const again = await importCodings(contextOf(host), rows)
	expect(again.added).toEqual({})
	expect(again.report.rows).toEqual({ new: 0, here: 1766 - unmatched, twice: 0, unmatched })
	expect(await counts()).toEqual(after)
})

test("Indonesia's plans get no commitment twice, only what they had not been told", async () => {
	const plan = await findPlanRecord(contextOf(host), 'id-nap3')
	expect(plan.commitments).toHaveLength(19)
	const parliament = plan.commitments.find(({ number }) => number === '14')
	const ends = parliament?.codings.filter(({ indicator }) => indicator === 'COMPLETION_END')
	expect(ends).toMatchObject([{ value: 'SUBSTANTIAL', locator: 'row GID0041', codedOn: '2016' }])
	const codes = parliament?.codings.map(({ indicator }) => indicator) ?? []
	expect(codes.filter((code) => code === 'COMPLETION_MIDTERM')).toHaveLength(1)
})

test('a value names its row and year in the act, and the log seals it', async () => {
	const record = await findRecord(contextOf(host), 'al-nap1-22-irm-completion-midterm')
	expect(record).toMatchObject({
		matchesEntry: true,
		content: {
			value: 'LIMITED',
			valueAsPublished: 'b. Limited',
			codedOn: '2014',
			locator: 'row V0004',
			importedBy: 'host',
		},
	})
})

test('two sources that differ are both kept, and no scale is converted into another', async () => {
	const plan = await findPlanRecord(contextOf(host), 'gh-nap1')
	const words = plan.commitments
		.find(({ id }) => id === 'gh-nap1-1')
		?.codings.filter(({ indicator }) => indicator === 'DIOG')
		.map(({ value, valueAsPublished }) => `${valueAsPublished}: ${value ?? 'no code'}`)
	expect(words?.sort()).toEqual(['Did Not Change: DID_NOT_CHANGE', 'b. None: no code'])
})

test('the list of plans still answers at once', async () => {
	const began = performance.now()
	const plans = await listPlans(contextOf(host))
	expect(plans.length).toBeGreaterThan(180)
	expect(performance.now() - began).toBeLessThan(2_000)
})
