import { ruleSetHref, rulesHref } from '#app/components/rule/addresses.ts'
import { useWords } from '#app/components/words.tsx'
import type { StandingRow } from '#app/domain/standing/view.ts'

/** The versions of the rules by which the levels of a table were computed. */
export function RulesNamed({ rows }: { rows: readonly StandingRow[] }) {
	const { say, locale } = useWords()
	const standings = rows.map(({ standing }) => standing)
	const ids = [...new Set(standings.map(({ ruleSet }) => ruleSet.id))]
	return (
		<p className="govuk-body">
			{say('expectations.by-rules')}{' '}
			{ids.map((id) => {
				const found = standings.find(({ ruleSet }) => ruleSet.id === id)
				if (!found) return null
				const { track, ruleSet } = found
				return (
					<span key={id}>
						<a className="govuk-link" href={ruleSetHref(locale, id)}>
							{say('plan.rule-set.version', {
								track: say(`member-level.${track}`),
								version: ruleSet.version,
							})}
						</a>
						.{' '}
					</span>
				)
			})}
			<a className="govuk-link" href={rulesHref(locale)}>
				{say('rules.title')}
			</a>
		</p>
	)
}
