import { formatIn } from '#app/i18n/format.ts'
import type { Format } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import type { Say } from '#app/i18n/translate.ts'
import { textIn } from '#app/domain/bilingual.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { Phrase } from '#reports/pdf/block.ts'

/** What a layout needs to speak one language. */
export type Words = { readonly say: Say; readonly format: Format; readonly locale: Locale }

/** The words of one language. */
export function wordsIn(locale: Locale): Words {
	return { say: remembering(sayIn(locale)), format: formatIn(locale), locale }
}

/** A long report says the same words hundreds of times; those without values are looked up once. */
function remembering(say: Say): Say {
	const known = new Map<string, string>()
	return (key, values) => {
		if (values !== undefined) return say(key, values)
		const before = known.get(key)
		if (before !== undefined) return before
		const sentence = say(key)
		known.set(key, sentence)
		return sentence
	}
}

/** A text of the record in the report's language, else in the other one and marked so, else said to be missing. */
export function phraseOf(text: Bilingual, { locale, say }: Words): Phrase {
	const found = textIn(text, locale)
	if (!found) return say('report.not-given')
	return found.locale === locale ? found.text : { text: found.text, lang: found.locale }
}

/** A name inside a sentence: in whichever language it exists. */
export function nameOf(text: Bilingual, { locale, say }: Words): string {
	return textIn(text, locale)?.text ?? say('report.not-given')
}

/** A part of a whole with both numbers, `12 of 36`. */
export function ofAll({ count, of }: { count: number; of: number }, { say, format }: Words): string {
	return say('report.figure.of', { count: format.count(count), of: format.count(of) })
}
