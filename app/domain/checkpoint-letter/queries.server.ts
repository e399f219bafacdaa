import { CSO_ROLES, may, organizationsOf } from '#app/access/policy.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { isLetterDue } from './rules.ts'

/** Whether the actor gets the weekly letter, and when the last one went out. Refuses with `not_allowed`. */
export async function findCheckpointLetter(
	ctx: Context,
): Promise<{ readonly isWanted: boolean; readonly lastSentOn: CalendarDay | null }> {
	const [organizationId = ''] = organizationsOf(ctx.actor, CSO_ROLES)
	if (!may(ctx.actor, 'checkpoint-letter.ask', { organizationId })) throw new Refusal('not_allowed')
	const row = await ctx.db.checkpointLetter.findUnique({ where: { personId: ctx.actor.personId ?? '' } })
	return { isWanted: row !== null, lastSentOn: row?.lastSentOn ?? null }
}

/** Somebody to whom a letter goes out today. */
export type LetterReader = { readonly personId: string; readonly email: string; readonly locale: string }

/** The people who asked for the letter, are still appointed by a civil-society organization, and had none this week. */
export async function listLettersDue(ctx: Pick<Context, 'db' | 'now'>): Promise<readonly LetterReader[]> {
	const today = utcDay(ctx.now)
	const rows = await ctx.db.checkpointLetter.findMany({
		where: {
			person: {
				appointments: {
					some: {
						role: { in: [...CSO_ROLES] },
						fromOn: { lte: today },
						OR: [{ untilOn: null }, { untilOn: { gte: today } }],
					},
				},
			},
		},
		include: { person: true },
		orderBy: { personId: 'asc' },
	})
	return rows
		.filter((row) => isLetterDue(row.lastSentOn, today))
		.map(({ personId, person }) => ({ personId, email: person.email, locale: person.locale }))
}
