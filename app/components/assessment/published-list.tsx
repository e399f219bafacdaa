import { useWords } from '#app/components/words.tsx'
import { JudgeGlyph } from '#app/components/charts/judge-glyph.tsx'
import { LevelWord } from '#app/components/charts/level-mark.tsx'
import type { MemberView } from '#app/domain/member/view.ts'
import type { AssessmentView } from '#app/domain/local-assessment/view.ts'
import { publishedAssessmentHref } from './addresses.ts'

type PublishedListProps = {
	assessments: readonly AssessmentView[] | undefined
	of: 'plan' | 'commitment'
	/** The member whose plan it is: a Monitoring Body assesses those of local ones, the IRM national ones. */
	by: Pick<MemberView, 'level'>
}

const NONE = { plan: 'assessment.public.none', commitment: 'assessment.public.none.commitment' } as const

/** What the member's Monitoring Body published of a plan or of a commitment; that there is nothing is said too. */
export function PublishedAssessments({ assessments = [], of, by }: PublishedListProps) {
	const { say, locale, format } = useWords()
	return (
		<section>
			<h2 className="govuk-heading-l">
				<JudgeGlyph judge="assessed" /> {say('assessment.public.list')}
			</h2>
			{assessments.length === 0 ? (
				<p className="govuk-body">{say(by.level === 'LOCAL' ? NONE[of] : 'assessment.not-local')}</p>
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
