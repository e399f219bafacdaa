import type { Bilingual } from '#app/domain/bilingual.ts'
import type { FindingView } from '#app/domain/finding-draft/view.ts'

/** A colleague's finding before it is published, as its second reader sees it. */
export type ReviewView = {
	readonly view: FindingView
	readonly authorName: string
}

/** A finding that waits for a second reader. */
export type ReviewItem = {
	readonly draftId: string
	readonly authorName: string
	readonly commitmentTitle: Bilingual
	/** Null where the commitment as a whole is judged. */
	readonly milestoneTitle: Bilingual | null
}
