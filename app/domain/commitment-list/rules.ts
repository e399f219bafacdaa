import type { CommitmentRecord } from '#app/domain/action-plan/view.ts'
import { lastDayOf } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Judgements } from '#app/domain/divergence/rules.ts'
import { isOverdue } from '#app/domain/milestone/rules.ts'
import { hasEnded } from '#app/domain/published-text/rules.ts'

/** Orders of a list of commitments: as plans have them, the longest late, the widest gap, or the newest act first. */
export const COMMITMENT_ORDERS = ['plan', 'late', 'gap', 'recent'] as const
export type CommitmentOrder = (typeof COMMITMENT_ORDERS)[number]

/** Commitments on one page. Source: our own. */
export const COMMITMENTS_PER_PAGE = 25

/** No list is this long; whoever asks for a later page has mistyped. */
export const PAGES_AT_MOST = 10_000

/**
 * Longest search that is answered.
 *
 * Unit    characters as people count them.
 * Source  our own.
 */
export const LONGEST_SEARCH = 200

/** Words of a search that are looked for; what comes after them is not. Source: our own. */
const WORDS_AT_MOST = 20

/** Words that stand in nearly every Indonesian text, as the migration leaves them out of what is searched. Source: our own. */
export const EVERYWHERE: ReadonlySet<string> = new Set(
	'ada adalah agar akan antara atas atau bagi bahwa bisa dalam dan dapat dari dengan di dimana hingga ia ini itu juga karena ke kepada maka melalui mereka oleh pada para saat sebagai secara sebuah serta suatu tersebut tentang tidak untuk yaitu yang'.split(
		' ',
	),
)

/**
 * The words that a search looks for: letters and digits of any script, without the signs between them, so that nothing
 * typed is ever an instruction. Indonesian words that stand everywhere are left out, unless nothing else was typed.
 *
 * Returns  none where no word was typed.
 */
export function wordsOf(typed: string): readonly string[] {
	const words = typed.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
	const telling = words.filter((word) => !EVERYWHERE.has(word.toLowerCase()))
	return (telling.length > 0 ? telling : words).slice(0, WORDS_AT_MOST)
}

/** The last days of a commitment's milestones that go on and are not claimed to be complete, the earliest first. */
export function openEnds(commitment: Pick<CommitmentRecord, 'milestones'>): readonly CalendarDay[] {
	return commitment.milestones
		.filter(({ standing }) => !hasEnded(standing))
		.flatMap(({ endsOn, claims }) => {
			const claimed = claims[0]?.level ?? null
			// Asked on a day after every other, the rule says whether the milestone can become overdue at all.
			return endsOn !== null && isOverdue({ endsOn }, claimed, '9999-12-31') ? [lastDayOf(endsOn)] : []
		})
		.sort()
}

/** How many of these ends have passed on a day; on its last day a milestone is still due. */
export function overdueOf(openUntil: readonly CalendarDay[], today: CalendarDay): number {
	return openUntil.filter((day) => day < today).length
}

/**
 * The widest difference between the claim and any independent judge.
 *
 * Unit     steps of OGP's scale, without their direction; 0: nobody differs, or nothing can be compared.
 * Source   our own; shown as such in the interface.
 */
export function widestGap({ divergence, assessedDivergence, codedDivergence }: Judgements): number {
	const gaps = [divergence, assessedDivergence, codedDivergence]
	return Math.max(...gaps.map((gap) => Math.abs(gap?.steps ?? 0)))
}

/** How many pages a list has; an empty one has one. */
export function pagesOf(count: number, perPage: number): number {
	return Math.max(1, Math.ceil(count / perPage))
}
