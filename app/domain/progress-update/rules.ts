import { addDays, firstDayOf, lastDayOf } from '#app/domain/calendar.ts'
import type { CalendarDay, PartialDay } from '#app/domain/calendar.ts'
import { levelFromMilestones } from '#app/domain/commitment/rules.ts'
import type { ClaimedLevel, RolledUpLevel } from '#app/domain/commitment/rules.ts'
import type { Visibility } from '#app/domain/evidence/rules.ts'
import { hasEnded } from '#app/domain/published-text/rules.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'

/**
 * Why a milestone is behind, as the officer names it.
 *
 * Source  codes of Canada's quarterly tracker (open-data/ckanext-canada, nap5.yaml), plus staff turnover (ours).
 */
export const CHALLENGES = [
	'FUNDING',
	'RESOURCES',
	'PRIORITIES',
	'APPROVALS',
	'DEPENDENCY',
	'STAFF_TURNOVER',
	'OTHER',
] as const
export type Challenge = (typeof CHALLENGES)[number]

export const DRAFT_STATES = ['DRAFT', 'SUBMITTED', 'RETURNED'] as const
export type DraftState = (typeof DRAFT_STATES)[number]

/** What a milestone's newest claim says. `level` is null where the source's word is not a step of OGP's scale. */
export type ClaimLevel = { readonly level: ClaimedLevel | null }

/**
 * The claimed level of a commitment, from the newest claim on each milestone (null: nobody reported).
 *
 * One claim in other words than OGP's four steps leaves the commitment's level unstated: a step would be our
 * judgement, not the government's.
 *
 * Source  our own; shown as such in the interface.
 */
export function claimedLevelOfCommitment(claims: readonly (ClaimLevel | null)[]): RolledUpLevel {
	const rolledUp = levelFromMilestones(claims.map((claim) => claim?.level ?? null))
	const inOtherWords = claims.some((claim) => claim !== null && claim.level === null)
	return inOtherWords ? { ...rolledUp, level: null } : rolledUp
}

/** Most links and files that are put forward with one report. Source: our own. */
export const EVIDENCE_MAX = 5

/** Longest answer in one language. Unit: Unicode code points. Source: our own. */
export const DONE_MAX_CHARACTERS = 2000

export type Window = {
	readonly opensOn: CalendarDay
	readonly dueOn: CalendarDay
	readonly lockedOn: CalendarDay | null
	/** Last day of its newest reopening, which is an act that everyone can read. */
	readonly reopenedUntilOn?: CalendarDay | null
}

/**
 * Why no report can be sent at a checkpoint on a day: it opens on `opensOn`, and `lockedOn` is its last day unless it
 * was opened again.
 *
 * Returns  null when one can be sent, also after the day it was due: late is better than never, and shown.
 */
export function reasonNotToFile(checkpoint: Window, today: CalendarDay): RefusalReason | null {
	const { opensOn, lockedOn, reopenedUntilOn = null } = checkpoint
	if (today < opensOn) return 'checkpoint_not_open'
	if (lockedOn === null || today <= lockedOn) return null
	return reopenedUntilOn !== null && today <= reopenedUntilOn ? null : 'checkpoint_locked'
}

/** A report is late from the day after it was due. */
export function isLate(checkpoint: Pick<Window, 'dueOn'>, publishedOn: CalendarDay): boolean {
	return publishedOn > checkpoint.dueOn
}

/**
 * Whether the officer must say what stands in the way: after its start a milestone that is not started or limited
 * has a reason. A start given as a month or a year has passed when all of it has.
 *
 * Returns  false where no start is known.
 * Source   Canada's tracker asks for it in the two lowest steps (nap5.yaml); "after the start" is ours.
 */
export function needsChallenges(
	report: {
		readonly isNil: boolean
		readonly level: ClaimedLevel | null
		readonly startsOn: PartialDay | null
	},
	today: CalendarDay,
): boolean {
	if (report.isNil || report.startsOn === null) return false
	const isLow = report.level === 'NOT_STARTED' || report.level === 'LIMITED'
	return isLow && lastDayOf(report.startsOn) < today
}

/** What can be missing from a report before it is sent. */
export const MISSING_ANSWERS = [
	'LEVEL',
	'DONE',
	'CHALLENGES',
	'CHALLENGE_TEXT',
	'EVIDENCE',
	'PUBLIC_EVIDENCE',
] as const
export type MissingAnswer = (typeof MISSING_ANSWERS)[number]

export type Answers = {
	readonly isNil: boolean
	readonly level: ClaimedLevel | null
	readonly done: { readonly en: string | null; readonly id: string | null }
	readonly challenges: readonly Challenge[]
	readonly challengeText: string | null
	/** Links and files; what does not say that it is protected is public. */
	readonly evidence: readonly { readonly visibility?: Visibility }[]
}

/**
 * What a report still lacks, in the order of the questions. A nil report says all there is to say.
 *
 * Source  evidence from "limited" upwards and public evidence for "complete": ours, after OGP's rule that claims
 *         in the repository carry evidence.
 */
