import { z } from 'zod'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { utcDay } from '#app/domain/calendar.ts'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import { interestsIn } from '#app/domain/conflict/view.ts'
import type { ConflictView } from '#app/domain/conflict/view.ts'
import { DraftPiece } from '#app/domain/evidence/schema.ts'
import { evidenceRowsFrom } from '#app/domain/evidence/view.ts'
import type { FileColumns } from '#app/domain/evidence/view.ts'
import type { JudgedClaimView, SubjectView } from '#app/domain/finding-ground/view.ts'
import { reviewStanding } from '#app/domain/finding-review/rules.ts'
import type { ReviewStanding } from '#app/domain/finding-review/rules.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'
import { CONFIDENCES, METHODS, OUTCOMES, independenceFrom } from '#app/domain/verification/rules.ts'
import type { Finding, FindingFault, Method, ProtocolCheck } from '#app/domain/verification/rules.ts'
import { ProtocolChecks } from '#app/domain/verification/schema.ts'
import type { ReasonsAnswer } from '#app/domain/verification/schema.ts'
import type { VerificationView } from '#app/domain/verification/view.ts'
import type { Evidence, Verification, VerificationDraft } from '#prisma/generated/client.ts'

/** A finding that is not published yet, as its author sees it. */
export type FindingDraft = Omit<Finding, 'evidence'> & {
	readonly id: string
	readonly version: number
	readonly furtherMethods: readonly Method[]
	readonly protocolChecks: ProtocolChecks
	/** The earlier finding that this one follows up. */
	readonly followsUp: string | null
	readonly evidence: readonly DraftPiece[]
	readonly review: ReviewStanding
	/** Why the second reader sent it back; null where nobody did. */
	readonly reviewNote: string | null
}

/** A subject before its verification: what was claimed, what is declared, and how far the monitor has come. */
export type VerifyView = {
	readonly subject: SubjectView
	readonly conflict: ConflictView
	readonly draftId: string | null
	/** What the monitor's organization published about it before; a new finding becomes its next version. */
	readonly published: VerificationView | null
	/** Why nothing can be found here today; null where it can. */
	readonly closedBecause: RefusalReason | null
}

/** An earlier finding of the monitor's organization on the same commitment. */
export type EarlierOwnFinding = Pick<
	VerificationView,
	'recordId' | 'checkpointCode' | 'outcome' | 'level' | 'publishedOn'
> & { readonly milestoneTitle: Bilingual | null }

/** A finding being written, with what is judged beside it. */
export type FindingView = {
	readonly subject: SubjectView
	readonly draft: FindingDraft
	readonly faults: readonly FindingFault[]
	/** The claim that took the place of the one being judged; null where none did. */
	readonly newerClaim: JudgedClaimView | null
	readonly conflict: ConflictView
	/** Findings that this one can follow up; newest first. */
	readonly earlier: readonly EarlierOwnFinding[]
	/** Whether a second person of the organization reads it before it is published. */
	readonly isReviewed: boolean
	/** Why nothing can be found here today; null where it can. */
	readonly closedBecause: RefusalReason | null
}

const StoredEvidence = z.array(DraftPiece)

/** A draft with its stored parts read. */
export function findingDraft(row: VerificationDraft): FindingDraft {
	return {
		id: row.id,
		version: row.version,
		level: z.enum(COMPLETION_LEVELS).nullable().parse(row.verifiedLevel),
		outcome: z.enum(OUTCOMES).nullable().parse(row.outcome),
		method: z.enum(METHODS).nullable().parse(row.method),
		furtherMethods: z.array(z.enum(METHODS)).parse(row.furtherMethods),
		confidence: z.enum(CONFIDENCES).nullable().parse(row.confidence),
		confidenceNeeds: { en: row.confidenceNeedsEn, id: row.confidenceNeedsId },
		protocolChecks: ProtocolChecks.parse(row.protocolChecks),
		followsUp: row.followsUpRecordId,
		rationale: { en: row.rationaleEn, id: row.rationaleId },
		evidence: StoredEvidence.parse(row.evidence),
		review: reviewStanding(row),
		reviewNote: row.reviewNote,
	}
}

