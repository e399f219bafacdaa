import { planHref } from '#app/components/addresses.ts'
import { ruleSetHref } from '#app/components/rule/addresses.ts'
import { useWords } from '#app/components/words.tsx'
import type { MemberStanding } from '#app/domain/member-expectation/view.ts'

/** Whose levels these are, by which rules, for which day and which plan. */
export function StandingIntro({ standing }: { standing: MemberStanding }) {
	const { say, locale, format } = useWords()
	const { track, ruleSet, asOfOn, planId } = standing
	return (
		<>
			<p className="govuk-body-l">{say('expectations.ours')}</p>
			<p className="govuk-body">
				{say('expectations.as-of', { on: format.day(asOfOn) })}{' '}
				<a className="govuk-link" href={ruleSetHref(locale, ruleSet.id)}>
					{say('plan.rule-set.version', { track: say(`member-level.${track}`), version: ruleSet.version })}
				</a>
				.{' '}
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
