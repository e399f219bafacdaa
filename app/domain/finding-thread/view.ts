import type { CommitmentRecord, MilestoneRecord, PlanRecord } from '#app/domain/action-plan/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { CompletionLevel } from '#app/domain/commitment/rules.ts'
import type { ClaimView } from '#app/domain/progress-update/view.ts'
import type { ReplyView } from '#app/domain/reply/view.ts'
import type { VerificationRules } from '#app/domain/verification-rules/schema.ts'
import type { Outcome } from '#app/domain/verification/rules.ts'
import type { VerificationView } from '#app/domain/verification/view.ts'
import type { DecisionView } from '#app/domain/verifier-decision/view.ts'
import { THREAD_STATES, threadState } from './rules.ts'
import type { ThreadState } from './rules.ts'

/** What was answered to one version of a finding, and what its author decided; newest first. */
export type FindingThread = {
	/** Last day for a reply in time; null where the finding is not adverse. */
	readonly dueOn: CalendarDay | null
	readonly replies: readonly ReplyView[]
	readonly decisions: readonly DecisionView[]
}

/** A version of a finding before the one in force. */
export type EarlierFinding = {
	readonly version: number
	readonly level: CompletionLevel | null
	readonly outcome: Outcome
	readonly publishedOn: CalendarDay
	readonly ledgerIndex: number
	readonly thread: FindingThread
}

/** A published finding in its newest version, with where it stands and the claim that it judged. */
export type FindingInPlan = {
	readonly plan: { readonly id: string; readonly title: Bilingual }
	readonly member: { readonly name: Bilingual; readonly isDemonstration: boolean }
	readonly commitment: Pick<CommitmentRecord, 'id' | 'number' | 'title'>
	/** Null where the commitment as a whole was verified. */
	readonly milestone: Pick<MilestoneRecord, 'id' | 'number' | 'title'> | null
	readonly claim: ClaimView | null
	readonly finding: VerificationView
	readonly thread: FindingThread
	readonly replyDays: VerificationRules['replyDays']
	readonly today: CalendarDay
}

/** A finding by its record, out of a plan's record; null where the plan has no such finding. */
export function findingInPlan(
	record: PlanRecord,
	recordId: string,
	around: Pick<FindingInPlan, 'replyDays' | 'today'>,
): FindingInPlan | null {
	for (const { commitment, milestone, finding } of findingsOf(record)) {
		if (finding.recordId !== recordId) continue
		const { id, number, title } = commitment
		const judged = milestone?.claims.find((claim) => claim.recordId === finding.claim?.recordId)
		return {
			plan: { id: record.plan.id, title: record.plan.title },
			member: { name: record.plan.member.name, isDemonstration: record.plan.member.isDemonstration },
			commitment: { id, number, title },
			milestone: milestone && { id: milestone.id, number: milestone.number, title: milestone.title },
			claim: judged ?? null,
			finding,
			thread: finding.thread ?? NO_THREAD,
			...around,
		}
	}
	return null
}

const NO_THREAD: FindingThread = { dueOn: null, replies: [], decisions: [] }

type PlacedFinding = {
	readonly commitment: CommitmentRecord
	readonly milestone: MilestoneRecord | null
	readonly finding: VerificationView
}

/** Every finding on a plan in its newest version, commitment by commitment. */
export function findingsOf({ commitments }: Pick<PlanRecord, 'commitments'>): readonly PlacedFinding[] {
	return commitments.flatMap((commitment) => [
		...commitment.verifications.map((finding) => ({ commitment, milestone: null, finding })),
		...commitment.milestones.flatMap((milestone) =>
			milestone.verifications.map((finding) => ({ commitment, milestone, finding })),
		),
	])
}

/** One line of a list of threads. */
export type ThreadLine = PlacedFinding & {
	readonly state: ThreadState
	readonly thread: FindingThread
}

/** The findings on a plan that asked for a reply, were answered or decided about; the earliest clock first. */
export function threadLines(
	record: Pick<PlanRecord, 'commitments'>,
	today: CalendarDay,
): readonly ThreadLine[] {
	return findingsOf(record)
		.flatMap(({ finding, ...place }): ThreadLine[] => {
			const thread = finding.thread ?? NO_THREAD
			const state = threadState(thread, today)
			return state === 'NOT_ADVERSE' ? [] : [{ finding, ...place, state, thread }]
		})
		.sort((a, b) => ((a.thread.dueOn ?? '') < (b.thread.dueOn ?? '') ? -1 : 1))
}

/** How many threads stand in which state; states in which none stands are left out. */
export function countStates(
	lines: readonly Pick<ThreadLine, 'state'>[],
): readonly { readonly state: ThreadState; readonly count: number }[] {
	return THREAD_STATES.flatMap((state) => {
		const count = lines.filter((line) => line.state === state).length
		return count === 0 ? [] : [{ state, count }]
	})
}

/** The days on which anything was published about a finding: its versions, the replies to them and the decisions. */
export function publishedDaysOf(finding: VerificationView): readonly CalendarDay[] {
	const { thread = NO_THREAD, earlier = [] } = finding
	const versions = [{ publishedOn: finding.publishedOn, thread }, ...earlier]
	return versions.flatMap(({ publishedOn, thread: { replies, decisions } }) => [
		publishedOn,
		...[...replies, ...decisions].map((act) => act.publishedOn),
	])
}

/** The same list as data: which finding stands how, and the last day for a reply in time. */
export function threadStates(record: Pick<PlanRecord, 'commitments'>, today: CalendarDay) {
	return threadLines(record, today).map(({ commitment, milestone, finding, thread, state }) => ({
		recordId: finding.recordId,
		commitmentId: commitment.id,
		milestoneId: milestone?.id ?? null,
		state,
		dueOn: thread.dueOn,
	}))
}
