import { useWords } from '#app/components/words.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { CodingDesk } from '#app/domain/irm-coding/queries.server.ts'
import { ENTERED_INDICATORS, scaleEra } from '#app/domain/irm-coding/rules.ts'
import { codingHref, codingPlanHref } from './addresses.ts'
import { CodingFrame } from './coding-frame.tsx'
import { StoredValues } from './stored-values.tsx'

const GROUPS = ['NEWER', 'UNCHANGED', 'OLDER'] as const

/** What is here already, and the scales a value can be entered on: older and newer ones apart. */
export function CodingIndicators({ desk, person }: { desk: CodingDesk; person: Signed }) {
	const { say, locale } = useWords()
	const { plan, commitment } = desk
	const place = { planId: plan.id, commitmentId: commitment?.id ?? null }
	return (
		<CodingFrame
			desk={desk}
			person={person}
			title={say('irm-coding.indicators.title')}
			backHref={codingPlanHref(locale, plan.id)}
		>
			<StoredValues desk={desk} codings={desk.codings} />
			<h2 className="govuk-heading-m">{say('irm-coding.indicators.new')}</h2>
			{commitment === null ? (
				<p className="govuk-body">
					<a className="govuk-link" href={codingHref(locale, { ...place, indicator: 'PLAN_TOTAL' })}>
						{say('indicator.PLAN_TOTAL')}
					</a>
				</p>
			) : (
				GROUPS.map((group) => (
					<section key={group}>
						<h3 className="govuk-heading-s">{say(`irm-coding.era.${group}`)}</h3>
						<ul className="govuk-list">
							{ENTERED_INDICATORS.filter((code) => (scaleEra(code) ?? 'UNCHANGED') === group).map((code) => (
								<li key={code}>
									<a className="govuk-link" href={codingHref(locale, { ...place, indicator: code })}>
										{say(`indicator.${code}`)}
									</a>
								</li>
							))}
						</ul>
					</section>
				))
			)}
		</CodingFrame>
	)
}
