import { z } from 'zod'
import { LETTER_KINDS } from '#app/domain/application-call/rules.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { isWebAddress, tidied, typedText } from '#app/domain/evidence/schema.ts'
import { URL_MAX_CHARACTERS } from '#app/domain/evidence/rules.ts'
import {
	oneOf,
	optionalCount,
	optionalDay,
	optionalLongText,
	optionalUrl,
	partialDay,
	requiredDay,
	shortText,
} from '#app/domain/typed-values.ts'
import {
	APPLICATION_LANGUAGES,
	APPLICATION_SIDES,
	APPLICATION_STATES,
	OUTCOMES_OF_OGP,
	PUBLISHED_STATES,
	TEXT_MAX_CHARACTERS,
	charactersOf,
} from './rules.ts'
import type { ApplicationState } from './rules.ts'

/** In which language an application is written. */
export const BeginAnswer = z.strictObject({
	language: oneOf(APPLICATION_LANGUAGES, 'application.language.required'),
})

/** The version of something that a page showed; 0 where there was nothing yet. */
const seenVersion = z.coerce.number({ error: 'form.version' }).int().min(0)

/** A field as it was typed; it may be left empty while a draft is written. */
export function textAnswer(maxCharacters: number | null) {
	return z.strictObject({
		version: seenVersion,
		text: z
			.string({ error: 'field.text' })
			.default('')
			.overwrite(tidied)
			.refine((text) => charactersOf(text) <= (maxCharacters ?? TEXT_MAX_CHARACTERS), {
				error: 'application.text.too-long',
			}),
	})
}
export type TextAnswer = z.output<ReturnType<typeof textAnswer>>

/** Which version of a field somebody stands behind. */
export const ConfirmAnswer = z.strictObject({ version: seenVersion })

/** A letter of support, by its address. */
export function letterAnswer(today: CalendarDay) {
	return z.strictObject({
		letterId: z.uuid({ error: 'form.version' }),
		kind: oneOf(LETTER_KINDS, 'application.letter.kind.required'),
		url: z
			.string({ error: 'evidence.url.required' })
			.pipe(typedText(URL_MAX_CHARACTERS))
			.refine((text) => isWebAddress(text), { error: 'evidence.url.web' }),
		signedBy: shortText('application.letter.signed-by.required'),
		signedOn: optionalDay.refine((day) => day === undefined || day <= today, {
			error: 'application.day.future',
		}),
	})
}
export type LetterAnswer = z.output<ReturnType<typeof letterAnswer>>

/** A step that has a button and nothing else, with the stage from which it was seen. */
export const StepSeen = z.strictObject({ from: oneOf(APPLICATION_STATES, 'form.version') })

/** What OGP announced, on which day and where. */
export function outcomeAnswer({ today, notBefore }: { today: CalendarDay; notBefore: CalendarDay }) {
	return z.strictObject({
		from: oneOf(APPLICATION_STATES, 'form.version'),
		to: oneOf(OUTCOMES_OF_OGP, 'application.outcome.required'),
		onDay: requiredDay
			.refine((day) => day <= today, { error: 'application.day.future' })
			.refine((day) => day >= notBefore, { error: 'application.day.before-last' }),
		url: optionalUrl,
		note: optionalLongText,
	})
}

/** What the newest stage should have been, and why it is corrected; an outcome has its own day. */
export function correctionAnswer(asked: {
	readonly choices: readonly ApplicationState[]
	readonly today: CalendarDay
	readonly notBefore: CalendarDay
}) {
	return z
		.strictObject({
			step: z.coerce.number({ error: 'form.version' }).int().min(1),
			to: oneOf(APPLICATION_STATES, 'application.correct.to.required').refine(
				(state) => asked.choices.includes(state),
				{ error: 'application.correct.to.required' },
			),
			onDay: optionalDay
				.refine((day) => day === undefined || day <= asked.today, { error: 'application.day.future' })
				.refine((day) => day === undefined || day >= asked.notBefore, {
					error: 'application.day.before-last',
				}),
			url: optionalUrl,
			note: optionalLongText,
			reason: shortText('member-act.reason.required'),
		})
		.refine(({ to, onDay }) => onDay !== undefined || !OUTCOMES_OF_OGP.some((one) => one === to), {
			path: ['onDay'],
			error: 'application.correct.day.required',
		})
}
export type CorrectionAnswer = z.output<ReturnType<typeof correctionAnswer>>

const Entry = z.string()

/** What the public record of an application says: the texts that both sides stand behind, and the stage it entered. */
export const ApplicationSaid = z.strictObject({
	callNameEn: shortText(),
	callNameId: shortText(),
	state: oneOf(PUBLISHED_STATES),
	steppedOn: requiredDay,
	language: oneOf(APPLICATION_LANGUAGES),
	texts: z.array(z.strictObject({ title: Entry, text: Entry })),
	confirmedBy: z.array(z.strictObject({ side: z.enum(APPLICATION_SIDES), name: Entry })),
	letters: z.array(
		z.strictObject({ letterKind: z.enum(LETTER_KINDS), signedBy: Entry, on: Entry.optional(), url: Entry }),
	),
	monthsLeft: optionalCount,
	termEndsOn: partialDay().optional(),
	url: optionalUrl,
	note: optionalLongText,
})
export type ApplicationSaid = z.output<typeof ApplicationSaid>
