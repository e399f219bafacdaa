/** Text that exists in English, in Indonesian, in both or in neither (null). */
export type Bilingual = { readonly en: string | null; readonly id: string | null }

export type TextIn = { readonly text: string; readonly locale: 'en' | 'id' }

/** The text in the wanted language or, failing that, in the other one, with the language it is in; null when there is none. */
export function textIn(text: Bilingual, locale: 'en' | 'id'): TextIn | null {
	const wanted = text[locale]
	if (wanted) return { text: wanted, locale }
	const other = locale === 'en' ? 'id' : 'en'
	const fallback = text[other]
	return fallback ? { text: fallback, locale: other } : null
}
