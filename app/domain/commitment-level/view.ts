import { privateSeal } from '#app/ledger/leaf.ts'
import type { CommitmentLevel } from '#prisma/generated/client.ts'

/** What the act of a claim on a whole commitment says in public. */
export function commitmentLevelContent(row: CommitmentLevel) {
	return {
		kind: 'commitment-level.published' as const,
		recordId: row.recordId,
		version: row.version,
		publishedOn: row.publishedOn,
		actorOrganization: row.actorOrganizationId,
		commitmentId: row.commitmentId,
		checkpointId: row.checkpointId,
		organizationId: row.organizationId,
		claimedLevel: row.claimedLevel,
		suggestedLevel: row.suggestedLevel,
		sentenceEn: row.sentenceEn,
		sentenceId: row.sentenceId,
		...privateSeal(row.privateSalt, {
			submittedById: row.submittedById,
			approvedById: row.approvedById,
			publishedAt: row.publishedAt.toISOString(),
		}),
	}
}
