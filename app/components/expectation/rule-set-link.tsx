import { ruleSetHref } from '#app/components/rule/addresses.ts'
import { useWords } from '#app/components/words.tsx'
import type { NamedRules } from '#app/domain/member-expectation/view.ts'

/** A version of the rules by its track and name, linked to its numbers. */
export function RuleSetLink({ ruleSet: { id, track, version } }: { ruleSet: NamedRules }) {
	const { say, locale } = useWords()
	return (
		<a className="govuk-link" href={ruleSetHref(locale, id)}>
			{say('plan.rule-set.version', { track: say(`member-level.${track}`), version })}
		</a>
	)
}
