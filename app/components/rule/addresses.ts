import type { Locale } from '#app/i18n/locale.ts'

/** All versions of the rules. */
export function rulesHref(locale: Locale): string {
	return `/${locale}/rules`
}

/** One version of the rules, number by number. */
export function ruleSetHref(locale: Locale, ruleSetId: string): string {
	return `${rulesHref(locale)}/${encodeURIComponent(ruleSetId)}`
}

/** Where the host publishes another version: the list, or the form that starts from one of them. */
export function writableRulesHref(locale: Locale, ruleSetId?: string): string {
	const form = ruleSetId === undefined ? '' : `/${encodeURIComponent(ruleSetId)}/new`
	return `/${locale}/admin/rules${form}`
}
