import { useForm } from '@conform-to/react'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { TextField } from '#app/components/ui/text-field.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { AssessmentDesk } from '#app/domain/self-assessment/queries.server.ts'
import { WINDOW_MAX_DAYS, missingParts } from '#app/domain/self-assessment/rules.ts'
import { deskHref } from './addresses.ts'
import { DeskFrame, placeOf } from './desk-frame.tsx'
import { MissingParts } from './missing-parts.tsx'

type QuestionProps = { desk: AssessmentDesk; person: Signed; rejected: Rejected }

/** Whether the draft is published for comment now, and for how long. */
export function OpenQuestion({ desk, person, rejected }: QuestionProps) {
	const { say, locale, format } = useWords()
	const [, { days }] = useForm<{ days: string }>({
		id: 'answer',
		lastResult: rejected?.reply,
		defaultValue: { days: String(desk.window.days) },
	})
	const canOpen = desk.published === null && missingParts(desk.model).length === 0
	const numbers = { days: format.count(desk.window.days), most: format.count(WINDOW_MAX_DAYS) }
	return (
		<DeskFrame
			desk={desk}
			person={person}
			title={say('self-assessment.open.title')}
			errors={errorsOf(rejected, [days], say)}
			refusal={rejected?.reason}
		>
			{desk.published === null ? null : <InsetText>{say('refusal.already_published')}</InsetText>}
			<MissingParts desk={desk} />
			<p className="govuk-body">{say('self-assessment.open.lead')}</p>
			{canOpen ? (
				<QuestionForm
					action={deskHref(locale, placeOf(desk), 'open')}
					version={desk.version}
					button={say('self-assessment.open.button')}
				>
					<TextField
						{...fieldFrom(days, say)}
						label={say('self-assessment.days')}
						hint={`${say('self-assessment.days.hint', numbers)} ${say(`rule-basis.${desk.window.basis}`)}.`}
						inputMode="numeric"
						width={3}
					/>
				</QuestionForm>
			) : null}
		</DeskFrame>
	)
}
