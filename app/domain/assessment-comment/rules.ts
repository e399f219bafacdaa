/** What became of a comment. Source: the same codes as for contributions to a plan's co-creation. */
export const DISPOSITIONS = ['ACCEPTED', 'PARTLY', 'NOT_ACCEPTED', 'OUT_OF_SCOPE'] as const
export type Disposition = (typeof DISPOSITIONS)[number]

/** Longest comment and longest answer in one language. Unit: Unicode code points. Source: our own. */
export const COMMENT_MAX_CHARACTERS = 4000
/** Longest name of a person or an organization. Unit: Unicode code points. Source: our own. */
export const NAME_MAX_CHARACTERS = 120
/** Most comments on one self-assessment: all of them are annexed and answered one by one. Source: our own. */
export const COMMENTS_MAX = 1000

/** How many comments wait for an answer: each needs what became of it, and why. */
export function unansweredCount(comments: readonly { readonly disposition: string | null }[]): number {
	return comments.filter((comment) => comment.disposition === null).length
}
