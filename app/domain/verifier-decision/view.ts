import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { privateSeal } from '#app/ledger/leaf.ts'
import type { VerifierDecision } from '#prisma/generated/client.ts'
import type { Decision } from './rules.ts'

/** What a verifier decided about a finding, with or without a reply. */
export type DecisionView = {
	readonly recordId: string
	readonly version: number
	readonly finding: { readonly recordId: string; readonly version: number }
	/** The reply it answers; null where the institution was silent. */
	readonly reply: { readonly recordId: string; readonly version: number } | null
	readonly decision: Decision
	/** The version of the finding that took this one's place. */
	readonly changedToVersion: number | null
	readonly reason: Bilingual
	readonly publishedOn: CalendarDay
	readonly ledgerIndex: number
}

/** What the log seals of a decision. */
export function decisionContent(row: VerifierDecision) {
	return {
		kind: 'verifier-decision.published' as const,
		recordId: row.recordId,
		version: row.version,
		publishedOn: row.publishedOn,
		actorOrganization: row.actorOrganizationId,
		verificationRecordId: row.verificationRecordId,
		verificationVersion: row.verificationVersion,
		replyRecordId: row.replyRecordId,
		replyVersion: row.replyVersion,
		commitmentId: row.commitmentId,
		milestoneId: row.milestoneId,
		organizationId: row.organizationId,
		decision: row.decision,
		changedToVersion: row.changedToVersion,
		reasonEn: row.reasonEn,
		reasonId: row.reasonId,
		...privateSeal(row.privateSalt, {
			submittedById: row.submittedById,
			publishedAt: row.publishedAt.toISOString(),
		}),
	}
}
