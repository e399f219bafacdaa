import { obligationsHref } from '#app/components/addresses.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** Deadlines of all members, or of one. */
export function calendarHref(locale: Locale, member?: string): string {
	return `/${locale}/calendar${queryOf(member)}`
}

/** The same for calendar programs. */
export function calendarFileHref(locale: Locale, member?: string): string {
	return `/${locale}/calendar.ics${queryOf(member)}`
}

/** The deadlines of one plan for calendar programs. */
export function planCalendarFileHref(locale: Locale, planId: string): string {
	return `${obligationsHref(locale, planId)}.ics`
}

/** What an institution has to do, for calendar programs. */
export function institutionCalendarHref(locale: Locale, organizationId: string): string {
	return `/${locale}/organizations/${organizationId}/obligations.ics`
}

/** What the person behind a secret address has to do, for calendar programs. */
export function ownCalendarHref(locale: Locale, token: string): string {
	return `/${locale}/calendars/${token}`
}

function queryOf(member: string | undefined): string {
	return member === undefined ? '' : `?member=${encodeURIComponent(member)}`
}

/** A site as its calendars name it: its host, and where the deadlines of a plan stand on it. */
export function calendarSite(baseUrl: string, locale: Locale) {
	const hrefOf = (planId: string) => `${baseUrl}${obligationsHref(locale, planId)}`
	return { host: new URL(baseUrl).hostname, hrefOf }
}
