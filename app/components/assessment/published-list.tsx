import { useWords } from '#app/components/words.tsx'
import { LevelWord } from '#app/components/charts/level-mark.tsx'
import type { AssessmentView } from '#app/domain/local-assessment/view.ts'
import { publishedAssessmentHref } from './addresses.ts'

type PublishedListProps = {
	assessments: readonly AssessmentView[]
	/** Whether a Monitoring Body assesses such plans; the IRM assesses national ones. */
	isLocal: boolean
}

/** What the member's Monitoring Body published of a plan or of a commitment; that there is nothing is said too. */
export function PublishedAssessments({ assessments, isLocal }: PublishedListProps) {
	const { say, locale, format } = useWords()
	return (
		<section>
			<h2 className="govuk-heading-l">{say('assessment.public.list')}</h2>
			{assessments.length === 0 ? (
				<p className="govuk-body">{say(isLocal ? 'assessment.public.none' : 'assessment.not-local')}</p>
			) : null}
			<ul className="govuk-list govuk-list--bullet">
				{assessments.map((one) => (
					<li key={one.recordId}>
						<a className="govuk-link" href={publishedAssessmentHref(locale, one.recordId)}>
							{say(`assessment-kind.${one.kind}`)}
						</a>
						{`: ${say('assessment.published.on', { on: format.day(one.publishedOn), version: one.version })} `}
						{one.kind === 'END_OF_COMMITMENT' ? <LevelWord level={one.level} judge="assessed" /> : null}
					</li>
				))}
			</ul>
		</section>
	)
}
