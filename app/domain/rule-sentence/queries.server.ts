import type { Context } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { ruleSetView } from '#app/domain/rule-set/view.ts'
import { deadlinesOf, figuresOf } from './rules.ts'
import type { RuleSetInWords } from './view.ts'

/** One version of the rules, number by number. Refuses with `not_found`. */
export async function findRuleSetInWords(
	{ db }: Pick<Context, 'db'>,
	ruleSetId: string,
): Promise<RuleSetInWords> {
	const row = await db.ruleSet.findUnique({ where: { id: ruleSetId } })
	if (!row) throw new Refusal('not_found')
	const plans = await db.actionPlan.count({ where: { ruleSetId, status: { not: 'DRAFT' } } })
	const { id, track, version, validFrom, note } = ruleSetView(row)
	return {
		ruleSet: { id, track, version, validFrom, note },
		figures: figuresOf(row),
		deadlines: deadlinesOf(row),
		plans,
	}
}
