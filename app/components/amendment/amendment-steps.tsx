import { ButtonLink } from '#app/components/ui/button.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import type { AmendmentDraftView } from '#app/domain/amendment-draft/view.ts'
import { amendmentDraftHref } from './addresses.ts'

/** What can be done with an amendment now: sent or thrown away; approved by another person or sent back. */
export function AmendmentSteps({ draft }: { draft: AmendmentDraftView }) {
	const { say, locale } = useWords()
	if (draft.state === 'SUBMITTED') return <Waiting draft={draft} />
	const discard = (
		<ButtonLink href={amendmentDraftHref(locale, draft, 'discard')} variant="secondary">
			{say('amendment.discard')}
		</ButtonLink>
	)
	return (
		<>
			<h2 className="govuk-heading-m">{say('amendment.submit.title')}</h2>
			<p className="govuk-body">{say('amendment.submit.lead')}</p>
			<QuestionForm
				action={amendmentDraftHref(locale, draft, 'submit')}
				version={draft.version}
				button={say('amendment.submit')}
				beside={discard}
			/>
		</>
	)
}

function Waiting({ draft }: { draft: AmendmentDraftView }) {
	const { say, locale } = useWords()
	const back = (
		<ButtonLink href={amendmentDraftHref(locale, draft, 'return')} variant="secondary">
			{say('amendment.return')}
		</ButtonLink>
	)
	return (
		<>
			<h2 className="govuk-heading-m">{say('amendment.approve.title')}</h2>
			<p className="govuk-body">{say('amendment.sent', { name: draft.submittedBy ?? '' })}</p>
			{draft.mayApprove ? (
				<>
					<p className="govuk-body">{say('amendment.approve.lead')}</p>
					<QuestionForm
						action={amendmentDraftHref(locale, draft, 'approve')}
						version={draft.version}
						button={say('amendment.approve')}
						beside={back}
					/>
				</>
			) : (
				<>
					<InsetText>{say('amendment.own')}</InsetText>
					{back}
				</>
			)}
		</>
	)
}
