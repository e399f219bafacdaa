import { addDays, addMonths, firstDayOf, lastDayOf } from '#app/domain/calendar.ts'
import type { CalendarDay, PartialDay } from '#app/domain/calendar.ts'
import type { PlanStatus } from '#app/domain/action-plan/rules.ts'
import type { CycleRules } from '#app/domain/cycle-rules/schema.ts'
import { monthsOf } from '#app/domain/plan-draft/rules.ts'

/** Stages that a plan enters by an act of their own. */
export const PLAN_STAGES = [
	'CONSULTATION',
	'SUBMITTED',
	'IN_IMPLEMENTATION',
	'REFRESH',
	'ENDED',
	'CLOSED',
] as const
export type PlanStageCode = (typeof PLAN_STAGES)[number]

/** Stages that a person moves an approved plan to. */
export const MOVABLE_STAGES = ['IN_IMPLEMENTATION', 'REFRESH', 'ENDED', 'CLOSED'] as const
export type MovableStage = (typeof MOVABLE_STAGES)[number]

/** A stage that may come next: from which day, until which (null: for ever), and whether that is today. */
export type NextStage = {
	readonly stage: MovableStage
	/** Null: at once. */
	readonly fromOn: CalendarDay | null
	readonly untilOn: CalendarDay | null
	readonly isOpen: boolean
}

export type StagedPlan = {
	readonly status: PlanStatus
	readonly startsOn: PartialDay | null
	readonly endsOn: PartialDay | null
}

/**
 * The stages that may come next in a plan's life. A plan is in force from its first day, ended from the day after its
 * last; a plan of four years is refreshed around its second year, and goes on afterwards. Only a person says that a
 * plan is reported and closed.
 *
 * Returns  nothing for a plan without the days that its next stage depends on, and for one that is closed.
 * Source   OGP national handbook (four-year plans and their refresh); days from the rule set.
 */
export function nextStages(plan: StagedPlan, cycle: CycleRules, today: CalendarDay): readonly NextStage[] {
	const begins = plan.startsOn === null ? null : firstDayOf(plan.startsOn)
	const ends = plan.endsOn === null ? null : lastDayOf(plan.endsOn)
	const next = (stage: MovableStage, fromOn: CalendarDay | null, untilOn: CalendarDay | null = null) => ({
		stage,
		fromOn,
		untilOn,
		isOpen: (fromOn === null || today >= fromOn) && (untilOn === null || today <= untilOn),
	})
	const ending = ends === null ? [] : [next('ENDED', addDays(ends, 1))]
	switch (plan.status) {
		case 'SUBMITTED':
			return begins === null ? [] : [next('IN_IMPLEMENTATION', begins)]
		case 'IN_IMPLEMENTATION':
			return [...refreshOf({ begins, ends }, cycle, next), ...ending]
		case 'REFRESH':
			return [next('IN_IMPLEMENTATION', null), ...ending]
		case 'ENDED':
			return [next('CLOSED', null)]
		default:
			return []
	}
}

type Days = { readonly begins: CalendarDay | null; readonly ends: CalendarDay | null }
type Next = (stage: MovableStage, fromOn: CalendarDay | null, untilOn?: CalendarDay | null) => NextStage

/** Of the lengths that OGP provides for, only the longest has a refresh; where it provides for none, there is none. */
function refreshOf({ begins, ends }: Days, cycle: CycleRules, next: Next): readonly NextStage[] {
	const months = monthsOf({ startsOn: begins, endsOn: ends })
	const longest = Math.max(0, ...cycle.planMonths.values)
	const isLong = months !== null && longest > 0 && months >= longest - cycle.planMonthsTolerance.value
	if (begins === null || !isLong) return []
	const around = cycle.refreshWindowMonths.value
	const due = cycle.refreshMonths.value
	return [next('REFRESH', addMonths(begins, due - around), addMonths(begins, due + around))]
}

/** Whether a plan may enter a stage today. */
export function isStageOpen(
	plan: StagedPlan,
	stage: MovableStage,
	{ cycle, today }: { cycle: CycleRules; today: CalendarDay },
): boolean {
	return nextStages(plan, cycle, today).some((next) => next.stage === stage && next.isOpen)
}
