import { ANSWER_OUTCOMES } from '#app/domain/consultation/rules.ts'
import type { AnswerOutcome } from '#app/domain/consultation/rules.ts'
import type { ContributionView } from '#app/domain/public-contribution/view.ts'
import type { ReasonedResponse, ResponseCommitment } from '#app/domain/reasoned-response/view.ts'
import type { Witness } from '#reports/document/witness.ts'

/** A contribution with its number in the document. */
export type NumberedContribution = { readonly number: number; readonly contribution: ContributionView }

/** A commitment with the contributions that an answer leads to it. */
export type TakenUp = {
	readonly commitment: ResponseCommitment
	readonly by: readonly { readonly number: number; readonly outcome: AnswerOutcome }[]
}

/** All that a reasoned response says, in no language. */
export type ReasonedResponseModel = Witness & {
	readonly response: ReasonedResponse
	readonly contributions: readonly NumberedContribution[]
	/** How many were answered in which way; only ways that occurred. */
	readonly outcomes: readonly { readonly outcome: AnswerOutcome; readonly count: number }[]
	readonly takenUp: readonly TakenUp[]
	/** Merged with another, where no commitment is named. */
	readonly merged: readonly number[]
	readonly origin: string
}

/** What the document needs, worked out from the public record as it stands. */
export function reasonedResponseModel(
	response: ReasonedResponse,
	{ origin, ...witness }: { readonly origin: string } & Witness,
): ReasonedResponseModel {
	const contributions = response.contributions.map((contribution, at) => ({ number: at + 1, contribution }))
	const answered = contributions.flatMap(({ number, contribution: { answer } }) =>
		answer === null ? [] : [{ number, outcome: answer.outcome, commitmentId: answer.commitmentId }],
	)
	return {
		...witness,
		response,
		contributions,
		outcomes: ANSWER_OUTCOMES.flatMap((outcome) => {
			const count = response.counts.answers[outcome] ?? 0
			return count === 0 ? [] : [{ outcome, count }]
		}),
		takenUp: response.commitments.map((commitment) => ({
			commitment,
			by: answered.filter(({ commitmentId }) => commitmentId === commitment.id),
		})),
		merged: answered
			.filter(({ outcome, commitmentId }) => outcome === 'MERGED' && commitmentId === null)
			.map(({ number }) => number),
		origin,
	}
}
