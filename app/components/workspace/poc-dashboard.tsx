import { liveCompletion } from '#app/charts/live-bars.ts'
import { dashboardHref } from '#app/components/addresses.ts'
import { CompletionChart } from '#app/components/charts/completion-chart.tsx'
import { Explore } from '#app/components/charts/explore.tsx'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { useWords } from '#app/components/words.tsx'
import type { PlanView } from '#app/domain/action-plan/view.ts'
import type { Readiness } from '#app/domain/report/queries.server.ts'
import { amendmentsHref } from '#app/components/amendment/addresses.ts'
import { desksHref } from '#app/components/self-assessment/addresses.ts'
import { PlanLinks } from '#app/components/plan-draft/plan-links.tsx'
import { compileHref } from './addresses.ts'
import { ReportGaps } from './report-gaps.tsx'
import { WorkspacePage } from './workspace-page.tsx'
import type { Signed } from './workspace-page.tsx'

type PocDashboardProps = { readiness: Readiness | null; others: readonly PlanView[]; person: Signed }

/** The point of contact's page: how the plan stands, what is late, what is missing for the report. */
export function PocDashboard({ readiness, others, person }: PocDashboardProps) {
	const words = useWords()
	const { say, locale } = words
	if (readiness === null) {
		return (
			<WorkspacePage person={person}>
				<PageTitle>{say('poc.title')}</PageTitle>
				<p className="govuk-body">{say('poc.none')}</p>
				<PlanLinks planId={null} />
			</WorkspacePage>
		)
	}
	const { plan, figures } = readiness
	return (
		<WorkspacePage person={person} member={plan.member}>
			<PageTitle caption={<TextIn text={plan.title} />}>{say('poc.title')}</PageTitle>
			<ButtonLink href={compileHref(locale, plan.id)}>{say('poc.to-report')}</ButtonLink>
			<WorkOnPlan planId={plan.id} />
			<ReportGaps readiness={readiness} />
			<CompletionChart
				id="completion"
				figures={figures}
				source={plan.origin.source}
				asOfOn={readiness.today}
				wrap={(drawing) => <Explore bars={liveCompletion(figures, words)}>{drawing}</Explore>}
			/>
			<PlanLinks planId={plan.id} />
			<OtherPlans plans={others} />
		</WorkspacePage>
	)
}

function WorkOnPlan({ planId }: { planId: string }) {
	const { say, locale } = useWords()
	return (
		<p className="govuk-body">
			<a className="govuk-link" href={amendmentsHref(locale, planId)}>
				{say('poc.to-amendments')}
			</a>
			<br />
			<a className="govuk-link" href={desksHref(locale, planId)}>
				{say('poc.to-self-assessments')}
			</a>
			<br />
			<a className="govuk-link" href={dashboardHref(locale, planId)}>
				{say('plan.dashboard-link')}
			</a>
		</p>
	)
}

function OtherPlans({ plans }: { plans: readonly PlanView[] }) {
	const { say, locale } = useWords()
	if (plans.length === 0) return null
	return (
		<section>
			<h2 className="govuk-heading-m">{say('poc.plans')}</h2>
			<ul className="govuk-list govuk-list--bullet">
				{plans.map((plan) => (
					<li key={plan.id}>
						<a className="govuk-link" href={compileHref(locale, plan.id)}>
							<TextIn text={plan.title} />
						</a>
					</li>
				))}
			</ul>
		</section>
	)
}
