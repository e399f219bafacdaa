import { countedCommitments, countedMilestones, hasEnded } from '#app/domain/published-text/rules.ts'
import { firstDayOf, lastDayOf } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { isHighCompletion } from '#app/domain/commitment/rules.ts'
import type { CompletionLevel } from '#app/domain/commitment/rules.ts'
import {
	DIVERGENCE_STATES,
	countsAsIndependent,
	judgementsOfCommitment,
	judgementsOfMilestone,
} from '#app/domain/divergence/rules.ts'
import type { DivergenceState, Judgement, Judgements } from '#app/domain/divergence/rules.ts'
import { isOverdue } from '#app/domain/milestone/rules.ts'
import type { ClaimView } from '#app/domain/progress-update/view.ts'
import type { VerificationView } from '#app/domain/verification/view.ts'
import type { CommitmentRecord, MilestoneRecord, PlanRecord, PlanView } from './view.ts'

/** Stages of a plan's life. Source: OGP national handbook; codes ours. */
export const PLAN_STATUSES = [
	'DRAFT',
	'CONSULTATION',
	'SUBMITTED',
	'IN_IMPLEMENTATION',
	'REFRESH',
	'ENDED',
	'CLOSED',
] as const
export type PlanStatus = (typeof PLAN_STATUSES)[number]

/** A share with both its numbers. `share` is 0–1, unrounded, and null when the denominator is 0. */
export type Share = { readonly count: number; readonly of: number; readonly share: number | null }

/** How many commitments one judge puts on each step, and how many on none. */
export type JudgeFigures = {
	readonly counts: Readonly<Record<CompletionLevel, number>>
	/** Commitments on which the judge spoke in words that are no step of the scale. */
	readonly inOtherWords: number
	/** Commitments on which the judge said nothing. */
	readonly notAssessed: number
	/** Substantial or complete, of the commitments that have a step. */
	readonly highCompletion: Share
}

export type OverdueMilestone = {
	readonly commitmentId: string
	readonly milestoneId: string
	readonly lastDay: CalendarDay
	/** What government claims about it; null without a claim or in other words. */
	readonly claimed: CompletionLevel | null
}

/** One place where two judges differ or only one can speak. `milestoneId` null: the commitment as a whole. */
export type DivergenceItem = {
	readonly commitmentId: string
	readonly milestoneId: string | null
	readonly judgements: Judgements
}

/** The figures of one plan: what dashboard, API, exports and PDF show. */
export type PlanFigures = {
	readonly commitments: number
	readonly milestones: number
	readonly claimed: JudgeFigures
	readonly verified: JudgeFigures
	readonly coded: JudgeFigures
	/** Commitments on which claim and verification agree, of those that have both levels. */
	readonly agreement: Share
	/** Commitments with at least one independent verification, of all. */
	readonly coverage: Share
	readonly verifications: number
	readonly overdue: readonly OverdueMilestone[]
	readonly milestonesWithoutEndDate: number
	readonly divergenceCounts: Readonly<Record<DivergenceState, number>>
	/** Gaps first, the widest first; then what cannot be verified; then proof without a claim. */
	readonly divergences: readonly DivergenceItem[]
	/** Newest claims on a milestone that no independent verification has looked at. */
	readonly claimsWaiting: number
}

/**
 * Every figure of a plan as known on one day.
 *
 * Source  OGP's completion scale and its grouping; agreement, coverage and lists are our own and shown as such.
 */
