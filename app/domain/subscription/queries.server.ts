import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { listChanges, nameOfScope } from '#app/domain/change-log/queries.server.ts'
import type { Change } from '#app/domain/change-log/view.ts'
import type { Context } from '#app/domain/context.ts'
import { findMember } from '#app/domain/member/queries.server.ts'
import { isLetterTime, isToldTo } from './rules.ts'
import type { SubscriptionScope } from './rules.ts'
import { PACES, SUBSCRIBED } from './schema.ts'

type World = Pick<Context, 'db' | 'now' | 'withdrawals'>

/** What of a confirming token is stored. */
export function confirmHashOf(token: string): string {
	return createHash('sha256').update(token).digest('hex')
}

/** What letters would be about, in words; null for the whole site. Refuses with `not_found` what is not public. */
export async function findSubscribed(
	ctx: Context,
	{ of, aboutId: id }: SubscriptionScope,
): Promise<Bilingual | null> {
	if (of === 'SITE') return null
	if (of === 'MEMBER') return (await findMember(ctx, id)).name
	return nameOfScope(ctx, { of, id })
}

/** A letter that is due: to whom, about what, and what is new, newest first. */
export type DueSubscription = SubscriptionScope & {
	readonly id: string
	readonly email: string
	readonly locale: string
	readonly endToken: string
	readonly toldUpTo: number
	readonly letterAt: Date
	/** Length of the log that this letter tells up to. */
	readonly size: number
	readonly changes: readonly Change[]
}

const Kinds = z.object({ of: z.enum(SUBSCRIBED), pace: z.enum(PACES) })

/** How far back the list of what is new is read in one run; who was told less is told of what is in it. */
const PARTS_AT_MOST = 40

/** Letters that are due: to those for whom something was published since they were last told, at their pace. */
export async function listDueSubscriptions(ctx: World): Promise<readonly DueSubscription[]> {
	const head = await ctx.db.ledgerHead.findUniqueOrThrow({ where: { id: 1 } })
	const rows = await ctx.db.subscription.findMany({
		where: { confirmedAt: { not: null }, toldUpTo: { lt: head.size } },
		orderBy: { id: 'asc' },
	})
	const waiting = rows.flatMap(({ letterAt, endToken, ...row }) => {
		const { of, pace } = Kinds.parse(row)
		if (letterAt === null || endToken === null || !isLetterTime(pace, letterAt, ctx.now)) return []
		return [{ ...row, of, letterAt, endToken, size: head.size }]
	})
	if (waiting.length === 0) return []
	const since = Math.min(...waiting.map(({ toldUpTo }) => toldUpTo))
	const news = await listChangesSince(ctx, { since, size: head.size })
	return waiting.flatMap((one) => {
		const changes = news.filter((change) => change.index >= one.toldUpTo && isToldTo(one, change))
		return changes.length === 0 ? [] : [{ ...one, changes }]
	})
}

type Part = { readonly since: number; readonly size: number }

/** What was published between two lengths of the log, newest first. */
export async function listChangesSince(ctx: World, { since, size }: Part): Promise<readonly Change[]> {
	const found: Change[] = []
	let before: number | undefined = size
	for (let part = 0; part < PARTS_AT_MOST && before !== undefined; part += 1) {
		const page = await listChanges(ctx, { of: 'SITE' }, before)
		found.push(...page.changes.filter(({ index }) => index >= since))
		before = page.before === null || page.before <= since ? undefined : page.before
	}
	return found
}
