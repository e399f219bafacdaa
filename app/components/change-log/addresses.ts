import { commitmentHref, homeHref, planHref } from '#app/components/addresses.ts'
import type { ChangeScope } from '#app/domain/change-log/view.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** What was published, of everything or of one plan, commitment or organization; from an entry of the log backwards. */
export function changesHref(locale: Locale, scope: ChangeScope, before?: number | null): string {
	const href = `${baseOf(locale, scope)}/changes`
	return before === undefined || before === null ? href : `${href}?before=${String(before)}`
}

/** The same as a feed, for programs that tell what is new. */
export function changeFeedHref(locale: Locale, scope: ChangeScope): string {
	return `${changesHref(locale, scope)}.atom`
}

/** How browsers show a feed as a page. */
export function feedStyleHref(locale: Locale): string {
	return `/${locale}/feed.xsl`
}

function baseOf(locale: Locale, scope: ChangeScope): string {
	if (scope.of === 'SITE') return homeHref(locale)
	if (scope.of === 'PLAN') return planHref(locale, scope.id)
	if (scope.of === 'COMMITMENT') return commitmentHref(locale, scope.id)
	return `/${locale}/organizations/${scope.id}`
}
