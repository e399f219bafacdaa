import type { Context } from '#app/domain/context.ts'
import { inLog } from '#app/domain/logged-act/queries.server.ts'
import { withKeysNow } from '#app/domain/signature/queries.server.ts'
import { VerificationRules } from '#app/domain/verification-rules/schema.ts'
import type { RuleSet, Verification } from '#prisma/generated/client.ts'
import type { IndependentRows } from './view.ts'

/**
 * The acts around the findings on a plan. Replies, decisions and signatures of findings that were withdrawn are not
 * among them: they would tell what was withdrawn.
 */
export async function independentRows(
	ctx: Pick<Context, 'db'>,
	plan: { readonly id: string; readonly ruleSet: RuleSet },
	shown: readonly Verification[],
): Promise<IndependentRows> {
	const inPlan = { commitment: { actionPlanId: plan.id } }
	const findingIds = [...new Set(shown.map((finding) => finding.recordId))]
	const [replies, decided, recusals, assessments, observations, given] = await Promise.all([
		ctx.db.reply.findMany({ where: { verificationRecordId: { in: findingIds } } }),
		ctx.db.verifierDecision.findMany({ where: { verificationRecordId: { in: findingIds } } }),
		ctx.db.recusal.findMany({ where: inPlan }),
		ctx.db.localAssessment.findMany({ where: { actionPlanId: plan.id } }),
		ctx.db.observation.findMany({ where: inPlan }),
		ctx.db.actSignature.findMany({ where: { signedRecordId: { in: findingIds } } }),
	])
	const observationIds = observations.map((act) => act.recordId)
	const hidden =
		observationIds.length === 0
			? []
			: await ctx.db.observationHiding.findMany({ where: { observationRecordId: { in: observationIds } } })
	// What takes a finding back, hides an observation or vouches for its author counts with its leaf alone.
	const [decisions, hidings, signatures] = await Promise.all([
		inLog(ctx.db, decided),
		inLog(ctx.db, hidden),
		inLog(ctx.db, given),
	])
	const signed = await withKeysNow(ctx.db, signatures)
	const replyDays = VerificationRules.parse(plan.ruleSet.verification).replyDays.value
	return { replyDays, replies, decisions, recusals, assessments, observations, signatures: signed, hidings }
}

/** The acts that have a place in the log and an author of their own. */
export function actsAround({ replies, decisions, recusals, assessments, observations }: IndependentRows) {
	return [...replies, ...decisions, ...recusals, ...assessments, ...observations]
}
