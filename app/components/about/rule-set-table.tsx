import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { RuleSetView } from '#app/domain/rule-set/view.ts'

/** The numbers of one rule set, each with what it rests on. */
export function RuleSetTable({ ruleSet }: { ruleSet: RuleSetView }) {
	const { say, locale, format } = useWords()
	return (
		<>
			<Table
				id={ruleSet.id}
				caption={say('rule-set.caption', {
					track: say(`member-level.${ruleSet.track}`),
					version: ruleSet.version,
					from: format.day(ruleSet.validFrom),
				})}
				captionSize="s"
				stacks
				columns={[
					{ head: say('rule-set.rule'), isWide: true },
					{ head: say('rule-set.value'), isNumeric: true },
					{ head: say('rule-set.basis') },
					{ head: say('rule-set.source'), isWide: true },
				]}
				rows={Object.entries(ruleSet.rules).map(([name, figure]) => ({
					key: name,
					cells: [
						say(`rule.${name}`),
						format.number(figure.value),
						say(`rule-basis.${figure.basis}`),
						figure.source,
					],
				}))}
			/>
			<p className="govuk-body">{ruleSet.note[locale]}</p>
		</>
	)
}
