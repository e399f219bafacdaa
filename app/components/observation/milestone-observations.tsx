import { commitmentHref, milestoneHref, planHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import type { PageProps } from '#app/components/layout/page.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { useWords } from '#app/components/words.tsx'
import type { PlanView } from '#app/domain/action-plan/view.ts'
import { textIn } from '#app/domain/bilingual.ts'
import type { ObservationView, ObservedMilestone } from '#app/domain/observation/view.ts'
import { observationsHref } from './addresses.ts'
import { ObservationCard } from './observation-list.tsx'

type MilestoneObservationsProps = Pick<PageProps, 'lastUpdated'> & {
	milestone: ObservedMilestone
	plan: PlanView
	observations: readonly ObservationView[]
	/** On all pages. */
	count: number
	page: number
	pages: number
}

/** Everything that members of the public saw of a milestone, page by page; never counted as verification. */
export function MilestoneObservations(props: MilestoneObservationsProps) {
	const { milestone, plan, observations, count, page, pages, lastUpdated } = props
	const { say, locale, format } = useWords()
	const { commitment } = milestone
	return (
		<Page
			member={plan.member}
			breadcrumbs={[
				{ text: textIn(plan.title, locale)?.text ?? plan.id, href: planHref(locale, plan.id) },
				{
					text: textIn(commitment.title, locale)?.text ?? say('commitment.untitled'),
					href: commitmentHref(locale, commitment.id),
				},
			]}
			lastUpdated={lastUpdated}
		>
			<PageTitle caption={<TextIn text={milestone.title} missing={say('milestone.untitled')} />}>
				{say('observation.list.title')}
			</PageTitle>
			<p className="govuk-body">{say('observation.list.lead')}</p>
			<p className="govuk-body">
				{say('observation.count', { count, number: format.count(count) })}
				{pages > 1
					? ` – ${say('observation.list.page', { page: format.count(page), pages: format.count(pages) })}`
					: null}
				<br />
				<a className="govuk-link" href={milestoneHref(locale, commitment.id, milestone.id)}>
					{say('observation.about')}
				</a>
			</p>
			{observations.map((observation) => (
				<ObservationCard key={observation.recordId} observation={observation} />
			))}
			<Pagination
				previousHref={page > 1 ? observationsHref(locale, milestone.id, page - 1) : undefined}
				nextHref={page < pages ? observationsHref(locale, milestone.id, page + 1) : undefined}
			/>
		</Page>
	)
}
