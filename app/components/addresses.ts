import type { PlanFilter } from '#app/domain/commitment/schema.ts'
import { given } from '#app/domain/given.ts'
import type { OpenTableName } from '#app/export/open-tables.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** The front page. */
export function homeHref(locale: Locale): string {
	return `/${locale}`
}

/** All plans, or a narrowed part of their list. */
export function plansHref(locale: Locale, filter: PlanFilter = {}): string {
	const query = new URLSearchParams(given(filter)).toString()
	return `/${locale}/plans${query === '' ? '' : `?${query}`}`
}

/** One plan with its dashboard. */
export function planHref(locale: Locale, planId: string): string {
	return `/${locale}/plans/${planId}`
}

/** One commitment. */
export function commitmentHref(locale: Locale, commitmentId: string): string {
	return `/${locale}/commitments/${commitmentId}`
}

/** One commitment on a sheet. */
export function commitmentSheetHref(locale: Locale, commitmentId: string): string {
	return `${commitmentHref(locale, commitmentId)}/sheet`
}

/** The same sheet as a file. */
export function commitmentSheetFileHref(locale: Locale, commitmentId: string, format: ReportFormat): string {
	return `/files/commitments/${commitmentId}.${locale}.${format}`
}

/** A milestone: a section of its commitment's page. */
export function milestoneHref(locale: Locale, commitmentId: string, milestoneId: string): string {
	return `${commitmentHref(locale, commitmentId)}#${milestoneAnchor(milestoneId)}`
}

/** The name of a milestone's section. */
export function milestoneAnchor(milestoneId: string): string {
	return `milestone-${milestoneId}`
}

/** The lasting address of one published act. */
export function recordHref(locale: Locale, recordId: string): string {
	return `/${locale}/records/${recordId}`
}

/** A page of explanation. */
export function aboutHref(
	locale: Locale,
	page: 'about' | 'figures' | 'glossary' | 'accessibility' | 'safety' | 'api',
): string {
	return `/${locale}/${page === 'about' ? 'about' : `about/${page}`}`
}

/** The signed-in person's tasks; asks to sign in first. */
export function tasksHref(locale: Locale): string {
	return `/${locale}/tasks`
}

/** The same page in the given language; an address without a language leads to the front page. */
export function hrefIn(locale: Locale, path: string): string {
	const rest = /^\/(?:en|id)(?=[/?#]|$)(.*)$/s.exec(path)?.[1]
	return rest === undefined ? homeHref(locale) : `/${locale}${rest}`
}

/** All members. */
export function membersHref(locale: Locale): string {
	return `/${locale}/members`
}

/** What each source calls a member. */
export function memberNamesHref(locale: Locale): string {
	return `/${locale}/about/member-names`
}

/** One member with its plans. */
export function memberHref(locale: Locale, memberId: string): string {
	return `/${locale}/members/${memberId}`
}

/** The figures of one plan, which a reader can narrow. */
export function dashboardHref(locale: Locale, planId: string): string {
	return `${planHref(locale, planId)}/dashboard`
}

/** What a plan owes, and by when. */
export function obligationsHref(locale: Locale, planId: string): string {
	return `${planHref(locale, planId)}/obligations`
}

/** A report of a plan as it stands today, by the name of the report. */
export function planReportHref(
	locale: Locale,
	planId: string,
	{ name = 'progress-report', format = 'pdf' }: { name?: string; format?: ReportFormat } = {},
): string {
	return `/files/plans/${planId}/${name}.${locale}.${format}`
}

/** Files that a report is given as: to print and check, and to go on with in Word. */
export type ReportFormat = 'pdf' | 'docx'

/** The same report as a page. */
export function planReportPageHref(locale: Locale, planId: string, name = 'progress-report'): string {
	return `${planReportsHref(locale, planId)}/${name}`
}

/** Every report that can be drawn of a plan. */
export function planReportsHref(locale: Locale, planId: string): string {
	return `${planHref(locale, planId)}/reports`
}

/** A compiled report as a page. */
export function compiledReportPageHref(locale: Locale, recordId: string): string {
	return `/${locale}/reports/${recordId}`
}

/** The frozen record that a compiled report is drawn from. */
export function snapshotHref(recordId: string): string {
	return `/files/reports/${recordId}/snapshot.json`
}

/** A report that a point of contact compiled. */
export function compiledReportHref(locale: Locale, recordId: string, format: ReportFormat = 'pdf'): string {
	return `/files/reports/${recordId}.${locale}.${format}`
}

/** A record as the log's readers check it. */
export function recordJsonHref(recordId: string, version: number): string {
	return `/records/${recordId}.json?version=${version}`
}

/** What checks receipts, records and reports without this server; it also works from a USB stick. */
export const VERIFIER_ADDRESS = '/verify.html'

/** The log's newest signed checkpoint. */
export const CHECKPOINT_ADDRESS = '/log/checkpoint'

/** The public log. */
export function logHref(locale: Locale): string {
	return `/${locale}/log`
}

/** Where a kept checkpoint is held against the log. */
export function logConsistencyHref(locale: Locale): string {
	return `${logHref(locale)}/consistency`
}

/** The receipt of one version of a record: a file that proves where it stands in the log. */
export function receiptFileHref(recordId: string, version: number): string {
	return `/log/receipt/${encodeURIComponent(recordId)}?version=${String(version)}`
}

/** The page of one piece of evidence. */
export function evidenceHref(locale: Locale, evidenceId: string): string {
	return `/${locale}/evidence/${evidenceId}`
}

/** What proves the original of a file; its own organization signs in for it. */
export function evidenceOriginalHref(locale: Locale, evidenceId: string): string {
	return `${evidenceHref(locale, evidenceId)}/original`
}

/** A piece of protected evidence, or its file, for those who are named for it; asks to sign in first. */
export function protectedEvidenceHref(locale: Locale, evidenceId: string, part?: 'file' | 'preview'): string {
	return `/${locale}/protected-evidence/${evidenceId}${part ? `/${part}` : ''}`
}

/** One of the tables of the open data; of one plan, where it is named. */
export function openDataHref(
	name: OpenTableName,
	format: 'csv' | 'xlsx' | 'json' | 'jsonl',
	planId?: string,
): string {
	const query = planId === undefined ? '' : `?plan=${encodeURIComponent(planId)}`
	return `/files/open-data/${name}.${format}${query}`
}

/** What stands in the columns of the open data. */
export function openDataPageHref(locale: Locale): string {
	return `/${locale}/data`
}
