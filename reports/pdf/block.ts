import type { CompletionLevel } from '#app/domain/commitment/rules.ts'

/** Text, with its language where that is not the report's own. */
export type Phrase = string | { readonly text: string; readonly lang: 'en' | 'id' }

/** Who judges: each has one colour, one glyph and one word. */
export type Judge = 'claimed' | 'verified' | 'assessed' | 'coded'

/** A level as drawn: a step of the scale, nobody's word at all, or a word that is no step. */
export type LevelMark = CompletionLevel | 'NOT_ASSESSED' | 'OTHER_WORDS'

export type Content =
	| { readonly kind: 'text'; readonly text: Phrase; readonly tone?: 'muted' }
	| { readonly kind: 'level'; readonly judge: Judge; readonly mark: LevelMark; readonly text: Phrase }
	| { readonly kind: 'link'; readonly text: Phrase; readonly url: string; readonly note: string }

/** One labelled entry: the label in the left rail, what belongs to it beside it. */
export type Field = {
	readonly label: string
	readonly judge?: Judge
	readonly contents: readonly Content[]
	/** The act that this entry shows, so that what is shown can be counted. */
	readonly shows?: string
}

export type Column = {
	readonly label: string
	/** Share of the table's width, relative to the other columns. */
	readonly weight: number
	readonly judge?: Judge
	readonly mark?: LevelMark
	readonly rowHeader?: boolean
}

export type Cell = {
	readonly text: Phrase
	readonly judge?: Judge
	readonly mark?: LevelMark
	readonly detail?: Phrase
}

export type Bar = {
	readonly judge: Judge
	readonly label: string
	readonly segments: readonly { readonly mark: LevelMark; readonly count: number }[]
}

export type Figure = { readonly value: string; readonly share: string | null; readonly label: string }

/** What a report says, in order, without any idea of where it lands on paper. */
export type Block =
	| {
			readonly kind: 'cover'
			readonly kicker: string
			readonly title: Phrase
			readonly subtitle: Phrase
			readonly notice: string | null
			readonly facts: readonly (readonly [string, Phrase])[]
			readonly statement: string
	  }
	| { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: Phrase; readonly bookmark: boolean }
	| {
			readonly kind: 'paragraph'
			readonly text: Phrase
			readonly tone?: 'muted'
			/** Stays on one page with what follows. */
			readonly keep?: boolean
	  }
	| { readonly kind: 'fields'; readonly fields: readonly Field[] }
	| {
			readonly kind: 'table'
			readonly columns: readonly Column[]
			readonly rows: readonly (readonly Cell[])[]
	  }
	| { readonly kind: 'figures'; readonly figures: readonly Figure[] }
	| { readonly kind: 'bars'; readonly alt: string; readonly bars: readonly Bar[] }
	| {
			/** An address as a picture that telephones read, with its words and the address beside it. */
			readonly kind: 'qr'
			readonly address: string
			readonly label: string
			/** What the picture is, for those who listen. */
			readonly alt: string
	  }
	| { readonly kind: 'page-break' }

/** The words of a phrase, whatever their language. */
export function wordsOf(phrase: Phrase): string {
	return typeof phrase === 'string' ? phrase : phrase.text
}
