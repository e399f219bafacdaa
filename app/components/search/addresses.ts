import { commitmentHref, memberHref, milestoneHref, recordHref } from '#app/components/addresses.ts'
import { organizationHref } from '#app/components/cso/addresses.ts'
import { practiceHref } from '#app/components/practice/addresses.ts'
import { given } from '#app/domain/given.ts'
import type { SearchAsked } from '#app/domain/search/schema.ts'
import type { Found } from '#app/domain/search/view.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** The search, for some words. */
export function searchHref(locale: Locale, { page, ...asked }: SearchAsked = {}): string {
	const query = new URLSearchParams({
		...given(asked),
		...(page === undefined || page === 1 ? {} : { page: String(page) }),
	}).toString()
	return `/${locale}/search${query === '' ? '' : `?${query}`}`
}

/** The page of something that was found. */
export function foundHref(locale: Locale, { kind, id, commitmentId }: Found): string {
	if (kind === 'COMMITMENT') return commitmentHref(locale, id)
	if (kind === 'MILESTONE' && commitmentId !== null) return milestoneHref(locale, commitmentId, id)
	if (kind === 'PRACTICE') return practiceHref(locale, id)
	if (kind === 'MEMBER') return memberHref(locale, id)
	if (kind === 'ORGANIZATION') return organizationHref(locale, id)
	return recordHref(locale, id)
}
