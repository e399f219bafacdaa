import { may } from '#app/access/policy.ts'
import { callStanding, isFullApplicationOver } from '#app/domain/application-call/rules.ts'
import type { Moment } from '#app/domain/application-call/rules.ts'
import { callView } from '#app/domain/application-call/view.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { findRegisters } from '#app/domain/member-register/queries.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { lockApplication, readApplication } from '../queries.server.ts'
import { isPublishedStep, missingLetters, standingSteps, stepsFrom } from '../rules.ts'
import type { ApplicationState } from '../rules.ts'
import { lettersOf, stateOf } from '../view.ts'
import type { ApplicationRows } from '../view.ts'
import { publishStage } from './publish-stage.server.ts'

type Locked = Awaited<ReturnType<typeof lockApplication>>

type Step = {
	readonly applicationId: string
	/** The stage that was seen. */
	readonly from: ApplicationState
	readonly to: Exclude<ApplicationState, 'DRAFT' | 'AGREED'>
	/** Of what OGP announced; else it is today. */
	readonly onDay?: CalendarDay | undefined
	readonly url?: string | undefined
	readonly note?: string | undefined
}

/**
 * Takes an application one step on. From its submission on each step is an act: the first version of its record has the
 * texts that both sides stand behind, and each later one the stage that it entered. A step that is sent again is the
 * one that it was.
 *
 * Refuses  with `not_found`, `not_allowed`, `changed_meanwhile`, `step_not_open`, `step_day_wrong`, and when something
 *          is sent to OGP with `call_ahead`, `call_closed` or `letter_missing`.
 * Returns  the number of the record; null where a draft was withdrawn, which nobody else ever saw.
 */
export async function moveApplication(
	ctx: Context,
	step: Step,
): Promise<{ readonly recordId: string | null }> {
	const { member } = await readApplication(ctx.db, ctx, step.applicationId)
	if (!may(ctx.actor, 'application.submit', { memberId: member.id })) throw new Refusal('not_allowed')
	const registers = await findRegisters(ctx, member.id)
	const administrations = registers.of['administration.published']
	return ctx.db.$transaction(async (tx) => {
		const locked = await lockApplication(tx, ctx, step.applicationId)
		const state = stateOf(locked.rows)
		const isPublished = isPublishedStep(step.from, step.to)
		if (state === step.to && isSameStep(locked.rows, step))
			return { recordId: isPublished ? locked.rows.id : null }
		if (state !== step.from) throw new Refusal('changed_meanwhile')
		const onDay = refuseStep(ctx, locked, step)
		const taken = await takeStep(tx, ctx, { ...locked, step, onDay })
		if (!isPublishedStep(step.from, step.to)) return { recordId: null }
		const rows = { ...locked.rows, steps: [...locked.rows.steps, taken] }
		await publishStage(tx, ctx, { locked: { ...locked, rows }, state: step.to, administrations })
		return { recordId: rows.id }
	})
}

/** Whether the stage was entered from the one that was seen. */
function isSameStep({ steps }: ApplicationRows, { from, to }: Step): boolean {
	const [last, before] = [...steps].sort((a, b) => b.position - a.position)
	return last?.state === to && before?.state === from
}

/** The day of the step, where it may be taken. */
function refuseStep(ctx: Context, { rows, member }: Locked, step: Step): CalendarDay {
	const moment = { now: ctx.now, timeZone: member.timeZone }
	const call = callView(rows.call)
	if (!stepsFrom(step.from, call).includes(step.to)) throw new Refusal('step_not_open')
	if (step.to === 'SUBMITTED') refuseSubmission(rows, moment)
	if (step.to === 'FULL_APPLICATION' && isFullApplicationOver(rows.call, moment))
		throw new Refusal('call_closed')
	if (step.to === 'SUBMITTED' || step.to === 'FULL_APPLICATION') {
		const missing = missingLetters(lettersOf(rows), call.letters, step.to)
		if (missing.length > 0) throw new Refusal('letter_missing')
	}
	const today = dayIn(member.timeZone, ctx.now)
	const onDay = step.onDay ?? today
	const lastOn = standingSteps(rows.steps).reduce((last, one) => (one.onDay > last ? one.onDay : last), '')
	if (onDay > today || onDay < lastOn) throw new Refusal('step_day_wrong')
	return onDay
}

function refuseSubmission({ call }: ApplicationRows, moment: Moment): void {
	const standing = callStanding(call, moment)
	if (standing === 'AHEAD') throw new Refusal('call_ahead')
	if (standing === 'CLOSED') throw new Refusal('call_closed')
}

function takeStep(
	tx: Transaction,
	ctx: Context,
	{ rows, held, step, onDay }: Locked & { readonly step: Step; readonly onDay: CalendarDay },
) {
	const { role, organizationId } = held
	return tx.applicationStep.create({
		data: {
			...{
				applicationId: rows.id,
				position: rows.steps.length + 1,
				state: step.to,
				onDay,
				role,
				organizationId,
			},
			...{ url: step.url ?? null, note: step.note ?? null },
			...{ personId: ctx.actor.personId ?? '', takenAt: ctx.now },
		},
	})
}
