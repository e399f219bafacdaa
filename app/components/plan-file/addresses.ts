import { pocHref } from '#app/components/workspace/addresses.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** Plans as files: templates, exports and the form that takes a file. */
export function planFilesHref(locale: Locale): string {
	return `${pocHref(locale)}/files`
}

/** A file that was read, before it is taken; or where it is confirmed. */
export function planPreviewHref(locale: Locale, previewId: string, verb?: 'confirm'): string {
	return `${planFilesHref(locale)}/${previewId}${verb ? `/${verb}` : ''}`
}

/** The empty template. */
export function planTemplateHref(locale: Locale, kind: 'xlsx' | 'csv'): string {
	return `/files/plan-template.${kind}?lang=${locale}`
}

/** A published plan in the form of the template. */
export function planExportHref(locale: Locale, planId: string, kind: 'xlsx' | 'csv'): string {
	return `/files/plans/${planId}/plan.${kind}?lang=${locale}`
}

/** A plan that is being written, in the form of the template. */
export function draftExportHref(locale: Locale, draftId: string, kind: 'xlsx' | 'csv'): string {
	return `${planFilesHref(locale)}/drafts/${draftId}/plan.${kind}`
}

/** Where an office takes its open reports along as a file, and sends them back. */
export function updateFilesHref(locale: Locale): string {
	return `/${locale}/tasks/file`
}

/** The open reports as a file. */
export function openUpdatesHref(locale: Locale): string {
	return `${updateFilesHref(locale)}/open-updates.xlsx`
}

/** A file of reports that was read, before it is taken; or where it is confirmed. */
export function updatePreviewHref(locale: Locale, previewId: string, verb?: 'confirm'): string {
	return `${updateFilesHref(locale)}/${previewId}${verb ? `/${verb}` : ''}`
}
