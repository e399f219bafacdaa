import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { publishRemark } from '#app/domain/expectation-remark/commands.server.ts'
import { findStanding } from '#app/domain/member-expectation/queries.server.ts'
import { takeSnapshots, takeSnapshotsDue } from '#app/domain/status-snapshot/commands.server.ts'
import { listSnapshots } from '#app/domain/status-snapshot/queries.server.ts'
import { storeLocalRules } from '#tests/factories/local-rules.ts'
import { as, storePlan } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const QUARTER_END = '2026-06-30'
const NEXT_DAY = new Date('2026-07-16T00:00:00Z')

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	await storeLocalRules(database)
})
afterEach(() => database.close())

async function publishAnAct(): Promise<void> {
	const ctx = as(database, 'poc')
	const { expectations } = await findStanding(ctx, 'example', '2026-07-15')
	const [first] = expectations
	if (!first) throw new Error('no expectations')
	const answer = { recordId: randomUUID(), expectation: first.code, seenLevel: first.level, textEn: 'Words.' }
	await publishRemark(ctx, { kind: 'expectation-comment.published', memberId: 'example', answer })
}

test('the five levels of every member are stored with what they rest on, as they are computed', async () => {
	const ctx = as(database, 'poc')
	const { size } = await database.db.ledgerHead.findUniqueOrThrow({ where: { id: 1 } })
	expect(await takeSnapshots(ctx, QUARTER_END)).toBe(5)
	const { expectations } = await findStanding(ctx, 'example', QUARTER_END)
	const rows = await database.db.statusSnapshot.findMany({ orderBy: { expectation: 'asc' } })
	expect(rows).toMatchObject(
		expectations.map(({ code, level, reasons, ruleSet }) => ({
			memberId: 'example',
			asOfOn: QUARTER_END,
			expectation: code,
			level,
			inputs: { reasons, ruleSetVersion: ruleSet.version },
			ruleSetId: ruleSet.id,
			ledgerSize: size,
		})),
	)
})

test('the levels of a plan are computed by the rules that it is pinned to, the others by those of the day', async () => {
	const { expectations } = await findStanding(as(database, 'poc'), 'example', QUARTER_END)
	expect(expectations.map(({ ruleSet }) => ruleSet.id)).toEqual([
		'rules-local-test',
		'rules-national-test',
		'rules-local-test',
		'rules-national-test',
		'rules-local-test',
	])
})

test('for the same day and the same acts they are stored once; after another act, beside the first', async () => {
	const ctx = as(database, 'poc')
	expect(await takeSnapshots(ctx, QUARTER_END)).toBe(5)
	const before = await database.db.statusSnapshot.findMany({ orderBy: { id: 'asc' } })
	expect(await takeSnapshots(ctx, QUARTER_END)).toBe(0)
	await publishAnAct()
	expect(await takeSnapshots(ctx, QUARTER_END)).toBe(5)
	const ids = before.map(({ id }) => id)
	expect(
		await database.db.statusSnapshot.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } }),
	).toEqual(before)
})

test('a quarter that is over is stored once, also when the site was down on its first day', async () => {
	const ctx = as(database, 'poc')
	expect(await takeSnapshotsDue(ctx)).toBe(5)
	await publishAnAct()
	expect(await takeSnapshotsDue(ctx)).toBe(0)
	expect(await takeSnapshotsDue({ ...ctx, now: new Date('2026-10-03T00:20:00Z') })).toBe(5)
	const rows = await database.db.statusSnapshot.findMany({ distinct: ['asOfOn'], orderBy: { asOfOn: 'asc' } })
	expect(rows.map(({ asOfOn }) => asOfOn)).toEqual([QUARTER_END, '2026-09-30'])
})

test('pages tell stored levels from the day after, and none of a later day than the one asked for', async () => {
	const ctx = as(database, 'poc')
	await takeSnapshots(ctx, QUARTER_END)
	expect(await listSnapshots(ctx, 'example', '2026-07-15')).toEqual([])
	const tomorrow = { ...ctx, now: NEXT_DAY }
	const [stored, ...others] = await listSnapshots(tomorrow, 'example', '2026-07-16')
	expect(others).toEqual([])
	expect(stored).toMatchObject({
		asOfOn: QUARTER_END,
		computedOn: '2026-07-15',
		ruleSetIds: ['rules-local-test', 'rules-national-test'],
	})
	expect(stored?.levels).toHaveLength(5)
	expect(await listSnapshots(tomorrow, 'example', '2026-06-29')).toEqual([])
})
