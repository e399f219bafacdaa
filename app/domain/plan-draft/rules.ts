import { addDays, addMonths, daysBetween } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { CycleRules } from '#app/domain/cycle-rules/schema.ts'
import type { RuleSetView } from '#app/domain/rule-set/view.ts'
import { isInOrder } from './schema.ts'
import type { CommitmentText, DraftedPlan, MilestoneText, PlanDraftState } from './schema.ts'

/** Values that a commitment cannot rest on alone. Source: OGP glossary, "OGP values"; IRM procedures manual. */
export const SECONDARY_VALUES: readonly string[] = ['TECHNOLOGY', 'INCLUSION']
export const OGP_VALUES = [
	'TRANSPARENCY',
	'PARTICIPATION',
	'ACCOUNTABILITY',
	'TECHNOLOGY',
	'INCLUSION',
] as const

/** What keeps a plan from being submitted. */
export const DRAFT_PROBLEMS = [
	'PLAN_TITLE',
	'PLAN_DATES',
	'PLAN_ORDER',
	'NO_COMMITMENTS',
	'CONSULTATION_OPEN',
	'TITLE',
	'PROBLEM',
	'BASELINE',
	'ACTION',
	'CONTRIBUTION',
	'PRIMARY_VALUE',
	'LEAD',
	'POLICY_AREA',
	'NO_MILESTONES',
	'COMMITMENT_ORDER',
	'MILESTONE_TITLE',
	'MILESTONE_ORDER',
] as const
export type DraftProblem = (typeof DRAFT_PROBLEMS)[number]

/** What a reader would miss in a plan, and what OGP advises against; none of it keeps a plan back. */
export const DRAFT_WARNINGS = [
	'FEW_COMMITMENTS',
	'MANY_COMMITMENTS',
	'TOO_MANY_COMMITMENTS',
	'PLAN_LENGTH',
	'ADMINISTRATION_UNKNOWN',
	'PLAN_AFTER_ADMINISTRATION',
	'ADMINISTRATION_MARGIN',
	'NO_CONSULTATION',
	'COMMITMENT_OUTSIDE_PLAN',
	'COMMITMENT_NO_END',
	'NO_INSTITUTION',
	'NO_BASELINE',
	'ONLY_SECONDARY_VALUES',
	'MILESTONE_OUTSIDE_COMMITMENT',
	'MILESTONE_NO_END',
	'NO_RESPONSIBLE',
	'NO_DELIVERABLE',
	'NO_PROTOCOL',
] as const
export type DraftWarning = (typeof DRAFT_WARNINGS)[number]

/** What a notice is about. */
export type Subject =
	| { readonly kind: 'plan' }
	| { readonly kind: 'commitment'; readonly commitmentId: string }
	| { readonly kind: 'milestone'; readonly commitmentId: string; readonly milestoneId: string }

/** Something that is missing or unusual, what it is about, the figures its sentence needs, and on what they rest. */
export type Notice<Code extends string = DraftProblem | DraftWarning> = {
	readonly code: Code
	readonly about: Subject
	readonly values: Readonly<Record<string, number>>
	readonly basis: RuleSetView['rules']['graceDays']['basis'] | null
}

type Commitment = DraftedPlan['commitments'][number]
type Milestone = Commitment['milestones'][number]
type Faults<Code extends string> = readonly (readonly [code: Code, isAtFault: boolean])[]

/** The rules of the plan's rule set that a draft is held against. */
export type DraftRules = {
	readonly ruleSet: Pick<RuleSetView, 'track' | 'rules'>
	readonly cycle: CycleRules
}

/** What was opened to comments of a plan: until which day, the newest last. */
export type OpenedConsultation = { readonly closesOn: CalendarDay }

/**
 * What keeps a plan from being submitted for approval, plan first, then commitment by commitment.
 *
 * Source  OGP commitment template; OGP glossary on values. A period in its order, a plan with dates and a consultation
 *         that is over are our own.
 */
