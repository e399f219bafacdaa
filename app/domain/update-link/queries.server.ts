import { createHash } from 'node:crypto'
import { PUBLIC_ACTOR, organizationsOf } from '#app/access/policy.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { findPlace, taskViewAt } from '#app/domain/progress-update/queries.server.ts'
import type { TaskKey } from '#app/domain/progress-update/queries.server.ts'
import type { TaskView } from '#app/domain/progress-update/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { UpdateLink } from '#prisma/generated/client.ts'
import { linkState } from './rules.ts'
import type { LinkView } from './rules.ts'

/** What of a token is stored. */
export function tokenHash(token: string): string {
	return createHash('sha256').update(token).digest('hex')
}

/** Who may give links, and see those that were given. */
export const GIVERS = ['IMPLEMENTER', 'INSTITUTION_LEAD'] as const

/** The links of the actor's institutions for one report, newest first. */
export async function listUpdateLinks(
	ctx: Context,
	key: TaskKey,
): Promise<{ readonly task: TaskView; readonly links: readonly LinkView[] }> {
	const organizationIds = organizationsOf(ctx.actor, GIVERS)
	const place = await findPlace(ctx.db, ctx, { key, organizationIds })
	const rows = await ctx.db.updateLink.findMany({
		where: {
			milestoneId: place.milestoneId,
			checkpointId: place.checkpoint.id,
			organizationId: place.organizationId,
		},
		orderBy: { createdAt: 'desc' },
	})
	return { task: await taskViewAt(ctx, place), links: rows.map((row) => linkView(row, ctx.now)) }
}

/** Which report a link of the actor's institutions is for. */
export async function findLinkKey(ctx: Context, linkId: string): Promise<TaskKey> {
	const link = await ctx.db.updateLink.findFirst({
		where: { id: linkId, organizationId: { in: [...organizationsOf(ctx.actor, GIVERS)] } },
		include: { checkpoint: { select: { code: true } } },
	})
	if (!link) throw new Refusal('not_found')
	return { milestoneId: link.milestoneId, checkpointCode: link.checkpoint.code }
}

/** A link as its givers see it. */
export function linkView(row: UpdateLink, now: Date): LinkView {
	return {
		id: row.id,
		officerName: row.officerName,
		officerEmail: row.officerEmail,
		givenOn: utcDay(row.createdAt),
		endsOn: utcDay(row.expiresAt),
		state: linkState(row, now),
	}
}

/** What the holder of a link is asked: the report's place and what was promised, and nothing that colleagues drafted. */
export type LinkTask = Omit<TaskView, 'draft' | 'answers' | 'before'> & {
	readonly officerName: string
	readonly startsOn: string | null
}

/** The link that opens with a token. Refuses with `not_found` where none does, whatever the cause. */
export async function findOpenLink(db: Transaction, token: string, now: Date): Promise<UpdateLink> {
	const link = await db.updateLink.findUnique({ where: { tokenHash: tokenHash(token) } })
	if (!link || linkState(link, now) !== 'OPEN') throw new Refusal('not_found')
	return link
}

/** The report that a token opens. Asking changes nothing. */
export async function findLinkTask(ctx: Context, token: string): Promise<LinkTask> {
	const link = await findOpenLink(ctx.db, token, ctx.now)
	const place = await findLinkPlace(ctx.db, ctx, link)
	const { draft: _draft, answers: _answers, before: _before, ...task } = await taskViewAt(ctx, place)
	return { ...task, officerName: link.officerName, startsOn: place.startsOn }
}

/** Where a link's report is filed, within the institution that gave it. */
export async function findLinkPlace(db: Transaction, ctx: Context, link: UpdateLink) {
	const checkpoint = await db.checkpoint.findUniqueOrThrow({ where: { id: link.checkpointId } })
	const key = { milestoneId: link.milestoneId, checkpointCode: checkpoint.code }
	return findPlace(db, { ...ctx, actor: PUBLIC_ACTOR }, { key, organizationIds: [link.organizationId] })
}
