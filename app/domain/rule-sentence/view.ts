import type { ObligationRule } from '#app/domain/cycle-rules/schema.ts'
import type { RuleSetView } from '#app/domain/rule-set/view.ts'
import type { RuleFigure } from './rules.ts'

/** One version of the rules with all its numbers and deadlines, and what is computed by it. */
export type RuleSetInWords = {
	readonly ruleSet: Pick<RuleSetView, 'id' | 'track' | 'version' | 'validFrom' | 'note'>
	readonly figures: readonly RuleFigure[]
	readonly deadlines: readonly ObligationRule[]
	/** Public plans that are pinned to it. */
	readonly plans: number
}
