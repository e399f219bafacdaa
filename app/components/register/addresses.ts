import type { ReportFormat } from '#app/components/addresses.ts'
import type { RegisterFilter, RepositoryFilter } from '#app/domain/register-page/schema.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** All that a member records beyond its plans, or one list of it in pages. */
export function registersHref(locale: Locale, memberId: string, filter: RegisterFilter = {}): string {
	return `/${locale}/members/${memberId}/registers${queryOf(filter)}`
}

/** The documents of a member, narrowed. */
export function repositoryHref(locale: Locale, memberId: string, filter: RepositoryFilter = {}): string {
	return `/${locale}/members/${memberId}/repository${queryOf(filter)}`
}

/** All documents of a member in one list. */
export function repositoryListHref(locale: Locale, memberId: string): string {
	return `${repositoryHref(locale, memberId)}/list`
}

/** The same list as a file. */
export function repositoryFileHref(locale: Locale, memberId: string, format: ReportFormat): string {
	return `/files/repositories/${memberId}.${locale}.${format}`
}

/** The same list as a table. */
export function repositoryCsvHref(memberId: string): string {
	return `/files/repositories/${memberId}/documents.csv`
}

function queryOf({ page, ...filter }: RegisterFilter & RepositoryFilter): string {
	const parts = Object.entries({ ...filter, page: page === 1 ? undefined : page })
	const query = new URLSearchParams(
		parts.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
	).toString()
	return query === '' ? '' : `?${query}`
}
