import type { Locale } from '#app/i18n/locale.ts'

/** A page of an institution's reply to a finding; without a step, where its text is written. */
export function replyHref(
	locale: Locale,
	recordId: string,
	step?:
		| 'evidence'
		| 'evidence/another'
		| 'evidence/file'
		| 'evidence/file/another'
		| 'check'
		| 'newest'
		| 'publish',
): string {
	return `/${locale}/findings/${recordId}/reply${step ? `/${step}` : ''}`
}

/** Where a piece of evidence is taken out of a reply. */
export function replyEvidenceRemovalHref(locale: Locale, recordId: string, position: number): string {
	return `${replyHref(locale, recordId, 'evidence')}/${String(position)}/remove`
}

/** Where the author of a finding decides about it; checked, and published. */
export function decisionHref(locale: Locale, recordId: string, step?: 'check' | 'publish'): string {
	return `/${locale}/findings/${recordId}/decision${step ? `/${step}` : ''}`
}
