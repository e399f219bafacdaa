import { randomUUID } from 'node:crypto'
import type { Context, Transaction } from '#app/domain/context.ts'
import { findOpenThings } from '#app/domain/open-thing/queries.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'
import { findAppointment } from './queries.server.ts'
import type { AppointmentRow } from './queries.server.ts'
import { lastDayBefore, reasonNotToHandOver } from './rules.ts'
import type { HandOverAnswer } from './schema.ts'

/**
 * Passes a role to somebody else of the same organization: the appointment ends the day before, the new one begins on
 * the day, and what was open is kept with it. All of it happens, or nothing.
 *
 * Refuses  with `not_found`, `already_appointed`, `appointment_over`.
 * Returns  the id of the hand-over.
 */
export async function handOverRole(
	ctx: Context,
	appointmentId: string,
	{ person, effectiveOn, note }: HandOverAnswer,
): Promise<string> {
	const open = await findOpenThings(ctx, await findAppointment(ctx.db, ctx, appointmentId))
	const id = randomUUID()
	return ctx.db.$transaction(async (tx) => {
		const held = await findAppointment(tx, ctx, appointmentId)
		const reason = await reasonAgainst(tx, held, { person, effectiveOn })
		if (reason) throw new Refusal(reason)

		const ended = await tx.appointment.updateMany({
			where: { id: appointmentId, OR: [{ untilOn: null }, { untilOn: { gte: effectiveOn } }] },
			data: { untilOn: lastDayBefore(effectiveOn) },
		})
		if (ended.count !== 1) throw new Refusal('appointment_over')
		const { role, organizationId, memberId, personId } = held
		await tx.appointment.create({
			data: {
				...{ id: randomUUID(), personId: person, organizationId, memberId, role },
				fromOn: effectiveOn,
				untilOn: held.untilOn,
			},
		})
		await tx.handOver.create({
			data: {
				...{ id, memberId, organizationId, role, effectiveOn, open },
				fromPersonId: personId,
				toPersonId: person,
				note: note || null,
				createdById: ctx.actor.personId ?? '',
				createdAt: ctx.now,
			},
		})
		return id
	})
}

async function reasonAgainst(
	tx: Transaction,
	held: AppointmentRow,
	{ person, effectiveOn }: Pick<HandOverAnswer, 'person' | 'effectiveOn'>,
): Promise<RefusalReason | null> {
	const { role, organizationId, memberId } = held
	const successor = await tx.person.findUnique({
		where: { id: person },
		include: { appointments: { where: { role, organizationId, memberId } } },
	})
	if (!successor) return 'not_found'
	return reasonNotToHandOver(
		held,
		{ personId: person, organizationId: successor.organizationId, same: successor.appointments },
		effectiveOn,
	)
}
