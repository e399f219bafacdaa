import type { ConsultationView } from '#app/domain/consultation/view.ts'
import type { DeskView } from '#app/domain/desk/view.ts'
import type { JudgedPaper } from './rules.ts'

/** A line of the file as its page shows it. */
export type PaperLine = Omit<JudgedPaper, 'said'>

/** A file of contributions on paper as its page shows it, before or after it was taken. */
export type PaperPreview = {
	readonly id: string
	readonly fileName: string
	readonly desk: DeskView
	readonly consultation: ConsultationView
	readonly count: number
	/** Lines with something wrong, all of them. */
	readonly faulty: readonly PaperLine[]
	/** The first lines, as far as a page shows them. */
	readonly first: readonly PaperLine[]
	readonly isTaken: boolean
}
