import { afterAll, beforeAll, expect, test } from 'vitest'
import { PUBLIC_ACTOR } from '#app/access/policy.ts'
import type { Database } from '#app/db.server.ts'
import { listPlanRecords, listPlans } from '#app/domain/action-plan/queries.server.ts'
import type { PlanView } from '#app/domain/action-plan/view.ts'
import { dayIn } from '#app/domain/calendar.ts'
import { keepLists } from '#app/domain/commitment-list/commands.server.ts'
import type { Context } from '#app/domain/context.ts'
import { commitmentRows } from '#app/domain/divergence/view.ts'
import type { CommitmentRow } from '#app/domain/divergence/view.ts'
import { exploreCommitments } from '#app/domain/exploration/queries.server.ts'
import { GROUPS, MEASURES, PARTS_OF } from '#app/domain/exploration/rules.ts'
import type { Group, Measure } from '#app/domain/exploration/rules.ts'
import type { ExplorationQuery } from '#app/domain/exploration/schema.ts'
import { withdrawalList } from '#app/domain/withdrawal/rules.ts'
import { seed } from '#prisma/seed.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const NOW = new Date('2026-11-22T03:00:00Z')

let database: Database
let ctx: Context
let all: readonly Row[]
beforeAll(async () => {
	database = await freshDatabase()
	await seed(database, { set: 'demonstration', now: NOW })
	const withdrawals = withdrawalList([], () => {})
	ctx = { db: database.db, actor: PUBLIC_ACTOR, now: NOW, requestId: 'test', withdrawals }
	await keepLists(ctx)
	const plans = await listPlans(ctx)
	const records = await listPlanRecords(
		ctx,
		plans.map(({ id }) => id),
	)
	all = records.flatMap((record) =>
		commitmentRows(record, dayIn(record.plan.member.timeZone, NOW)).map((row) => ({
			...row,
			plan: record.plan,
		})),
	)
}, 120_000)
afterAll(() => database.close())

type Row = CommitmentRow & { readonly plan: PlanView }

/** The groups that a commitment is in, read from the public record. */
function keysOf({ plan, commitment }: Row, group: Group): readonly (string | null)[] {
	const start = plan.startsOn ?? plan.submittedOn
	const several = (list: readonly string[]) => (list.length === 0 ? [null] : [...new Set(list)])
	return {
		member: [plan.member.id],
		plan: [plan.id],
		area: several(commitment.policyAreas),
		value: several(commitment.ogpValues.map(({ code }) => code)),
		year: [start === null ? null : start.slice(0, 4)],
		institution: [commitment.leadInstitution],
	}[group]
}

function partOf({ judgements, overdueMilestones }: Row, measure: Measure): string {
	const { claimed, verified, divergence } = judgements
	if (measure === 'commitments') return 'ALL'
	if (measure === 'divergence') return divergence.state
	if (measure === 'late') return overdueMilestones > 0 ? 'yes' : 'no'
	if (measure !== 'coverage') return judgements[measure]?.level ?? 'NONE'
	if (claimed.level === null) return verified.level === null ? 'NEITHER' : 'FINDING_ONLY'
	return verified.level === null ? 'CLAIM_ONLY' : 'BOTH'
}

function recounted(rows: readonly Row[], measure: Measure, group: Group) {
	const found = new Map<string | null, number[]>()
	for (const row of rows) {
		for (const key of keysOf(row, group)) {
			const counts = found.get(key) ?? PARTS_OF[measure].map(() => 0)
			const at = PARTS_OF[measure].indexOf(partOf(row, measure))
			counts[at] = (counts[at] ?? 0) + 1
			found.set(key, counts)
		}
	}
	return found
}

const asMap = async (query: ExplorationQuery) => {
	const { groups } = await exploreCommitments(ctx, query)
	return new Map(groups.map(({ key, counts }) => [key, counts]))
}

test.each(MEASURES.flatMap((measure) => GROUPS.map((group) => [measure, group] as const)))(
	'%s by %s is what the public record says, counted one by one',
	async (measure, group) => {
		const real = all.filter(({ plan }) => !plan.member.isDemonstration)
		expect(real.length).toBeGreaterThan(50)
		expect(await asMap({ measure, group })).toEqual(recounted(real, measure, group))
	},
)

test('what is narrowed is counted as it is listed, and its total counts each commitment once', async () => {
	const value = 'PARTICIPATION'
	const fitting = all.filter(
		({ plan, commitment }) =>
			!plan.member.isDemonstration && commitment.ogpValues.some(({ code }) => code === value),
	)
	expect(await asMap({ measure: 'claimed', group: 'value', value })).toEqual(
		recounted(fitting, 'claimed', 'value'),
	)
	const found = await exploreCommitments(ctx, { measure: 'claimed', group: 'value', value })
	expect(found.count).toBe(fitting.length)
	expect(found.totals.reduce((sum, count) => sum + count, 0)).toBe(fitting.length)
})

test('an invented member is counted where it is asked for, and nowhere else', async () => {
	const invented = all.filter(({ plan }) => plan.member.isDemonstration)
	const [first] = invented
	expect(first).toBeDefined()
	const member = first?.plan.member.id ?? ''
	expect((await asMap({ group: 'member' })).has(member)).toBe(false)
	const own = invented.filter(({ plan }) => plan.member.id === member)
	expect((await exploreCommitments(ctx, { member, measure: 'late' })).count).toBe(own.length)
	expect(await asMap({ member, measure: 'late', group: 'plan' })).toEqual(recounted(own, 'late', 'plan'))
})

test('nothing that fits is nothing, without a group', async () => {
	const found = await exploreCommitments(ctx, { member: 'nobody', measure: 'verified' })
	expect([found.count, found.groups]).toEqual([0, []])
})
