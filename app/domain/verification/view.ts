import { z } from 'zod'
import type { CommitmentRecord, MilestoneRecord, PlanRecord } from '#app/domain/action-plan/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { lastDayOf, utcDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import type { CompletionLevel } from '#app/domain/commitment/rules.ts'
import { DraftPiece } from '#app/domain/evidence/schema.ts'
import { evidenceContent, evidenceRowsFrom, originalSalts } from '#app/domain/evidence/view.ts'
import type { EvidenceView, FileColumns } from '#app/domain/evidence/view.ts'
import { privateSeal } from '#app/ledger/leaf.ts'
import type { ClaimView } from '#app/domain/progress-update/view.ts'
import type {
	ConflictDeclaration,
	Evidence,
	Verification,
	VerificationDraft,
	Withdrawal,
} from '#prisma/generated/client.ts'
import { CONFIDENCES, METHODS, OUTCOMES, independenceFrom } from './rules.ts'
import type { Confidence, Finding, FindingFault, Independence, Method, Outcome } from './rules.ts'

/** A published verification: what a civil-society monitor found. */
export type VerificationView = {
	readonly recordId: string
	readonly version: number
	readonly commitmentId: string
	readonly milestoneId: string | null
	readonly checkpointCode: string | null
	/** The claim that was judged, or null where government had made none. */
	readonly claim: { readonly recordId: string; readonly version: number } | null
	readonly organizationId: string
	readonly organizationName: Bilingual
	readonly level: CompletionLevel | null
	readonly outcome: Outcome
	readonly method: Method
	readonly confidence: Confidence
	readonly rationale: Bilingual
	readonly evidence: readonly EvidenceView[]
	readonly independence: Independence
	readonly interestStatement: string | null
	readonly publishedOn: CalendarDay
	readonly ledgerIndex: number
}

/** What the log seals of an independent finding, with its evidence and without its people. */
export function verificationContent(row: Verification, evidence: readonly Evidence[]) {
	return {
		kind: 'verification.published' as const,
		recordId: row.recordId,
		version: row.version,
		publishedOn: row.publishedOn,
		actorOrganization: row.actorOrganizationId,
		commitmentId: row.commitmentId,
		milestoneId: row.milestoneId,
		checkpointId: row.checkpointId,
		claimRecordId: row.claimRecordId,
		claimVersion: row.claimVersion,
		organizationId: row.organizationId,
		verifiedLevel: row.verifiedLevel,
		outcome: row.outcome,
		method: row.method,
		confidence: row.confidence,
		rationaleEn: row.rationaleEn,
		rationaleId: row.rationaleId,
		hasInterest: row.hasInterest,
		interestStatement: row.interestStatement,
		independence: row.independence,
		evidence: evidenceContent(evidence),
		...privateSeal(row.privateSalt, {
			authorId: row.authorId,
			publishedAt: row.publishedAt.toISOString(),
			...originalSalts(evidence),
		}),
	}
}

/** What the log seals of a withdrawal: that it happened, and when. Whose it was is sealed, not said. */
export function withdrawalContent(row: Withdrawal) {
	return {
		kind: 'verification.withdrawn' as const,
		recordId: row.recordId,
		version: row.version,
		publishedOn: row.publishedOn,
		commitmentId: row.commitmentId,
		milestoneId: row.milestoneId,
		...privateSeal(row.privateSalt, {
			organizationId: row.organizationId,
			requestedById: row.requestedById,
			publishedAt: row.publishedAt.toISOString(),
		}),
	}
}

/** A finding that is not published yet, as its author sees it. */
export type FindingDraft = Omit<Finding, 'evidence'> & {
	readonly id: string
	readonly version: number
	readonly evidence: readonly DraftPiece[]
}

export type DeclarationView = {
	readonly hasInterest: boolean
	readonly statement: string | null
	readonly declaredOn: CalendarDay
	readonly validUntilOn: CalendarDay
}

/** What is verified: a milestone, with the claim that is judged or, where government made none, without. */
export type SubjectView = {
	readonly plan: { readonly id: string; readonly title: Bilingual }
	readonly member: { readonly name: Bilingual; readonly isDemonstration: boolean }
	readonly commitment: Pick<CommitmentRecord, 'id' | 'number' | 'title'>
	readonly milestone: Pick<MilestoneRecord, 'id' | 'number' | 'title' | 'deliverable' | 'startsOn' | 'endsOn'>
	readonly claim: ClaimView | null
}

/** A claim before its verification: what was claimed, what the monitor declared, and how far they have come. */
export type VerifyView = {
	readonly subject: SubjectView
	readonly declaration: DeclarationView | null
	readonly draftId: string | null
	/** What the monitor's organization published about it before; a new finding becomes its next version. */
	readonly published: VerificationView | null
}

