import { Select } from '#app/components/ui/select.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { CHECKPOINT_SCHEMES } from '#app/domain/cycle-rules/schema.ts'
import type { RuleFigure, RuleUnit } from '#app/domain/rule-sentence/rules.ts'
import { IN_ORDER } from '#app/domain/rule-version/rules.ts'
import type { RuleField } from '#app/domain/rule-version/rules.ts'

/** What was typed into a form and the keys of what is wrong with each of its fields. */
export type TypedRules = {
	readonly valueOf: (name: string) => string
	readonly faultsOf: (name: string) => readonly string[]
}

/** The id of an input, to which the summary of errors leads. */
export function ruleInputId(name: string): string {
	return `rule-${name}`
}

/** One number of a new version, asked by the sentence that it will stand in. */
export function RuleNumberField({ field, typed }: { field: RuleField; typed: TypedRules }) {
	const words = useWords()
	const { say } = words
	const { name } = field
	const props = {
		id: ruleInputId(name),
		name,
		label: ruleLabel(field, words),
		errors: typed.faultsOf(name).map((key) => faultInWords(key, field, words)),
		defaultValue: typed.valueOf(name),
	}
	if (field.is === 'scheme') {
		const items = CHECKPOINT_SCHEMES.map((value) => ({ value, text: say(`checkpoint-scheme.${value}`) }))
		return <Select {...props} items={items} />
	}
	if (field.is === 'list') return <TextField {...props} hint={say('rule-version.hint.list')} width={10} />
	if (field.is === 'share')
		return <TextField {...props} hint={say('rule-version.hint.share')} width={5} inputMode="decimal" />
	const inputMode = field.range.from < 0 ? 'text' : 'numeric'
	return <TextField {...props} width={5} inputMode={inputMode} />
}

/** The sentence of a number with an open place where the number stands. */
export function ruleLabel(field: RuleField, words: Pick<Words, 'say'>): string {
	const { say } = words
	if (field.is === 'deadline')
		return say(`rule-version.part.${field.part}`, { event: say(`obligation.event.${field.rule.from}`) })
	const { name, unit } = field.figure
	return say(`rule-sentence.${name}`, { value: blank(field.figure, unit, say) })
}

function blank({ scheme }: RuleFigure, unit: RuleUnit, say: Words['say']): string {
	const place = say('rule-version.blank')
	if (scheme !== null) return place
	return unit === 'SHARE'
		? say('rule-version.blank.share', { place })
		: say(`rule-unit.${unit}`, { count: 2, value: place })
}

/** What is wrong with a number, in a sentence that says what it may be. */
export function faultInWords(key: string, field: RuleField, { say, format }: Words): string {
	const { from, to } = field.range
	const other = IN_ORDER.find(([, upper]) => upper === field.name)?.[0]
	return say(key, {
		from: format.number(from),
		to: format.number(to),
		...(other ? { other: say(`rule-sentence.${other}`, { value: say('rule-version.blank') }) } : {}),
	})
}

/** What is wrong in the summary above the form, where the sentence of the rule has to be said too. */
export function faultInSummary(key: string, field: RuleField, words: Words): string {
	const { say } = words
	const sentence = ruleLabel(field, words)
	const rule =
		field.is === 'deadline'
			? say('rule-version.deadline', { what: say(`obligation.${field.rule.code}`), rule: sentence })
			: sentence
	return say('rule-version.fault.of', { rule, fault: faultInWords(key, field, words) })
}
