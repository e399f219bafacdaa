import { may } from '#app/access/policy.ts'
import { callStanding } from '#app/domain/application-call/rules.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { tidied } from '#app/domain/evidence/schema.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { lockApplication } from '../queries.server.ts'
import { TEXT_MAX_CHARACTERS, charactersOf, isBeingWritten } from '../rules.ts'
import type { ApplicationState } from '../rules.ts'
import type { TextAnswer } from '../schema.ts'
import { fieldsOf, isWholeAgreed, newestText, stateOf } from '../view.ts'

type Locked = Awaited<ReturnType<typeof lockApplication>>
type Place = { readonly applicationId: string; readonly field: string }

/**
 * Keeps a field as a new version. Whoever stood behind the version before stands behind nothing any more. A text that
 * is stored already, as after a form that is sent twice, is no new version.
 *
 * Refuses  with `not_found`, `draft_already_submitted`, `call_closed`, `text_too_long`, and with `changed_meanwhile`
 *          where the newest version is not the one that was seen.
 */
export async function writeText(ctx: Context, place: Place & { readonly answer: TextAnswer }): Promise<void> {
	const { applicationId, field, answer } = place
	const text = tidied(answer.text)
	await ctx.db.$transaction(async (tx) => {
		const locked = await lockApplication(tx, ctx, applicationId)
		refuseUnwritable(ctx, locked)
		const asked = fieldsOf(locked.rows).find(({ code }) => code === field)
		if (!asked) throw new Refusal('not_found')
		if (charactersOf(text) > (asked.maxCharacters ?? TEXT_MAX_CHARACTERS)) throw new Refusal('text_too_long')
		const newest = newestText(locked.rows, field)
		if ((newest?.text ?? '') === text) return
		const version = newest?.version ?? 0
		if (version !== answer.version) throw new Refusal('changed_meanwhile')
		const { role, organizationId } = locked.held
		await tx.applicationText.create({
			data: {
				...{ applicationId, field, text, role, organizationId, version: version + 1 },
				...{ authorId: ctx.actor.personId ?? '', writtenAt: ctx.now },
			},
		})
		if (stateOf(locked.rows) === 'AGREED') await enter(tx, ctx, { ...locked, state: 'DRAFT' })
	})
}

/**
 * Has the actor's side stand behind one version of a field. With the last one that is missing, the application is
 * agreed. A confirmation that is sent again is the one that it was.
 *
 * Refuses  with `not_found`, `not_allowed`, `draft_already_submitted`, `call_closed`, `draft_incomplete` for an empty
 *          field, and with `text_changed` where the newest version is another one.
 */
export async function confirmText(ctx: Context, place: Place & { readonly version: number }): Promise<void> {
	const { applicationId, field, version } = place
	await ctx.db.$transaction(async (tx) => {
		const locked = await lockApplication(tx, ctx, applicationId)
		const { rows, held } = locked
		refuseUnconfirmed(ctx, locked)
		const newest = newestText(rows, field)
		if (!fieldsOf(rows).some(({ code }) => code === field)) throw new Refusal('not_found')
		if (!newest || newest.text === '') throw new Refusal('draft_incomplete')
		if (newest.version !== version) throw new Refusal('text_changed')
		const { role, organizationId, side } = held
		const known = rows.confirmations.some(
			(one) => one.field === field && one.textVersion === version && one.side === side,
		)
		if (known) return
		const confirmation = await tx.applicationConfirmation.create({
			data: {
				...{ applicationId, field, textVersion: version, side, role, organizationId },
				...{ personId: ctx.actor.personId ?? '', confirmedAt: ctx.now },
			},
		})
		const now = { ...rows, confirmations: [...rows.confirmations, confirmation] }
		if (stateOf(rows) === 'DRAFT' && isWholeAgreed(now)) await enter(tx, ctx, { ...locked, state: 'AGREED' })
	})
}

function refuseUnwritable(ctx: Context, { rows, member }: Locked): void {
	if (!isBeingWritten(stateOf(rows))) throw new Refusal('draft_already_submitted')
	const moment = { now: ctx.now, timeZone: member.timeZone }
	if (callStanding(rows.call, moment) === 'CLOSED') throw new Refusal('call_closed')
}

function refuseUnconfirmed(ctx: Context, locked: Locked): void {
	const { side } = locked.held
	if (!may(ctx.actor, 'application.confirm', { memberId: locked.member.id, side }))
		throw new Refusal('not_allowed')
	refuseUnwritable(ctx, locked)
}

/** Notes that an application entered a stage, today. */
async function enter(
	tx: Transaction,
	ctx: Context,
	{ rows, member, held, state }: Locked & { readonly state: ApplicationState },
): Promise<void> {
	const { role, organizationId } = held
	await tx.applicationStep.create({
		data: {
			...{ applicationId: rows.id, position: rows.steps.length + 1, state, role, organizationId },
			...{ onDay: dayIn(member.timeZone, ctx.now), personId: ctx.actor.personId ?? '', takenAt: ctx.now },
		},
	})
}
