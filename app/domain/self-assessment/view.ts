import { privateSeal } from '#app/ledger/leaf.ts'
import type { SelfAssessment } from '#prisma/generated/client.ts'

/** What the act of a self-assessment says in public; its text is sealed by its hash. */
export function selfAssessmentContent(row: SelfAssessment) {
	return {
		kind: 'self-assessment.published' as const,
		recordId: row.recordId,
		version: row.version,
		publishedOn: row.publishedOn,
		actorOrganization: row.actorOrganizationId,
		planId: row.actionPlanId,
		assessmentKind: row.kind,
		stage: row.stage,
		commentOpensOn: row.commentOpensOn,
		commentClosesOn: row.commentClosesOn,
		modelHash: row.modelHash,
		...privateSeal(row.privateSalt, {
			submittedById: row.submittedById,
			approvedById: row.approvedById,
			publishedAt: row.publishedAt.toISOString(),
		}),
	}
}