export function planFigures(whole: PlanRecord, today: CalendarDay): PlanFigures {
	const record = countedRecord(whole)
	const judged = record.commitments.map((commitment) => ({
		commitment,
		judgements: judgementsOfCommitment(commitment),
	}))
	const milestones = record.commitments.flatMap((c) => c.milestones)
	const all = judged.map((j) => j.judgements)
	const both = all.filter((j) => j.claimed.level !== null && j.verified.level !== null)
	return {
		commitments: record.commitments.length,
		milestones: milestones.length,
		claimed: judgeFigures(all.map((j) => j.claimed)),
		verified: judgeFigures(all.map((j) => j.verified)),
		coded: judgeFigures(all.map((j) => j.coded)),
		agreement: shareOf(both.filter((j) => j.divergence.state === 'AGREES').length, both.length),
		coverage: shareOf(
			record.commitments.filter(hasIndependentVerification).length,
			record.commitments.length,
		),
		verifications: record.commitments.reduce((sum, c) => sum + verificationsOf(c).length, 0),
		overdue: overdueMilestones(record, today),
		milestonesWithoutEndDate: milestones.filter((m) => m.endsOn === null).length,
		divergenceCounts: countPerState(all),
		divergences: judged
			.flatMap(({ commitment, judgements }) => divergencesOf(commitment, judgements))
			.sort(gapsFirst),
		claimsWaiting: record.commitments.reduce(
			(sum, c) => sum + c.milestones.filter((m) => isWaiting(m, c)).length,
			0,
		),
	}
}

/** A record with what figures count: nothing twice that goes on under another address. */
function countedRecord(record: PlanRecord): PlanRecord {
	const commitments = countedCommitments(record.commitments)
	return { ...record, commitments: commitments.map((c) => ({ ...c, milestones: countedMilestones(c) })) }
}

/** Whether the plan was in force on the day; null where its period is not known. */
export function isInForce(plan: Pick<PlanView, 'startsOn' | 'endsOn'>, today: CalendarDay): boolean | null {
	if (plan.startsOn === null || plan.endsOn === null) return null
	return firstDayOf(plan.startsOn) <= today && today <= lastDayOf(plan.endsOn)
}

/** A share with its numbers; null share when there is nothing to divide by. */
export function shareOf(count: number, of: number): Share {
	return { count, of, share: of === 0 ? null : count / of }
}

/** All verifications of a commitment and of its milestones, interested ones included. */
export function verificationsOf(commitment: CommitmentRecord): readonly VerificationView[] {
	return [...commitment.verifications, ...commitment.milestones.flatMap((m) => m.verifications)]
}

/** Whether anybody independent verified the commitment or one of its milestones. */
export function hasIndependentVerification(commitment: CommitmentRecord): boolean {
	return verificationsOf(commitment).some(countsAsIndependent)
}

/**
 * Whether a claim still waits for somebody independent. A verification that names no claim looks at what was
 * claimed up to its own day.
 */
export function isClaimWaiting(claim: ClaimView, verifications: readonly VerificationView[]): boolean {
	return !verifications.some((v) => {
		if (!countsAsIndependent(v)) return false
		if (v.claim) return v.claim.recordId === claim.recordId && v.claim.version === claim.version
		return v.publishedOn >= claim.publishedOn
	})
}

function isWaiting(milestone: MilestoneRecord, commitment: CommitmentRecord): boolean {
	const claim = milestone.claims[0]
	return (
		claim !== undefined && isClaimWaiting(claim, [...milestone.verifications, ...commitment.verifications])
	)
}

function judgeFigures(judgements: readonly Judgement[]): JudgeFigures {
	const levels = judgements.flatMap((j) => j.level ?? [])
	const inOtherWords = judgements.filter((j) => j.level === null && j.inOtherWords.length > 0).length
	return {
		counts: countPerLevel(levels),
		inOtherWords,
		notAssessed: judgements.length - levels.length - inOtherWords,
		highCompletion: shareOf(levels.filter(isHighCompletion).length, levels.length),
	}
}

function countPerLevel(levels: readonly CompletionLevel[]): Record<CompletionLevel, number> {
	const counts = { NO_EVIDENCE: 0, NOT_STARTED: 0, LIMITED: 0, SUBSTANTIAL: 0, COMPLETE: 0 }
	for (const level of levels) counts[level] += 1
	return counts
}

function countPerState(all: readonly Judgements[]): Record<DivergenceState, number> {
	const counts = {
		AGREES: 0,
		GOVERNMENT_HIGHER: 0,
		VERIFIER_HIGHER: 0,
		UNVERIFIED: 0,
		CANNOT_VERIFY: 0,
		NO_CLAIM: 0,
	}
	for (const { divergence } of all) counts[divergence.state] += 1
	return counts
}

