import type { SubscriptionScope } from '#app/domain/subscription/rules.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** Where letters about something are asked for without an account; about the whole site where nothing is named. */
export function subscriptionsHref(
	locale: Locale,
	{ of, aboutId }: SubscriptionScope = { of: 'SITE', aboutId: '' },
	{ wasSent = false }: { readonly wasSent?: boolean } = {},
): string {
	const query = new URLSearchParams({
		...(of === 'SITE' ? {} : { [of.toLowerCase()]: aboutId }),
		...(wasSent ? { sent: '1' } : {}),
	}).toString()
	return `/${locale}/subscriptions${query === '' ? '' : `?${query}`}`
}
