import { AmendmentChanges } from './schema.ts'
import { privateSeal } from '#app/ledger/leaf.ts'
import type { Amendment } from '#prisma/generated/client.ts'

/** What the act of an amendment says in public. */
export function amendmentContent(row: Amendment) {
	return {
		kind: 'amendment.published' as const,
		recordId: row.recordId,
		version: row.version,
		publishedOn: row.publishedOn,
		actorOrganization: row.actorOrganizationId,
		planId: row.actionPlanId,
		reasonEn: row.reasonEn,
		reasonId: row.reasonId,
		proposedBy: row.proposedBy,
		agreedBy: row.agreedBy,
		effectiveOn: row.effectiveOn,
		changes: AmendmentChanges.parse(row.changes),
		...privateSeal(row.privateSalt, {
			submittedById: row.submittedById,
			approvedById: row.approvedById,
			publishedAt: row.publishedAt.toISOString(),
		}),
	}
}
