import type { Context } from '#app/domain/context.ts'
import { ruleSetView } from './view.ts'
import type { RuleSetView } from './view.ts'

/** All rule sets, national before local, newest first. */
export async function listRuleSets(ctx: Context): Promise<readonly RuleSetView[]> {
	const rows = await ctx.db.ruleSet.findMany({ orderBy: [{ track: 'desc' }, { validFrom: 'desc' }] })
	return rows.map(ruleSetView)
}
