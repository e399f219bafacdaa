/** How far the reading of a finding by a second person of its organization has come. */
export const REVIEW_STANDINGS = ['NONE', 'ASKED', 'RETURNED', 'READ', 'CHANGED_SINCE'] as const
export type ReviewStanding = (typeof REVIEW_STANDINGS)[number]

/** Longest note with which a finding is sent back. Unit: Unicode code points. Source: our own. */
export const NOTE_MAX_CHARACTERS = 2000

/**
 * How the reading of a draft stands. What was read is one version of it: any change asks for another reading.
 *
 * Source  our own; shown as such in the interface.
 */
export function reviewStanding(draft: {
	readonly reviewState: string
	readonly reviewedVersion: number | null
	readonly version: number
}): ReviewStanding {
	const { reviewState, reviewedVersion, version } = draft
	if (reviewState === 'READ') return reviewedVersion === version ? 'READ' : 'CHANGED_SINCE'
	return REVIEW_STANDINGS.find((standing) => standing === reviewState) ?? 'NONE'
}

/** Whether a finding waits for its reading: the organization wants one, and this version was not read. */
export function lacksReview(standing: ReviewStanding, reviewsFindings: boolean): boolean {
	return reviewsFindings && standing !== 'READ'
}
