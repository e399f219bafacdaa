import { given } from '#app/domain/given.ts'
import type { PracticeFilter } from '#app/domain/practice-library/schema.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** The library of good practices, narrowed. */
export function practicesHref(locale: Locale, { page, ...filter }: PracticeFilter = {}): string {
	const query = new URLSearchParams({
		...given(filter),
		...(page === undefined || page === 1 ? {} : { page: String(page) }),
	}).toString()
	return `/${locale}/practices${query === '' ? '' : `?${query}`}`
}

/** One good practice. */
export function practiceHref(locale: Locale, recordId: string): string {
	return `/${locale}/practices/${recordId}`
}
