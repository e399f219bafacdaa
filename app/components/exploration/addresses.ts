import { given } from '#app/domain/given.ts'
import type { ExplorationQuery } from '#app/domain/exploration/schema.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** Commitments counted in groups; everything that was chosen is in the address. */
export function exploreHref(locale: Locale, query: ExplorationQuery = {}): string {
	const asked = new URLSearchParams(given(query)).toString()
	return asked === '' ? `/${locale}/explore` : `/${locale}/explore?${asked}`
}

/** The files that counts come as. */
export const EXPLORE_FILES = ['csv', 'xlsx', 'json', 'svg', 'png'] as const
export type ExploreFile = (typeof EXPLORE_FILES)[number]

/** The same counts as a file. */
export function exploreFileHref(file: ExploreFile, locale: Locale, query: ExplorationQuery): string {
	return `/files/explore/counts.${file}?${new URLSearchParams({ ...given(query), lang: locale }).toString()}`
}
