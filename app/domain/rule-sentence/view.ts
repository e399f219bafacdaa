import type { ObligationRule } from '#app/domain/cycle-rules/schema.ts'
import type { ListedRuleSet } from '#app/domain/rule-set/view.ts'
import type { RuleChange } from '#app/domain/rule-version/rules.ts'
import type { RuleFigure } from './rules.ts'

/** One version of the rules with all its numbers and deadlines, and what is computed by it. */
export type RuleSetInWords = {
	readonly ruleSet: Omit<ListedRuleSet, 'rules'>
	readonly figures: readonly RuleFigure[]
	readonly deadlines: readonly ObligationRule[]
	/** Public plans that are pinned to it. */
	readonly plans: number
	/** What differs from the version that it followed; null where it is the first of its track. */
	readonly changes: readonly RuleChange[] | null
	readonly follows: Pick<ListedRuleSet, 'id' | 'track' | 'version'> | null
}
