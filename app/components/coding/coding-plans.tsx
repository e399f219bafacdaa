import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { CodingPlan } from '#app/domain/irm-coding/queries.server.ts'
import { codingPlanHref } from './addresses.ts'

/** The plans whose values somebody of the IRM may enter. */
export function CodingPlans({ plans, person }: { plans: readonly CodingPlan[]; person: Signed }) {
	const { say, locale } = useWords()
	return (
		<WorkspacePage person={person} backHref={`/${locale}`}>
			<PageTitle>{say('irm-coding.plans.title')}</PageTitle>
			<p className="govuk-body-l">{say('irm-coding.plans.lead')}</p>
			{plans.length === 0 ? (
				<p className="govuk-body">{say('irm-coding.plans.none')}</p>
			) : (
				<ul className="govuk-list govuk-list--spaced">
					{plans.map((plan) => (
						<li key={plan.id}>
							<a className="govuk-link" href={codingPlanHref(locale, plan.id)}>
								<TextIn text={plan.title} />
							</a>{' '}
							<span className="app-quiet">
								<TextIn text={plan.member.name} />
							</span>
						</li>
					))}
				</ul>
			)}
		</WorkspacePage>
	)
}
