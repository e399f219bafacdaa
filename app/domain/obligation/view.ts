import { privateSeal } from '#app/ledger/leaf.ts'
import type { ObligationWaiver } from '#prisma/generated/client.ts'

/** What the act of a waiver says in public. */
export function waiverContent(row: ObligationWaiver) {
	return {
		kind: 'obligation.waived' as const,
		recordId: row.recordId,
		version: row.version,
		publishedOn: row.publishedOn,
		actorOrganization: row.actorOrganizationId,
		planId: row.actionPlanId,
		obligationId: row.obligationId,
		code: row.code,
		subject: row.subject,
		reasonEn: row.reasonEn,
		reasonId: row.reasonId,
		...privateSeal(row.privateSalt, {
			submittedById: row.submittedById,
			publishedAt: row.publishedAt.toISOString(),
		}),
	}
}
