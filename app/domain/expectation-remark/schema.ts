import { z } from 'zod'
import { NamedInterests } from '#app/domain/conflict/schema.ts'
import { EXPECTATION_LEVELS, EXPECTATIONS } from '#app/domain/expectation/view.ts'
import {
	inEitherLanguage,
	oneOf,
	optionalLongText,
	optionalUrl,
	requiredDay,
	shortText,
} from '#app/domain/typed-values.ts'

/** What is said beside a computed level, which nobody overwrites: by the point of contact a comment, by others dissent. */
export const RemarkSaid = z
	.strictObject({
		expectation: oneOf(EXPECTATIONS),
		asOfOn: requiredDay,
		/** The level as it was computed when the remark was made. */
		level: shortText(),
		textId: optionalLongText,
		textEn: optionalLongText,
		url: optionalUrl,
		/** Of dissent: what ties its author to what is judged, as the record shows it and as it was declared. */
		interests: NamedInterests.optional(),
	})
	.superRefine(inEitherLanguage('text'))
export type RemarkSaid = z.output<typeof RemarkSaid>

/** A remark as its form is filled in. The level comes from the site; the form only says which one was seen. */
export const RemarkAnswer = z
	.strictObject({
		recordId: z.uuid({ error: 'desk.record.unknown' }),
		expectation: oneOf(EXPECTATIONS),
		seenLevel: z.enum(EXPECTATION_LEVELS, { error: 'form.version' }).optional(),
		textId: optionalLongText,
		textEn: optionalLongText,
		url: optionalUrl,
	})
	.superRefine(inEitherLanguage('text'))
export type RemarkAnswer = z.output<typeof RemarkAnswer>

/** A remark as its author corrects it: its words, and why; the level that it speaks of stays the one it was made beside. */
export const RemarkCorrection = z
	.strictObject({
		seen: z.coerce.number({ error: 'form.version' }).int().min(1, { error: 'form.version' }),
		textId: optionalLongText,
		textEn: optionalLongText,
		url: optionalUrl,
		reason: shortText('member-act.reason.required'),
		isRetracted: z.literal('on').optional(),
	})
	.superRefine(inEitherLanguage('text'))
export type RemarkCorrection = z.output<typeof RemarkCorrection>

/** What a stored remark says in words, without the level that the site put beside it. */
export const RemarkWords = z.object({
	textId: z.string().optional(),
	textEn: z.string().optional(),
	url: z.string().optional(),
})
