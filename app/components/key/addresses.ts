import type { Locale } from '#app/i18n/locale.ts'

/** The reader's keys, and those of colleagues that wait for a second person. */
export function keysHref(locale: Locale): string {
	return `/${locale}/keys`
}

/** Where a key is added; with a challenge, where the browser makes it. */
export function newKeyHref(locale: Locale, challengeId?: string): string {
	return `${keysHref(locale)}/new${challengeId ? `/${challengeId}` : ''}`
}

/** Where a key is removed by its owner, or confirmed by a colleague. */
export function keyHref(locale: Locale, recordId: string, verb: 'remove' | 'confirm'): string {
	return `${keysHref(locale)}/${recordId}/${verb}`
}

/** Where an act is signed by whoever published it. */
export function signHref(locale: Locale, recordId: string, version: number): string {
	return `/${locale}/sign/${recordId}?version=${String(version)}`
}

/** Where the browser signs. */
export function signingHref(locale: Locale, challengeId: string): string {
	return `/${locale}/signing/${challengeId}`
}
