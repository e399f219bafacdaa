import { verificationsOf } from '#app/domain/action-plan/rules.ts'
import type { PlanRecord } from '#app/domain/action-plan/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'

/** Reports of a plan. */
export const REPORT_KINDS = [
	'progress-report',
	'status-report',
	'divergence-report',
	'checkpoint-report',
	'shadow-report',
] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

/** Which report of a plan it is. */
export type ReportAbout = {
	readonly kind: ReportKind
	/** The checkpoint that a checkpoint report is about. */
	readonly checkpointCode?: string
	/** Whose findings a shadow report is made of. */
	readonly organization?: { readonly id: string; readonly name: Bilingual }
}

/**
 * Whether a point of contact freezes such a report. A shadow report is never frozen: what its monitors withdraw for their
 * safety, and their name with it, leaves it at once.
 */
export function isCompiled({ kind }: Pick<ReportAbout, 'kind'>): boolean {
	return kind !== 'shadow-report'
}

/** The name of a report in addresses: its kind, and what it is about. */
export function reportName({ kind, checkpointCode, organization }: ReportAbout): string {
	const about = checkpointCode?.toLowerCase() ?? organization?.id
	return about === undefined ? kind : `${kind}-${about}`
}

/** The reports that can be drawn of a plan on a day: of each checkpoint that has opened, and of each organization with findings. */
export function reportsOf(record: PlanRecord, day: CalendarDay): readonly ReportAbout[] {
	const opened = record.checkpoints.filter(({ opensOn }) => opensOn <= day)
	const findings = record.commitments.flatMap(verificationsOf)
	const organizations = new Map(findings.map((one) => [one.organizationId, one.organizationName]))
	return [
		{ kind: 'progress-report' },
		{ kind: 'status-report' },
		{ kind: 'divergence-report' },
		...opened.map(({ code }) => ({ kind: 'checkpoint-report' as const, checkpointCode: code })),
		...[...organizations]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([id, name]) => ({ kind: 'shadow-report' as const, organization: { id, name } })),
	]
}
