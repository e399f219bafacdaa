import { planHref } from '#app/components/addresses.ts'
import { useWords } from '#app/components/words.tsx'
import type { MemberStanding } from '#app/domain/member-expectation/view.ts'
import { RuleSetLink } from './rule-set-link.tsx'

/** Whose levels these are, by which rules, for which day and which plan. */
export function StandingIntro({ standing }: { standing: MemberStanding }) {
	const { say, locale, format } = useWords()
	const { ruleSet, asOfOn, planId } = standing
	return (
		<>
			<p className="govuk-body-l">{say('expectations.ours')}</p>
			<p className="govuk-body">
				{say('expectations.as-of', { on: format.day(asOfOn) })} <RuleSetLink ruleSet={ruleSet} />.{' '}
				{planId === null ? (
					say('standing.no-plan')
				) : (
					<a className="govuk-link" href={planHref(locale, planId)}>
						{say('standing.plan')}
					</a>
				)}
			</p>
		</>
	)
}
