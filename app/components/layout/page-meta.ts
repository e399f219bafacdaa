import { isLocale } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import type { Say } from '#app/i18n/translate.ts'
import { documentTitle } from './document-title.ts'

/** The document title of a page, in the language of its address. */
export function pageMeta(
	lang: string | undefined,
	title: (say: Say) => string,
	hasErrors = false,
): { title: string }[] {
	const say = sayIn(isLocale(lang) ? lang : 'en')
	return [{ title: documentTitle(say, title(say), hasErrors) }]
}
