import { rulesHref } from '#app/components/rule/addresses.ts'
import { useWords } from '#app/components/words.tsx'
import type { StandingRow } from '#app/domain/standing/view.ts'
import { RuleSetLink } from './rule-set-link.tsx'

/** The versions of the rules by which the levels of a table were computed. */
export function RulesNamed({ rows }: { rows: readonly StandingRow[] }) {
	const { say, locale } = useWords()
	const named = rows.flatMap(({ standing }) => standing.expectations.map(({ ruleSet }) => ruleSet))
	const ruleSets = new Map(named.map((ruleSet) => [ruleSet.id, ruleSet]))
	return (
		<p className="govuk-body">
			{say('expectations.by-rules')}{' '}
			{[...ruleSets.values()].map((ruleSet) => (
				<span key={ruleSet.id}>
					<RuleSetLink ruleSet={ruleSet} />.{' '}
				</span>
			))}
			<a className="govuk-link" href={rulesHref(locale)}>
				{say('rules.title')}
			</a>
		</p>
	)
}
