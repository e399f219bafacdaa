import type { CalendarDay } from '#app/domain/calendar.ts'

/** Longest name of a key. Unit: characters. */
export const KEY_NAME_LONGEST = 60

/** Most keys that one person has at a time. Source: our own. */
export const KEYS_MOST = 10

/** Algorithms that a key may use: ES256 and RS256, which `openssl dgst` checks. Source: IANA, COSE algorithms. */
export const KEY_ALGORITHMS = [-7, -257] as const

/** How a key stands: confirmed by a second person, waiting for one, or removed by its owner. */
export const KEY_STATES = ['CONFIRMED', 'UNCONFIRMED', 'REMOVED'] as const
export type KeyState = (typeof KEY_STATES)[number]

/** Where keys hold: the host name and the origin of the site. */
export type KeySite = { readonly rpId: string; readonly origin: string }

/** Where the keys of a site hold. Source: Web Authentication, relying party identifier. */
export function keySiteOf(baseUrl: string): KeySite {
	const { hostname, origin } = new URL(baseUrl)
	return { rpId: hostname, origin }
}

/** What a sealed act says of a key. */
export type KeyAct = {
	readonly recordId: string
	readonly version: number
	readonly event: string
	readonly keyId: string
	readonly publicKey: string
	readonly organizationId: string
	/** Whose key it is. */
	readonly personId: string
	/** Who did it. */
	readonly submittedById: string | null
	readonly publishedOn: CalendarDay
}

/**
 * How a key stands by the record: the acts decide, in the order of the log, not what is stored beside them.
 *
 * Returns  null where no act says that the key was added: it is nobody's.
 */
export function keyStateOf(acts: readonly KeyAct[]): KeyState | null {
	const [added] = acts.filter(({ event }) => event === 'KEY_ADDED')
	if (!added) return null
	const own = acts.filter((act) => act.keyId === added.keyId && act.publicKey === added.publicKey)
	if (own.some(({ event }) => event === 'KEY_REMOVED')) return 'REMOVED'
	return own.some(isConfirmation) ? 'CONFIRMED' : 'UNCONFIRMED'
}

/** Whether an act confirms a key: nobody confirms their own. */
export function isConfirmation({ event, personId, submittedById }: KeyAct): boolean {
	return event === 'KEY_CONFIRMED' && submittedById !== null && submittedById !== personId
}

/**
 * Whether an authenticator's counter shows that a signature was made before, or by a copy of the key. Many
 * authenticators do not count; theirs stays 0.
 *
 * Source  Web Authentication Level 2, section 6.1.1.
 */
export function isCountedBackwards(stored: number, given: number): boolean {
	return (stored > 0 || given > 0) && given <= stored
}
