import { shareOf } from '#app/domain/action-plan/rules.ts'
import type { Share } from '#app/domain/action-plan/rules.ts'
import type { PlanRecord } from '#app/domain/action-plan/view.ts'
import { daysBetween } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { countsAsIndependent } from '#app/domain/divergence/rules.ts'
import { threadState } from '#app/domain/finding-thread/rules.ts'
import { findingsOf } from '#app/domain/finding-thread/view.ts'
import type { FindingThread } from '#app/domain/finding-thread/view.ts'
import { countedCommitments } from '#app/domain/published-text/rules.ts'
import type { VerificationView } from '#app/domain/verification/view.ts'

/** What became of the findings that said less than government did. */
export type FixRate = {
	/** Findings of which a version was adverse; those that their author withdrew are not counted. */
	readonly adverse: number
	/** Of them, those to which nobody replied yet and whose clock still runs. */
	readonly waiting: number
	/** Answered in time, of those that were answered or whose clock is over. */
	readonly repliedInTime: Share
	/** Followed by a finding of the same organization on the same thing that confirms the claim, of all. */
	readonly resolved: Share
	/** From the first adverse version to that finding. Unit: calendar days. Null where none is resolved. */
	readonly medianDays: number | null
}

/**
 * The way from a finding over the reply to the change and its re-check, for the findings of independent organizations.
 * One finding is one record, whatever its versions. It is resolved by the first later finding, a version of its own or
 * another record of the same organization on the same milestone or commitment, that is not adverse and could verify;
 * a version that is adverse again needs a later one.
 *
 * Source  our own; shown as such in the interface.
 */
export function fixRateOf(record: Pick<PlanRecord, 'commitments'>, today: CalendarDay): FixRate {
	const commitments = countedCommitments(record.commitments)
	const findings = findingsOf({ commitments }).map(({ finding }) => finding)
	const standing = findings.filter(countsAsIndependent)
	const versions = standing.flatMap(versionsOf)
	const cases = standing.flatMap((finding) => caseOf(finding, versions, today) ?? [])
	const ended = cases.filter(({ isWaiting }) => !isWaiting)
	const days = cases.flatMap(({ daysToResolution }) => daysToResolution ?? [])
	return {
		adverse: cases.length,
		waiting: cases.length - ended.length,
		repliedInTime: shareOf(ended.filter(({ isRepliedInTime }) => isRepliedInTime).length, ended.length),
		resolved: shareOf(days.length, cases.length),
		medianDays: median(days),
	}
}

type FindingVersion = Pick<
	VerificationView,
	'recordId' | 'organizationId' | 'outcome' | 'publishedOn' | 'ledgerIndex'
> & {
	readonly version: number
	/** The milestone or, of a finding on the whole, the commitment. */
	readonly subject: string
	readonly thread: FindingThread
}

/** All versions of a finding; of reports from before there were threads, nothing is known to be adverse. */
function versionsOf(finding: VerificationView): readonly FindingVersion[] {
	const { recordId, organizationId, commitmentId, milestoneId, thread, earlier = [] } = finding
	const same = { recordId, organizationId, subject: milestoneId ?? commitmentId }
	if (!thread) return []
	return [{ ...finding, thread }, ...earlier].map(
		({ version, outcome, publishedOn, ledgerIndex, thread: own }) => ({
			...same,
			version,
			outcome,
			publishedOn,
			ledgerIndex,
			thread: own,
		}),
	)
}

function isAdverse({ thread }: FindingVersion): boolean {
	return thread.dueOn !== null
}

/** One finding from its first adverse version on; null where no version was adverse. */
function caseOf(finding: VerificationView, all: readonly FindingVersion[], today: CalendarDay) {
	const adverse = versionsOf(finding)
		.filter(isAdverse)
		.sort((a, b) => a.version - b.version)
	const [first] = adverse
	const last = adverse.at(-1)
	if (!first || !last) return null
	const replies = adverse.flatMap(({ thread }) => thread.replies)
	const isResolvedBy = (later: FindingVersion) =>
		later.organizationId === last.organizationId &&
		later.subject === last.subject &&
		later.ledgerIndex > last.ledgerIndex &&
		!isAdverse(later) &&
		later.outcome !== 'CANNOT_VERIFY'
	const [resolution] = all.filter(isResolvedBy).sort((a, b) => a.ledgerIndex - b.ledgerIndex)
	const isNewest = last.version === finding.version
	return {
		isWaiting: replies.length === 0 && isNewest && threadState(last.thread, today) === 'AWAITING_REPLY',
		isRepliedInTime: replies.some((reply) => !reply.isLate),
		daysToResolution: resolution ? daysBetween(first.publishedOn, resolution.publishedOn) : null,
	}
}

/** The middle of some numbers, or halfway between the two in the middle; null where there are none. */
function median(numbers: readonly number[]): number | null {
	const ordered = [...numbers].sort((a, b) => a - b)
	const low = ordered[Math.floor((ordered.length - 1) / 2)]
	const high = ordered[Math.floor(ordered.length / 2)]
	return low === undefined || high === undefined ? null : (low + high) / 2
}
