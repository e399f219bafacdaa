import type { ReportFormat } from '#app/components/addresses.ts'
import { pocHref } from '#app/components/workspace/addresses.ts'
import type { AssessmentKind, TextSection } from '#app/domain/self-assessment/rules.ts'
import type { Locale } from '#app/i18n/locale.ts'

type Place = { readonly planId: string; readonly kind: AssessmentKind }

/** A published self-assessment, in its newest version or the one that is named. */
export function assessmentHref(locale: Locale, recordId: string, version?: number): string {
	return `/${locale}/self-assessments/${recordId}${version === undefined ? '' : `?version=${String(version)}`}`
}

/** The same as a document. */
export function assessmentFileHref(
	locale: Locale,
	{ recordId, version }: { readonly recordId: string; readonly version: number },
	format: ReportFormat,
): string {
	return `/files/self-assessments/${recordId}.${locale}.${format}?version=${String(version)}`
}

/** Where a comment is left on a self-assessment. */
export function commentHref(locale: Locale, recordId: string): string {
	return `${assessmentHref(locale, recordId)}/comment`
}

/** A comment on its page. */
export function commentAnchor(position: number): string {
	return `comment-${String(position)}`
}

/** The self-assessments of a plan, for those who write them. */
export function desksHref(locale: Locale, planId: string): string {
	return `${pocHref(locale)}/plans/${planId}/self-assessments`
}

/** One self-assessment, or one page of it, for those who write it. */
export function deskHref(
	locale: Locale,
	{ planId, kind }: Place,
	page?: 'preview' | 'open' | 'submit' | 'approve' | 'recommendations' | 'recommendations/none',
): string {
	return `${desksHref(locale, planId)}/${inAddress(kind)}${page ? `/${page}` : ''}`
}

/** Where one text of the outline is written. */
export function deskTextHref(locale: Locale, place: Place, section: TextSection): string {
	return `${deskHref(locale, place)}/texts/${inAddress(section)}`
}

/** Where the level and the results of a commitment are written. */
export function deskCommitmentHref(locale: Locale, place: Place, commitmentId: string): string {
	return `${deskHref(locale, place)}/commitments/${commitmentId}`
}

/** Where a recommendation is taken out. */
export function recommendationRemovalHref(locale: Locale, place: Place, position: number): string {
	return `${deskHref(locale, place, 'recommendations')}/${String(position)}/remove`
}

/** Where a comment is answered. */
export function deskCommentHref(locale: Locale, place: Place, position: number): string {
	return `${deskHref(locale, place)}/comments/${String(position)}`
}

function inAddress(code: string): string {
	return code.toLowerCase().replaceAll('_', '-')
}
