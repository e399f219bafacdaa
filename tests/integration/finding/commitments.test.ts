import { afterAll, beforeAll, expect, test } from 'vitest'
import { PUBLIC_ACTOR } from '#app/access/policy.ts'
import type { Database } from '#app/db.server.ts'
import { listPlanRecords, listPlans } from '#app/domain/action-plan/queries.server.ts'
import { dayIn } from '#app/domain/calendar.ts'
import { keepLists } from '#app/domain/commitment-list/commands.server.ts'
import {
	listAllCommitments,
	listChoices,
	listCommitments,
	listCommitmentsAfter,
} from '#app/domain/commitment-list/queries.server.ts'
import { COMMITMENTS_PER_PAGE, COMMITMENT_ORDERS } from '#app/domain/commitment-list/rules.ts'
import { CommitmentsFilter } from '#app/domain/commitment-list/schema.ts'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import type { Context } from '#app/domain/context.ts'
import { DIVERGENCE_STATES } from '#app/domain/divergence/rules.ts'
import { commitmentRows } from '#app/domain/divergence/view.ts'
import type { CommitmentRow } from '#app/domain/divergence/view.ts'
import type { PlanView } from '#app/domain/action-plan/view.ts'
import { OGP_VALUES } from '#app/domain/plan-draft/rules.ts'
import { withdrawalList } from '#app/domain/withdrawal/rules.ts'
import { seed } from '#prisma/seed.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const NOW = new Date('2026-11-22T03:00:00Z')

let database: Database
let ctx: Context
let all: readonly (CommitmentRow & { readonly plan: PlanView })[]
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

type Row = (typeof all)[number]

/** What fits a filter, recounted from the public record without any list. */
function fits({ plan, commitment, judgements, overdueMilestones }: Row, filter: CommitmentsFilter): boolean {
	const { member, value, area, institution, divergence, late } = filter
	const names = [commitment.leadInstitution, commitment.supportingInstitutions].join('\n').toLowerCase()
	const gaps = [judgements.divergence, judgements.assessedDivergence, judgements.codedDivergence]
	const isLevel = (judge: 'claimed' | 'verified' | 'assessed' | 'coded') =>
		filter[judge] === undefined || (judgements[judge]?.level ?? 'NONE') === filter[judge]
	return (
		(member === undefined || plan.member.id === member) &&
		(filter.plan === undefined || plan.id === filter.plan) &&
		(value === undefined || commitment.ogpValues.some(({ code }) => code === value)) &&
		(area === undefined || commitment.policyAreas.includes(area)) &&
		(institution === undefined || names.includes(institution.toLowerCase())) &&
		(late === undefined || overdueMilestones > 0 === (late === 'yes')) &&
		(divergence === undefined ||
			(divergence === 'DIFFERS'
				? gaps.some((gap) => gap !== undefined && gap.steps !== null && gap.steps !== 0)
				: judgements.divergence.state === divergence)) &&
		(['claimed', 'verified', 'assessed', 'coded'] as const).every(isLevel)
	)
}

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).sort()
const recounted = (filter: CommitmentsFilter) =>
	idsOf(all.filter((row) => fits(row, filter)).map(({ commitment }) => commitment))

const LEVELS = [...COMPLETION_LEVELS, 'NONE'] as const
const EACH: readonly CommitmentsFilter[] = [
	{},
	...OGP_VALUES.map((value) => ({ value })),
	...LEVELS.flatMap((level) => [
		{ claimed: level },
		{ verified: level },
		{ assessed: level },
		{ coded: level },
		{ claimed: level, late: 'yes' as const },
	]),
	...[...DIVERGENCE_STATES, 'DIFFERS' as const].map((divergence) => ({ divergence })),
	{ late: 'yes' },
	{ late: 'no' },
	{ institution: 'kementerian' },
	{ institution: '100%' },
	{ institution: '_' },
	{ divergence: 'DIFFERS', claimed: 'COMPLETE', late: 'no' },
]

