import { PageTitle } from '#app/components/layout/page-title.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { PaperCodes as Codes } from '#app/domain/second-step/view.ts'
import { secondStepHref } from './addresses.ts'
import { grouped } from './grouped-code.ts'

/** Codes on paper, shown this once. */
export function PaperCodes({ codes, onward, person }: { codes: Codes; onward: string; person: Signed }) {
	const { say } = useWords()
	return (
		<WorkspacePage person={person} member={null}>
			<PageTitle>{say('second-step.paper.title')}</PageTitle>
			<InsetText>{say('second-step.paper.once')}</InsetText>
			<h2 className="govuk-heading-m">{say('second-step.paper.spare')}</h2>
			<p className="govuk-body">{say('second-step.paper.spare.text')}</p>
			<ul className="govuk-list app-codes">
				{codes.spare.map((code) => (
					<li key={code} className="app-code">
						{grouped(code)}
					</li>
				))}
			</ul>
			<h2 className="govuk-heading-m">{say('second-step.paper.emergency')}</h2>
			<p className="govuk-body">{say('second-step.paper.emergency.text')}</p>
			<p className="govuk-body app-code">{grouped(codes.emergency)}</p>
			<ButtonLink href={onward}>{say('second-step.paper.onward')}</ButtonLink>
		</WorkspacePage>
	)
}

/** Whether new codes take the place of the old ones. */
export function RenewPaper({ person }: { person: Signed }) {
	const { say, locale } = useWords()
	return (
		<WorkspacePage person={person} member={null} backHref={secondStepHref(locale)}>
			<PageTitle>{say('second-step.paper.renew')}</PageTitle>
			<p className="govuk-body">{say('second-step.paper.renew.text')}</p>
			<QuestionForm action={secondStepHref(locale, 'paper')} button={say('second-step.paper.renew')} />
		</WorkspacePage>
	)
}
