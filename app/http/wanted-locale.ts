import { LOCALES } from '#app/i18n/locale.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** The site's language that a reader's browser likes best; Indonesian where it names neither. */
export function wantedLocale(acceptLanguage: string | null | undefined): Locale {
	const wishes = (acceptLanguage ?? '').split(',').map((wish) => {
		const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';')
		const weight = parameters
			.map((p) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(p)?.[1])
			.find((q) => q !== undefined)
		return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) }
	})
	const liked = wishes.filter((wish) => wish.weight > 0).sort((a, b) => b.weight - a.weight)
	for (const wish of liked) {
		const locale = LOCALES.find((known) => known === wish.language)
		if (locale) return locale
	}
	return 'id'
}
