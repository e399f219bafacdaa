import { isLocale } from '#app/i18n/locale.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { Refusal } from '#app/domain/refusal.ts'

const ID = /^[a-z0-9][a-z0-9._-]{0,127}$/

/** An id from a URL part; anything that cannot be one is not found. */
export function idFrom(part: string | undefined): string {
	if (part === undefined || !ID.test(part)) throw new Refusal('not_found')
	return part
}

/** The id of a session: the library that makes them uses capital letters too. What cannot be one is not found. */
export function sessionIdFrom(part: string | undefined): string {
	if (part === undefined || !/^[A-Za-z0-9]{1,64}$/.test(part)) throw new Refusal('not_found')
	return part
}

/** The name of a file without its ending; a name with another ending is not found. */
export function fileNameFrom(part: string | undefined, ending: string): string {
	if (part === undefined || !part.endsWith(ending)) throw new Refusal('not_found')
	return part.slice(0, -ending.length)
}

/** The version an address asks for, undefined for the newest; a version that cannot be is not found. */
export function versionFrom(url: URL): number | undefined {
	const asked = url.searchParams.get('version')
	if (asked === null) return undefined
	if (!/^[1-9]\d{0,8}$/.test(asked)) throw new Refusal('not_found')
	return Number(asked)
}

/** A language of the site from a part of an address; any other is not found. */
export function localeFrom(part: string | undefined): Locale {
	if (!isLocale(part)) throw new Refusal('not_found')
	return part
}

/** The name of a file; what cannot be one is not found. */
export function nameFrom(part: string | undefined): string {
	return idFrom(part)
}
