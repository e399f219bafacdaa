import { planFigures } from '#app/domain/action-plan/rules.ts'
import type { PlanFigures } from '#app/domain/action-plan/rules.ts'
import type { PlanRecord } from '#app/domain/action-plan/view.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { expectationLevels } from '#app/domain/expectation/rules.ts'
import type { ExpectationView } from '#app/domain/expectation/view.ts'
import type { ReportSnapshot } from '#prisma/generated/client.ts'

/** Version of what the progress report says and how it looks. Raised with every change of either. */
export const PROGRESS_REPORT_TEMPLATE = '1'

/**
 * A progress report, frozen: all it says, in no language. With the template version and a language it gives the
 * same document for ever.
 */
export type ProgressReportModel = {
	readonly kind: 'progress-report'
	readonly templateVersion: typeof PROGRESS_REPORT_TEMPLATE
	readonly asOfOn: CalendarDay
	readonly record: PlanRecord
	readonly figures: PlanFigures
	readonly expectations: readonly ExpectationView[]
}

/** Freezes a plan's record, with its figures and expectation levels worked out as of a day. */
export function progressReportModel(
	record: PlanRecord,
	{ asOfOn }: { asOfOn: CalendarDay },
): ProgressReportModel {
	return {
		kind: 'progress-report',
		templateVersion: PROGRESS_REPORT_TEMPLATE,
		asOfOn,
		record,
		figures: planFigures(record, asOfOn),
		expectations: expectationLevels(record, asOfOn),
	}
}

/** What the log seals of a published report: the hash stands for the frozen model. */
export function reportContent(row: ReportSnapshot) {
	return {
		kind: 'report.published' as const,
		recordId: row.recordId,
		version: row.version,
		publishedOn: row.publishedOn,
		actorOrganization: row.actorOrganizationId,
		planId: row.actionPlanId,
		reportKind: row.kind,
		asOfOn: row.asOfOn,
		templateVersion: row.templateVersion,
		snapshotHash: row.snapshotHash,
	}
}
