import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Details } from '#app/components/ui/details.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import { secondStepHref } from './addresses.ts'
import { CodeForm, useCode } from './code-field.tsx'

type CheckStepProps = { next: string | null; person: Signed; rejected: Rejected }

/** The second step of signing in, and what is asked again before something weighty. */
export function CheckStep({ next, person, rejected }: CheckStepProps) {
	const { say, locale } = useWords()
	const form = useCode(rejected)
	return (
		<WorkspacePage person={person} member={null} errors={form.errors} refusal={rejected?.reason}>
			<PageTitle>{say('second-step.check.title')}</PageTitle>
			<p className="govuk-body">{say('second-step.check.lead')}</p>
			<CodeForm
				form={form}
				action={secondStepHref(locale, 'check', next)}
				label={say('second-step.code')}
				hint={say('second-step.code.hint')}
				button={say('second-step.check.button')}
			/>
			<Details summary={say('second-step.lost.title')}>
				<p className="govuk-body">{say('second-step.lost.text')}</p>
			</Details>
		</WorkspacePage>
	)
}
