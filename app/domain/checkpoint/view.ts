import { privateSeal } from '#app/ledger/leaf.ts'
import type { CheckpointReopening } from '#prisma/generated/client.ts'

/** What the act of a checkpoint that is opened again says in public. */
export function reopeningContent(row: CheckpointReopening) {
	return {
		kind: 'checkpoint.reopened' as const,
		recordId: row.recordId,
		version: row.version,
		publishedOn: row.publishedOn,
		actorOrganization: row.actorOrganizationId,
		planId: row.actionPlanId,
		checkpointId: row.checkpointId,
		untilOn: row.untilOn,
		reasonEn: row.reasonEn,
		reasonId: row.reasonId,
		...privateSeal(row.privateSalt, {
			submittedById: row.submittedById,
			publishedAt: row.publishedAt.toISOString(),
		}),
	}
}