export function missingAnswers(
	answers: Answers,
	startsOn: PartialDay | null,
	today: CalendarDay,
): readonly MissingAnswer[] {
	if (answers.isNil) return []
	if (answers.level === null) return ['LEVEL']
	const needsReasons = needsChallenges({ ...answers, startsOn }, today)
	const missing: Record<MissingAnswer, boolean> = {
		LEVEL: false,
		DONE: answers.done.en === null && answers.done.id === null,
		CHALLENGES: needsReasons && answers.challenges.length === 0,
		CHALLENGE_TEXT: needsReasons && answers.challenges.includes('OTHER') && answers.challengeText === null,
		EVIDENCE: answers.level !== 'NOT_STARTED' && answers.evidence.length === 0,
		PUBLIC_EVIDENCE:
			answers.level === 'COMPLETE' &&
			answers.evidence.length > 0 &&
			answers.evidence.every((piece) => piece.visibility === 'PROTECTED'),
	}
	return MISSING_ANSWERS.filter((answer) => missing[answer])
}

/**
 * The level of a nil report: nothing happened, so the milestone stands where the claim before left it.
 *
 * Returns  NOT_STARTED where government never claimed anything; null where its earlier word is no step of the scale.
 * Source   our own; shown to the officer before the report is sent.
 */
export function levelOfNilReport(before: ClaimLevel | null): ClaimedLevel | null {
	return before === null ? 'NOT_STARTED' : before.level
}

/**
 * Whether a report on a milestone is expected at a checkpoint: once it has begun, and until a claim at an earlier
 * checkpoint (or one without a checkpoint) says that it is complete; never where an amendment ended it.
 *
 * Source  our own.
 */
export function isReportExpected(
	milestone: {
		readonly startsOn: PartialDay | null
		readonly standing?: string
		readonly claims: readonly { level: ClaimedLevel | null; checkpointCode: string | null }[]
	},
	checkpoint: Pick<Window, 'dueOn'>,
	dueOnOf: (checkpointCode: string) => CalendarDay | null,
): boolean {
	if (hasEnded(milestone.standing)) return false
	if (milestone.startsOn !== null && firstDayOf(milestone.startsOn) > checkpoint.dueOn) return false
	return !milestone.claims.some((claim) => {
		if (claim.level !== 'COMPLETE') return false
		const dueOn = claim.checkpointCode === null ? null : dueOnOf(claim.checkpointCode)
		return dueOn === null || dueOn < checkpoint.dueOn
	})
}

/** How urgent a task is, most urgent first. */
export const TASK_GROUPS = ['OVERDUE', 'DUE_SOON', 'LATER', 'DONE'] as const
export type TaskGroup = (typeof TASK_GROUPS)[number]

/** The group of a task; on the day it is due it is not overdue yet, and `dueSoonDays` ahead it is due soon. */
export function taskGroup(
	task: { readonly dueOn: CalendarDay; readonly isPublished: boolean },
	today: CalendarDay,
	dueSoonDays: number,
): TaskGroup {
	if (task.isPublished) return 'DONE'
	if (task.dueOn < today) return 'OVERDUE'
	return task.dueOn <= addDays(today, dueSoonDays) ? 'DUE_SOON' : 'LATER'
}

/** How far a task has come. */
export const TASK_STATES = [
	'NOT_OPEN',
	'NOT_STARTED',
	'IN_PROGRESS',
	'RETURNED',
	'WAITING',
	'PUBLISHED',
] as const
export type TaskState = (typeof TASK_STATES)[number]

/** The state of a task from its draft, its published claim and the day. */
export function taskState(
	task: { readonly draft: DraftState | null; readonly isPublished: boolean; readonly opensOn: CalendarDay },
	today: CalendarDay,
): TaskState {
	if (task.draft === 'SUBMITTED') return 'WAITING'
	if (task.draft === 'RETURNED') return 'RETURNED'
	if (task.draft === 'DRAFT') return 'IN_PROGRESS'
	if (task.isPublished) return 'PUBLISHED'
	return today < task.opensOn ? 'NOT_OPEN' : 'NOT_STARTED'
}

/** The questions of a report, in their order, and the page that shows all answers. */
export const REPORT_STEPS = ['level', 'done', 'challenges', 'evidence', 'check'] as const
export type ReportStep = (typeof REPORT_STEPS)[number]

const STEP_OF: Record<MissingAnswer, ReportStep> = {
	LEVEL: 'level',
	DONE: 'done',
	CHALLENGES: 'challenges',
	CHALLENGE_TEXT: 'challenges',
	EVIDENCE: 'evidence',
	PUBLIC_EVIDENCE: 'evidence',
}

/** The question that asks for an answer. */
export function stepOf(answer: MissingAnswer): ReportStep {
	return STEP_OF[answer]
}

/** The first question without an answer; the check when all have one. */
export function nextStep(missing: readonly MissingAnswer[]): ReportStep {
	return missing[0] === undefined ? 'check' : STEP_OF[missing[0]]
}
