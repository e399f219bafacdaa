/** The languages of the site; each page has one, in its address. */
export const LOCALES = ['en', 'id'] as const
export type Locale = (typeof LOCALES)[number]

/** Whether the text names a language of the site. */
export function isLocale(text: string | undefined): text is Locale {
	return text === 'en' || text === 'id'
}
