import { planFigures } from '#app/domain/action-plan/rules.ts'
import type { PlanFigures } from '#app/domain/action-plan/rules.ts'
import type { MilestoneRecord, PlanRecord } from '#app/domain/action-plan/view.ts'
import type { CalendarDay, PartialDay } from '#app/domain/calendar.ts'
import type { Judgements } from '#app/domain/divergence/rules.ts'
import { commitmentRows } from '#app/domain/divergence/view.ts'
import { THREAD_STATES } from '#app/domain/finding-thread/rules.ts'
import { threadLines } from '#app/domain/finding-thread/view.ts'
import { fixRateOf } from '#app/domain/fix-rate/rules.ts'
import { scheduleOf } from '#app/domain/milestone/rules.ts'
import { countedCommitments, countedMilestones } from '#app/domain/published-text/rules.ts'
import type {
	ChartCode,
	ChartFigures,
	ChartView,
	CompletionCounts,
	CountedJudge,
	CoverageCounts,
	ScheduledMilestone,
} from './view.ts'

/** The figures of a chart of one plan as known on a day; null where a plan has no such chart. */
export function planChart(chart: ChartCode, record: PlanRecord, today: CalendarDay): ChartFigures | null {
	switch (chart) {
		case 'COMPLETION':
			return { chart, counts: completionOf(planFigures(record, today)) }
		case 'COVERAGE':
			return { chart, counts: coverageOf(judgementsIn(record, today).map(({ judgements }) => judgements)) }
		case 'DIVERGENCE':
			return { chart, lines: judgementsIn(record, today) }
		case 'SCHEDULE':
			return { chart, milestones: scheduledMilestones(record, today), today }
		case 'REPLIES':
			return repliesChart([record], today)
		default:
			return null
	}
}

/** Of a plan's figures, only what is drawn: a page takes no more with it. */
function completionOf({ claimed, verified, coded }: PlanFigures): CompletionCounts {
	const drawn = ({ counts, inOtherWords, notAssessed }: PlanFigures[CountedJudge]) => ({
		counts,
		inOtherWords,
		notAssessed,
	})
	return { claimed: drawn(claimed), verified: drawn(verified), coded: drawn(coded) }
}

/** The same with what stands around it; nothing where a plan has no such chart. */
export function planChartViews(
	charts: readonly ChartCode[],
	record: PlanRecord,
	today: CalendarDay,
): readonly ChartView[] {
	const { plan, ledgerSize } = record
	const { id, name, isDemonstration } = plan.member
	const around = { name: plan.title, member: { id, name, isDemonstration }, asOfOn: today, ledgerSize }
	return charts.flatMap((chart) => {
		const figures = planChart(chart, record, today)
		return figures ? [{ subject: { of: 'PLAN', id: plan.id }, ...around, figures }] : []
	})
}

/** How findings that asked for a reply stand, over some plans. All states are there, also those in which none stands. */
export function repliesChart(
	records: readonly Pick<PlanRecord, 'commitments'>[],
	today: CalendarDay,
): ChartFigures {
	const whole = { commitments: records.flatMap(({ commitments }) => commitments) }
	const lines = threadLines(whole, today)
	const asked = THREAD_STATES.filter((state) => state !== 'NOT_ADVERSE')
	return {
		chart: 'REPLIES',
		states: asked.map((state) => ({ state, count: lines.filter((line) => line.state === state).length })),
		fixRate: fixRateOf(whole, today),
	}
}

/**
 * Commitments with and without a claim, each with and without an independent finding.
 *
 * Source  our own; shown as such in the interface.
 */
export function coverageOf(all: readonly Judgements[]): CoverageCounts {
	const count = (isClaimed: boolean, isFound: boolean) =>
		all.filter(
			({ claimed, verified }) =>
				(claimed.asOfOn !== null) === isClaimed && (verified.asOfOn !== null) === isFound,
		).length
	return {
		claimed: { withFinding: count(true, true), withoutFinding: count(true, false) },
		unclaimed: { withFinding: count(false, true), withoutFinding: count(false, false) },
	}
}

function judgementsIn(record: PlanRecord, today: CalendarDay) {
	const counted = { ...record, commitments: countedCommitments(record.commitments) }
	return commitmentRows(counted, today).map(({ commitment: { id, number, title }, judgements }) => ({
		...{ id, number, title },
		judgements,
	}))
}

function scheduledMilestones(record: PlanRecord, today: CalendarDay): readonly ScheduledMilestone[] {
	return countedCommitments(record.commitments).flatMap((commitment) =>
		countedMilestones(commitment).map((milestone) => {
			const { id, number, title, startsOn, endsOn, claims } = milestone
			return {
				...{ id, number, title, startsOn, endsOn },
				completedOn: completedOn(milestone),
				schedule: scheduleOf(milestone, claims[0]?.level ?? null, today),
			}
		}),
	)
}

/** The day of the first of the newest claims, one after the other, that all say that it is complete. */
export function completedOn({ claims }: Pick<MilestoneRecord, 'claims'>): PartialDay | null {
	const open = claims.findIndex(({ level }) => level !== 'COMPLETE')
	const claim = (open === -1 ? claims : claims.slice(0, open)).at(-1)
	return claim ? (claim.provenance?.sourcePublishedOn ?? claim.publishedOn) : null
}
