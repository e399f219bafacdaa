import type { Locale } from '#app/i18n/locale.ts'

/** Where anyone says what they saw of a milestone, and where that is sent once it is checked. */
export function observeHref(locale: Locale, milestoneId: string, step?: 'send'): string {
	return `/${locale}/milestones/${milestoneId}/observe${step === undefined ? '' : `/${step}`}`
}

/** What whoever sent an observation keeps of it. */
export function observationReceiptHref(locale: Locale, recordId: string): string {
	return `/${locale}/observations/${recordId}/receipt`
}

/** All observations of a milestone, the newest first. */
export function observationsHref(locale: Locale, milestoneId: string, page = 1): string {
	return `/${locale}/milestones/${milestoneId}/observations${asked(page)}`
}

/** All observations that the host hid. */
export function hiddenObservationsHref(locale: Locale, page = 1): string {
	return `/${locale}/observations/hidden${asked(page)}`
}

/** Observations as the host looks through them. */
export function hostedObservationsHref(locale: Locale, page = 1): string {
	return `/${locale}/admin/observations${asked(page)}`
}

function asked(page: number): string {
	return page === 1 ? '' : `?page=${String(page)}`
}

/** Where the host hides one. */
export function hideObservationHref(locale: Locale, recordId: string): string {
	return `${hostedObservationsHref(locale)}/${recordId}/hide`
}

/** The observations that a monitor can take over into a finding, or the place to which one of them is sent. */
export function draftObservationsHref(locale: Locale, draftId: string, recordId?: string): string {
	const place = `/${locale}/verifications/${draftId}/observations`
	return recordId === undefined ? place : `${place}/${recordId}/take-over`
}
