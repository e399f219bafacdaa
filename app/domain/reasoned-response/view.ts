import type { Bilingual } from '#app/domain/bilingual.ts'
import type { ConsultationLine } from '#app/domain/consultation/view.ts'
import type { ContributionView } from '#app/domain/public-contribution/view.ts'

/** A commitment that took up contributions, by the title that is in force. */
export type ResponseCommitment = {
	readonly id: string
	readonly number: string | null
	readonly title: Bilingual
}

/** What became of all that a consultation brought. */
export type ReasonedResponse = ConsultationLine & {
	/** All of them in the order they came; of a hidden one nothing that it said. */
	readonly contributions: readonly ContributionView[]
	/** Those that an answer names. */
	readonly commitments: readonly ResponseCommitment[]
	readonly ledgerSize: number
}
