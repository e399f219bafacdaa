import { InsetText } from '#app/components/ui/inset-text.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { AssessmentDesk } from '#app/domain/self-assessment/queries.server.ts'
import { missingParts } from '#app/domain/self-assessment/rules.ts'
import { deskHref } from './addresses.ts'
import { DeskFrame, placeOf } from './desk-frame.tsx'
import { MissingParts } from './missing-parts.tsx'

type QuestionProps = { desk: AssessmentDesk; person: Signed; rejected: Rejected }

/** Whether a second person is asked to publish the final version. */
export function SubmitQuestion({ desk, person, rejected }: QuestionProps) {
	const { say, locale } = useWords()
	const isReady =
		desk.submitted === null && desk.notFinalBecause === null && missingParts(desk.model).length === 0
	return (
		<DeskFrame
			desk={desk}
			person={person}
			title={say('self-assessment.submit.title')}
			errors={errorsOf(rejected, [], say)}
			refusal={rejected?.reason}
		>
			<NotYet desk={desk} />
			<p className="govuk-body">{say('self-assessment.submit.lead')}</p>
			{isReady ? (
				<QuestionForm
					action={deskHref(locale, placeOf(desk), 'submit')}
					version={desk.version}
					button={say('self-assessment.submit.button')}
				/>
			) : null}
		</DeskFrame>
	)
}

/** Whether the final version is published now; asked of a person other than the one who wanted it. */
export function ApproveQuestion({ desk, person, rejected }: QuestionProps) {
	const { say, locale } = useWords()
	const { submitted } = desk
	return (
		<DeskFrame
			desk={desk}
			person={person}
			title={say('self-assessment.approve.title')}
			errors={errorsOf(rejected, [], say)}
			refusal={rejected?.reason}
		>
			<NotYet desk={desk} />
			{submitted === null ? (
				<InsetText>{say('self-assessment.approve.nobody')}</InsetText>
			) : (
				<p className="govuk-body">{say('self-assessment.approve.asked', { name: submitted.by })}</p>
			)}
			{submitted?.isOwn ? <InsetText>{say('refusal.same_person')}</InsetText> : null}
			<p className="govuk-body">
				{say('self-assessment.approve.lead')}{' '}
				<a className="govuk-link" href={deskHref(locale, placeOf(desk), 'preview')}>
					{say('self-assessment.preview')}
				</a>
			</p>
			{submitted && !submitted.isOwn ? (
				<QuestionForm
					action={deskHref(locale, placeOf(desk), 'approve')}
					version={desk.version}
					button={say('self-assessment.approve.button')}
				/>
			) : null}
		</DeskFrame>
	)
}

function NotYet({ desk }: { desk: AssessmentDesk }) {
	const { say } = useWords()
	return (
		<>
			{desk.notFinalBecause === null ? null : <InsetText>{say(`refusal.${desk.notFinalBecause}`)}</InsetText>}
			<MissingParts desk={desk} />
		</>
	)
}
