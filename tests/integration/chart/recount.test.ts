import { afterAll, beforeAll, expect, test } from 'vitest'
import { PUBLIC_ACTOR } from '#app/access/policy.ts'
import type { Database } from '#app/db.server.ts'
import { listPlanRecords, listPlans } from '#app/domain/action-plan/queries.server.ts'
import type { PlanRecord } from '#app/domain/action-plan/view.ts'
import { dayIn } from '#app/domain/calendar.ts'
import { findChart } from '#app/domain/chart/queries.server.ts'
import { planChart } from '#app/domain/chart/rules.ts'
import { COUNTED_JUDGES } from '#app/domain/chart/view.ts'
import type { ChartFigures, ChartSubject } from '#app/domain/chart/view.ts'
import { keepLists } from '#app/domain/commitment-list/commands.server.ts'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import type { Context } from '#app/domain/context.ts'
import { countedCommitments } from '#app/domain/published-text/rules.ts'
import { withdrawalList } from '#app/domain/withdrawal/rules.ts'
import { seed } from '#prisma/seed.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

// Charts of many plans are counted from lists: they must say what a full recount of the public record says.

const NOW = new Date('2026-11-22T03:00:00Z')

let database: Database
let ctx: Context
let records: readonly PlanRecord[]
beforeAll(async () => {
	database = await freshDatabase()
	await seed(database, { set: 'demonstration', now: NOW })
	const withdrawals = withdrawalList([], () => {})
	ctx = { db: database.db, actor: PUBLIC_ACTOR, now: NOW, requestId: 'test', withdrawals }
	await keepLists(ctx)
	const plans = await listPlans(ctx)
	records = await listPlanRecords(
		ctx,
		plans.map(({ id }) => id),
	)
}, 120_000)
afterAll(() => database.close())

type Numbers = Record<string, number>

/** Every number of a chart by its name, so that charts can be added up. */
function numbersOf(figures: ChartFigures | null): Numbers {
	if (figures?.chart === 'COVERAGE')
		return Object.fromEntries(
			Object.entries(figures.counts).flatMap(([half, counts]) =>
				Object.entries(counts).map(([name, count]) => [`${half}.${name}`, count]),
			),
		)
	if (figures?.chart !== 'COMPLETION') throw new Error('a chart without sums')
	return Object.fromEntries(
		COUNTED_JUDGES.flatMap((judge) => [
			...COMPLETION_LEVELS.map((level) => [`${judge}.${level}`, figures.counts[judge].counts[level]]),
			[`${judge}.words`, figures.counts[judge].inOtherWords],
			[`${judge}.none`, figures.counts[judge].notAssessed],
		]),
	) as Numbers
}

function recounted(chart: 'COMPLETION' | 'COVERAGE', of: readonly PlanRecord[]): Numbers {
	const sums: Numbers = {}
	for (const record of of) {
		const today = dayIn(record.plan.member.timeZone, NOW)
		for (const [name, count] of Object.entries(numbersOf(planChart(chart, record, today))))
			sums[name] = (sums[name] ?? 0) + count
	}
	return sums
}

const subjects = (): readonly (readonly [ChartSubject, readonly PlanRecord[]])[] => {
	const ids = [...new Set(records.map(({ plan }) => plan.member.id))]
	return [
		[{ of: 'SITE' }, records.filter(({ plan }) => !plan.member.isDemonstration)],
		...ids.map((id) => {
			const subject: ChartSubject = { of: 'MEMBER', id }
			return [subject, records.filter(({ plan }) => plan.member.id === id)] as const
		}),
	]
}

test.each(['COMPLETION', 'COVERAGE'] as const)(
	'%s of all members and of each is what a full recount says',
	async (chart) => {
		for (const [subject, own] of subjects()) {
			const { figures } = await findChart(ctx, chart, subject)
			expect([subject, numbersOf(figures)]).toEqual([subject, recounted(chart, own)])
		}
		const real = recounted(chart, subjects()[0]?.[1] ?? [])
		expect(Object.values(real).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(50)
	},
)

test('policy areas of all members and of each are what a full recount says', async () => {
	for (const [subject, own] of subjects()) {
		const { figures } = await findChart(ctx, 'POLICY_AREAS', subject)
		if (figures.chart !== 'POLICY_AREAS') throw new Error('another chart')
		for (const { area, counts } of figures.areas) {
			const inPlan = (record: PlanRecord) =>
				countedCommitments(record.commitments).filter(({ policyAreas }) =>
					area === null ? policyAreas.length === 0 : policyAreas.includes(area),
				).length
			const having = own.filter((record) => inPlan(record) > 0)
			const expected =
				figures.plans === null
					? [
							own.reduce((sum, record) => sum + inPlan(record), 0),
							having.length,
							new Set(having.map(({ plan }) => plan.member.id)).size,
						]
					: figures.plans.map(({ id }) => inPlan(own.find(({ plan }) => plan.id === id) as PlanRecord))
			expect([subject, area, counts]).toEqual([subject, area, expected])
		}
	}
})
