import { compileHref } from '#app/components/workspace/addresses.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** Where a draft of a report of a plan is shared. */
export function openRoundHref(locale: Locale, planId: string): string {
	return `${compileHref(locale, planId)}/draft`
}

/** A shared draft, or where somebody dissents from it. */
export function draftHref(locale: Locale, draftId: string, step?: 'dissent'): string {
	return `/${locale}/report-drafts/${draftId}${step ? `/${step}` : ''}`
}

/** A shared draft as a file. */
export function draftFileHref(locale: Locale, draftId: string, format: 'pdf' | 'docx' = 'pdf'): string {
	return `/files/report-drafts/${draftId}.${locale}.${format}`
}
