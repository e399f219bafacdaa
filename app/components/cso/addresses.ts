import type { Locale } from '#app/i18n/locale.ts'

/** The accounts of the reader's own organizations. */
export function accountsHref(locale: Locale): string {
	return `/${locale}/cso`
}

/** Where somebody is invited into an organization, or where it says whether findings are read by a second person. */
export function accountHref(locale: Locale, organizationId: string, verb: 'invite' | 'review'): string {
	return `${accountsHref(locale)}/${organizationId}/${verb}`
}

/** Where an invitation is taken back. */
export function invitationEndHref(locale: Locale, invitationId: string): string {
	return `${accountsHref(locale)}/invitations/${invitationId}/end`
}

/** Where an appointment is ended. */
export function appointmentEndHref(locale: Locale, appointmentId: string): string {
	return `${accountsHref(locale)}/people/${appointmentId}/end`
}

/** The independent organizations that the host registers, or where it does so. */
export function hostedHref(locale: Locale, part?: 'new'): string {
	return `/${locale}/admin/organizations${part ? `/${part}` : ''}`
}

/** Where the host invites the first person of an organization. */
export function firstInvitationHref(locale: Locale, organizationId: string): string {
	return `${hostedHref(locale)}/${organizationId}/invite`
}

/** Where the host takes back a first invitation. */
export function firstInvitationEndHref(locale: Locale, invitationId: string): string {
	return `/${locale}/admin/invitations/${invitationId}/end`
}

/** The public page of an organization. */
export function organizationHref(locale: Locale, organizationId: string): string {
	return `/${locale}/organizations/${organizationId}`
}

/** What a letter's link leads to: who invites to what. */
export function invitationHref(locale: Locale, token: string): string {
	return `/${locale}/invitation?token=${token}`
}

/** Where somebody changes the address that their letters go to. */
export function ownAddressHref(locale: Locale): string {
	return `${accountsHref(locale)}/address`
}

/** Where they read that a letter is on its way. */
export function addressSentHref(locale: Locale): string {
	return `${ownAddressHref(locale)}/sent`
}

/** What the link in that letter leads to. */
export function addressConfirmHref(locale: Locale, token: string): string {
	return `${ownAddressHref(locale)}/confirm?token=${encodeURIComponent(token)}`
}
