import { ShareText } from '#app/components/plan/plan-summary.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { FixRate } from '#app/domain/fix-rate/rules.ts'

/** What became of adverse findings: each figure with its denominator, and what is counted. */
export function FixRateList({ fixRate }: { fixRate: FixRate }) {
	const { say, format } = useWords()
	const { adverse, waiting, repliedInTime, resolved, medianDays } = fixRate
	return (
		<section>
			<h2 className="govuk-heading-l">{say('fix-rate.title')}</h2>
			<SummaryList
				rows={[
					{
						key: say('fix-rate.adverse'),
						value: say('fix-rate.adverse.value', {
							adverse: format.count(adverse),
							waiting: format.count(waiting),
						}),
					},
					{ key: say('fix-rate.replied'), value: <ShareText share={repliedInTime} /> },
					{ key: say('fix-rate.resolved'), value: <ShareText share={resolved} /> },
					{
						key: say('fix-rate.days'),
						value:
							medianDays === null
								? say('fix-rate.days.none')
								: say('fix-rate.days.value', {
										count: medianDays,
										days: format.count(medianDays),
										of: format.count(resolved.count),
									}),
					},
				]}
			/>
			<p className="govuk-body">{say('fix-rate.definition')}</p>
		</section>
	)
}
