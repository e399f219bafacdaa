import { z } from 'zod'
import { isPartialDay } from './calendar.ts'
import { isWebAddress, typedText } from './evidence/schema.ts'
import { URL_MAX_CHARACTERS } from './evidence/rules.ts'
import { typedDay } from './typed-day.ts'

/**
 * Fields of forms whose answers are stored as they are parsed: each of these takes what was typed and also takes back
 * what it gave before, so that one schema reads a form and a stored act.
 */

/** Longest short text, such as a title or a name. Unit: Unicode code points. Source: our own. */
export const SHORT_TEXT_MAX_CHARACTERS = 300

/** Longest text of several paragraphs. Unit: Unicode code points. Source: our own. */
export const LONG_TEXT_MAX_CHARACTERS = 10_000

/** Most lines of a list that is typed one a line. Source: our own. */
export const LINES_MAX = 200

/** A short text that must be there. */
export function shortText(error = 'field.required') {
	return z
		.string({ error })
		.pipe(typedText(SHORT_TEXT_MAX_CHARACTERS))
		.refine((text) => text !== '', { error })
}

/** A short text, or nothing. */
export const optionalText = typedText(SHORT_TEXT_MAX_CHARACTERS).optional()

/** Text of several paragraphs, or nothing. */
export const optionalLongText = typedText(LONG_TEXT_MAX_CHARACTERS).optional()

/** That each of these texts is there in one language at least; the fault stands at the Indonesian field. */
export function inEitherLanguage(...names: readonly string[]) {
	return (said: Readonly<Record<string, unknown>>, ctx: z.RefinementCtx) => {
		for (const name of names) {
			if (said[`${name}Id`] || said[`${name}En`]) continue
			ctx.addIssue({ code: 'custom', path: [`${name}Id`], message: 'field.either-language' })
		}
	}
}

/** A day that must be there. */
export const requiredDay = typedDay()

/** A day, or nothing. */
export const optionalDay = typedDay().optional()

/** A day, a month or a year that must be there, as far as it is known: `2016`, `2016-04`, `2016-04-12` or `12-4-2016`. */
export function partialDay() {
	return z
		.string({ error: 'day.required' })
		.overwrite((text) => text.trim().replace(/^(\d{1,2})[-/. ](\d{4})$/, '$2-$1'))
		.overwrite((text) => text.replace(/^(\d{4})-(\d)$/, '$1-0$2'))
		.refine((text) => isPartialDay(text) || typedDay().safeParse(text).success, { error: 'day.unreadable' })
		.overwrite((text) => typedDay().safeParse(text).data ?? text)
}

/** The address of a page or file on the web, or nothing. */
export const optionalUrl = typedText(URL_MAX_CHARACTERS)
	.refine((text) => text === '' || isWebAddress(text), { error: 'evidence.url.web' })
	.optional()

/** One of some codes. */
export function oneOf<const Codes extends readonly [string, ...string[]]>(
	codes: Codes,
	error = 'field.choose',
) {
	return z.enum(codes, { error })
}

/** Yes or no, which must be said. */
export function yesOrNo(error = 'field.choose') {
	return z.union([z.boolean(), z.enum(['yes', 'no']).transform((typed) => typed === 'yes')], { error })
}

/** A whole number from 0, or nothing. */
export const optionalCount = z.coerce
	.number({ error: 'field.count' })
	.int({ error: 'field.count' })
	.min(0, { error: 'field.count' })
	.max(10_000_000, { error: 'field.count' })
	.optional()

/** Several of some codes, or none. */
export function someOf<const Codes extends readonly [string, ...string[]]>(codes: Codes) {
	return z
		.array(z.enum(codes, { error: 'field.choose' }))
		.max(codes.length)
		.default([])
}

/**
 * A list that is typed one entry a line.
 *
 * `read` gives the entry that a line says, or the key of what is wrong with it.
 */
export function typedLines<Entry extends z.ZodType>(
	entry: Entry,
	read: (line: string) => z.input<Entry> | null,
	error: string,
) {
	const fromText = typedText(LONG_TEXT_MAX_CHARACTERS).transform((text, ctx) => {
		const lines = text
			.split('\n')
			.map((line) => line.trim())
			.filter((line) => line !== '')
		if (lines.length > LINES_MAX) ctx.addIssue({ code: 'custom', message: 'field.too-many-lines' })
		return lines.flatMap((line) => {
			const typed = read(line)
			const parsed = typed === null ? null : entry.safeParse(typed)
			return parsed?.success ? [parsed.data] : refuseLine(ctx, error)
		})
	})
	// The text first: a form reader that expects a list would take a text of several lines as its only entry.
	return z.union([fromText, z.array(entry)]).default([])
}

function refuseLine(ctx: z.RefinementCtx, message: string): [] {
	ctx.addIssue({ code: 'custom', message })
	return []
}
