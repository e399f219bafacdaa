import { may } from '#app/access/policy.ts'
import { callView } from '#app/domain/application-call/view.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { findRegisters } from '#app/domain/member-register/queries.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { ApplicationStep } from '#prisma/generated/client.ts'
import { lockApplication, readApplication } from '../queries.server.ts'
import { PUBLISHED_STATES, correctionsOf, standingSteps } from '../rules.ts'
import type { CorrectionAnswer } from '../schema.ts'
import { publishStage } from './publish-stage.server.ts'

type Locked = Awaited<ReturnType<typeof lockApplication>>

/**
 * Corrects the newest stage of an application, which was recorded by mistake, with why. Nothing is taken back: the
 * correction is the next step and, of what was sent to OGP, the next version of the record. A form that is sent again
 * is the correction that it was.
 *
 * Refuses  with `not_found`, `not_allowed`, `changed_meanwhile`, `step_not_open`, `step_day_wrong`.
 * Returns  the number of the record; null for a draft, which nobody else ever saw.
 */
export async function correctStage(
	ctx: Context,
	{ applicationId, answer }: { readonly applicationId: string; readonly answer: CorrectionAnswer },
): Promise<{ readonly recordId: string | null }> {
	const { member } = await readApplication(ctx.db, ctx, applicationId)
	if (!may(ctx.actor, 'application.submit', { memberId: member.id })) throw new Refusal('not_allowed')
	const registers = await findRegisters(ctx, member.id)
	const administrations = registers.of['administration.published']
	return ctx.db.$transaction(async (tx) => {
		const locked = await lockApplication(tx, ctx, applicationId)
		const { rows } = locked
		const newest = rows.steps.reduce((last, one) => (one.position > last.position ? one : last))
		const state = PUBLISHED_STATES.find((one) => one === answer.to)
		const isSame =
			newest.position === answer.step + 1 && newest.corrects !== null && newest.state === answer.to
		if (isSame) return { recordId: state ? rows.id : null }
		if (newest.position !== answer.step) throw new Refusal('changed_meanwhile')
		const taken = await takeStep(tx, ctx, { locked, answer })
		if (state === undefined) return { recordId: null }
		const after = { ...locked, rows: { ...rows, steps: [...rows.steps, taken] } }
		await publishStage(tx, ctx, { locked: after, state, administrations, reason: answer.reason })
		return { recordId: rows.id }
	})
}

type Taking = { readonly locked: Locked; readonly answer: CorrectionAnswer }

/** The correction as the next step: one that goes back says what the stage before it said. */
async function takeStep(
	tx: Transaction,
	ctx: Context,
	{ locked: { rows, member, held }, answer }: Taking,
): Promise<ApplicationStep> {
	const [before, mistaken] = standingSteps(rows.steps).slice(-2)
	if (!before || !mistaken || !correctionsOf(rows.steps, callView(rows.call)).includes(answer.to))
		throw new Refusal('step_not_open')
	const isBack = answer.to === before.state
	const onDay = isBack ? before.onDay : (answer.onDay ?? '')
	if (onDay < before.onDay || onDay > dayIn(member.timeZone, ctx.now)) throw new Refusal('step_day_wrong')
	const { url = null, note = null } = isBack ? before : answer
	const { role, organizationId } = held
	return tx.applicationStep.create({
		data: {
			...{ applicationId: rows.id, position: rows.steps.length + 1, state: answer.to, onDay, url, note },
			...{ corrects: mistaken.position, reason: answer.reason, role, organizationId },
			...{ personId: ctx.actor.personId ?? '', takenAt: ctx.now },
		},
	})
}
