import type { DraftItem } from '#app/domain/report-draft/view.ts'

/** A draft that is shared with somebody; what it says is read on the site, never in a letter. */
export type DraftNews = {
	/** Name of the letter about it; written down before it goes out. */
	readonly key: string
	readonly draft: DraftItem
}

/** The letter to one person about all drafts that are new to them. */
export type DraftLetter = {
	readonly personId: string
	readonly email: string
	readonly locale: string
	readonly news: readonly DraftNews[]
}
