import { z } from 'zod'
import { SECTORS } from '#app/domain/cocreation/rules.ts'
import { typedText } from '#app/domain/evidence/schema.ts'
import { HIDING_REASONS } from '#app/domain/observation/rules.ts'
import {
	inEitherLanguage,
	oneOf,
	optionalLongText,
	optionalText,
	optionalUrl,
	requiredDay,
	shortText,
	yesOrNo,
} from '#app/domain/typed-values.ts'
import {
	ANSWER_OUTCOMES,
	CONTRIBUTION_MAX_CHARACTERS,
	CONTRIBUTION_MIN_CHARACTERS,
	INPUT_CHANNELS,
} from './rules.ts'

/** A question to the public, and until when it is open. */
export const ConsultationSaid = z
	.strictObject({
		titleId: optionalText,
		titleEn: optionalText,
		questionId: optionalLongText,
		questionEn: optionalLongText,
		channel: oneOf(INPUT_CHANNELS),
		opensOn: requiredDay,
		closesOn: requiredDay,
		takesForms: yesOrNo(),
		planId: optionalText,
		url: optionalUrl,
	})
	.superRefine(inEitherLanguage('title', 'question'))
	.refine((said) => said.opensOn <= said.closesOn, { path: ['closesOn'], error: 'day.end-before-start' })
export type ConsultationSaid = z.output<typeof ConsultationSaid>

/** What somebody of the public gave to a consultation; who they are is theirs to say. */
export const PublicContributionSaid = z.strictObject({
	consultationId: shortText(),
	text: z
		.string({ error: 'contribution.text.required' })
		.pipe(typedText(CONTRIBUTION_MAX_CHARACTERS))
		.refine((text) => [...text].length >= CONTRIBUTION_MIN_CHARACTERS, { error: 'contribution.text.short' }),
	locale: shortText(),
	name: optionalText,
	sector: oneOf(SECTORS).optional(),
	receivedOn: requiredDay,
	channel: oneOf(INPUT_CHANNELS),
	/** The number that the paper or the list gives it. */
	paperNumber: optionalText,
})
export type PublicContributionSaid = z.output<typeof PublicContributionSaid>

/** Why the host hides a contribution: for law or safety, and for nothing else. */
export const ContributionHidingSaid = z.strictObject({
	contributionId: shortText(),
	reasonCode: oneOf(HIDING_REASONS),
	noteId: optionalLongText,
	noteEn: optionalLongText,
})

/** What became of a contribution, and why. An answer without a reason is none. */
export const ReasonedAnswerSaid = z
	.strictObject({
		contributionId: shortText(),
		outcome: oneOf(ANSWER_OUTCOMES),
		reasonId: optionalLongText,
		reasonEn: optionalLongText,
		commitmentId: optionalText,
	})
	.superRefine(inEitherLanguage('reason'))
export type ReasonedAnswerSaid = z.output<typeof ReasonedAnswerSaid>
