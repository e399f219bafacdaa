import type { Locale } from '#app/i18n/locale.ts'

type Part = 'set-up' | 'begin' | 'check' | 'paper' | 'end' | 'colleagues'

/** How somebody signs in in two steps, or a part of it; `next`: where it leads afterwards. */
export function secondStepHref(locale: Locale, part?: Part, next: string | null = null): string {
	const query = next === null ? '' : `?next=${encodeURIComponent(next)}`
	return `/${locale}/second-step${part ? `/${part}` : ''}${query}`
}

/** Where a colleague vouches for somebody. */
export function vouchHref(locale: Locale, personId: string): string {
	return `${secondStepHref(locale, 'colleagues')}/${personId}/vouch`
}
