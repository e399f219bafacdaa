import { queueHref, subjectHref } from '#app/components/workspace/addresses.ts'
import type { SubjectView } from '#app/domain/finding-ground/view.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** A thing that is judged, by its parts. */
export type JudgedPlace = {
	readonly commitmentId: string
	/** Null where the commitment as a whole is judged. */
	readonly milestoneId: string | null
	readonly checkpointCode: string | null
	/** Of a claim on a milestone; null where silence, or the whole, is judged. */
	readonly claimRecordId: string | null
}

/** What is verified, before it is: a claim, a milestone, or a commitment as a whole; and where its verification begins. */
export function judgedHref(locale: Locale, place: JudgedPlace, verb?: 'begin'): string {
	const { commitmentId, milestoneId, checkpointCode, claimRecordId } = place
	const rest = [checkpointCode ?? undefined, verb]
	if (milestoneId === null) return checkpointAddress(locale, { kind: 'commitments', id: commitmentId }, rest)
	if (claimRecordId !== null || checkpointCode === null)
		return subjectHref(locale, { claimRecordId, milestoneId }, verb)
	return checkpointAddress(locale, { kind: 'milestones', id: milestoneId }, rest)
}

/** The same, of a subject with its texts. */
export function subjectAddress(locale: Locale, subject: SubjectView, verb?: 'begin'): string {
	const place = {
		commitmentId: subject.commitment.id,
		milestoneId: subject.milestone?.id ?? null,
		checkpointCode: subject.checkpoint?.code ?? null,
		claimRecordId: subject.claim?.recordId ?? null,
	}
	return judgedHref(locale, place, verb)
}

type Place = { readonly kind: 'commitments' | 'milestones'; readonly id: string }

function checkpointAddress(
	locale: Locale,
	{ kind, id }: Place,
	rest: readonly (string | undefined)[],
): string {
	return [queueHref(locale), kind, id, ...rest.filter((part) => part !== undefined)].join('/')
}

/** A commitment as a whole, or one of its milestones, at a checkpoint, before it is verified. */
export function atCheckpointHref(locale: Locale, place: Place, checkpointCode: string): string {
	return checkpointAddress(locale, place, [checkpointCode])
}

/** The commitments a monitor may verify. */
export function commitmentsToVerifyHref(locale: Locale): string {
	return `${queueHref(locale)}/commitments`
}

/** What of a commitment can be verified, and at which checkpoint. */
export function verifyCommitmentHref(locale: Locale, commitmentId: string): string {
	return `${commitmentsToVerifyHref(locale)}/${commitmentId}`
}

/** Where a monitor stands back from a commitment. */
export function standBackHref(locale: Locale, commitmentId: string): string {
	return `${verifyCommitmentHref(locale, commitmentId)}/stand-back`
}

/** Colleagues' findings that wait for a second reader. */
export function reviewsHref(locale: Locale): string {
	return `${queueHref(locale)}/reviews`
}

/** Where an author asks for a second reader; a colleague's finding for its reader; and what that one does with it. */
export function reviewHref(
	locale: Locale,
	draftId: string,
	part: 'ask-review' | 'review' | 'review/pass' | 'review/return',
): string {
	return `/${locale}/verifications/${draftId}/${part}`
}
