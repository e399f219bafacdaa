import type { Locale } from '#app/i18n/locale.ts'

/** The plans somebody of the IRM enters values for. */
export function codingPlansHref(locale: Locale): string {
	return `/${locale}/codings`
}

/** The commitments of a plan, to choose what a value is about. */
export function codingPlanHref(locale: Locale, planId: string): string {
	return `${codingPlansHref(locale)}/${planId}`
}

/** What is here of a commitment or, without one, of the whole plan. */
export function codingSubjectHref(locale: Locale, planId: string, commitmentId: string | null): string {
	return `${codingPlanHref(locale, planId)}/${commitmentId ?? 'whole-plan'}`
}

type Place = {
	readonly planId: string
	readonly commitmentId: string | null
	readonly indicator: string
}

/** Where a value of an indicator is entered, checked and published. */
export function codingHref(locale: Locale, place: Place, step?: 'check' | 'publish'): string {
	const { planId, commitmentId, indicator } = place
	const part = indicator.toLowerCase().replaceAll('_', '-')
	return `${codingSubjectHref(locale, planId, commitmentId)}/${part}${step ? `/${step}` : ''}`
}

/** Where a value that is here is corrected. */
export function codingCorrectionHref(locale: Locale, place: Place, recordId: string): string {
	return `${codingHref(locale, place)}?corrects=${recordId}`
}
