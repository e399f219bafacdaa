import { randomBytes, randomUUID } from 'node:crypto'
import { may } from '#app/access/policy.ts'
import type { Actor } from '#app/access/policy.ts'
import { dayIn, utcDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import type { CheckpointReopening } from '#prisma/generated/client.ts'
import { holdCheckpoint } from './queries.server.ts'
import { checkpointState } from './rules.ts'
import type { ReopenAnswer } from './schema.ts'

/**
 * Opens a locked checkpoint once more until a day, for a reason that everyone can read. One that is open again may be
 * given more time the same way; the same form of the same person is one act.
 *
 * Refuses  with `not_found`, `not_allowed`, and `checkpoint_not_locked` where reports are taken anyway.
 */
export async function reopenCheckpoint(
	ctx: Context,
	key: { readonly planId: string; readonly code: string },
	answer: ReopenAnswer,
): Promise<{ readonly recordId: string }> {
	const salts = { salt: new Uint8Array(randomBytes(32)), privateSalt: new Uint8Array(randomBytes(32)) }
	const recordId = randomUUID()
	return ctx.db.$transaction(async (tx) => {
		const checkpoint = await holdCheckpoint(tx, ctx, key)
		const { member } = checkpoint.actionPlan
		const organizationId = reopeningOrganization(ctx.actor, member.id)
		if (organizationId === null) throw new Refusal('not_allowed')
		const state = checkpointState(checkpoint, dayIn(member.timeZone, ctx.now))
		if (state !== 'LOCKED' && state !== 'REOPENED') throw new Refusal('checkpoint_not_locked')
		const said = {
			actionPlanId: key.planId,
			checkpointId: checkpoint.id,
			untilOn: answer.untilOn,
			reasonEn: answer.reasonEn || null,
			reasonId: answer.reasonId || null,
			submittedById: ctx.actor.personId ?? '',
		}
		const same = await tx.checkpointReopening.findFirst({ where: said })
		if (same) return { recordId: same.recordId }
		const row = {
			recordId,
			version: 1,
			...said,
			actorOrganizationId: organizationId,
			publishedOn: utcDay(ctx.now),
			publishedAt: ctx.now,
			...salts,
		} satisfies CheckpointReopening
		await tx.checkpointReopening.create({ data: row })
		await tx.checkpoint.update({ where: { id: checkpoint.id }, data: { reopenedUntilOn: answer.untilOn } })
		await appendAct(tx, actFrom({ kind: 'checkpoint.reopened', row }))
		return { recordId }
	})
}

function reopeningOrganization(actor: Actor, memberId: string): string | null {
	const holding = actor.appointments.find((one) =>
		may({ ...actor, appointments: [one] }, 'checkpoint.reopen', { memberId }),
	)
	return holding?.organizationId ?? null
}
