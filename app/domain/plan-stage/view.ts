import { privateSeal } from '#app/ledger/leaf.ts'
import type { PlanStage } from '#prisma/generated/client.ts'

/** What the act of a plan that enters a stage says in public. */
export function stageContent(row: PlanStage) {
	return {
		kind: 'plan-stage.published' as const,
		recordId: row.recordId,
		version: row.version,
		publishedOn: row.publishedOn,
		actorOrganization: row.actorOrganizationId,
		planId: row.actionPlanId,
		memberId: row.memberId,
		stage: row.stage,
		effectiveOn: row.effectiveOn,
		closesOn: row.closesOn,
		noteEn: row.noteEn,
		noteId: row.noteId,
		text: row.text,
		...privateSeal(row.privateSalt, {
			submittedById: row.submittedById,
			approvedById: row.approvedById,
			publishedAt: row.publishedAt.toISOString(),
		}),
	}
}
