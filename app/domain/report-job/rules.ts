import { REPORT_KINDS } from '#app/domain/report-kind/rules.ts'
import type { ReportKind } from '#app/domain/report-kind/rules.ts'

/** How far the compiling of a report is. */
export const REPORT_JOB_STATES = ['WAITING', 'READING', 'DRAWING', 'DONE', 'FAILED'] as const
export type ReportJobState = (typeof REPORT_JOB_STATES)[number]

/** A job that was begun so often and never ended takes the site down with it, and is given up. */
export const MOST_ATTEMPTS = 3

/** How long an ended job is kept, for whoever comes back to its page. Unit: days. */
export const KEPT_DAYS = 30

/** Whether somebody still works on it, or will. */
export function isOpen(state: ReportJobState): boolean {
	return state !== 'DONE' && state !== 'FAILED'
}

/** What a job is about while it is open: of each report of a plan there is one. */
export function openKeyOf({ planId, name }: { readonly planId: string; readonly name: string }): string {
	return `${planId}/${name}`
}

/** The kind of report that a name is made of; null where no report is called so. The plan decides whether it has such a one. */
export function kindOfName(name: string): ReportKind | null {
	return REPORT_KINDS.find((kind) => name === kind || name.startsWith(`${kind}-`)) ?? null
}
