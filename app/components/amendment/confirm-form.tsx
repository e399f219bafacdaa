import { useWords } from '#app/components/words.tsx'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { AmendmentDraftView } from '#app/domain/amendment-draft/view.ts'
import { nameOf } from '#app/domain/amendment-draft/view.ts'
import type { DraftedChange } from '#app/domain/amendment/schema.ts'
import { AmendmentForm } from './amendment-form.tsx'
import { RecordNameText } from './record-name.tsx'

type ConfirmFormProps = {
	draft: AmendmentDraftView
	person: Signed
	/** The record that it is about; absent where it is the whole amendment. */
	change?: DraftedChange | undefined
	/** Key of the button; title and explanation are the same with `.title` and `.lead`. */
	word: 'amendment.discard' | 'amendment.withdraw' | 'amendment.undo'
	action: string
	rejected: Rejected
}

/** Something that is done only after it was said what it does. */
export function ConfirmForm({ change, word, ...form }: ConfirmFormProps) {
	const { say } = useWords()
	return (
		<AmendmentForm {...form} title={say(`${word}.title`)} button={say(word)} fields={[]}>
			{change === undefined ? null : (
				<p className="govuk-body">
					<strong>
						<RecordNameText name={nameOf(change)} />
					</strong>
				</p>
			)}
			<p className="govuk-body">{say(`${word}.lead`)}</p>
		</AmendmentForm>
	)
}
