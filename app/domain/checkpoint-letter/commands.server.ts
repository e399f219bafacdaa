import { CSO_ROLES, may, organizationsOf } from '#app/access/policy.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'

/** Asks for the log's checkpoint by letter every week. Asking twice is asking once. Refuses with `not_allowed`. */
export async function askForCheckpointLetter(ctx: Context): Promise<void> {
	const personId = ctx.actor.personId ?? ''
	const [organizationId = ''] = organizationsOf(ctx.actor, CSO_ROLES)
	if (!may(ctx.actor, 'checkpoint-letter.ask', { organizationId })) throw new Refusal('not_allowed')
	await ctx.db.checkpointLetter.createMany({ data: { personId, askedAt: ctx.now }, skipDuplicates: true })
}

/** Ends the weekly letter; whoever gets none ends nothing. */
export async function endCheckpointLetter(ctx: Context): Promise<void> {
	await ctx.db.checkpointLetter.deleteMany({ where: { personId: ctx.actor.personId ?? '' } })
}

/** Notes that the letter of this week went out. */
export async function noteCheckpointLetter(
	ctx: Pick<Context, 'db' | 'now'>,
	personId: string,
): Promise<void> {
	await ctx.db.checkpointLetter.updateMany({ where: { personId }, data: { lastSentOn: utcDay(ctx.now) } })
}
