import { given } from '#app/domain/given.ts'
import type { DivergenceFilter } from '#app/domain/divergence-list/schema.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** The list of claims and independent findings, narrowed. */
export function divergenceHref(locale: Locale, filter: DivergenceFilter = {}): string {
	return `/${locale}/divergence${queryOf(filter)}`
}

/** The same list as a table file. */
export function divergenceCsvHref(locale: Locale, filter: DivergenceFilter): string {
	const query = queryOf(filter)
	return `/files/divergence.csv${query}${query === '' ? '?' : '&'}lang=${locale}`
}

/** The same list for programs. */
export function divergenceJsonHref(filter: DivergenceFilter): string {
	return `/api/v1/divergence${queryOf(filter)}`
}

function queryOf(filter: DivergenceFilter): string {
	const query = new URLSearchParams(given(filter)).toString()
	return query === '' ? '' : `?${query}`
}
