import { randomUUID } from 'node:crypto'
import { findCallRow } from '#app/domain/application-call/queries.server.ts'
import { callStanding } from '#app/domain/application-call/rules.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { heldSide } from '../rules.ts'
import type { ApplicationLanguage } from '../rules.ts'

type Begun = { readonly memberId: string; readonly callId: string; readonly language: ApplicationLanguage }

/**
 * Begins the one application that a member has in a call; where there is one already, gives that one.
 *
 * Refuses  with `not_found`, and with `call_closed` after the last day of the call.
 */
export async function beginApplication(
	ctx: Context,
	begun: Begun,
): Promise<{ readonly applicationId: string }> {
	const { memberId, callId, language } = begun
	const held = heldSide(ctx.actor, memberId)
	if (!held) throw new Refusal('not_found')
	const { organizationId, role } = held
	return ctx.db.$transaction(async (tx) => {
		await tx.$queryRawUnsafe('SELECT "id" FROM "Member" WHERE "id" = $1 FOR UPDATE', memberId)
		const member = await tx.member.findUnique({ where: { id: memberId } })
		const call = await findCallRow(tx, callId)
		if (!member || !call || member.level !== 'LOCAL') throw new Refusal('not_found')
		if (call.isDemonstration && !member.isDemonstration) throw new Refusal('not_found')
		const before = await tx.application.findUnique({ where: { callId_memberId: { callId, memberId } } })
		if (before) return { applicationId: before.id }
		const moment = { now: ctx.now, timeZone: member.timeZone }
		if (callStanding(call, moment) === 'CLOSED') throw new Refusal('call_closed')
		const personId = ctx.actor.personId ?? ''
		const application = await tx.application.create({
			data: {
				...{ id: randomUUID(), callId, memberId, language, organizationId },
				...{ fieldSetId: call.fieldSetId, createdById: personId, createdAt: ctx.now },
			},
		})
		await tx.applicationStep.create({
			data: {
				...{ applicationId: application.id, position: 1, state: 'DRAFT', organizationId, role, personId },
				...{ onDay: dayIn(member.timeZone, ctx.now), takenAt: ctx.now },
			},
		})
		return { applicationId: application.id }
	})
}
