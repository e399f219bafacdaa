import type { Words } from '#app/components/words.tsx'
import { charactersOf } from '#app/domain/application/rules.ts'
import type { ApplicationField } from '#app/domain/application/view.ts'

type Limits = Pick<ApplicationField, 'maxCharacters' | 'warnsFrom'>

/** How long a text is, against the limit of its field where the call gives one. */
export function lengthText(
	text: string,
	{ maxCharacters, warnsFrom }: Limits,
	{ say, format }: Pick<Words, 'say'> & { readonly format: Pick<Words['format'], 'count'> },
): string {
	const length = charactersOf(text)
	if (maxCharacters === null) return say('application.length.unlimited', { count: format.count(length) })
	const isNear = warnsFrom !== null && length >= warnsFrom
	const key = length > maxCharacters ? 'over' : isNear ? 'near' : 'of'
	return say(`application.length.${key}`, {
		count: format.count(length),
		most: format.count(maxCharacters),
		left: format.count(Math.abs(maxCharacters - length)),
	})
}

const KEYS = ['unlimited', 'of', 'near', 'over'] as const

/** The sentences of `lengthText` with their places left open, for a script that loads no words. */
export function lengthWords(say: Words['say']): Readonly<Record<string, string>> {
	const open = { count: '{count}', most: '{most}', left: '{left}' }
	return Object.fromEntries(
		KEYS.map((key) => [`application.length.${key}`, say(`application.length.${key}`, open)]),
	)
}
