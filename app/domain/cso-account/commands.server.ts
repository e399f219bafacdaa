import { randomBytes, randomUUID } from 'node:crypto'
import { may } from '#app/access/policy.ts'
import { addDays, dayIn, utcDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { holdsOn } from '#app/domain/hand-over/rules.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import { lockOrganization, personNumberIn } from './queries.server.ts'
import { canBeEnded } from './rules.ts'
import { accountChangeRow } from './view.ts'
import type { AccountChangeFacts } from './view.ts'

/**
 * Ends the appointment of a person of an independent organization at once: from this moment it gives no rights.
 *
 * Refuses  with `not_found`, `appointment_over`, `last_owner`.
 * Returns  the record of the act.
 */
export async function endAppointment(ctx: Context, appointmentId: string): Promise<string> {
	return ctx.db.$transaction(async (tx) => {
		const found = await tx.appointment.findUnique({ where: { id: appointmentId } })
		if (!found || !may(ctx.actor, 'cso.run', found)) throw new Refusal('not_found')
		const { organizationId, personId, role, memberId } = found
		const { member } = await lockOrganization(tx, organizationId)
		const today = dayIn(member?.timeZone ?? 'UTC', ctx.now)
		const all = await tx.appointment.findMany({ where: { organizationId } })
		const held = all.filter((one) => holdsOn(one, today))
		if (!held.some(({ id }) => id === appointmentId)) throw new Refusal('appointment_over')
		if (!canBeEnded(found, held)) throw new Refusal('last_owner')
		await tx.appointment.update({ where: { id: appointmentId }, data: { untilOn: addDays(today, -1) } })
		const personNumber = await personNumberIn(tx, { organizationId, personId })
		const about = { organizationId, personId, personNumber, appointmentId, role, memberId }
		return publish(tx, ctx, { event: 'APPOINTMENT_ENDED', ...about })
	})
}

/**
 * Says whether a second person of the organization reads a finding before it is published.
 *
 * Refuses  with `not_found`; saying what holds already changes nothing.
 * Returns  the record of the act; null where nothing changed.
 */
export async function chooseReview(
	ctx: Context,
	organizationId: string,
	reviewsFindings: boolean,
): Promise<string | null> {
	if (!may(ctx.actor, 'cso.run', { organizationId })) throw new Refusal('not_found')
	return ctx.db.$transaction(async (tx) => {
		const organization = await lockOrganization(tx, organizationId)
		if (organization.independent !== 'CSO') throw new Refusal('not_found')
		if (organization.reviewsFindings === reviewsFindings) return null
		await tx.organization.update({ where: { id: organizationId }, data: { reviewsFindings } })
		return publish(tx, ctx, { event: reviewsFindings ? 'REVIEW_ON' : 'REVIEW_OFF', organizationId })
	})
}

type Said = Omit<AccountChangeFacts, 'recordId' | 'actorOrganizationId' | 'submittedById'>

/** Writes the act of a change that the organization makes itself. */
async function publish(tx: Transaction, ctx: Context, facts: Said): Promise<string> {
	const row = accountChangeRow(
		{
			recordId: randomUUID(),
			actorOrganizationId: facts.organizationId,
			submittedById: ctx.actor.personId,
			...facts,
		},
		{
			publishedOn: utcDay(ctx.now),
			publishedAt: ctx.now,
			salt: new Uint8Array(randomBytes(32)),
			privateSalt: new Uint8Array(randomBytes(32)),
		},
	)
	await tx.csoAccountChange.create({ data: row })
	await appendAct(tx, actFrom({ kind: 'cso-account.changed', row }))
	return row.recordId
}
