import { isInForce } from '#app/domain/action-plan/rules.ts'
import type { PlanRecord, PlanView } from '#app/domain/action-plan/view.ts'
import { addDays, addMonths, firstDayOf, lastDayOf } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { ambitionRecords } from '#app/domain/commitment-test/rules.ts'
import { commitmentsLevel } from '#app/domain/expectation/rules.ts'
import type { ExpectationView, JudgedExpectation } from '#app/domain/expectation/view.ts'
import { declarationsOf, isComplete } from '#app/domain/member-register/rules.ts'
import type { MemberRegisters } from '#app/domain/member-register/view.ts'

/** The plan that a day belongs to: the one in force, else the last one, else the first that is to come; null without any. */
export function planOn(plans: readonly PlanView[], day: CalendarDay): PlanView | null {
	const inOrder = [...plans].sort((a, b) => orderOf(a).localeCompare(orderOf(b)))
	const begun = inOrder.filter((plan) => beginsOn(plan) !== null && (beginsOn(plan) ?? '') <= day)
	return begun.findLast((plan) => isInForce(plan, day) === true) ?? begun.at(-1) ?? inOrder[0] ?? null
}

/** The day from which a plan can have been in the making: that of the plan before it; null for the first one here. */
export function previousDayOf(plans: readonly PlanView[], plan: PlanView): CalendarDay | null {
	const own = beginsOn(plan)
	const before = plans.flatMap((one) => beginsOn(one) ?? []).filter((day) => own !== null && day < own)
	return before.sort().at(-1) ?? null
}

function beginsOn({ startsOn, submittedOn }: PlanView): CalendarDay | null {
	const known = startsOn ?? submittedOn
	return known === null ? null : firstDayOf(known)
}

/** Plans without a day come last: nothing tells that they have begun. */
function orderOf(plan: PlanView): string {
	return `${beginsOn(plan) ?? '9999-12-31'} ${plan.id}`
}

/** What the second expectation is judged on beyond the plan itself. */
export type SuccessionFacts = {
	/** Every public plan of the member. */
	readonly plans: readonly PlanView[]
	readonly registers: MemberRegisters
	readonly day: CalendarDay
}

/**
 * E2, concrete and ambitious commitments: the member's level on one day, by the plan in force or the last one.
 *
 * Rule   after a plan's end: as on its last day while the plan after it was handed in in time; partly met while that one is
 *        in the making; not met when none followed in time, which is also a trigger of "contrary to process". That
 *        none followed is known only where the member declared its register complete since.
 * Source our own, over OGP's rule that a plan follows within twelve months; shown as such in the interface.
 */
export function memberCommitmentsLevel(record: PlanRecord, facts: SuccessionFacts): JudgedExpectation {
	const { plan } = record
	const own = commitmentsLevel(record, facts.day)
	const records = recordsBehind(record, facts.day)
	if (!own.reasons.includes('PLAN_ENDED') || plan.endsOn === null)
		return { ...own, records, dueOn: nextDayOf(record, own, facts.day) }
	return afterEnd(record, own, { ...facts, endedOn: lastDayOf(plan.endsOn) })
}

/** The plan, its commitments, those that are left out too, and what others found of their ambition. */
function recordsBehind(record: PlanRecord, day: CalendarDay): readonly string[] {
	return [record.plan.id, ...record.commitments.map(({ id }) => id), ...ambitionRecords(record, day)]
}

function afterEnd(
	record: PlanRecord,
	own: ExpectationView,
	facts: SuccessionFacts & { readonly endedOn: CalendarDay },
): JudgedExpectation {
	const { registers, day, endedOn } = facts
	const records = recordsBehind(record, day)
	const dueOn = addMonths(endedOn, record.ruleSet.rules.successorMonths.value)
	const next = successorOf(record, facts)
	const isLate = dueOn < day
	if (next !== null && !isLate) {
		const { level, reasons, inputs } = commitmentsLevel(record, endedOn)
		const behind = [...records, next.id]
		return { ...own, level, inputs, reasons: [...reasons, 'SUCCESSOR_SUBMITTED'], records: behind, dueOn }
	}
	const making = isLate ? [] : makingOfNext(record, facts)
	if (making.length > 0)
		return {
			...own,
			level: 'PARTIAL',
			reasons: ['SUCCESSOR_IN_MAKING'],
			records: [...records, ...making],
			dueOn,
		}
	const isKnown = isComplete(registers, 'COCREATION', { from: addDays(endedOn, 1), to: day })
	if (!isLate || !isKnown) return { ...own, records, dueOn: isLate ? null : dueOn }
	const reasons = ['SUCCESSOR_MISSING', 'CONTRARY_TO_PROCESS_RISK'] as const
	const behind = [...records, ...declarationsOf(registers, 'COCREATION')]
	return { ...own, level: 'NOT_MET', reasons, records: behind, dueOn: null }
}

/** The next plan of the member that was handed in by the day. */
function successorOf({ plan }: PlanRecord, { plans, day }: SuccessionFacts): PlanView | null {
	const own = orderOf(plan)
	const handedIn = plans.filter(
		(one) =>
			one.id !== plan.id &&
			orderOf(one) > own &&
			one.submittedOn !== null &&
			firstDayOf(one.submittedOn) <= day,
	)
	return handedIn.sort((a, b) => orderOf(a).localeCompare(orderOf(b)))[0] ?? null
}

/** Records that show the next plan in the making: another plan, a timeline that has begun, a meeting held for it. */
function makingOfNext(
	{ plan }: PlanRecord,
	{ plans, registers, day, endedOn }: SuccessionFacts & { readonly endedOn: CalendarDay },
): readonly string[] {
	const own = orderOf(plan)
	const begunAfter = plan.submittedOn ?? plan.startsOn
	const timelines = registers.of['timeline.published'].filter(
		({ said }) =>
			said.startsOn <= day &&
			said.planId !== plan.id &&
			(begunAfter === null || said.startsOn > lastDayOf(begunAfter)),
	)
	const meetings = registers.of['meeting.published'].filter(
		({ said }) =>
			said.state === 'HELD' && said.phase === 'CO_CREATION' && said.meetsOn > endedOn && said.meetsOn <= day,
	)
	const drafts = plans.filter(
		(one) => one.id !== plan.id && orderOf(one) > own && one.status === 'CONSULTATION',
	)
	return [...drafts.map(({ id }) => id), ...[...timelines, ...meetings].map(({ recordId }) => recordId)]
}

/** The day on which the level can change by itself: of the design assessment, else the last day for the next plan. */
function nextDayOf(
	{ plan, ruleSet: { rules } }: PlanRecord,
	{ reasons }: ExpectationView,
	day: CalendarDay,
): CalendarDay | null {
	if (reasons.includes('PLAN_NOT_STARTED')) return plan.startsOn && firstDayOf(plan.startsOn)
	if (reasons.includes('AMBITION_NOT_YET_DUE') && plan.submittedOn !== null)
		return addMonths(lastDayOf(plan.submittedOn), rules.designAssessmentMonths.value)
	if (plan.endsOn === null) return null
	const dueOn = addMonths(lastDayOf(plan.endsOn), rules.successorMonths.value)
	return dueOn < day ? null : dueOn
}
