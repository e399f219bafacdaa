import { randomBytes } from 'node:crypto'
import { may } from '#app/access/policy.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import { listPlansInForce, workOut } from './queries.server.ts'
import type { World, WorkedOut } from './queries.server.ts'
import { obligationId } from './view.ts'
import type { Kept } from './rules.ts'
import type { WaiverAnswer } from './schema.ts'

/**
 * Writes down what a plan owes today. Doing it once more on the same day changes nothing; what is written is only
 * ever carried forward. It belongs into the transaction that approves a plan, and is done every day.
 *
 * Refuses  with `not_found`.
 * Returns  how many obligations are new or changed.
 */
export async function generateObligations(world: World, planId: string): Promise<number> {
	return write(world, await workOut(world, planId))
}

/** Writes down what every plan owes that this site keeps the record of; one plan's fault leaves the others whole. */
export async function generateAllObligations(ctx: Pick<Context, 'db' | 'now'>): Promise<number> {
	let changed = 0
	for (const planId of await listPlansInForce(ctx.db))
		changed += await ctx.db.$transaction((tx) => generateObligations({ db: tx, now: ctx.now }, planId))
	return changed
}

/**
 * Waives an obligation with a reason that everyone can read, and publishes that as an act.
 *
 * Refuses  with `not_found`, `not_allowed`, `obligation_done`, `obligation_waived`.
 */
export async function waiveObligation(
	ctx: Context,
	{ planId, id }: { readonly planId: string; readonly id: string },
	answer: WaiverAnswer,
): Promise<{ readonly recordId: string; readonly version: number }> {
	const salts = { salt: new Uint8Array(randomBytes(32)), privateSalt: new Uint8Array(randomBytes(32)) }
	return ctx.db.$transaction(async (tx) => {
		const world = { db: tx, now: ctx.now }
		const worked = await workOut(world, planId)
		const kept = worked.obligations.find((one) => obligationId(planId, one) === id)
		if (!kept) throw new Refusal('not_found')
		const memberId = worked.plan.member.id
		if (!may(ctx.actor, 'obligation.waive', { memberId })) throw new Refusal('not_allowed')
		if (kept.doneOn !== null) throw new Refusal('obligation_done')

		await write(world, worked)
		const marked = await tx.obligation.updateMany({
			where: { id, doneOn: null, waivedOn: null },
			data: { waivedOn: worked.plan.facts.today, updatedAt: ctx.now },
		})
		const reason = { reasonEn: answer.reasonEn || null, reasonId: answer.reasonId || null }
		if (marked.count !== 1) {
			const said = { recordId: id, submittedById: ctx.actor.personId ?? '', ...reason }
			const same = await tx.obligationWaiver.findFirst({ where: said })
			if (same) return { recordId: same.recordId, version: same.version }
			throw new Refusal('obligation_waived')
		}
		const { code, subject } = kept
		const about = { recordId: id, version: 1, actionPlanId: planId, obligationId: id, code, subject }
		const row = await tx.obligationWaiver.create({
			data: { ...about, ...reason, ...signedBy(ctx, memberId), ...salts },
		})
		await appendAct(tx, actFrom({ kind: 'obligation.waived', row }))
		return { recordId: row.recordId, version: row.version }
	})
}

function signedBy(ctx: Context, memberId: string) {
	return {
		submittedById: ctx.actor.personId ?? '',
		actorOrganizationId: organizationOf(ctx, memberId),
		publishedOn: utcDay(ctx.now),
		publishedAt: ctx.now,
	}
}

/** The organization for which the actor is the member's point of contact. */
function organizationOf(ctx: Context, memberId: string): string {
	const appointment = ctx.actor.appointments.find(
		(held) => held.role === 'POC' && (held.memberId === memberId || held.memberId === null),
	)
	return appointment?.organizationId ?? ''
}

/** Writes what differs from what is written, in the order in which rows were read. */
async function write(world: World, { plan, obligations, kept }: WorkedOut): Promise<number> {
	const { db, now } = world
	const { planId: actionPlanId, ruleSetId } = plan
	const memberId = plan.member.id
	const fresh = obligations.filter((one) => !kept.has(obligationId(actionPlanId, one)))
	const changed = obligations.filter((one) => hasChanged(one, kept.get(obligationId(actionPlanId, one))))
	const named = new Set(obligations.map((one) => obligationId(actionPlanId, one)))
	const gone = [...kept.keys()].filter((id) => !named.has(id))
	await db.obligation.createMany({
		data: fresh.map(({ code, subject, fromOn, dueOn, doneOn }) => ({
			id: obligationId(actionPlanId, { code, subject }),
			...{ actionPlanId, memberId, ruleSetId, code, subject, fromOn, dueOn, doneOn },
			createdAt: now,
			updatedAt: now,
		})),
		skipDuplicates: true,
	})
	for (const one of changed) {
		const { fromOn, dueOn, doneOn } = one
		await db.obligation.updateMany({
			// What somebody else found done or waived meanwhile stays.
			where: { id: obligationId(actionPlanId, one), doneOn: null, waivedOn: one.waivedOn },
			data: { fromOn, dueOn, doneOn, updatedAt: now },
		})
	}
	if (gone.length > 0)
		await db.obligation.deleteMany({ where: { id: { in: gone }, doneOn: null, waivedOn: null } })
	return fresh.length + changed.length + gone.length
}

function hasChanged(one: Kept, before: Kept | undefined): boolean {
	if (before === undefined) return false
	return one.fromOn !== before.fromOn || one.dueOn !== before.dueOn || one.doneOn !== before.doneOn
}
