import type { Locale } from '#app/i18n/locale.ts'

/** What was just done, as the page that is shown afterwards says it. */
export const DONE = ['invited', 'taken-back', 'registered', 'ended', 'added'] as const
export type Done = (typeof DONE)[number]

/** What an address says was just done; null for anything else. */
export function doneIn(url: URL): Done | null {
	return DONE.find((known) => known === url.searchParams.get('done')) ?? null
}

/** The members that the host serves. */
export function contactsHref(locale: Locale, done?: Done): string {
	return withDone(`/${locale}/admin/members`, done)
}

/** Where a member is added. */
export function newMemberHref(locale: Locale): string {
	return `${contactsHref(locale)}/new`
}

/** Where the host invites the first point of contact of a member. */
export function firstPocHref(locale: Locale, memberId: string): string {
	return `${contactsHref(locale)}/${memberId}/invite`
}

/** The people of the reader's member, or of their institution. */
export function peopleHref(locale: Locale, done?: Done): string {
	return withDone(`/${locale}/people`, done)
}

/** Where a government institution of a member is registered. */
export function newInstitutionHref(locale: Locale, memberId: string): string {
	return `${peopleHref(locale)}/members/${memberId}/institutions/new`
}

/** Where somebody is invited to a role of government. */
export function officerHref(locale: Locale, organizationId: string): string {
	return `${peopleHref(locale)}/organizations/${organizationId}/invite`
}

/** Where an appointment of government is ended. */
export function officeEndHref(locale: Locale, appointmentId: string): string {
	return `${peopleHref(locale)}/appointments/${appointmentId}/end`
}

/** Where an invitation to a role of government is taken back. */
export function officerInvitationEndHref(locale: Locale, invitationId: string): string {
	return `${peopleHref(locale)}/invitations/${invitationId}/end`
}

function withDone(path: string, done: Done | undefined): string {
	return done === undefined ? path : `${path}?done=${done}`
}
