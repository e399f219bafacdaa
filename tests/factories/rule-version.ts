import { asTyped, fieldsOf } from '#app/domain/rule-version/rules.ts'
import { answerFrom, ruleVersionForm } from '#app/domain/rule-version/schema.ts'
import type { RuleVersionAnswer } from '#app/domain/rule-version/schema.ts'
import { numbersOf } from '#app/domain/rule-version/view.ts'
import type { RuleSet } from '#prisma/generated/client.ts'
import { RULE_SETS } from '#prisma/seed/rule-sets.ts'

/** The version of a track that comes with the product. */
export function aShippedRuleSet(track: 'NATIONAL' | 'LOCAL' = 'LOCAL'): RuleSet {
	const found = RULE_SETS.find((one) => one.track === track)
	if (!found) throw new Error(`no rules of ${track}`)
	return found
}

const ABOUT = {
	versionName: '2027.1',
	validFrom: '1-1-2027',
	basis: 'OURS',
	source: 'Decision of the host of 10 July 2026, item 3',
	noteId: 'Forum bertemu lebih sering.',
	noteEn: 'The forum meets more often.',
}

/** The form of a new version as it is sent: the numbers of the version it starts from, and what is given. */
export function aVersionForm(
	over: Readonly<Record<string, string>> = {},
	base: RuleSet = aShippedRuleSet(),
): Readonly<Record<string, string>> {
	const fields = fieldsOf(numbersOf(base))
	return { ...Object.fromEntries(fields.map((field) => [field.name, asTyped(field)])), ...ABOUT, ...over }
}

/** The same once it was checked. */
export function aVersionAnswer(
	over: Readonly<Record<string, string>> = {},
	base: RuleSet = aShippedRuleSet(),
): RuleVersionAnswer {
	const schema = ruleVersionForm(fieldsOf(numbersOf(base)), '2026-07-15')
	return answerFrom(schema.parse(aVersionForm(over, base)))
}
