import { planFigures, verificationsOf } from '#app/domain/action-plan/rules.ts'
import type { PlanFigures } from '#app/domain/action-plan/rules.ts'
import type { PlanRecord } from '#app/domain/action-plan/view.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { expectationLevels } from '#app/domain/expectation/rules.ts'
import type { ExpectationView } from '#app/domain/expectation/view.ts'
import type { VerificationView } from '#app/domain/verification/view.ts'
import { privateSeal } from '#app/ledger/leaf.ts'
import type { ReportSnapshot } from '#prisma/generated/client.ts'

/**
 * Versions of what the progress report says and how it looks. Raised with every change of either; a report stays what
 * it was under the version that it was frozen with.
 */
export const PROGRESS_REPORT_TEMPLATES = ['1', '2'] as const
export const PROGRESS_REPORT_TEMPLATE = '2'

/**
 * A progress report, frozen: all it says, in no language. With the template version and a language it gives the
 * same document for ever.
 */
export type ProgressReportModel = {
	readonly kind: 'progress-report'
	readonly templateVersion: (typeof PROGRESS_REPORT_TEMPLATES)[number]
	readonly asOfOn: CalendarDay
	readonly record: PlanRecord
	readonly figures: PlanFigures
	readonly expectations: readonly ExpectationView[]
	/** The log's signed checkpoint when the record was frozen; printed on the report and put into its file. */
	readonly checkpoint?: string
	/** The key it is signed with, as the line that verifiers read. */
	readonly logKey?: string
	/** What is missing since it was frozen: how many findings their authors withdrew, and from which snapshot. */
	readonly withdrawnSince?: { readonly count: number; readonly snapshotHash: string }
}

/** What a report takes along of the log: its signed checkpoint, and the key of it. */
export type LogWitness = Pick<ProgressReportModel, 'checkpoint' | 'logKey'>

/** Freezes a plan's record, with its figures and expectation levels worked out as of a day. */
export function progressReportModel(
	record: PlanRecord,
	{ asOfOn, ...witness }: { readonly asOfOn: CalendarDay } & LogWitness,
): ProgressReportModel {
	return {
		kind: 'progress-report',
		templateVersion: PROGRESS_REPORT_TEMPLATE,
		asOfOn,
		record: withoutObservations(record),
		figures: planFigures(record, asOfOn),
		expectations: expectationLevels(record, asOfOn),
		...witness,
	}
}

/** What the public observed counts nowhere and can be hidden by law: no report keeps a copy of it. */
function withoutObservations(record: PlanRecord): PlanRecord {
	return {
		...record,
		commitments: record.commitments.map((commitment) => ({
			...commitment,
			milestones: commitment.milestones.map(({ observations: _left, ...milestone }) => milestone),
		})),
	}
}

/**
 * A report that was frozen earlier, without the findings that were withdrawn since; what follows from them is worked
 * out anew. The same model where none was.
 */
export function modelWithoutFindings(
	model: ProgressReportModel,
	withdrawn: ReadonlySet<string>,
	snapshotHash: string,
): ProgressReportModel {
	const count = model.record.commitments
		.flatMap(verificationsOf)
		.filter((finding) => withdrawn.has(finding.recordId)).length
	if (count === 0) return model
	const shown = <Part extends { readonly verifications: readonly VerificationView[] }>(part: Part) => ({
		...part,
		verifications: part.verifications
			.filter((finding) => !withdrawn.has(finding.recordId))
			.map((finding) => withoutFollowUp(finding, withdrawn)),
	})
	const commitments = model.record.commitments.map((commitment) => ({
		...shown(commitment),
		milestones: commitment.milestones.map(shown),
	}))
	const record = { ...model.record, commitments }
	const { figures, expectations } = progressReportModel(record, { asOfOn: model.asOfOn })
	return { ...model, record, figures, expectations, withdrawnSince: { count, snapshotHash } }
}

/** What was withdrawn for somebody's safety is not named by the finding that followed it up either. */
function withoutFollowUp(
	{ followsUp, ...finding }: VerificationView,
	withdrawn: ReadonlySet<string>,
): VerificationView {
	return followsUp === undefined || withdrawn.has(followsUp) ? finding : { ...finding, followsUp }
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
		...(row.pdfSha256En === null || row.pdfSha256Id === null
			? {}
			: { pdfSha256: { en: row.pdfSha256En, id: row.pdfSha256Id } }),
		...privateSeal(row.privateSalt, {
			compiledById: row.compiledById,
			publishedAt: row.publishedAt.toISOString(),
		}),
	}
}
