import { randomBytes, randomUUID } from 'node:crypto'
import { utcDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { lockOrganization, personNumberIn } from '#app/domain/cso-account/queries.server.ts'
import { needsAct, wouldJudgeThemselves } from '#app/domain/cso-account/rules.ts'
import { accountChangeRow } from '#app/domain/cso-account/view.ts'
import { findOpenThings } from '#app/domain/open-thing/queries.server.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import { findAppointment, todayAt } from './queries.server.ts'
import type { AppointmentRow } from './queries.server.ts'
import { lastDayBefore, reasonNotToHandOver } from './rules.ts'
import type { HandOverAnswer } from './schema.ts'

/**
 * Passes a role to somebody else of the same organization: the appointment ends the day before, the new one begins on
 * the day, and what was open is kept with it. All of it happens, or nothing. A role of civil society passes on the same
 * day, and both acts are in the record.
 *
 * Refuses  with `not_found`, `already_appointed`, `appointment_over`, `judge_and_judged`, `from_today_only`.
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
		const today = todayAt(held, ctx)
		const reason = await reasonAgainst(tx, held, { person, effectiveOn, today })
		if (reason) throw new Refusal(reason)
		if (needsAct(held.role)) await lockOrganization(tx, held.organizationId)

		const ended = await tx.appointment.updateMany({
			where: { id: appointmentId, OR: [{ untilOn: null }, { untilOn: { gte: effectiveOn } }] },
			data: { untilOn: lastDayBefore(effectiveOn) },
		})
		if (ended.count !== 1) throw new Refusal('appointment_over')
		const { role, organizationId, memberId, personId } = held
		const taken = { id: randomUUID(), personId: person, organizationId, memberId, role }
		const next = await tx.appointment.create({
			data: { ...taken, fromOn: effectiveOn, untilOn: held.untilOn },
			include: { person: { select: { email: true } } },
		})
		if (needsAct(role)) await publishChange(tx, ctx, { ended: held, next })
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
	{ person, effectiveOn, today }: Pick<HandOverAnswer, 'person' | 'effectiveOn'> & { today: string },
): Promise<RefusalReason | null> {
	const { role, organizationId, memberId } = held
	const successor = await tx.person.findUnique({
		where: { id: person },
		include: { appointments: true },
	})
	if (!successor) return 'not_found'
	const same = successor.appointments.filter(
		(one) => one.role === role && one.organizationId === organizationId && one.memberId === memberId,
	)
	const reason = reasonNotToHandOver(
		held,
		{ personId: person, organizationId: successor.organizationId, same },
		effectiveOn,
	)
	if (reason) return reason
	if (wouldJudgeThemselves(successor.appointments, held, today)) return 'judge_and_judged'
	return needsAct(role) && effectiveOn !== today ? 'from_today_only' : null
}

type Passed = {
	readonly ended: AppointmentRow
	readonly next: {
		readonly id: string
		readonly personId: string
		readonly person: { readonly email: string }
	}
}

/** Writes into the record who stopped acting for an organization of civil society, and who began to. */
async function publishChange(tx: Transaction, ctx: Context, { ended, next }: Passed): Promise<void> {
	const { organizationId, role, memberId } = ended
	const who = { organizationId, role, memberId, actorOrganizationId: organizationId }
	const events = [
		{ event: 'APPOINTMENT_ENDED' as const, appointmentId: ended.id, personId: ended.personId },
		{
			event: 'PERSON_JOINED' as const,
			...{ appointmentId: next.id, personId: next.personId, email: next.person.email },
		},
	]
	for (const { personId, ...event } of events) {
		const personNumber = await personNumberIn(tx, { organizationId, personId })
		const facts = { recordId: randomUUID(), submittedById: ctx.actor.personId, personId, personNumber }
		const row = accountChangeRow(
			{ ...who, ...facts, ...event },
			{
				...{ publishedOn: utcDay(ctx.now), publishedAt: ctx.now },
				salt: new Uint8Array(randomBytes(32)),
				privateSalt: new Uint8Array(randomBytes(32)),
			},
		)
		await tx.csoAccountChange.create({ data: row })
		await appendAct(tx, actFrom({ kind: 'cso-account.changed', row }))
	}
}