test('every filter, alone and with others, finds what the public record says', async () => {
	const { members, areas } = await listChoices(ctx, undefined)
	const plans = [...new Set(all.map(({ plan }) => plan.id))]
	const filters: readonly CommitmentsFilter[] = [
		...EACH,
		...members.map(({ id }) => ({ member: id })),
		...members.map(({ id }) => ({ member: id, late: 'yes' as const, divergence: 'UNVERIFIED' as const })),
		...plans.map((plan) => ({ plan })),
		...areas.map((area) => ({ area })),
	]
	expect(all.length).toBeGreaterThan(50)
	expect(areas.length).toBeGreaterThan(3)
	let found = 0
	for (const filter of filters) {
		const wanted = recounted(filter)
		if (wanted.length > 0) found += 1
		expect(idsOf(await listAllCommitments(ctx, filter)), JSON.stringify(filter)).toEqual(wanted)
		expect((await listCommitments(ctx, filter)).count, JSON.stringify(filter)).toBe(wanted.length)
	}
	expect(found).toBeGreaterThan(filters.length / 3)
})

test('every row says what the public record says of the commitment', async () => {
	const rows = new Map((await listAllCommitments(ctx, {})).map((row) => [row.id, row]))
	for (const { plan, commitment, judgements, overdueMilestones, lastActOn } of all) {
		expect(rows.get(commitment.id)).toMatchObject({
			title: commitment.title,
			number: commitment.number,
			institution: commitment.leadInstitution,
			standing: commitment.standing ?? null,
			judgements: JSON.parse(JSON.stringify(judgements)),
			overdueMilestones,
			lastActOn,
			member: { id: plan.member.id, name: plan.member.name, isDemonstration: plan.member.isDemonstration },
			plan: { id: plan.id, title: plan.title },
		})
	}
})

test.each(COMMITMENT_ORDERS)('all pages in the order “%s” show each commitment once', async (sort) => {
	const seen: string[] = []
	const pages = Math.ceil(all.length / COMMITMENTS_PER_PAGE)
	for (let page = 1; page <= pages; page += 1) {
		const { shown } = await listCommitments(ctx, { sort, page })
		seen.push(...shown.map(({ id }) => id))
	}
	expect(seen).toHaveLength(all.length)
	expect(new Set(seen).size).toBe(all.length)
	expect((await listCommitments(ctx, { sort, page: pages + 1 })).shown).toEqual([])
	expect((await listAllCommitments(ctx, { sort })).map(({ id }) => id)).toEqual(seen)
})

test('lateness is that of the day asked on, at the member’s', async () => {
	for (const at of ['2025-12-31T16:59:59Z', '2025-12-31T17:00:00Z', '2019-01-01T00:00:00Z']) {
		const then = { ...ctx, now: new Date(at) }
		const records = await listPlanRecords(then, [...new Set(all.map(({ plan }) => plan.id))])
		const late = records
			.flatMap((record) => commitmentRows(record, dayIn(record.plan.member.timeZone, then.now)))
			.filter((row) => row.overdueMilestones > 0)
		const found = await listAllCommitments(then, { late: 'yes' })
		expect(idsOf(found)).toEqual(idsOf(late.map(({ commitment }) => commitment)))
	}
})

test('programs get every commitment once, part after part', async () => {
	const seen: string[] = []
	let after: string | undefined
	for (;;) {
		const part = await listCommitmentsAfter(ctx, {}, { after, most: 17 })
		if (!part || part.length === 0) break
		seen.push(...idsOf(part))
		after = part.at(-1)?.id
	}
	expect(seen).toHaveLength(all.length)
	expect(await listCommitmentsAfter(ctx, {}, { after: 'nowhere', most: 17 })).toBeNull()
})

test.each([
	['pengadaan', true],
	['PENGADAAN', true],
	['openness', true],
	['pengadaan & | ! ( ) :* " pengadaan', true],
	["'; DROP TABLE x; --", false],
	['xyzzyqwerty', false],
])('words are found whatever stands between them: %s', async (q, isFound) => {
	const found = await listAllCommitments(ctx, CommitmentsFilter.parse({ q }))
	expect(found.length > 0).toBe(isFound)
})

test('a number of OGP’s own finds its commitment', async () => {
	const known = all.find(({ commitment }) => commitment.ogpId !== null)?.commitment
	const found = await listAllCommitments(ctx, { q: known?.ogpId?.toLowerCase() ?? '' })
	expect(found.map(({ id }) => id)).toContain(known?.id)
})
