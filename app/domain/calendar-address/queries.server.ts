import { createHash } from 'node:crypto'
import { utcDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { independentKind } from '#app/domain/cso-account/rules.ts'
import { holdersOn, openOn, owes } from '#app/domain/notice/queries.server.ts'
import type { LetterWorld, Open } from '#app/domain/notice/queries.server.ts'
import { listPlansInForce, workOutAll } from '#app/domain/obligation/queries.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { Deadline } from './view.ts'

/** What of a token is stored. */
export function calendarTokenHash(token: string): string {
	return createHash('sha256').update(token).digest('hex')
}

/** The day on which the actor's own calendar address was made; null where there is none. */
export async function findCalendarAddress({
	db,
	actor,
}: Pick<Context, 'db' | 'actor'>): Promise<CalendarDay | null> {
	const row = await db.calendarAddress.findUnique({ where: { personId: actor.personId ?? '' } })
	return row && utcDay(row.madeAt)
}

/**
 * What an institution has to report and to answer, on all plans whose record is kept here. Refuses with `not_found`,
 * also where the organization is independent: it owes nothing.
 */
export async function listInstitutionDeadlines(
	ctx: LetterWorld,
	organizationId: string,
): Promise<readonly Deadline[]> {
	const found = await ctx.db.organization.findUnique({
		where: { id: organizationId },
		select: { kind: true },
	})
	if (!found || independentKind(found.kind)) throw new Refusal('not_found')
	const planIds = await ctx.db.commitmentInstitution.findMany({
		where: { organizationId },
		select: { commitment: { select: { actionPlanId: true } } },
	})
	const own = new Set(planIds.map(({ commitment }) => commitment.actionPlanId))
	const isIts = ({ owedBy }: Open) =>
		'organizationIds' in owedBy && owedBy.organizationIds.includes(organizationId)
	return deadlinesOn(ctx, (planId) => own.has(planId), isIts)
}

/** What the person behind a secret address owes today by the roles they hold. Refuses with `not_found`. */
export async function listOwnDeadlines(ctx: LetterWorld, token: string): Promise<readonly Deadline[]> {
	const address = await ctx.db.calendarAddress.findUnique({ where: { tokenHash: calendarTokenHash(token) } })
	if (!address) throw new Refusal('not_found')
	const roles = (await holdersOn(ctx, utcDay(ctx.now))).filter(
		({ personId }) => personId === address.personId,
	)
	if (roles.length === 0) return []
	return deadlinesOn(
		ctx,
		() => true,
		(open) => roles.some((role) => owes(role, open)),
	)
}

async function deadlinesOn(
	ctx: LetterWorld,
	isPlan: (planId: string) => boolean,
	isWanted: (open: Open) => boolean,
): Promise<readonly Deadline[]> {
	const planIds = (await listPlansInForce(ctx.db)).filter(isPlan)
	const deadlines: Deadline[] = []
	for (const worked of await workOutAll(ctx, planIds)) {
		const { planId, title, member } = worked.plan
		const plan = { id: planId, title }
		for (const { itemKey: key, dueOn, about } of (await openOn(ctx, worked)).filter(isWanted))
			deadlines.push({ key, dueOn, about, plan, isDemonstration: member.isDemonstration })
	}
	return deadlines.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}