/** What a draft cannot say of the act it becomes. */
type Publishing = {
	readonly before: { readonly recordId: string; readonly version: number } | null
	readonly conflict: Pick<ConflictView, 'declarations' | 'ties'>
	/** Of the evidence, by upload. */
	readonly files: ReadonlyMap<string, FileColumns>
	readonly at: Date
	readonly salt: Uint8Array<ArrayBuffer>
	readonly privateSalt: Uint8Array<ArrayBuffer>
}

/** The rows of the act that a finding becomes; null while it lacks something an act cannot be without. */
export function verificationRowsFrom(
	row: VerificationDraft,
	{ before, conflict, files, at, salt, privateSalt }: Publishing,
) {
	const draft = findingDraft(row)
	const { outcome, method, confidence } = draft
	const declared = interestsIn(conflict)
	if (outcome === null || method === null || confidence === null || declared === null) return null
	const recordId = before?.recordId ?? row.id
	const version = (before?.version ?? 0) + 1
	const verification = {
		recordId,
		version,
		commitmentId: row.commitmentId,
		milestoneId: row.milestoneId,
		checkpointId: row.checkpointId,
		claimRecordId: row.claimRecordId,
		claimVersion: row.claimVersion,
		organizationId: row.organizationId,
		authorId: row.authorId,
		verifiedLevel: draft.level,
		outcome,
		method,
		confidence,
		...furtherColumns(draft, row),
		rationaleEn: draft.rationale.en,
		rationaleId: draft.rationale.id,
		...interestColumns(declared),
		actorOrganizationId: row.organizationId,
		publishedOn: utcDay(at),
		publishedAt: at,
		salt,
		privateSalt,
	} satisfies Verification
	const publisher = { files, personId: row.authorId, at }
	const { evidence, readers } = evidenceRowsFrom({ recordId, version }, draft.evidence, publisher)
	return { kind: 'verification.published' as const, row: verification, evidence, readers }
}

/** Whether its author is independent, which comes out of what is declared and shown, and is never chosen. */
function interestColumns({ interests, statement }: NonNullable<ReturnType<typeof interestsIn>>) {
	const hasInterest = interests.length > 0
	return {
		hasInterest,
		interestStatement: statement,
		interests: interests.map((interest) => ({ ...interest })),
		independence: independenceFrom({ hasInterest }),
	}
}

/** What a finding says beyond its level, method, confidence and reasons. */
function furtherColumns(draft: FindingDraft, row: VerificationDraft) {
	const isPeerReviewed = draft.review === 'READ' && row.reviewerId !== row.authorId
	return {
		furtherMethods: [...draft.furtherMethods],
		confidenceNeedsEn: draft.confidenceNeeds.en,
		confidenceNeedsId: draft.confidenceNeeds.id,
		protocolChecks: draft.protocolChecks.map((check) => ({ ...check })),
		followsUpRecordId: draft.followsUp,
		isPeerReviewed,
		reviewedById: isPeerReviewed ? row.reviewerId : null,
	}
}

/** The checks of a protocol as the monitor answered them: each that is asked, with or without a tick. */
export function checksIn(answer: ReasonsAnswer, asked: readonly ProtocolCheck[]): ProtocolChecks {
	return asked.map((check) => ({
		check,
		isMet: answer.checksMet?.includes(check) ?? false,
		note: answer[`note${check}`] || null,
	}))
}

type Said = { readonly row: Verification; readonly evidence: readonly Evidence[] }

/** Whether a finding says what the one before it says, of the same claim: then there is nothing to publish. */
export function saysTheSame(act: Said, before: Said): boolean {
	return JSON.stringify(whatIsSaid(act)) === JSON.stringify(whatIsSaid(before))
}

function whatIsSaid({ row, evidence }: Said) {
	return [
		[row.claimRecordId, row.claimVersion, row.verifiedLevel, row.outcome, row.method, row.confidence],
		[row.rationaleEn, row.rationaleId, row.confidenceNeedsEn, row.confidenceNeedsId],
		[row.furtherMethods, ProtocolChecks.parse(row.protocolChecks).map((check) => Object.values(check))],
		[row.followsUpRecordId, row.independence, row.interestStatement],
		evidence.map(({ kind, url, title, stance, excerpt, locator }) => [
			kind,
			url,
			title,
			stance,
			excerpt,
			locator,
		]),
	]
}
