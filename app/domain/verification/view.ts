import { z } from 'zod'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { CompletionLevel } from '#app/domain/commitment/rules.ts'
import { evidenceContent, originalSalts } from '#app/domain/evidence/view.ts'
import type { EvidenceView } from '#app/domain/evidence/view.ts'
import { NamedInterests } from '#app/domain/conflict/schema.ts'
import type { EarlierFinding, FindingThread } from '#app/domain/finding-thread/view.ts'
import { given } from '#app/domain/given.ts'
import { privateSeal } from '#app/ledger/leaf.ts'
import type { Evidence, Verification, Withdrawal } from '#prisma/generated/client.ts'
import { ProtocolChecks } from './schema.ts'
import type { Confidence, Independence, Method, Outcome } from './rules.ts'

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
	/** What more it says; each absent where nothing is said. */
	readonly furtherMethods?: readonly Method[]
	readonly confidenceNeeds?: Bilingual
	readonly protocolChecks?: ProtocolChecks
	/** The earlier finding that this one follows up. */
	readonly followsUp?: string
	readonly isPeerReviewed?: true
	readonly interests?: NamedInterests
	/** Its versions before this one, newest first. */
	readonly earlier?: readonly EarlierFinding[]
	/** What was replied and decided; absent in reports from before there were replies. */
	readonly thread?: FindingThread
	/** Absent where its author did not sign. */
	readonly signature?: {
		readonly recordId: string
		readonly version: number
		readonly keyId: string
		readonly isKeyConfirmed: boolean
	}
}

/** The columns of a finding that says nothing beyond its level, method, confidence and reasons. */
export const NO_FURTHER_FINDING = {
	furtherMethods: [],
	confidenceNeedsEn: null,
	confidenceNeedsId: null,
	protocolChecks: [],
	followsUpRecordId: null,
	isPeerReviewed: false,
	reviewedById: null,
	interests: [],
} satisfies Partial<Verification>

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
		...someOf('furtherMethods', z.array(z.string()).parse(row.furtherMethods)),
		confidence: row.confidence,
		...given({ confidenceNeedsEn: row.confidenceNeedsEn, confidenceNeedsId: row.confidenceNeedsId }),
		...someOf('protocolChecks', ProtocolChecks.parse(row.protocolChecks)),
		...given({ followsUpRecordId: row.followsUpRecordId }),
		...(row.isPeerReviewed ? { isPeerReviewed: true } : {}),
		rationaleEn: row.rationaleEn,
		rationaleId: row.rationaleId,
		hasInterest: row.hasInterest,
		interestStatement: row.interestStatement,
		...someOf('interests', NamedInterests.parse(row.interests)),
		independence: row.independence,
		evidence: evidenceContent(evidence),
		...privateSeal(row.privateSalt, {
			authorId: row.authorId,
			...given({ reviewedById: row.reviewedById }),
			publishedAt: row.publishedAt.toISOString(),
			...originalSalts(evidence),
		}),
	}
}

/** A list that is said only where there is something in it. */
function someOf<Name extends string, Item>(name: Name, items: readonly Item[]) {
	const said: { [Key in Name]?: Item[] } = {}
	if (items.length > 0) said[name] = [...items]
	return said
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
