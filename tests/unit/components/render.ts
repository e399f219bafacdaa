import { createElement } from 'react'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { WordsProvider } from '#app/components/words.tsx'
import type { Locale } from '#app/i18n/locale.ts'

/** The markup of an element on a page of one language. */
export function render(
	element: ReactElement,
	{ locale = 'en', path = `/${locale}` }: { locale?: Locale; path?: string } = {},
) {
	return renderToStaticMarkup(createElement(WordsProvider, { locale, path, children: element }))
}

/** What a reader of the markup reads: its text without tags, in one line. */
export function textOf(html: string): string {
	return html
		.replace(/<title>[^<]*<\/title>/g, '')
		.replace(/<[^>]+>/g, ' ')
		.replaceAll('&#x27;', "'")
		.replaceAll('&amp;', '&')
		.replace(/\s+/g, ' ')
		.trim()
}
