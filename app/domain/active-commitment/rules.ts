import type { CommitmentRecord, PlanRecord } from '#app/domain/action-plan/view.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { ENDED_STANDINGS } from '#app/domain/published-text/rules.ts'
import type { LeftOutCommitment } from './view.ts'

type Planned = Pick<PlanRecord, 'commitments' | 'amendments'>

/**
 * The commitments that were part of the plan on a day: those that had not ended by then, and not yet those that they
 * became later. What ended leaves every denominator from the day on which its end was published, and stays listed.
 *
 * Source  our own, over OGP's reporting on active commitments; shown as such in the interface.
 */
export function activeCommitments(
	{ commitments }: Pick<Planned, 'commitments'>,
	day: CalendarDay,
): readonly CommitmentRecord[] {
	const goesOn = commitments.filter((one) => endedStanding(one) !== null && !hasEndedBy(one, day))
	const later = new Set(goesOn.flatMap(({ successors = [] }) => successors.map(({ id }) => id)))
	const isThere = (one: CommitmentRecord) => !later.has(one.id) || firstPublishedOn(one) <= day
	return commitments.filter((one) => !hasEndedBy(one, day) && isThere(one))
}

/** Those that a figure of that day leaves out, in the order of the plan, with why. */
export function leftOutCommitments(
	{ commitments, amendments = [] }: Planned,
	day: CalendarDay,
): readonly LeftOutCommitment[] {
	return commitments.flatMap((one) => {
		const standing = endedStanding(one)
		if (standing === null || !hasEndedBy(one, day)) return []
		const { id: commitmentId, number, title, origin, successors = [] } = one
		const ended = amendments.findLast(({ changes }) =>
			changes.some(({ recordId }) => recordId === commitmentId),
		)
		const amendment = ended ? { recordId: ended.recordId, reason: ended.reason } : null
		return [{ commitmentId, number, title, standing, sinceOn: origin.publishedOn, amendment, successors }]
	})
}

/** What a level says of what it left out; nothing where nothing was. */
export function leftOutOf(
	record: Planned,
	day: CalendarDay,
): { readonly leftOut?: readonly LeftOutCommitment[] } {
	const leftOut = leftOutCommitments(record, day)
	return leftOut.length === 0 ? {} : { leftOut }
}

function endedStanding({
	standing,
}: Pick<CommitmentRecord, 'standing'>): LeftOutCommitment['standing'] | null {
	return ENDED_STANDINGS.find((ended) => ended === standing) ?? null
}

function hasEndedBy(commitment: CommitmentRecord, day: CalendarDay): boolean {
	return endedStanding(commitment) !== null && commitment.origin.publishedOn <= day
}

function firstPublishedOn({ earlier = [], origin }: CommitmentRecord): CalendarDay {
	return earlier[0]?.origin.publishedOn ?? origin.publishedOn
}
