import type { ReportFormat } from '#app/components/addresses.ts'
import { deskHref } from '#app/components/desk/addresses.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** All consultations, open and closed. */
export function inputsHref(locale: Locale): string {
	return `/${locale}/inputs`
}

/** One consultation with what it brought; a page of its contributions. */
export function inputHref(locale: Locale, recordId: string, page = 1): string {
	return `${inputsHref(locale)}/${recordId}${page === 1 ? '' : `?page=${String(page)}`}`
}

/** What became of all that a consultation brought. */
export function responseHref(locale: Locale, recordId: string): string {
	return `${inputHref(locale, recordId)}/response`
}

/** The same as a file. */
export function responseFileHref(locale: Locale, recordId: string, format: ReportFormat): string {
	return `/files/reasoned-responses/${recordId}.${locale}.${format}`
}

/** Where anyone contributes, and where that is sent once it is checked. */
export function contributeHref(locale: Locale, recordId: string, step?: 'send'): string {
	return `${inputHref(locale, recordId)}/contribute${step === undefined ? '' : `/${step}`}`
}

/** What whoever sent a contribution keeps of it. */
export function contributionReceiptHref(locale: Locale, recordId: string): string {
	return `/${locale}/public-contributions/${recordId}/receipt`
}

/** Contributions as the host looks through them. */
export function hostedContributionsHref(locale: Locale, page = 1): string {
	return `/${locale}/admin/public-contributions${page === 1 ? '' : `?page=${String(page)}`}`
}

/** Where the host hides one. */
export function hideContributionHref(locale: Locale, recordId: string): string {
	return `${hostedContributionsHref(locale)}/${recordId}/hide`
}

type DeskPlace = { readonly memberId: string; readonly consultationId: string }

function deskPlace(locale: Locale, { memberId, consultationId }: DeskPlace): string {
	return `${deskHref(locale, memberId)}/consultation/${consultationId}`
}

/** The contributions that wait for an answer. */
export function answersHref(locale: Locale, place: DeskPlace, page = 1): string {
	return `${deskPlace(locale, place)}/answers${page === 1 ? '' : `?page=${String(page)}`}`
}

/** Where one contribution is answered, or several at once, and where a checked answer is published. */
export function answerHref(
	locale: Locale,
	place: DeskPlace,
	{ contributionId, step, page = 1 }: AnswerStep,
): string {
	const parts = [answersHref(locale, place), contributionId, step].filter((part) => part !== undefined)
	return `${parts.join('/')}${page === 1 ? '' : `?page=${String(page)}`}`
}

type AnswerStep = {
	readonly contributionId?: string | undefined
	readonly step?: 'check' | 'publish'
	/** The page of the list on which several were chosen. */
	readonly page?: number
}

/** Where contributions on paper are taken in as a file, one such file, and where it is confirmed. */
export function paperHref(
	locale: Locale,
	place: DeskPlace,
	{ previewId, step }: { previewId?: string; step?: 'confirm' } = {},
): string {
	const parts = [`${deskPlace(locale, place)}/paper`, previewId, step]
	return parts.filter((part) => part !== undefined).join('/')
}

/** The empty file for contributions on paper. */
export function paperTemplateHref(locale: Locale, place: DeskPlace): string {
	return `${paperHref(locale, place)}/template.csv`
}
