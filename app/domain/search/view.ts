import type { Bilingual } from '#app/domain/bilingual.ts'
import { MATCH_MARKS } from './rules.ts'
import type { FoundKind } from './rules.ts'

/** Texts in which what was searched for stands between marks; null: there is no such text. */
export type MarkedText = Bilingual

/** One thing that was found. */
export type Found = {
	readonly kind: FoundKind
	/** Of the thing: a commitment, a milestone, an act's record, a member or an organization. */
	readonly id: string
	/** What it is called or, of acts on a promise, what that promise is called. */
	readonly title: MarkedText
	/** The commitment that it belongs to; null where it belongs to none. */
	readonly commitmentId: string | null
	/** Whose it is. */
	readonly member: { readonly name: Bilingual; readonly isDemonstration: boolean } | null
	/** Who said it. */
	readonly organization: Bilingual | null
	readonly publishedOn: string | null
	/** Where the words stand in its text, by language; null where it has none of them. */
	readonly snippet: MarkedText
}

/** What was found of one kind: how much in all, and some of it. */
export type FoundOfKind = {
	readonly kind: FoundKind
	readonly count: number
	readonly shown: readonly Found[]
}

/** The answer to a search. */
export type SearchResult = {
	/** Where nothing has the typed words: the words that were looked for instead. Null otherwise. */
	readonly similar: string | null
	readonly kinds: readonly FoundOfKind[]
	/** Of all kinds, whichever are shown. */
	readonly count: number
}

/** The texts of these that have something marked. */
export function onlyMarked({ en, id }: MarkedText): MarkedText {
	const marked = (text: string | null) => (text?.includes(MATCH_MARKS.start) ? text : null)
	return { en: marked(en), id: marked(id) }
}
