import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import type { RuleSet } from '#prisma/generated/client.ts'
import { hasSameNumbers, listedRuleSets, ruleSetView } from './view.ts'
import type { ListedRuleSet, RuleSetView } from './view.ts'

/** All rule sets, national before local, newest first. */
export async function listRuleSets(ctx: Pick<Context, 'db'>): Promise<readonly RuleSetView[]> {
	const rows = await ctx.db.ruleSet.findMany({ orderBy: [{ track: 'desc' }, { validFrom: 'desc' }] })
	return rows.map(ruleSetView)
}

/** The same, each with the days for which it holds and the act that published it. */
export async function listVersions(ctx: Pick<Context, 'db'>): Promise<readonly ListedRuleSet[]> {
	const [ruleSets, publications] = await Promise.all([
		listRuleSets(ctx),
		ctx.db.ruleSetPublication.findMany(),
	])
	return listedRuleSets(ruleSets, publications)
}

/** The newest rules of a track that hold on a day; before the first ones held, these. Null where there are none. */
export async function findRuleSetOn(
	db: Pick<Transaction, 'ruleSet'>,
	track: string,
	day: CalendarDay,
): Promise<RuleSet | null> {
	const held = await db.ruleSet.findFirst({
		where: { track, validFrom: { lte: day } },
		orderBy: [{ validFrom: 'desc' }, { version: 'desc' }],
	})
	return held ?? db.ruleSet.findFirst({ where: { track }, orderBy: { validFrom: 'asc' } })
}

/** A version of the rules that has no act; of those that came with the product, one whose numbers are others. */
export type DoubtedRuleSet = { readonly ruleSetId: string; readonly isShipped: boolean }

/**
 * Versions of the rules that somebody put past the log or changed. Those with an act are compared with their leaf like
 * every other act, so here it is only those that have none.
 */
export async function listDoubtedRules(
	db: Pick<Transaction, 'ruleSet' | 'ruleSetPublication'>,
	shipped: readonly RuleSet[],
): Promise<readonly DoubtedRuleSet[]> {
	const rows = await db.ruleSet.findMany()
	const published = await db.ruleSetPublication.findMany({ select: { recordId: true } })
	const without = rows.filter(({ id }) => published.every(({ recordId }) => recordId !== id))
	return without.flatMap((row): readonly DoubtedRuleSet[] => {
		const own = shipped.find(({ id }) => id === row.id)
		if (!own) return [{ ruleSetId: row.id, isShipped: false }]
		return hasSameNumbers(row, own) ? [] : [{ ruleSetId: row.id, isShipped: true }]
	})
}
