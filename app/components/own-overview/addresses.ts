import type { Locale } from '#app/i18n/locale.ts'

/** A plan as one's own organizations are concerned with it; the newest, where none is named. */
export function ownOverviewHref(locale: Locale, planId?: string): string {
	return `/${locale}/overview${planId === undefined ? '' : `?plan=${encodeURIComponent(planId)}`}`
}