export function draftProblems(
	plan: DraftedPlan,
	consultations: readonly OpenedConsultation[],
	today: CalendarDay,
): readonly Notice<DraftProblem>[] {
	const { text, commitments } = plan
	const ofPlan: Faults<DraftProblem> = [
		['PLAN_TITLE', hasNo(text.titleEn, text.titleId)],
		['PLAN_DATES', text.startsOn === null || text.endsOn === null],
		['PLAN_ORDER', !isInOrder(text)],
		['NO_COMMITMENTS', commitments.length === 0],
		['CONSULTATION_OPEN', consultations.some(({ closesOn }) => closesOn >= today)],
	]
	return [
		...noticesOf(ofPlan, { kind: 'plan' }),
		...commitments.flatMap((commitment) => [
			...noticesOf(commitmentProblems(commitment), aboutCommitment(commitment)),
			...commitment.milestones.flatMap((milestone) =>
				noticesOf(milestoneProblems(milestone), aboutMilestone(commitment, milestone)),
			),
		]),
	]
}

function commitmentProblems({ text, leadId, milestones }: Commitment): Faults<DraftProblem> {
	return [
		['TITLE', hasNo(text.titleEn, text.titleId)],
		['PROBLEM', hasNo(text.problemEn, text.problemId)],
		['BASELINE', hasNo(text.baselineEn, text.baselineId)],
		['ACTION', hasNo(text.descriptionEn, text.descriptionId)],
		['CONTRIBUTION', hasNo(text.contributionEn, text.contributionId)],
		['PRIMARY_VALUE', !hasPrimaryValue(text)],
		['LEAD', leadId === null],
		['POLICY_AREA', text.policyAreas.length === 0],
		['NO_MILESTONES', milestones.length === 0],
		['COMMITMENT_ORDER', !isInOrder(text)],
	]
}

function milestoneProblems({ text }: Milestone): Faults<DraftProblem> {
	return [
		['MILESTONE_TITLE', hasNo(text.titleEn, text.titleId)],
		['MILESTONE_ORDER', !isInOrder(text)],
	]
}

/**
 * What is worth a second look before a plan is submitted; it never keeps the plan back.
 *
 * Source  lengths, numbers of commitments and margins are the rule set's, with what each rests on; whether a
 *         commitment can be verified follows the IRM's criterion "verifiability": our own questions.
 */
export function draftWarnings(
	plan: DraftedPlan,
	rules: DraftRules,
	consultations: readonly OpenedConsultation[],
): readonly Notice<DraftWarning>[] {
	return [
		...numberOfCommitments(plan, rules),
		...lengthOfPlan(plan, rules.cycle),
		...(rules.ruleSet.track === 'LOCAL' ? administrationWarnings(plan, rules.cycle) : []),
		...noticesOf([['NO_CONSULTATION', consultations.length === 0]], { kind: 'plan' }),
		...plan.commitments.flatMap((commitment) => [
			...noticesOf(commitmentWarnings(commitment, plan), aboutCommitment(commitment)),
			...commitment.milestones.flatMap((milestone) =>
				noticesOf(milestoneWarnings(milestone, commitment), aboutMilestone(commitment, milestone)),
			),
		]),
	]
}

function numberOfCommitments(
	{ commitments: { length: count } }: DraftedPlan,
	{ ruleSet: { rules }, cycle }: DraftRules,
): readonly Notice<DraftWarning>[] {
	if (count === 0) return []
	const { commitmentsWarnBelow: below, commitmentsWarnAbove: above } = rules
	const strongly = cycle.commitmentsWarnStronglyAbove
	const warn = (code: DraftWarning, { value, basis }: typeof below) => [
		{ code, about: { kind: 'plan' as const }, values: { count, limit: value }, basis },
	]
	if (count < below.value) return warn('FEW_COMMITMENTS', below)
	if (count > strongly.value) return warn('TOO_MANY_COMMITMENTS', strongly)
	return count > above.value ? warn('MANY_COMMITMENTS', above) : []
}

/**
 * Whole months from the first to the last day of a period, both included, rounded to the nearer month.
 *
 * Returns  null where a day is missing or the period ends before it starts.
 */
export function monthsOf(period: {
	readonly startsOn: CalendarDay | null
	readonly endsOn: CalendarDay | null
}): number | null {
	const { startsOn, endsOn } = period
	if (startsOn === null || endsOn === null || endsOn < startsOn) return null
	const after = addDays(endsOn, 1)
	let months = 0
	while (addMonths(startsOn, months + 1) <= after) months += 1
	const rest = daysBetween(addMonths(startsOn, months), after)
	return rest > 15 ? months + 1 : months
}