function overdueMilestones(record: PlanRecord, today: CalendarDay): readonly OverdueMilestone[] {
	const overdue = record.commitments.flatMap((commitment) =>
		commitment.milestones.flatMap((milestone): OverdueMilestone[] => {
			const claimed = milestone.claims[0]?.level ?? null
			if (milestone.endsOn === null || hasEnded(milestone.standing)) return []
			if (!isOverdue(milestone, claimed, today)) return []
			return [
				{
					commitmentId: commitment.id,
					milestoneId: milestone.id,
					lastDay: lastDayOf(milestone.endsOn),
					claimed,
				},
			]
		}),
	)
	return overdue.sort((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0))
}

/** A commitment's own divergence; where its rolled-up levels hide a gap, those of its milestones. */
function divergencesOf(commitment: CommitmentRecord, judgements: Judgements): DivergenceItem[] {
	const whole = { commitmentId: commitment.id, milestoneId: null, judgements }
	if (isGap(judgements.divergence.state)) return [whole]
	const hidden = commitment.milestones.flatMap((milestone): DivergenceItem[] => {
		const own = judgementsOfMilestone(milestone)
		return isGap(own.divergence.state)
			? [{ commitmentId: commitment.id, milestoneId: milestone.id, judgements: own }]
			: []
	})
	return isWorthShowing(judgements) ? [whole, ...hidden] : hidden
}

function isWorthShowing({ divergence, codedDivergence }: Judgements): boolean {
	if (isGap(codedDivergence.state) || divergence.state === 'CANNOT_VERIFY') return true
	return divergence.evidenceGap === 'PROOF_WITHOUT_CLAIM'
}

function isGap(state: DivergenceState): boolean {
	return state === 'GOVERNMENT_HIGHER' || state === 'VERIFIER_HIGHER'
}

function gapsFirst(a: DivergenceItem, b: DivergenceItem): number {
	return widestGap(b) - widestGap(a) || stateRank(a) - stateRank(b)
}

function widestGap({ judgements }: DivergenceItem): number {
	return Math.max(Math.abs(judgements.divergence.steps ?? 0), Math.abs(judgements.codedDivergence.steps ?? 0))
}

const STATES_FIRST: readonly DivergenceState[] = [
	'GOVERNMENT_HIGHER',
	'VERIFIER_HIGHER',
	...DIVERGENCE_STATES.filter((state) => !isGap(state)).reverse(),
]

function stateRank({ judgements }: DivergenceItem): number {
	return STATES_FIRST.indexOf(judgements.divergence.state)
}

/** How many plans of real members the front page names; all plans have a list of their own. Source  our own [D]. */
export const FRONT_PLANS = 12

type FrontPlan = Pick<PlanView, 'startsOn' | 'endsOn'> & {
	readonly member: Pick<PlanView['member'], 'id' | 'isDemonstration'>
}

/**
 * The plans that the front page names, out of all in their order with the newest of each member first: the newest of
 * each real member, those whose period holds the day before the others, and no more than fit; then one invented one.
 */
export function frontPlans<Plan extends FrontPlan>(
	plans: readonly Plan[],
	today: CalendarDay,
): readonly Plan[] {
	const newest = plans.filter((plan, at) => plans.findIndex((p) => p.member.id === plan.member.id) === at)
	const isRunning = ({ startsOn, endsOn }: FrontPlan) =>
		startsOn !== null && endsOn !== null && firstDayOf(startsOn) <= today && today <= lastDayOf(endsOn)
	const real = newest.filter((plan) => !plan.member.isDemonstration)
	const inOrder = [...real.filter(isRunning), ...real.filter((plan) => !isRunning(plan))]
	return [
		...inOrder.slice(0, FRONT_PLANS),
		...newest.filter((plan) => plan.member.isDemonstration).slice(0, 1),
	]
}
