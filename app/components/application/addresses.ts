import type { Locale } from '#app/i18n/locale.ts'

/** Where a member's people find the calls of OGP Local and what they write for them. */
export function applicationsHref(locale: Locale): string {
	return `/${locale}/applications`
}

/** Where an application in a call is begun. */
export function beginningHref(locale: Locale, place: { memberId: string; callId: string }): string {
	return `${applicationsHref(locale)}/begin/${place.memberId}/${place.callId}`
}

/** What is done with an application beside its texts. */
export type ApplicationPart =
	'history' | 'letters' | 'submit' | 'full-application' | 'outcome' | 'withdraw' | 'correct'

/** An application, or a part of it. */
export function applicationHref(locale: Locale, applicationId: string, part?: ApplicationPart): string {
	return `${applicationsHref(locale)}/${applicationId}${part ? `/${part}` : ''}`
}

type FieldPlace = { readonly applicationId: string; readonly field: string }

/** A field as it is stored; where it is written, and where somebody stands behind it. */
export function fieldHref(
	locale: Locale,
	{ applicationId, field }: FieldPlace,
	verb?: 'write' | 'confirm',
): string {
	return `${applicationHref(locale, applicationId)}/texts/${field}${verb ? `/${verb}` : ''}`
}

/** Where a letter is taken out. */
export function letterRemovalHref(locale: Locale, applicationId: string, letterId: string): string {
	return `${applicationHref(locale, applicationId, 'letters')}/${letterId}/remove`
}

/** An application as a file: a document to print, or text to paste into OGP's form. */
export function exportHref(locale: Locale, applicationId: string, ending: 'pdf' | 'txt'): string {
	return `${applicationHref(locale, applicationId)}/application.${ending}`
}

/** The calls of OGP Local, for everyone, or one of them. */
export function callsHref(locale: Locale, callId?: string): string {
	return `/${locale}/calls${callId === undefined ? '' : `/${callId}`}`
}

/** Where the host publishes calls: the list, the form of a new one, or that of another version of one. */
export function writableCallsHref(locale: Locale, what?: 'new' | { readonly callId: string }): string {
	const list = `/${locale}/admin/calls`
	if (what === undefined) return list
	return what === 'new' ? `${list}/new` : `${list}/${encodeURIComponent(what.callId)}/new`
}
