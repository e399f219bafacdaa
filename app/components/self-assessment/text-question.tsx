import { useForm } from '@conform-to/react'
import { Checkboxes } from '#app/components/ui/checkboxes.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { StoredNow } from '#app/components/workspace/stored-now.tsx'
import { StoredText } from '#app/components/workspace/stored-text.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { AssessmentDesk } from '#app/domain/self-assessment/queries.server.ts'
import { TEXT_MAX_CHARACTERS, partKey } from '#app/domain/self-assessment/rules.ts'
import type { TextSection } from '#app/domain/self-assessment/rules.ts'
import { deskTextHref } from './addresses.ts'
import { DeskFrame, placeOf } from './desk-frame.tsx'

type TextQuestionProps = { desk: AssessmentDesk; section: TextSection; person: Signed; rejected: Rejected }

type TextFields = { textId: string; textEn: string; notTranslated: string }

/** One text of the outline, in both languages or in one that is said to be the only one. */
export function TextQuestion({ desk, section, person, rejected }: TextQuestionProps) {
	const { say, locale } = useWords()
	const stored = desk.answers.texts[section] ?? { en: null, id: null, notTranslated: false }
	const [, fields] = useForm<TextFields>({
		id: 'answer',
		lastResult: rejected?.reply,
		defaultValue: { textId: stored.id, textEn: stored.en, notTranslated: stored.notTranslated ? 'on' : '' },
	})
	return (
		<DeskFrame
			desk={desk}
			person={person}
			title={say(`self-assessment.section.${section}`)}
			errors={errorsOf(rejected, [fields.textId, fields.textEn], say)}
			refusal={rejected?.reason}
		>
			<StoredNow refusal={rejected?.reason}>
				<StoredText text={stored} />
			</StoredNow>
			<p className="govuk-body">{say(`self-assessment.section.hint.${section}`)}</p>
			<QuestionForm
				action={deskTextHref(locale, placeOf(desk), section)}
				version={desk.answers.versions[partKey.text(section)] ?? 0}
			>
				<TextInputs fields={fields} />
			</QuestionForm>
		</DeskFrame>
	)
}

type FieldsOf = ReturnType<typeof useForm<TextFields>>[1]

function TextInputs({ fields: { textId, textEn, notTranslated } }: { fields: FieldsOf }) {
	const { say } = useWords()
	return (
		<>
			<TextArea
				{...fieldFrom(textId, say)}
				label={say('workspace.in-indonesian')}
				lang="id"
				rows={10}
				maxLength={TEXT_MAX_CHARACTERS}
			/>
			<TextArea
				{...fieldFrom(textEn, say)}
				label={say('workspace.in-english')}
				lang="en"
				rows={10}
				maxLength={TEXT_MAX_CHARACTERS}
			/>
			<NotTranslated field={notTranslated} />
		</>
	)
}

type MarkField = {
	readonly id: string
	readonly name: string
	readonly errors?: readonly string[] | undefined
	readonly defaultValue?: string | undefined
	readonly initialValue?: string | undefined
}

/** Says that what is given in one language stays in it, so that nothing is left out unseen. */
export function NotTranslated({ field }: { field: MarkField }) {
	const { say } = useWords()
	return (
		<Checkboxes
			{...fieldFrom(field, say)}
			label={<span className="govuk-visually-hidden">{say('self-assessment.translation')}</span>}
			items={[
				{
					value: 'on',
					label: say('self-assessment.translation.mark'),
					hint: say('self-assessment.translation.hint'),
				},
			]}
		/>
	)
}
