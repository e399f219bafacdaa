import { Secret, TOTP } from 'otpauth'
import { STRONG_ROLES } from '#app/access/policy.ts'
import type { Role } from '#app/access/policy.ts'

/** The clock that codes follow. Unit: seconds. Source: RFC 6238, section 5.2; what apps on telephones expect. */
export const CODE_PERIOD_S = 30
/** How far a telephone's clock may be off. Unit: periods. Source: RFC 6238, section 5.2. */
export const CODE_WINDOW = 1
export const CODE_DIGITS = 6

/** How many codes on paper somebody has. Source: our own. */
export const SPARE_CODES = 8
/** Characters of such a code: 80 bits, which nobody guesses. Letters and digits that are not taken for one another. */
export const SPARE_CODE_LENGTH = 16
export const SPARE_CODE_LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** How long whoever took the second step may do what changes the record or who acts. Source: our own, after ASVS 7.5. */
export const FRESH_MINUTES = 5
/** How many colleagues say that somebody lost the second step, before it ends. Source: our own. */
export const VOUCHES_NEEDED = 2
/** How long what a colleague said holds. Source: our own. */
export const VOUCH_HOURS = 72

const MINUTE_MS = 60_000

/** What a session still lacks: nothing, a code, or that its person sets codes up at all. */
export const STEPS_LACKING = ['NONE', 'CODE', 'SET_UP'] as const
export type StepLacking = (typeof STEPS_LACKING)[number]

/** An appointment, and whether its organization exists outside a demonstration. */
export type HeldRole = { readonly role: Role; readonly isDemonstration: boolean }

/**
 * Whether somebody has to have a second step: whoever decides for others. People of a demonstration are known to
 * everyone, and whoever else wants one may have one.
 */
export function isOwed(held: readonly HeldRole[]): boolean {
	return held.some(({ role, isDemonstration }) => !isDemonstration && STRONG_ROLES.includes(role))
}

/** What a session lacks. Whoever has a second step is asked for it, whether they owe one or not. */
export function stepLacking({
	has,
	owes,
	takenAt,
}: {
	/** Whether the person has a second step. */
	readonly has: boolean
	readonly owes: boolean
	/** When the session took it; null: it did not. */
	readonly takenAt: Date | null
}): StepLacking {
	if (has) return takenAt === null ? 'CODE' : 'NONE'
	return owes ? 'SET_UP' : 'NONE'
}

/** Whether the second step was taken lately enough for what changes the record. Whoever has none is not asked. */
export function isFresh(takenAt: Date | null, now: Date): boolean {
	return takenAt === null || now.getTime() - takenAt.getTime() <= FRESH_MINUTES * MINUTE_MS
}

/** A code as it was typed, without what people put between its characters. */
export function typedCode(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/[\s·.–-]/g, '')
		.toUpperCase()
}

/** Whether a typed code looks like one of an app: digits, of any script that the keyboard writes. */
export function isAppCode(code: string): boolean {
	return new RegExp(`^[0-9]{${String(CODE_DIGITS)}}$`).test(code)
}

/** What an app reads from the picture: whose codes they are, and what they are made from. */
export function stepAddress(secret: string, email: string): string {
	return totpOf(secret, email).toString()
}

/**
 * The period of the clock whose code somebody typed; null where it is none of this time. Each period's code is taken
 * once: the caller keeps the last.
 *
 * Source  RFC 6238, sections 4 and 5.2.
 */
export function codeStep(secret: string, code: string, at: Date): number | null {
	const timestamp = at.getTime()
	const delta = totpOf(secret, '').validate({ token: code, timestamp, window: CODE_WINDOW })
	return delta === null ? null : Math.floor(timestamp / 1000 / CODE_PERIOD_S) + delta
}

function totpOf(secret: string, label: string): TOTP {
	const [digits, period] = [CODE_DIGITS, CODE_PERIOD_S]
	return new TOTP({ issuer: 'Renaksi', label, digits, period, secret: Secret.fromBase32(secret) })
}

/** The vouches that hold: of two people, lately, and of nobody for themselves. */
export function vouchesThatHold<Vouch extends { readonly byId: string; readonly at: Date }>(
	vouches: readonly Vouch[],
	personId: string,
	now: Date,
): readonly Vouch[] {
	const since = now.getTime() - VOUCH_HOURS * 60 * MINUTE_MS
	return vouches.filter(({ byId, at }) => byId !== personId && at.getTime() >= since)
}

/** What seals and opens with the key of the site, which is not in the database. */
export type StepKeeper = {
	/** Hides a secret; opened for another person it is null. */
	readonly seal: (secret: string, personId: string) => string
	readonly open: (sealed: string, personId: string) => string | null
	/** What stands for a code on paper: nobody finds the code from it. */
	readonly codeSeal: (code: string, personId: string) => string
	/** Says that a session took the second step at an instant. */
	readonly stamp: (taken: { sessionId: string; personId: string; at: Date }) => string
}
