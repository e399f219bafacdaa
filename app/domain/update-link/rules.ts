import type { CalendarDay } from '#app/domain/calendar.ts'

/**
 * How long a one-link update waits for its officer.
 *
 * Unit    hours.
 * Source  our own: long enough for a weekend, short enough that a letter found later opens nothing.
 */
export const UPDATE_LINK_HOURS = 72

/** When a link that is given at an instant ends. */
export function linkEnd(givenAt: Date): Date {
	return new Date(givenAt.getTime() + UPDATE_LINK_HOURS * 3_600_000)
}

/** What became of a link. */
export const LINK_STATES = ['OPEN', 'USED', 'REVOKED', 'EXPIRED'] as const
export type LinkState = (typeof LINK_STATES)[number]

/** The state of a link: used once, taken back, too old, or open; at its end it is too old. */
export function linkState(
	link: { readonly usedAt: Date | null; readonly revokedAt: Date | null; readonly expiresAt: Date },
	now: Date,
): LinkState {
	if (link.usedAt !== null) return 'USED'
	if (link.revokedAt !== null) return 'REVOKED'
	return now >= link.expiresAt ? 'EXPIRED' : 'OPEN'
}

/** In place of a person: an officer without an account answered through a link. */
const BY_LINK = 'update-link:'

/** Who sent a report that came through a link, where otherwise a person stands. */
export function senderByLink(linkId: string): string {
	return `${BY_LINK}${linkId}`
}

/** The link that a report came through; null where a person sent it. */
export function linkIdOf(submittedById: string | null): string | null {
	return submittedById?.startsWith(BY_LINK) ? submittedById.slice(BY_LINK.length) : null
}

/**
 * Whether a person stands too near to a link to approve what came through it: they gave it, or it was sent to their
 * own address.
 *
 * Source  docs/decisions/0024: two persons for every report, also for those without an account.
 */
export function isOwnLink(
	link: { readonly createdById: string; readonly officerEmail: string },
	person: { readonly id: string; readonly email: string },
): boolean {
	return link.createdById === person.id || link.officerEmail.toLowerCase() === person.email.toLowerCase()
}

/** A link as its givers see it. The link itself is shown once, when it is given. */
export type LinkView = {
	readonly id: string
	readonly officerName: string
	readonly officerEmail: string
	readonly givenOn: CalendarDay
	readonly endsOn: CalendarDay
	readonly state: LinkState
}
