import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { CHANGES_AT_ONCE, listChanges } from '#app/domain/change-log/queries.server.ts'
import type { Change, ChangeScope } from '#app/domain/change-log/view.ts'
import { withdrawalList } from '#app/domain/withdrawal/rules.ts'
import type { WithdrawalList } from '#app/domain/withdrawal/rules.ts'
import { seed } from '#prisma/seed.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

// What was published, read part by part: nothing is left out, nothing told twice, and what is asked of one plan,
// commitment or organization is what the whole list has of it.

let database: Database
let all: readonly Change[]
const NONE = withdrawalList([], () => undefined)

beforeAll(async () => {
	database = await freshDatabase()
	await seed(database, { set: 'demonstration', now: new Date('2026-11-20T02:00:00Z') })
	all = await walk({ of: 'SITE' })
}, 120_000)
afterAll(() => database.close())

async function walk(scope: ChangeScope, withdrawals: WithdrawalList = NONE): Promise<readonly Change[]> {
	const found: Change[] = []
	let before: number | undefined
	for (;;) {
		const part = await listChanges({ db: database.db, withdrawals }, scope, before)
		expect(part.changes.length).toBeLessThanOrEqual(CHANGES_AT_ONCE)
		found.push(...part.changes)
		if (part.before === null) return found
		before = part.before
	}
}

const keys = (changes: readonly Change[]) => changes.map(({ index }) => index)
const first = <Of>(changes: readonly Change[], of: (change: Change) => Of | null): Of => {
	for (const change of changes) {
		const found = of(change)
		if (found !== null) return found
	}
	throw new Error('nothing of the kind')
}

describe('what was published', () => {
	test('is every entry of the log, the newest first, each once', async () => {
		const entries = await database.db.ledgerEntry.findMany({ orderBy: { index: 'desc' } })
		expect(all.map(({ index, recordId, version, kind }) => ({ index, recordId, version, kind }))).toEqual(
			entries.map(({ index, recordId, version, kind }) => ({ index, recordId, version, kind })),
		)
		expect(all.length).toBeGreaterThan(CHANGES_AT_ONCE * 3)
	})

	test('is told with who said it and what it is about', () => {
		const claim = all.find(({ kind }) => kind === 'progress-update.published')
		expect(claim?.organization?.name.id).toBeTruthy()
		expect(claim?.commitment?.name.id).toBeTruthy()
		expect(claim?.plan?.id).toBeTruthy()
		expect(claim?.member?.name.en).toBeTruthy()
		const meeting = all.find(({ kind }) => kind === 'meeting.published')
		expect(meeting?.member?.id).toBeTruthy()
		expect(meeting?.commitment).toBeNull()
	})

	test('of a plan, a commitment or an organization is what the whole list has of it', async () => {
		const plans = new Set(all.flatMap(({ plan }) => plan?.id ?? []))
		expect(plans.size).toBeGreaterThan(1)
		for (const id of plans)
			expect(keys(await walk({ of: 'PLAN', id }))).toEqual(keys(all.filter(({ plan }) => plan?.id === id)))
		const commitment = first(all, ({ commitment, milestoneId }) => (milestoneId ? commitment : null))
		expect(keys(await walk({ of: 'COMMITMENT', id: commitment.id }))).toEqual(
			keys(all.filter((change) => change.commitment?.id === commitment.id)),
		)
		const organization = first(all, ({ organization }) => (organization?.name.id ? organization : null))
		expect(keys(await walk({ of: 'ORGANIZATION', id: organization.id }))).toEqual(
			keys(all.filter((change) => change.organization?.id === organization.id)),
		)
	})

	test('leaves out what was withdrawn and every reply to it, everywhere', async () => {
		const reply = await database.db.reply.findFirstOrThrow()
		const recordId = reply.verificationRecordId
		const withdrawals = withdrawalList(
			[{ kind: 'withdrawn', recordId, version: 2, day: '2026-11-20' }],
			() => undefined,
		)
		const told = await walk({ of: 'SITE' }, withdrawals)
		expect(all.some((change) => change.recordId === recordId)).toBe(true)
		expect(told.some((change) => change.recordId === recordId)).toBe(false)
		expect(told.some((change) => change.recordId === reply.recordId)).toBe(false)
		const of = await walk({ of: 'COMMITMENT', id: reply.commitmentId }, withdrawals)
		expect(of.some((change) => [recordId, reply.recordId].includes(change.recordId))).toBe(false)
	})

	test.each([
		{ of: 'PLAN', id: 'contoh-berikutnya' },
		{ of: 'PLAN', id: 'nobody-has-this' },
		{ of: 'COMMITMENT', id: 'nobody-has-this' },
		{ of: 'ORGANIZATION', id: 'nobody-has-this' },
	] as const)('of $of $id there is nothing', async (scope) => {
		await expect(walk(scope)).rejects.toMatchObject({ reason: 'not_found' })
	})
})
