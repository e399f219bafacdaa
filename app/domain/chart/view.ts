import type { JudgeFigures } from '#app/domain/action-plan/rules.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay, PartialDay } from '#app/domain/calendar.ts'
import type { Judgements } from '#app/domain/divergence/rules.ts'
import type { ThreadState } from '#app/domain/finding-thread/rules.ts'
import type { FixRate } from '#app/domain/fix-rate/rules.ts'
import type { Schedule } from '#app/domain/milestone/rules.ts'
import type { PastLevels } from '#app/domain/standing/view.ts'

/** Every chart that has an address of its own. Pages, files, embeds and tests go by this list. */
export const CHARTS = [
	'COMPLETION',
	'COVERAGE',
	'DIVERGENCE',
	'SCHEDULE',
	'REPLIES',
	'EXPECTATIONS',
	'POLICY_AREAS',
] as const
export type ChartCode = (typeof CHARTS)[number]

/** What a chart can be about: all members together, one member, or one plan. */
export type ChartSubject =
	| { readonly of: 'SITE' }
	| { readonly of: 'MEMBER'; readonly id: string }
	| { readonly of: 'PLAN'; readonly id: string }

/** What each chart can be about. */
export const CHART_SUBJECTS: Readonly<Record<ChartCode, readonly ChartSubject['of'][]>> = {
	COMPLETION: ['SITE', 'MEMBER', 'PLAN'],
	COVERAGE: ['SITE', 'MEMBER', 'PLAN'],
	DIVERGENCE: ['PLAN'],
	SCHEDULE: ['PLAN'],
	REPLIES: ['MEMBER', 'PLAN'],
	EXPECTATIONS: ['MEMBER'],
	POLICY_AREAS: ['SITE', 'MEMBER'],
}

/** The charts that are drawn of a subject, in the order of the list. */
export function chartsOf(of: ChartSubject['of']): readonly ChartCode[] {
	return CHARTS.filter((chart) => CHART_SUBJECTS[chart].includes(of))
}

/** Judges who give levels to whole commitments and are counted. */
export const COUNTED_JUDGES = ['claimed', 'verified', 'coded'] as const
export type CountedJudge = (typeof COUNTED_JUDGES)[number]

/** How many commitments each judge puts on each step. */
export type CompletionCounts = Readonly<
	Record<CountedJudge, Pick<JudgeFigures, 'counts' | 'inOtherWords' | 'notAssessed'>>
>

/** Commitments by whether government claimed anything about them, and whether anybody independent found anything. */
export type CoverageCounts = Readonly<
	Record<'claimed' | 'unclaimed', { readonly withFinding: number; readonly withoutFinding: number }>
>

export type DivergenceLevels = {
	readonly id: string
	readonly number: string | null
	readonly title: Bilingual
	readonly judgements: Judgements
}

/** A milestone with its planned days, the day on which it was reported complete, and how it stands to them. */
export type ScheduledMilestone = {
	readonly id: string
	readonly number: string | null
	readonly title: Bilingual
	readonly startsOn: PartialDay | null
	readonly endsOn: PartialDay | null
	/** Null: nobody reported it complete. */
	readonly completedOn: PartialDay | null
	readonly schedule: Schedule
}

/** A plan as a column of a matrix. */
export type PlanColumn = {
	readonly id: string
	readonly title: Bilingual
	readonly startsOn: PartialDay | null
	readonly endsOn: PartialDay | null
}

/** A policy area as plans write it; null: commitments to which their plan gives none. */
export type AreaCounts = { readonly area: string | null; readonly counts: readonly number[] }

export type ChartFigures =
	| { readonly chart: 'COMPLETION'; readonly counts: CompletionCounts }
	| { readonly chart: 'COVERAGE'; readonly counts: CoverageCounts }
	| { readonly chart: 'DIVERGENCE'; readonly lines: readonly DivergenceLevels[] }
	| {
			readonly chart: 'SCHEDULE'
			readonly milestones: readonly ScheduledMilestone[]
			readonly today: CalendarDay
	  }
	| {
			readonly chart: 'REPLIES'
			readonly states: readonly { readonly state: ThreadState; readonly count: number }[]
			readonly fixRate: FixRate
	  }
	| { readonly chart: 'EXPECTATIONS'; readonly history: readonly PastLevels[] }
	| {
			readonly chart: 'POLICY_AREAS'
			/** The columns of counts: the plans of a member; null: commitments, plans and members of all. */
			readonly plans: readonly PlanColumn[] | null
			readonly areas: readonly AreaCounts[]
	  }

/** A chart with everything that it shows, as numbers and codes. */
export type ChartView = {
	readonly subject: ChartSubject
	/** What the member or plan is called; null where the chart is about all members. */
	readonly name: Bilingual | null
	/** Whose it is; null where it is about all. */
	readonly member: { readonly id: string; readonly name: Bilingual; readonly isDemonstration: boolean } | null
	readonly asOfOn: CalendarDay
	readonly ledgerSize: number
	readonly figures: ChartFigures
}
