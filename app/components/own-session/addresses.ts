import type { Locale } from '#app/i18n/locale.ts'

/** Where somebody sees on which devices they are signed in, and where all of that, or all but this, is ended. */
export function sessionsHref(locale: Locale, part?: 'end-others' | 'end-all'): string {
	return `/${locale}/sessions${part ? `/${part}` : ''}`
}

/** Where one session is ended. */
export function sessionEndHref(locale: Locale, sessionId: string): string {
	return `${sessionsHref(locale)}/${encodeURIComponent(sessionId)}/end`
}
