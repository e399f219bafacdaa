import type { ReportFormat } from '#app/components/addresses.ts'
import type { AssessmentPlace } from '#app/domain/local-assessment/view.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** A published assessment of a Monitoring Body, in its newest version or the one that is named. */
export function publishedAssessmentHref(locale: Locale, recordId: string, version?: number): string {
	return `/${locale}/assessments/${recordId}${version === undefined ? '' : `?version=${String(version)}`}`
}

/** The same as a document. */
export function assessmentReportHref(
	locale: Locale,
	{ recordId, version }: { readonly recordId: string; readonly version: number },
	format: ReportFormat,
): string {
	return `/files/assessments/${recordId}.${locale}.${format}?version=${String(version)}`
}

/** The assessments that the reader's body owes. */
export function assessmentTasksHref(locale: Locale): string {
	return `/${locale}/assess`
}

/** One assessment, or one step of it, for those who write it. */
export function assessHref(
	locale: Locale,
	{ planId, kind, commitmentId }: AssessmentPlace,
	step?: 'evidence' | 'check' | 'sign' | 'publish',
): string {
	const about = commitmentId ?? inAddress(kind)
	return `${assessmentTasksHref(locale)}/${planId}/${about}${step ? `/${step}` : ''}`
}

type OfEach = { readonly code: string; readonly commitmentId: string | null }

/** Where one page of an assessment is written; with `then-evidence` its form leads on to the evidence. */
export function assessPageHref(
	locale: Locale,
	place: AssessmentPlace,
	page: { readonly section: string; readonly commitmentId: string | null; readonly then?: 'then-evidence' },
): string {
	const { section, commitmentId, then } = page
	const name = codeAndCommitment({ code: section, commitmentId })
	return `${assessHref(locale, place)}/pages/${name}${then ? `/${then}` : ''}`
}

/** Where evidence of one answer is put forward. */
export function assessEvidenceHref(
	locale: Locale,
	place: AssessmentPlace,
	{ step, ...answer }: OfEach & { readonly step?: 'another' | 'file' | 'file/another' | undefined },
): string {
	return `${assessHref(locale, place, 'evidence')}/${codeAndCommitment(answer)}${step ? `/${step}` : ''}`
}

/** Where a piece of evidence is taken out again. */
export function assessEvidenceRemovalHref(
	locale: Locale,
	place: AssessmentPlace,
	{ code, commitmentId, position }: OfEach & { readonly position: number },
): string {
	return `${assessEvidenceHref(locale, place, { code, commitmentId })}/${String(position)}/remove`
}

function codeAndCommitment({ code, commitmentId }: OfEach): string {
	return commitmentId === null ? inAddress(code) : `${inAddress(code)}~${commitmentId}`
}

function inAddress(code: string): string {
	return code.toLowerCase().replaceAll('_', '-')
}

/** The questions of Monitoring Bodies, for whoever runs the site; with a code, where one of them is worded anew. */
export function questionsHref(locale: Locale, code?: string): string {
	return `/${locale}/admin/questions${code === undefined ? '' : `/${code}`}`
}
