import type { MetaDescriptor } from '@remix-run/react'
import { isLocale } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import type { Say } from '#app/i18n/translate.ts'
import { documentTitle } from './document-title.ts'

/** The longest description: what search engines show of one. Unit: letters. */
export const DESCRIPTION_LETTERS = 200

/** The document title of a page and what it says of itself where it is found or shared, in the language of its address. */
export function pageMeta(
	lang: string | undefined,
	title: (say: Say) => string,
	hasErrors = false,
): MetaDescriptor[] {
	const say = sayIn(isLocale(lang) ? lang : 'en')
	return metaOf(say, { title: title(say), description: say('site.footer.what') }, hasErrors)
}

/** The same for a page that says something of its own about itself. */
export function describedMeta(
	lang: string | undefined,
	page: (say: Say) => { readonly title: string; readonly description: string },
): MetaDescriptor[] {
	const say = sayIn(isLocale(lang) ? lang : 'en')
	return metaOf(say, page(say))
}

function metaOf(
	say: Say,
	{ title, description }: { readonly title: string; readonly description: string },
	hasErrors = false,
): MetaDescriptor[] {
	const told = shortened(description)
	return [
		{ title: documentTitle(say, title, hasErrors) },
		{ name: 'description', content: told },
		{ property: 'og:title', content: shortened(title) },
		{ property: 'og:description', content: told },
	]
}

function shortened(text: string): string {
	const letters = [...text.replace(/\s+/g, ' ').trim()]
	if (letters.length <= DESCRIPTION_LETTERS) return letters.join('')
	return `${letters
		.slice(0, DESCRIPTION_LETTERS - 1)
		.join('')
		.trimEnd()}…`
}
