import { planFigures, verificationsOf } from '#app/domain/action-plan/rules.ts'
import type { PlanFigures } from '#app/domain/action-plan/rules.ts'
import type { PlanRecord } from '#app/domain/action-plan/view.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { expectationLevels } from '#app/domain/expectation/rules.ts'
import type { RemarkView } from '#app/domain/expectation-remark/view.ts'
import { changesOf } from '#app/domain/level-change/rules.ts'
import { memberReportingLevel } from '#app/domain/member-expectation/rules.ts'
import type { ReportAbout } from '#app/domain/report-kind/rules.ts'
import { changesSince } from '#app/domain/report-change/rules.ts'
import type { EarlierReport } from '#app/domain/report-change/rules.ts'
import type { ReportChanges } from '#app/domain/report-change/view.ts'
import type { DraftMark, FrozenRound, FrozenRoundBefore } from '#app/domain/report-draft/schema.ts'
import type { FrozenConsultation, FrozenObligation } from '#app/domain/report-source/schema.ts'
import type { ReportSource, ReportedExpectation } from '#app/domain/report-source/view.ts'
import type { PastLevels } from '#app/domain/standing/view.ts'
import type { VerificationView } from '#app/domain/verification/view.ts'
import { privateSeal } from '#app/ledger/leaf.ts'
import type { ReportSnapshot } from '#prisma/generated/client.ts'

/**
 * Versions of what reports of a plan say and how they look. Raised with every change of either; a report stays what it
 * was under the version that it was frozen with.
 */
export const REPORT_TEMPLATES = ['1', '2', '3', '4', '5'] as const
export const REPORT_TEMPLATE = '5'

/**
 * A report of a plan, frozen: all it says, in no language. With the template version and a language it gives the same
 * document for ever.
 */
export type ReportModel = ReportAbout & {
	readonly templateVersion: (typeof REPORT_TEMPLATES)[number]
	readonly asOfOn: CalendarDay
	readonly record: PlanRecord
	readonly figures: PlanFigures
	/** In reports from before template 3 each with its figures only, and worked out from the plan alone. */
	readonly expectations: readonly ReportedExpectation[]
	/** The numbers of the rules by which the levels were computed. */
	readonly ruleNumbers?: Readonly<Record<string, Readonly<Record<string, number>>>>
	/** What was said beside the levels. */
	readonly remarks?: readonly RemarkView[]
	/** What the plan owes; absent where its acts are kept elsewhere. */
	readonly obligations?: readonly FrozenObligation[]
	readonly consultations?: readonly FrozenConsultation[]
	/** What became different since the report before; absent where this is the first. */
	readonly since?: ReportChanges
	/** Levels at the ends of the last quarters, the oldest first; absent where it tells what a withdrawn finding said. */
	readonly history?: readonly PastLevels[]
	/** What kind of act each record behind a level is. */
	readonly recordKinds?: Readonly<Record<string, string>>
	/** The address of the site, without a slash at its end; what is printed leads there. */
	readonly site?: string
	/** The log's signed checkpoint when the record was frozen; printed on the report and put into its file. */
	readonly checkpoint?: string
	/** The key it is signed with, as the line that verifiers read. */
	readonly logKey?: string
	/** Of a draft that was shared and is not published: until when, and with whom. */
	readonly draft?: DraftMark
	/** Drafts that were shared before it, with every dissent; absent where there was none. */
	readonly draftRounds?: readonly FrozenRound[]
	/** Where none was: the last one that an earlier report took up. */
	readonly draftRoundBefore?: FrozenRoundBefore
	/** What is missing since it was frozen: how many findings their authors withdrew, and from which snapshot. */
	readonly withdrawnSince?: { readonly count: number; readonly snapshotHash: string }
}

/** What a report takes along from outside: the log's signed checkpoint and the key of it, and the site's address. */
export type LogWitness = Pick<ReportModel, 'checkpoint' | 'logKey' | 'site'>

/** What a report is frozen with beside its source. */
type Frozen = LogWitness & {
	/** A progress report unless something else is said. */
	readonly about?: ReportAbout | undefined
	readonly asOfOn: CalendarDay
	/** Absent where no report of the plan was compiled before. */
	readonly before?: EarlierReport | undefined
}

/** Freezes a plan's record with all that the report says beside it, figures and levels worked out as of a day. */
export function reportModel(
	{ record, obligations, ...source }: ReportSource,
	{ about = { kind: 'progress-report' }, asOfOn, before, ...witness }: Frozen,
): ReportModel {
	const frozen = withoutObservations(record)
	const figures = planFigures(frozen, asOfOn)
	const { expectations } = source
	const since = before && changesSince(before, { record: frozen, figures, expectations })
	return {
		...about,
		templateVersion: REPORT_TEMPLATE,
		asOfOn,
		...source,
		record: frozen,
		figures,
		...(obligations === null ? {} : { obligations }),
		...(since ? { since } : {}),
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
	model: ReportModel,
	withdrawn: ReadonlySet<string>,
	snapshotHash: string,
): ReportModel {
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
	// What changed since the report before, or from quarter to quarter, cannot be told without telling what is gone.
	const { since: _since, history: _history, recordKinds, ...rest } = model
	const record = { ...model.record, commitments }
	return {
		...rest,
		...(recordKinds ? { recordKinds: kindsWithout(recordKinds, withdrawn) } : {}),
		record,
		figures: planFigures(record, model.asOfOn),
		expectations: expectationsWithout(model, record, withdrawn),
		withdrawnSince: { count, snapshotHash },
	}
}

function kindsWithout(
	kinds: Readonly<Record<string, string>>,
	withdrawn: ReadonlySet<string>,
): Readonly<Record<string, string>> {
	return Object.fromEntries(Object.entries(kinds).filter(([recordId]) => !withdrawn.has(recordId)))
}

/** The levels without what was withdrawn: only the one on reporting counts findings, and is worked out anew. */
function expectationsWithout(
	{ expectations, templateVersion, asOfOn }: ReportModel,
	record: PlanRecord,
	withdrawn: ReadonlySet<string>,
): readonly ReportedExpectation[] {
	if (templateVersion === '1' || templateVersion === '2') return expectationLevels(record, asOfOn)
	const isShown = (recordId: string) => !withdrawn.has(recordId)
	return expectations.map(({ records = [], requirements = [], ...expectation }) => ({
		...expectation,
		records: records.filter(isShown),
		requirements: requirements.map((one) => ({ ...one, records: one.records.filter(isShown) })),
		...(expectation.code === 'E4_REPORTING' ? reportingWithout(record, asOfOn) : {}),
	}))
}

function reportingWithout(record: PlanRecord, day: CalendarDay): Omit<ReportedExpectation, 'code'> {
	const { dueOn, code: _code, ...judged } = memberReportingLevel(record, day)
	return { ...judged, changes: changesOf({ code: 'E4_REPORTING', ...judged }, dueOn) }
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
