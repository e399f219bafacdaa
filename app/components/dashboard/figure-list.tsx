import { aboutHref } from '#app/components/addresses.ts'
import { ShareText } from '#app/components/plan/plan-summary.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { PlanFigures } from '#app/domain/action-plan/rules.ts'

/** The figures of a plan, or of the part a reader chose, each with its denominator. */
export function FigureList({ figures }: { figures: PlanFigures }) {
	const { say, locale, format } = useWords()
	const { claimed, verified, coded, agreement, coverage } = figures
	return (
		<>
			<h2 className="govuk-heading-l">{say('dashboard.figures')}</h2>
			<SummaryList
				rows={[
					{ key: say('dashboard.high.claimed'), value: <ShareText share={claimed.highCompletion} /> },
					{ key: say('dashboard.high.verified'), value: <ShareText share={verified.highCompletion} /> },
					{ key: say('dashboard.high.coded'), value: <ShareText share={coded.highCompletion} /> },
					{ key: say('dashboard.agreement'), value: <ShareText share={agreement} /> },
					{ key: say('dashboard.coverage'), value: <ShareText share={coverage} /> },
					{ key: say('dashboard.waiting'), value: format.count(figures.claimsWaiting) },
					{
						key: say('dashboard.overdue'),
						value: say('dashboard.overdue.of', {
							count: format.count(figures.overdue.length),
							of: format.count(figures.milestones),
							undated: format.count(figures.milestonesWithoutEndDate),
						}),
					},
				]}
			/>
			<p className="govuk-body">
				<a className="govuk-link" href={aboutHref(locale, 'figures')}>
					{say('dashboard.how')}
				</a>
			</p>
		</>
	)
}
