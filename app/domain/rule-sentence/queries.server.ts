import type { Context } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { listVersions } from '#app/domain/rule-set/queries.server.ts'
import { changesBetween, neighboursOf } from '#app/domain/rule-version/rules.ts'
import { deadlinesOf, figuresOf } from './rules.ts'
import type { RuleSetInWords } from './view.ts'

/** One version of the rules, number by number. Refuses with `not_found`. */
export async function findRuleSetInWords(
	{ db }: Pick<Context, 'db'>,
	ruleSetId: string,
): Promise<RuleSetInWords> {
	const row = await db.ruleSet.findUnique({ where: { id: ruleSetId } })
	const versions = await listVersions({ db })
	const ruleSet = versions.find(({ id }) => id === ruleSetId)
	if (!row || !ruleSet) throw new Refusal('not_found')
	const plans = await db.actionPlan.count({ where: { ruleSetId, status: { not: 'DRAFT' } } })
	const { before } = neighboursOf(versions, ruleSet)
	const previous = before && (await db.ruleSet.findUnique({ where: { id: before.id } }))
	const { rules: _rules, ...named } = ruleSet
	const numbers = { figures: figuresOf(row), deadlines: deadlinesOf(row) }
	return {
		ruleSet: named,
		...numbers,
		plans,
		changes:
			previous && changesBetween({ figures: figuresOf(previous), deadlines: deadlinesOf(previous) }, numbers),
		follows: before && { id: before.id, track: before.track, version: before.version },
	}
}
