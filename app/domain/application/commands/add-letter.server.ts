import type { Context } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { lockApplication } from '../queries.server.ts'
import { isBeingWritten } from '../rules.ts'
import type { LetterAnswer } from '../schema.ts'
import { stateOf, takesLetters } from '../view.ts'

type Locked = Awaited<ReturnType<typeof lockApplication>>

/**
 * Adds a letter of support by its address. A form that is sent again is the letter that it was.
 *
 * Refuses  with `not_found`, `draft_already_submitted`, and with `call_closed` after the last day for letters.
 */
export async function addLetter(
	ctx: Context,
	{ applicationId, answer }: { readonly applicationId: string; readonly answer: LetterAnswer },
): Promise<void> {
	const { letterId, kind, url, signedBy, signedOn } = answer
	await ctx.db.$transaction(async (tx) => {
		const locked = await lockApplication(tx, ctx, applicationId)
		refuseLetters(ctx, locked)
		const before = await tx.applicationLetter.findUnique({ where: { id: letterId } })
		if (before && before.applicationId !== applicationId) throw new Refusal('not_found')
		if (before) return
		const { role, organizationId } = locked.held
		await tx.applicationLetter.create({
			data: {
				...{
					id: letterId,
					applicationId,
					kind,
					url,
					signedBy,
					signedOn: signedOn ?? null,
					role,
					organizationId,
				},
				...{ addedById: ctx.actor.personId ?? '', addedAt: ctx.now },
			},
		})
	})
}

/** Takes a letter out; the history keeps that it was there. Refuses like adding one. */
export async function removeLetter(
	ctx: Context,
	{ applicationId, letterId }: { readonly applicationId: string; readonly letterId: string },
): Promise<void> {
	await ctx.db.$transaction(async (tx) => {
		const locked = await lockApplication(tx, ctx, applicationId)
		refuseLetters(ctx, locked)
		const letter = locked.rows.letters.find(({ id }) => id === letterId)
		if (!letter) throw new Refusal('not_found')
		if (letter.removedAt !== null) return
		const { role, organizationId } = locked.held
		await tx.applicationLetter.update({
			where: { id: letterId },
			data: {
				...{ removedAt: ctx.now, removedBy: organizationId, removedRole: role },
				removedById: ctx.actor.personId,
			},
		})
	})
}

function refuseLetters(ctx: Context, { rows, member }: Locked): void {
	const state = stateOf(rows)
	if (!isBeingWritten(state) && state !== 'SHORTLISTED') throw new Refusal('draft_already_submitted')
	const moment = { now: ctx.now, timeZone: member.timeZone }
	if (!takesLetters(rows, moment)) throw new Refusal('call_closed')
}
