import type { Context } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { CycleRules } from './schema.ts'

/** The lengths and deadlines of one rule set. Refuses with `not_found`. */
export async function findCycleRules(ctx: Pick<Context, 'db'>, ruleSetId: string): Promise<CycleRules> {
	const row = await ctx.db.ruleSet.findUnique({ where: { id: ruleSetId } })
	if (!row) throw new Refusal('not_found')
	return CycleRules.parse(row.cycle)
}
