import { dashboardHref, obligationsHref } from '#app/components/addresses.ts'
import { planCheckpointsHref } from '#app/components/plan-draft/addresses.ts'
import { useWords } from '#app/components/words.tsx'

/** The other pages of a plan. */
export function PlanWaysOn({ planId }: { planId: string }) {
	const { say, locale } = useWords()
	return (
		<p className="govuk-body">
			<a className="govuk-link" href={dashboardHref(locale, planId)}>
				{say('plan.dashboard-link')}
			</a>
			<br />
			<a className="govuk-link" href={obligationsHref(locale, planId)}>
				{say('obligation.link')}
			</a>
			<br />
			<a className="govuk-link" href={planCheckpointsHref(locale, planId)}>
				{say('checkpoints.link')}
			</a>
		</p>
	)
}
