import { z } from 'zod'
import { PLAN_STATUSES } from '#app/domain/action-plan/rules.ts'
import type {
	CheckpointView,
	CommitmentRecord,
	MilestoneRecord,
	PlanRecord,
	PlanView,
} from '#app/domain/action-plan/view.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { statedLevel } from '#app/domain/commitment-level/view.ts'
import { CLAIMED_LEVELS, COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import { evidenceViews } from '#app/domain/evidence/view.ts'
import { furtherView } from '#app/domain/further-answer/view.ts'
import { IRM_INDICATORS } from '#app/domain/irm-coding/rules.ts'
import type { CodingView } from '#app/domain/irm-coding/view.ts'
import { memberView } from '#app/domain/member/view.ts'
import { CHALLENGES } from '#app/domain/progress-update/rules.ts'
import type { ClaimView } from '#app/domain/progress-update/view.ts'
import {
	commitmentText,
	historyOfCommitment,
	historyOfMilestone,
	historyOfPlan,
	indexOf,
	milestoneText,
	nameOf,
	originOf,
} from '#app/domain/published-text/view.ts'
import type {
	AmendedRows,
	CommitmentRow,
	MilestoneRow,
	Surroundings,
} from '#app/domain/published-text/view.ts'
import { ruleSetView } from '#app/domain/rule-set/view.ts'
import { CONFIDENCES, INDEPENDENCES, METHODS, OUTCOMES } from '#app/domain/verification/rules.ts'
import type { VerificationView } from '#app/domain/verification/view.ts'
import { withdrawalsOf } from '#app/domain/withdrawal/view.ts'
import type { WithdrawalFacts } from '#app/domain/withdrawal/view.ts'
import type {
	ActionPlan,
	ActionPlanVersion,
	Checkpoint,
	CommitmentLevel,
	Evidence,
	IrmCoding,
	Member,
	ProgressUpdate,
	RuleSet,
	Verification,
} from '#prisma/generated/client.ts'

export type PlanRow = ActionPlan & {
	readonly member: Member
	readonly ruleSet: RuleSet
	readonly versions: readonly ActionPlanVersion[]
	readonly _count: { readonly commitments: number }
}

export type { Surroundings }

/** The stored rows a plan's public record is made of; acts newest version first. */
export type PlanRows = AmendedRows & {
	readonly plan: PlanRow
	readonly commitments: readonly CommitmentRow[]
	readonly milestones: readonly MilestoneRow[]
	readonly checkpoints: readonly Checkpoint[]
	readonly claims: readonly ProgressUpdate[]
	/** Without those that are withdrawn. */
	readonly verifications: readonly Verification[]
	readonly withdrawals: readonly WithdrawalFacts[]
	readonly codings: readonly IrmCoding[]
	readonly levels: readonly CommitmentLevel[]
	readonly evidence: readonly Evidence[]
	/** By which protected evidence has become public, or has not. */
	readonly today: CalendarDay
	readonly ledgerSize: number
}

/** The public record of a plan; null where the plan has no published text. */
export function planRecord(all: PlanRows): PlanRecord | null {
	const rows = {
		...all,
		claims: newestVersions(all.claims),
		verifications: newestVersions(all.verifications),
	}
	const plan = planView(rows.plan, rows)
	if (!plan) return null
	const codings = newestVersions(rows.codings).map((row) => codingView(row, rows))
	return {
		plan,
		ruleSet: ruleSetView(rows.plan.ruleSet),
		checkpoints: rows.checkpoints.map(checkpointView),
		commitments: rows.commitments.flatMap((row) => commitmentRecord(row, rows, codings) ?? []),
		codings: codings.filter((coding) => coding.commitmentId === null),
		...historyOfPlan(rows),
		ledgerSize: rows.ledgerSize,
	}
}

/** A plan in one piece, from its newest version; null where nothing was published. */
export function planView(row: PlanRow, around: Surroundings): PlanView | null {
	const text = row.versions[0]
	if (!text) return null
	return {
		id: row.id,
		member: memberView(row.member),
		status: z.enum(PLAN_STATUSES).parse(row.status),
		number: text.number,
		title: { en: text.titleEn, id: text.titleId },
		startsOn: text.startsOn,
		endsOn: text.endsOn,
		submittedOn: text.submittedOn,
		commitmentsPublished: text.commitmentsPublished,
		commitmentsHere: row._count.commitments,
		origin: originOf(row.id, text, around),
	}
}

/** A checkpoint with its days. */
export function checkpointView(row: Checkpoint): CheckpointView {
	const { id, code, opensOn, dueOn, lockedOn, reopenedUntilOn } = row
	const days = { id, code, opensOn, dueOn, lockedOn }
	return reopenedUntilOn === null ? days : { ...days, reopenedUntilOn }
}

function commitmentRecord(
	row: PlanRows['commitments'][number],
	rows: PlanRows,
	codings: readonly CodingView[],
): CommitmentRecord | null {
	const text = row.versions[0]
	if (!text) return null
	const verifications = rows.verifications.filter((v) => v.commitmentId === row.id && v.milestoneId === null)
	return {
		id: row.id,
		ogpId: row.ogpId,
		position: row.position,
		...commitmentText(text, rows),
		...historyOfCommitment(row, rows),
		milestones: rows.milestones
			.filter((m) => m.commitmentId === row.id)
			.flatMap((m) => milestoneRecord(m, rows) ?? []),
		verifications: newestFirst(verifications.map((v) => verificationView(v, rows))),
		codings: codings.filter((coding) => coding.commitmentId === row.id),
		...statedLevelsOf(row.id, rows),
		...withdrawalsOf(row.id, rows.withdrawals, (act) => indexOf(act, rows)),
	}
}

function milestoneRecord(row: PlanRows['milestones'][number], rows: PlanRows): MilestoneRecord | null {
	const text = row.versions[0]
	if (!text) return null
	return {
		id: row.id,
		...milestoneText(text, rows),
		...historyOfMilestone(row, rows),
		claims: newestFirst(rows.claims.filter((c) => c.milestoneId === row.id).map((c) => claimView(c, rows))),
		verifications: newestFirst(
			rows.verifications.filter((v) => v.milestoneId === row.id).map((v) => verificationView(v, rows)),
		),
	}
}

/** The levels that institutions stated for a commitment, newest first; nothing where none was. */
function statedLevelsOf(commitmentId: string, rows: PlanRows): Pick<CommitmentRecord, 'statedLevels'> {
	const stated = newestVersions(rows.levels.filter((row) => row.commitmentId === commitmentId))
	if (stated.length === 0) return {}
	const views = stated.map((row) =>
		statedLevel(row, {
			checkpointCode: codeOf(row.checkpointId, rows.checkpoints),
			organizationName: nameOf(row.organizationId, rows),
			ledgerIndex: indexOf(row, rows),
		}),
	)
	return { statedLevels: newestFirst(views) }
}

/** A published claim as everyone sees it; people stay out. */
export function claimView(
	row: ProgressUpdate,
	rows: Surroundings & Pick<PlanRows, 'evidence' | 'checkpoints' | 'today'>,
): ClaimView {
	return {
		recordId: row.recordId,
		version: row.version,
		milestoneId: row.milestoneId,
		checkpointCode: codeOf(row.checkpointId, rows.checkpoints),
		organizationId: row.organizationId,
		organizationName: nameOf(row.organizationId, rows),
		isNil: row.isNil,
		level: z.enum(CLAIMED_LEVELS).nullable().parse(row.claimedLevel),
		levelAsPublished: row.levelAsPublished,
		done: { en: row.doneEn, id: row.doneId },
		challenges: z.array(z.enum(CHALLENGES)).parse(row.challenges),
		challengeText: row.challengeText,
		...furtherView(row),
		evidence: evidenceViews(row, rows.evidence, rows.today),
		provenance: row.isImported
			? {
					source: row.source ?? '',
					sourceUrl: row.sourceUrl,
					sourcePublishedOn: row.sourcePublishedOn,
					importedBy: nameOf(row.importedById ?? '', rows),
				}
			: null,
		publishedOn: row.publishedOn,
		ledgerIndex: indexOf(row, rows),
	}
}

/** A published verification as everyone sees it; people stay out. */
export function verificationView(
	row: Verification,
	rows: Surroundings & Pick<PlanRows, 'evidence' | 'checkpoints' | 'today'>,
): VerificationView {
	return {
		recordId: row.recordId,
		version: row.version,
		commitmentId: row.commitmentId,
		milestoneId: row.milestoneId,
		checkpointCode: codeOf(row.checkpointId, rows.checkpoints),
		claim:
			row.claimRecordId === null || row.claimVersion === null
				? null
				: { recordId: row.claimRecordId, version: row.claimVersion },
		organizationId: row.organizationId,
		organizationName: nameOf(row.organizationId, rows),
		level: z.enum(COMPLETION_LEVELS).nullable().parse(row.verifiedLevel),
		outcome: z.enum(OUTCOMES).parse(row.outcome),
		method: z.enum(METHODS).parse(row.method),
		confidence: z.enum(CONFIDENCES).parse(row.confidence),
		rationale: { en: row.rationaleEn, id: row.rationaleId },
		evidence: evidenceViews(row, rows.evidence, rows.today),
		independence: z.enum(INDEPENDENCES).parse(row.independence),
		interestStatement: row.interestStatement,
		publishedOn: row.publishedOn,
		ledgerIndex: indexOf(row, rows),
	}
}

function codingView(row: IrmCoding, around: Surroundings): CodingView {
	return {
		recordId: row.recordId,
		version: row.version,
		commitmentId: row.commitmentId,
		indicator: z.enum(IRM_INDICATORS).parse(row.indicator),
		value: row.value,
		valueAsPublished: row.valueAsPublished,
		product: row.product,
		year: row.year,
		source: row.source,
		sourceUrl: row.sourceUrl,
		importedBy: row.importedById === null ? null : nameOf(row.importedById, around),
		publishedOn: row.publishedOn,
		ledgerIndex: indexOf(row, around),
	}
}

function newestVersions<Row extends { recordId: string; version: number }>(
	rows: readonly Row[],
): readonly Row[] {
	const newest = new Map<string, Row>()
	for (const row of rows)
		if ((newest.get(row.recordId)?.version ?? 0) < row.version) newest.set(row.recordId, row)
	return [...newest.values()]
}

/** The log's order is the only order of acts that is trusted. */
function newestFirst<View extends { ledgerIndex: number }>(views: readonly View[]): readonly View[] {
	return [...views].sort((a, b) => b.ledgerIndex - a.ledgerIndex)
}

function codeOf(checkpointId: string | null, checkpoints: readonly Checkpoint[]): string | null {
	return checkpoints.find((checkpoint) => checkpoint.id === checkpointId)?.code ?? null
}