function lengthOfPlan({ text }: DraftedPlan, cycle: CycleRules): readonly Notice<DraftWarning>[] {
	const months = monthsOf(text)
	const { values, basis } = cycle.planMonths
	const tolerance = cycle.planMonthsTolerance.value
	if (months === null || values.length === 0) return []
	if (values.some((length) => Math.abs(months - length) <= tolerance)) return []
	const [shorter = 0, longer = shorter] = values
	return [{ code: 'PLAN_LENGTH', about: { kind: 'plan' }, values: { months, shorter, longer }, basis }]
}

function administrationWarnings({ text }: DraftedPlan, cycle: CycleRules): readonly Notice<DraftWarning>[] {
	const { administrationEndsOn: term, endsOn } = text
	const { value: months, basis } = cycle.administrationMarginMonths
	const isAfter = term !== null && endsOn !== null && endsOn > term
	const isClose = term !== null && endsOn !== null && !isAfter && addMonths(endsOn, months) > term
	return [
		...noticesOf<DraftWarning>(
			[
				['ADMINISTRATION_UNKNOWN', term === null],
				['PLAN_AFTER_ADMINISTRATION', isAfter],
			],
			{ kind: 'plan' },
		),
		...(isClose
			? [
					{
						code: 'ADMINISTRATION_MARGIN' as const,
						about: { kind: 'plan' as const },
						values: { months },
						basis,
					},
				]
			: []),
	]
}

function commitmentWarnings({ text, leadId }: Commitment, plan: DraftedPlan): Faults<DraftWarning> {
	const named = text.ogpValues.filter(({ justification }) => justification !== null)
	return [
		['COMMITMENT_OUTSIDE_PLAN', text.carriedOverFrom === null && isOutside(text, plan.text)],
		['COMMITMENT_NO_END', text.endsOn === null],
		['NO_INSTITUTION', leadId === null && text.leadInstitution === null],
		['NO_BASELINE', hasNo(text.baselineEn, text.baselineId)],
		['ONLY_SECONDARY_VALUES', named.length > 0 && !hasPrimaryValue(text)],
	]
}

function milestoneWarnings({ text }: Milestone, commitment: Commitment): Faults<DraftWarning> {
	return [
		['MILESTONE_OUTSIDE_COMMITMENT', isOutside(text, commitment.text)],
		['MILESTONE_NO_END', text.endsOn === null],
		['NO_RESPONSIBLE', text.responsible === null && commitment.leadId === null],
		['NO_DELIVERABLE', hasNo(text.deliverableEn, text.deliverableId)],
		['NO_PROTOCOL', !isVerifiable(text)],
	]
}

/** Whether a milestone says what would count as done; the rest of the protocol follows from that. */
function isVerifiable({ protocol }: MilestoneText): boolean {
	return protocol !== null && !hasNo(protocol.whatEn, protocol.whatId)
}

/** A value counts once it says how the commitment serves it. */
function hasPrimaryValue({ ogpValues }: Pick<CommitmentText, 'ogpValues'>): boolean {
	return ogpValues.some(
		({ code, justification }) => justification !== null && !SECONDARY_VALUES.includes(code),
	)
}

type Period = { readonly startsOn: CalendarDay | null; readonly endsOn: CalendarDay | null }

function isOutside(inner: Period, outer: Period): boolean {
	const isBefore = inner.startsOn !== null && outer.startsOn !== null && inner.startsOn < outer.startsOn
	const isAfter = inner.endsOn !== null && outer.endsOn !== null && inner.endsOn > outer.endsOn
	return isBefore || isAfter
}

function hasNo(...texts: readonly (string | null)[]): boolean {
	return texts.every((text) => text === null)
}

function noticesOf<Code extends string>(faults: Faults<Code>, about: Subject): readonly Notice<Code>[] {
	return faults.flatMap(([code, isAtFault]) => (isAtFault ? [{ code, about, values: {}, basis: null }] : []))
}

function aboutCommitment({ id }: Commitment): Subject {
	return { kind: 'commitment', commitmentId: id }
}

function aboutMilestone({ id: commitmentId }: Commitment, { id: milestoneId }: Milestone): Subject {
	return { kind: 'milestone', commitmentId, milestoneId }
}

/** A plan that waits for its approval is not changed any more: whoever approves it has read what is published. */
export function isOpenToChange(state: PlanDraftState): boolean {
	return state !== 'SUBMITTED'
}
