import { CSO_ROLES, may } from '#app/access/policy.ts'
import { findPlanRecord, listPlans } from '#app/domain/action-plan/queries.server.ts'
import type { Context } from '#app/domain/context.ts'
import { findOwnCommitment, hasStoodBack } from '#app/domain/finding-ground/queries.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { choicesOf } from './view.ts'
import type { CommitmentChoices, PlanChoices } from './view.ts'

/** What of a commitment the actor can verify, and at which checkpoint. Refuses with `not_found`, `not_allowed`. */
export async function findChoices(ctx: Context, commitmentId: string): Promise<CommitmentChoices> {
	const own = await findOwnCommitment(ctx.db, ctx, commitmentId)
	const record = await findPlanRecord(ctx, own.planId)
	const commitment = record.commitments.find((one) => one.id === commitmentId)
	if (!commitment) throw new Refusal('not_found')
	const { id, number, title, recusals = [] } = commitment
	return {
		commitment: { id, number, title },
		member: { name: record.plan.member.name, isDemonstration: record.plan.member.isDemonstration },
		checkpoints: choicesOf(record, commitment, own),
		recusals,
		isRecused: await hasStoodBack(ctx.db, ctx, own),
	}
}

/** The commitments of all plans that the actor may verify. */
export async function listCommitmentsToVerify(ctx: Context): Promise<readonly PlanChoices[]> {
	const own = ctx.actor.appointments.filter((a) => CSO_ROLES.includes(a.role))
	const plans = (await listPlans(ctx)).filter(({ member }) =>
		own.some(({ organizationId }) =>
			may(ctx.actor, 'verification.draft', { organizationId, memberId: member.id }),
		),
	)
	const records = await Promise.all(plans.map((plan) => findPlanRecord(ctx, plan.id)))
	return records.map(({ plan, commitments }) => ({
		id: plan.id,
		title: plan.title,
		memberName: plan.member.name,
		commitments: commitments.map(({ id, number, title }) => ({ id, number, title })),
	}))
}
