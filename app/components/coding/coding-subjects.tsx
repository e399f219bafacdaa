import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { CodingDesk, CodingPlan } from '#app/domain/irm-coding/queries.server.ts'
import { codingPlansHref, codingSubjectHref } from './addresses.ts'

type SubjectsProps = {
	plan: CodingPlan
	commitments: readonly NonNullable<CodingDesk['commitment']>[]
	person: Signed
}

/** What a value may be about: each commitment of a plan, or the plan as a whole. */
export function CodingSubjects({ plan, commitments, person }: SubjectsProps) {
	const { say, locale } = useWords()
	return (
		<WorkspacePage person={person} member={plan.member} backHref={codingPlansHref(locale)}>
			<PageTitle caption={<TextIn text={plan.title} />}>{say('irm-coding.subjects.title')}</PageTitle>
			<p className="govuk-body">
				<a className="govuk-link" href={codingSubjectHref(locale, plan.id, null)}>
					{say('irm-coding.subjects.plan')}
				</a>
			</p>
			<ul className="govuk-list govuk-list--spaced">
				{commitments.map(({ id, number, title }) => (
					<li key={id}>
						{number === null ? null : `${number} `}
						<a className="govuk-link" href={codingSubjectHref(locale, plan.id, id)}>
							<TextIn text={title} />
						</a>
					</li>
				))}
			</ul>
		</WorkspacePage>
	)
}
