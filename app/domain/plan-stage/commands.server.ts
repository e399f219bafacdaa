import { randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { may } from '#app/access/policy.ts'
import type { Actor } from '#app/access/policy.ts'
import { PLAN_STATUSES } from '#app/domain/action-plan/rules.ts'
import { dayIn, utcDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { CycleRules } from '#app/domain/cycle-rules/schema.ts'
import { ownMembers } from '#app/domain/plan-draft/queries.server.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import type { PlanStage } from '#prisma/generated/client.ts'
import { isStageOpen } from './rules.ts'
import type { StageAnswer } from './schema.ts'

/**
 * Moves an approved plan to its next stage, in public.
 *
 * Refuses  with `not_found`, `not_allowed`, `changed_meanwhile` where the plan is in another stage than the person
 *          saw, and `stage_not_open` where the stage does not follow or its day has not come.
 */
export async function enterStage(
	ctx: Context,
	planId: string,
	answer: StageAnswer,
): Promise<{ readonly recordId: string }> {
	const salts = { salt: new Uint8Array(randomBytes(32)), privateSalt: new Uint8Array(randomBytes(32)) }
	const recordId = randomUUID()
	return ctx.db.$transaction(async (tx) => {
		const plan = await holdPlan(tx, ctx, planId)
		const organizationId = movingOrganization(ctx.actor, plan.memberId)
		if (organizationId === null) throw new Refusal('not_allowed')
		const status = z.enum(PLAN_STATUSES).parse(plan.status)
		if (status !== answer.seen) return sentBefore(tx, ctx, { planId, status, answer })
		const today = dayIn(plan.member.timeZone, ctx.now)
		const cycle = CycleRules.parse(plan.ruleSet.cycle)
		if (!isStageOpen({ ...plan.text, status }, answer.stage, { cycle, today }))
			throw new Refusal('stage_not_open')
		const row: PlanStage = {
			...stageFacts(ctx, answer),
			...salts,
			recordId,
			actionPlanId: plan.id,
			memberId: plan.memberId,
			effectiveOn: today,
			actorOrganizationId: organizationId,
		}
		await tx.planStage.create({ data: row })
		await tx.actionPlan.update({ where: { id: plan.id }, data: { status: answer.stage } })
		await appendAct(tx, actFrom({ kind: 'plan-stage.published', row }))
		return { recordId }
	})
}

/** The act of a form that was sent already; refuses where the stage is another's. */
async function sentBefore(
	tx: Transaction,
	ctx: Context,
	{ planId, status, answer }: { planId: string; status: string; answer: StageAnswer },
): Promise<{ readonly recordId: string }> {
	const { stage, noteEn, noteId, submittedById } = stageFacts(ctx, answer)
	const said = { actionPlanId: planId, stage, noteEn, noteId, submittedById }
	const same = status === stage ? await tx.planStage.findFirst({ where: said }) : null
	if (!same) throw new Refusal('changed_meanwhile')
	return { recordId: same.recordId }
}

/** What the row of a stage says that depends on nothing but the answer and who gives it. */
function stageFacts(ctx: Context, answer: StageAnswer) {
	return {
		version: 1,
		stage: answer.stage,
		closesOn: null,
		noteEn: answer.noteEn || null,
		noteId: answer.noteId || null,
		text: null,
		submittedById: ctx.actor.personId ?? '',
		approvedById: null,
		publishedOn: utcDay(ctx.now),
		publishedAt: ctx.now,
	}
}

async function holdPlan(tx: Transaction, ctx: Context, planId: string) {
	await tx.$queryRawUnsafe('SELECT "id" FROM "ActionPlan" WHERE "id" = $1 FOR UPDATE', planId)
	const plan = await tx.actionPlan.findFirst({
		where: { id: planId, status: { not: 'DRAFT' }, ...ownMembers(ctx) },
		include: { member: true, ruleSet: true, versions: { orderBy: { version: 'desc' }, take: 1 } },
	})
	const text = plan?.versions[0]
	if (!plan || !text) throw new Refusal('not_found')
	return { ...plan, text }
}

function movingOrganization(actor: Actor, memberId: string): string | null {
	const holding = actor.appointments.find((one) =>
		may({ ...actor, appointments: [one] }, 'plan.submit', { memberId }),
	)
	return holding?.organizationId ?? null
}
