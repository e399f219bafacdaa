import { PageTitle } from '#app/components/layout/page-title.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { useWords } from '#app/components/words.tsx'
import { KindField, TitleField } from '#app/components/workspace/evidence-fields.tsx'
import { EvidenceFileField } from '#app/components/workspace/evidence-file-field.tsx'
import { WhatCleaningDoes, useFileForm } from '#app/components/workspace/evidence-file-form.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { ALT_TEXT_MAX_CHARACTERS } from '#app/domain/evidence/rules.ts'
import type { ReceivedFile } from '#app/domain/evidence/schema.ts'
import { DeskFrame, useDeskAddress } from './desk-frame.tsx'
import type { DeskFormFacts } from './desk-frame.tsx'

type DeskFileProps = DeskFormFacts & {
	/** All that the form of the act says so far, as JSON. */
	act: string
	/** The file that came with a form that was not taken. */
	received: ReceivedFile | null
	rejected: Rejected
}

/** One file with an act that is being written: the file itself, what it is, and what it shows. */
export function DeskFile({ act, received, rejected, ...facts }: DeskFileProps) {
	const { say } = useWords()
	const { fields, errors } = useFileForm(rejected)
	const address = useDeskAddress(facts)
	return (
		<DeskFrame facts={facts} errors={errors} refusal={rejected?.reason}>
			<PageTitle caption={say(`act.${facts.kind}`)}>{say('desk.file.title')}</PageTitle>
			<p className="govuk-body">{say('desk.file.public')}</p>
			<QuestionForm action={address('file/add')} encType="multipart/form-data" button={say('desk.file.save')}>
				<input type="hidden" name="act" value={act} />
				<WhatCleaningDoes />
				<EvidenceFileField field={fields.upload} received={received} />
				<KindField field={fields.kind} />
				<TitleField field={fields.title} />
				<TextArea
					{...fieldFrom(fields.altText, say)}
					label={say('evidence.alt-text')}
					hint={say('evidence.alt-text.hint')}
					rows={3}
					maxLength={ALT_TEXT_MAX_CHARACTERS}
				/>
			</QuestionForm>
		</DeskFrame>
	)
}
