import { dashboardHref, planHref, tasksHref } from '#app/components/addresses.ts'
import { CommitmentTable } from '#app/components/commitment/commitment-table.tsx'
import { LinkList } from '#app/components/ui/link-list.tsx'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import { queueHref } from '#app/components/workspace/addresses.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { OwnOverview, OwnPart, PlanChoice } from '#app/domain/own-overview/view.ts'
import { ownOverviewHref } from './addresses.ts'
import { OwnChart } from './own-chart.tsx'

type OwnOverviewPageProps = {
	choices: readonly PlanChoice[]
	overview: OwnOverview | null
	person: Signed
}

/** How a plan stands for those who answer for a part of it or verify it. */
export function OwnOverviewPage({ choices, overview, person }: OwnOverviewPageProps) {
	const { say, locale } = useWords()
	return (
		<WorkspacePage person={person} member={overview?.plan.member ?? null} backHref={tasksHref(locale)}>
			<PageTitle caption={overview ? <TextIn text={overview.plan.title} /> : undefined}>
				{say('overview.title')}
			</PageTitle>
			{overview === null ? (
				<p className="govuk-inset-text">{say('overview.none')}</p>
			) : (
				<>
					<p className="govuk-body">{say('overview.lead')}</p>
					{overview.parts.map((part) => (
						<Part key={`${part.as} ${part.organization.id}`} part={part} />
					))}
					<LinkList
						links={[
							{ href: dashboardHref(locale, overview.plan.id), text: say('overview.whole') },
							{ href: planHref(locale, overview.plan.id), text: say('overview.plan') },
						]}
					/>
				</>
			)}
			<Others choices={choices.filter(({ id }) => id !== overview?.plan.id)} />
		</WorkspacePage>
	)
}

function Part({ part }: { part: OwnPart }) {
	const { say, format, locale } = useWords()
	const { as, organization, rows, overdue, charts, unjudgedClaims, claims } = part
	const id = `${as.toLowerCase()}-${organization.id}`
	const values = {
		commitments: format.count(rows.length),
		late: format.count(overdue.length),
		claims: format.count(claims),
		unjudged: format.count(unjudgedClaims ?? 0),
	}
	return (
		<section aria-labelledby={id}>
			<h2 className="govuk-heading-l" id={id}>
				<TextIn text={organization.name} />
			</h2>
			<p className="govuk-body">{say(`overview.${as}`, values)}</p>
			{as === 'CSO' ? (
				<p className="govuk-body">
					<a className="govuk-link" href={queueHref(locale)}>
						{say('verify.title')}
					</a>
				</p>
			) : null}
			{charts.map((chart) => (
				<OwnChart key={chart.figures.chart} id={`${id}-${chart.figures.chart.toLowerCase()}`} chart={chart} />
			))}
			{as === 'INSTITUTION' ? (
				<CommitmentTable id={`${id}-commitments`} caption={say('overview.commitments')} rows={rows} />
			) : null}
		</section>
	)
}

function Others({ choices }: { choices: readonly PlanChoice[] }) {
	const { say, locale } = useWords()
	if (choices.length === 0) return null
	return (
		<>
			<h2 className="govuk-heading-m">{say('overview.others')}</h2>
			<LinkList
				links={choices.map(({ id, title, memberName }) => ({
					href: ownOverviewHref(locale, id),
					text: `${textIn(memberName, locale)?.text ?? ''}: ${textIn(title, locale)?.text ?? id}`,
				}))}
			/>
		</>
	)
}
