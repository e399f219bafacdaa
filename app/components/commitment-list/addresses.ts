import type { CommitmentsFilter } from '#app/domain/commitment-list/schema.ts'
import { given } from '#app/domain/given.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** The published commitments, narrowed. */
export function commitmentsHref(locale: Locale, filter: CommitmentsFilter = {}): string {
	return `/${locale}/commitments${queryOf(filter)}`
}

/** The same commitments as a table file, all pages of them. */
export function commitmentsCsvHref(locale: Locale, { page: _page, ...filter }: CommitmentsFilter): string {
	const query = queryOf(filter)
	return `/files/commitments.csv${query}${query === '' ? '?' : '&'}lang=${locale}`
}

/** The same commitments for programs. */
export function commitmentsJsonHref({ page: _page, sort: _sort, ...filter }: CommitmentsFilter): string {
	return `/api/v1/commitments${queryOf(filter)}`
}

function queryOf({ page, ...filter }: CommitmentsFilter): string {
	const query = new URLSearchParams({
		...given(filter),
		...(page === undefined || page === 1 ? {} : { page: String(page) }),
	}).toString()
	return query === '' ? '' : `?${query}`
}
