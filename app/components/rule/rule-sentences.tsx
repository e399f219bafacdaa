import { SourceLink, webHost } from '#app/components/source-link.tsx'
import { ruleInWords } from '#reports/document/obligation-words.ts'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import { RULE_GROUPS } from '#app/domain/rule-sentence/rules.ts'
import type { RuleFigure, RuleGroup } from '#app/domain/rule-sentence/rules.ts'
import type { RuleSetInWords } from '#app/domain/rule-sentence/view.ts'
import { figureInWords } from './rule-words.ts'

/** Every number of a rule set as a sentence, with what it rests on; then its deadlines. */
export function RuleSentences({ figures, deadlines }: Pick<RuleSetInWords, 'figures' | 'deadlines'>) {
	return (
		<>
			{RULE_GROUPS.map((group) => (
				<GroupTable key={group} group={group} figures={figures.filter((one) => one.group === group)} />
			))}
			<DeadlineTable deadlines={deadlines} />
		</>
	)
}

function GroupTable({ group, figures }: { group: RuleGroup; figures: readonly RuleFigure[] }) {
	const words = useWords()
	const { say } = words
	return (
		<section>
			<h2 className="govuk-heading-l">{say(`rule-group.${group}`)}</h2>
			{figures.length === 0 ? (
				<p className="govuk-body">{say('rules.group.none')}</p>
			) : (
				<Table
					id={`rules-${group}`}
					caption={say('rules.group.caption')}
					captionSize="s"
					stacks
					columns={[
						{ head: say('rule-set.rule'), isWide: true },
						{ head: say('rule-set.basis') },
						{ head: say('rule-set.source'), isWide: true },
					]}
					rows={figures.map((figure) => ({
						key: figure.name,
						cells: [
							figureInWords(figure, words),
							say(`rule-basis.${figure.basis}`),
							<RuleSource key="source" source={figure.source} />,
						],
					}))}
				/>
			)}
		</section>
	)
}

function DeadlineTable({ deadlines }: Pick<RuleSetInWords, 'deadlines'>) {
	const words = useWords()
	const { say } = words
	if (deadlines.length === 0) return null
	return (
		<section>
			<h2 className="govuk-heading-l">{say('rules.deadlines')}</h2>
			<Table
				id="rules-deadlines"
				caption={say('rules.deadlines.caption')}
				captionSize="s"
				stacks
				columns={[
					{ head: say('rules.deadline'), isWide: true },
					{ head: say('rule-set.rule'), isWide: true },
					{ head: say('rule-set.basis') },
					{ head: say('rule-set.source'), isWide: true },
				]}
				rows={deadlines.map((rule) => ({
					key: rule.code,
					cells: [
						say(`obligation.${rule.code}`),
						ruleInWords(rule, words),
						say('obligation.basis', {
							basis: say(`rule-basis.${rule.basis}`),
							weight: say(`obligation.weight.${rule.weight}`),
						}),
						<RuleSource key="source" source={rule.source} />,
					],
				}))}
			/>
		</section>
	)
}

/** Where a rule is taken from: a page that opens, with what stands after its address, or words. */
function RuleSource({ source }: { source: string }) {
	const [address = '', ...rest] = source.split(' ')
	const host = webHost(address)
	if (host === null) return <>{source}</>
	return (
		<>
			<SourceLink href={address} text={host} /> {rest.join(' ')}
		</>
	)
}
