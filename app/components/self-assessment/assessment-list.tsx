import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import type { AssessmentItem } from '#app/domain/self-assessment/view.ts'
import { assessmentHref } from './addresses.ts'

type AssessmentListProps = { assessments: readonly AssessmentItem[]; today: string }

/** The self-assessments of a plan with where they stand; that there is none is said too. */
export function AssessmentList({ assessments, today }: AssessmentListProps) {
	const words = useWords()
	const { say, locale } = words
	return (
		<section>
			<h2 className="govuk-heading-l">{say('self-assessment.list')}</h2>
			{assessments.length === 0 ? <p className="govuk-body">{say('self-assessment.list.none')}</p> : null}
			<ul className="govuk-list govuk-list--bullet">
				{assessments.map((item) => (
					<li key={item.recordId}>
						<a className="govuk-link" href={assessmentHref(locale, item.recordId)}>
							{say(`self-assessment.kind.${item.kind}`)}
						</a>
						{`: ${standingInWords(item, today, words)}`}
					</li>
				))}
			</ul>
		</section>
	)
}

/** Where a self-assessment stands on a day, in words. */
export function standingInWords(item: AssessmentItem, today: string, { say, format }: Words): string {
	const until = format.day(item.commentClosesOn)
	if (item.stage === 'FINAL')
		return say('self-assessment.standing.final', { on: format.day(item.publishedOn), version: item.version })
	return say(
		today <= item.commentClosesOn ? 'self-assessment.standing.open' : 'self-assessment.standing.closed',
		{ until },
	)
}