/** A finding being written, with what is judged beside it. */
export type FindingView = {
	readonly subject: SubjectView
	readonly draft: FindingDraft
	readonly faults: readonly FindingFault[]
	/** The claim that took the place of the one being judged; null where none did. */
	readonly newerClaim: ClaimView | null
	readonly declaration: DeclarationView | null
}

/** One line of the queue. */
export type QueueItem = {
	/** The claim to verify; null: a milestone past its end on which government said nothing. */
	readonly claimRecordId: string | null
	readonly milestoneId: string
	readonly milestoneTitle: Bilingual
	readonly commitmentTitle: Bilingual
	readonly memberName: Bilingual
	readonly claim: ClaimView | null
	/** Day of the claim or, without one, the milestone's last day. */
	readonly sinceOn: CalendarDay
	readonly hasDraft: boolean
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
		confidence: z.enum(CONFIDENCES).nullable().parse(row.confidence),
		rationale: { en: row.rationaleEn, id: row.rationaleId },
		evidence: StoredEvidence.parse(row.evidence),
	}
}

/** A declaration as its author sees it. */
export function declarationView(row: ConflictDeclaration): DeclarationView {
	const { hasInterest, statement, declaredOn, validUntilOn } = row
	return { hasInterest, statement, declaredOn, validUntilOn }
}

/** What is verified, out of a plan's record; null where the plan has no such milestone. */
export function subjectView(
	record: PlanRecord,
	milestoneId: string,
	claimRecordId: string | null,
): SubjectView | null {
	const commitment = record.commitments.find((c) => c.milestones.some((m) => m.id === milestoneId))
	const milestone = commitment?.milestones.find((m) => m.id === milestoneId)
	if (!commitment || !milestone) return null
	const { id, number, title, deliverable, startsOn, endsOn } = milestone
	return {
		plan: { id: record.plan.id, title: record.plan.title },
		member: { name: record.plan.member.name, isDemonstration: record.plan.member.isDemonstration },
		commitment: { id: commitment.id, number: commitment.number, title: commitment.title },
		milestone: { id, number, title, deliverable, startsOn, endsOn },
		claim: milestone.claims.find((claim) => claim.recordId === claimRecordId) ?? null,
	}
}

type Looker = {
	readonly organizationIds: readonly string[]
	readonly drafts: readonly Pick<VerificationDraft, 'milestoneId' | 'claimRecordId'>[]
	readonly today: CalendarDay
}

/**
 * What a CSO has not looked at: the newest claim on each milestone without a finding of its own on that version, and
 * milestones past their last day on which government said nothing. Longest waiting first.
 */
export function queueFrom(record: PlanRecord, looker: Looker): readonly QueueItem[] {
	return record.commitments
		.flatMap((commitment) =>
			commitment.milestones.flatMap((milestone): QueueItem[] => {
				const claim = milestone.claims[0] ?? null
				const sinceOn = claim?.publishedOn ?? (milestone.endsOn === null ? null : lastDayOf(milestone.endsOn))
				if (sinceOn === null || (claim === null && sinceOn >= looker.today)) return []
				const own = milestone.verifications.filter((v) => looker.organizationIds.includes(v.organizationId))
				if (own.some((v) => v.claim?.recordId === claim?.recordId && v.claim?.version === claim?.version))
					return []
				const claimRecordId = claim?.recordId ?? null
				return [
					{
						claimRecordId,
						milestoneId: milestone.id,
						milestoneTitle: milestone.title,
						commitmentTitle: commitment.title,
						memberName: record.plan.member.name,
						claim,
						sinceOn,
						hasDraft: looker.drafts.some(
							(d) => d.milestoneId === milestone.id && d.claimRecordId === claimRecordId,
						),
					},
				]
			}),
		)
		.sort((a, b) => (a.sinceOn < b.sinceOn ? -1 : a.sinceOn > b.sinceOn ? 1 : 0))
}

/** What a draft cannot say of the act it becomes. */
type Publishing = {
	readonly before: { readonly recordId: string; readonly version: number } | null
	readonly declaration: ConflictDeclaration
	/** Of the evidence, by upload. */
	readonly files: ReadonlyMap<string, FileColumns>
	readonly at: Date
	readonly salt: Uint8Array<ArrayBuffer>
	readonly privateSalt: Uint8Array<ArrayBuffer>
}

/** The rows of the act that a finding becomes; null while it lacks something an act cannot be without. */
export function verificationRowsFrom(
	row: VerificationDraft,
	{ before, declaration, files, at, salt, privateSalt }: Publishing,
) {
	const draft = findingDraft(row)
	const { outcome, method, confidence } = draft
	if (outcome === null || method === null || confidence === null) return null
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
		rationaleEn: draft.rationale.en,
		rationaleId: draft.rationale.id,
		hasInterest: declaration.hasInterest,
		interestStatement: declaration.statement,
		independence: independenceFrom(declaration),
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
