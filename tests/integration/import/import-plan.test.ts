import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/access/policy.ts'
import type { Database } from '#app/db.server.ts'
import { importPlan } from '#app/domain/action-plan/commands.server.ts'
import { PlanImport } from '#app/domain/action-plan/schema.ts'
import type { PlanImportInput } from '#app/domain/action-plan/schema.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { withdrawalList } from '#app/domain/withdrawal/rules.ts'
import { seed } from '#prisma/seed.ts'
import { readBytes } from '#tests/factories/import-file.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const now = new Date('2026-03-31T17:30:00Z')
const host: Actor = {
	personId: null,
	appointments: [{ role: 'INSTANCE_ADMIN', organizationId: 'host', memberId: null }],
}

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

function aPlan(over: Partial<PlanImportInput> = {}): PlanImport {
	return PlanImport.parse({
		plan: { id: 'id-new', memberId: 'indonesia', status: 'SUBMITTED', titleEn: 'New', source: 'a file' },
		commitments: [{ key: '1', number: '1', titleEn: 'One', source: 'a file' }],
		...over,
	})
}

async function fixturePlan(file: string, planId: string): Promise<PlanImport> {
	const { plan } = await readBytes(new Uint8Array(readFileSync(file)), {
		planId,
		memberId: null,
		plan: {},
		fileName: file,
	})
	if (!plan) throw new Error('the fixture cannot be read')
	return { ...plan, plan: { ...plan.plan, memberId: 'indonesia' } }
}

test('an import becomes acts of the host, dated in UTC, that say where they come from', async () => {
	const given = await fixturePlan('tests/fixtures/import-indonesia-nap3.xlsx', 'id-fixture')
	expect(await importPlan(contextOf(host), given)).toMatchObject({
		outcome: 'imported',
		added: { 'action-plan.published': 1, 'commitment.published': 19, 'irm-coding.published': 57 },
	})
	const record = await findRecord(
		{ db: database.db, now, withdrawals: withdrawalList([], () => {}) },
		'id-fixture-19',
	)
	expect(record).toMatchObject({
		matchesEntry: true,
		entry: {
			kind: 'commitment.published',
			actorOrganization: 'host',
			day: '2026-03-31',
			version: 1,
			previous: null,
		},
		content: { importedBy: 'host', planId: 'id-fixture', number: '19', startsOn: '2014-05-28' },
	})
	expect(Buffer.from(record.salt, 'base64')).toHaveLength(32)
})

test('the same plan from another file changes nothing', async () => {
	const before = await database.db.ledgerEntry.count()
	const given = await fixturePlan('tests/fixtures/import-indonesia-nap3-semicolon.csv', 'id-fixture')
	expect(await importPlan(contextOf(host), given)).toEqual({
		outcome: 'imported',
		planId: 'id-fixture',
		added: {},
	})
	expect(await database.db.ledgerEntry.count()).toBe(before)
})

test('the United States and the Canadian tables are imported whole', async () => {
	const us = await fixturePlan('prisma/seed/data/us_nap5_subcommitments.csv', 'us-fixture')
	const canada = await fixturePlan('tests/fixtures/import-canada-nap5-indicators.csv', 'ca-fixture')
	expect(await importPlan(contextOf(host), us)).toMatchObject({
		added: { 'commitment.published': 36, 'milestone.published': 70, 'progress-update.published': 70 },
	})
	expect(await importPlan(contextOf(host), canada)).toMatchObject({
		added: { 'commitment.published': 5, 'milestone.published': 19 },
	})
	const claim = await database.db.progressUpdate.findFirstOrThrow({
		where: { milestoneId: 'us-fixture-us0113-m1' },
	})
	expect(claim).toMatchObject({
		isImported: true,
		importedById: 'host',
		submittedById: null,
		sourcePublishedOn: '2024-10',
	})
	const { content } = await findRecord(
		{ db: database.db, now, withdrawals: withdrawalList([], () => {}) },
		'ca-fixture-c01-m1',
	)
	expect(content).toMatchObject({
		otherLanguages: { fr: { title: expect.stringContaining('Grâce à la Plateforme') } },
	})
})

test('a dry run says what would be new and writes nothing', async () => {
	expect(await importPlan(contextOf(host), aPlan(), { dryRun: true })).toMatchObject({
		added: { 'commitment.published': 1 },
	})
	expect(await database.db.actionPlan.findUnique({ where: { id: 'id-new' } })).toBeNull()
})

test('what is new in a later file is added behind what is there', async () => {
	await importPlan(contextOf(host), aPlan())
	const two = { key: '2', number: '2', titleEn: 'Two', source: 'a later file' }
	const later = aPlan({
		commitments: [two, { key: '1', number: '1', titleEn: 'One', source: 'a later file' }],
	})
	expect(await importPlan(contextOf(host), later)).toMatchObject({ added: { 'commitment.published': 1 } })
	expect((await database.db.commitment.findUniqueOrThrow({ where: { id: 'id-new-2' } })).position).toBe(2)
})

test('what a later file does not say takes nothing away', async () => {
	const silent = aPlan({ commitments: [{ key: '1', source: 'a shorter file' }] })
	expect(await importPlan(contextOf(host), silent)).toMatchObject({ outcome: 'imported', added: {} })
})

test('a changed text is an amendment: it is told, and nothing of the file is written', async () => {
	const before = await database.db.ledgerEntry.count()
	const changed = aPlan({
		commitments: [
			{ key: '1', titleEn: 'One, but smaller', source: 'a file' },
			{ key: '3', titleEn: 'Three', source: 'a file' },
		],
	})
	expect(await importPlan(contextOf(host), changed)).toEqual({
		outcome: 'differs',
		planId: 'id-new',
		differences: [{ recordId: 'id-new-1', field: 'titleEn', stored: 'One', given: 'One, but smaller' }],
	})
	expect(await database.db.ledgerEntry.count()).toBe(before)
})

test.each([
	['the public', []],
	['a civil-society monitor', [{ role: 'CSO_MONITOR', organizationId: 'irm', memberId: 'indonesia' }]],
	['the point of contact of another member', [{ role: 'POC', organizationId: 'irm', memberId: 'brebes' }]],
] as const)('%s cannot import a plan, and nothing is written', async (_who, appointments) => {
	const before = await database.db.ledgerEntry.count()
	const given = aPlan({ plan: { ...aPlan().plan, id: 'id-forbidden' } })
	await expect(importPlan(contextOf({ personId: 'p', appointments }), given)).rejects.toMatchObject({
		reason: 'not_allowed',
	})
	expect(await database.db.ledgerEntry.count()).toBe(before)
})

test('a plan of a member that is not here is refused', async () => {
	const given = aPlan({ plan: { ...aPlan().plan, id: 'xx-1', memberId: 'nowhere' } })
	await expect(importPlan(contextOf(host), given)).rejects.toMatchObject({ reason: 'not_found' })
})

test('one key cannot stand for two commitments', () => {
	const twice = { key: '1', titleEn: 'One', source: 'a file' }
	expect(() => aPlan({ commitments: [twice, twice] })).toThrow('occurs twice')
})
