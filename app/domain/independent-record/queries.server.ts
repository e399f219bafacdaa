import type { Context } from '#app/domain/context.ts'
import { inLog } from '#app/domain/logged-act/queries.server.ts'
import { withKeysNow } from '#app/domain/signature/queries.server.ts'
import { VerificationRules } from '#app/domain/verification-rules/schema.ts'
import type { RuleSet, Verification } from '#prisma/generated/client.ts'
import type { IndependentRows } from './view.ts'

/**
 * The acts around the findings on some plans. Replies, decisions and signatures of findings that were withdrawn are not
 * among them: they would tell what was withdrawn.
 */
export async function independentRows(
	ctx: Pick<Context, 'db'>,
	plans: readonly { readonly id: string; readonly ruleSet: RuleSet }[],
	shown: readonly Pick<Verification, 'recordId'>[],
) {
	const ofPlans = { actionPlanId: { in: plans.map(({ id }) => id) } }
	const inPlans = { commitment: ofPlans }
	const findingIds = [...new Set(shown.map((finding) => finding.recordId))]
	const [replies, decided, recusals, assessments, observations, given] = await Promise.all([
		ctx.db.reply.findMany({ where: { verificationRecordId: { in: findingIds } } }),
		ctx.db.verifierDecision.findMany({ where: { verificationRecordId: { in: findingIds } } }),
		ctx.db.recusal.findMany({ where: inPlans }),
		ctx.db.localAssessment.findMany({ where: ofPlans }),
		ctx.db.observation.findMany({ where: inPlans }),
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
	const replyDays = new Map(plans.map(({ id, ruleSet }) => [id, replyDaysOf(ruleSet)]))
	return { replyDays, replies, decisions, recusals, assessments, observations, signatures: signed, hidings }
}

function replyDaysOf({ verification }: RuleSet): number {
	return VerificationRules.parse(verification).replyDays.value
}

/** The acts that have a place in the log and an author of their own. */
export function actsAround({
	replies,
	decisions,
	recusals,
	assessments,
	observations,
}: Omit<IndependentRows, 'replyDays'>) {
	return [...replies, ...decisions, ...recusals, ...assessments, ...observations]
}
