import { useForm } from '@conform-to/react'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { Radios } from '#app/components/ui/radios.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { useWords } from '#app/components/words.tsx'
import { CONFIDENCES, METHODS, RATIONALE_MAX_CHARACTERS } from '#app/domain/verification/rules.ts'
import type { FindingDraft, FindingView } from '#app/domain/verification/view.ts'
import { findingHref } from './addresses.ts'
import { FindingFrame } from './finding-frame.tsx'
import { QuestionForm } from './question-form.tsx'
import { errorsOf } from './rejection.ts'
import type { Rejected } from './rejection.ts'
import { StoredNow } from './stored-now.tsx'
import { StoredText } from './stored-text.tsx'
import type { Signed } from './workspace-page.tsx'

type QuestionProps = { view: FindingView; person: Signed; rejected: Rejected }
type Reasons = { method: string; confidence: string; rationaleId: string; rationaleEn: string }

/** The second question of a finding: how it was found out, how surely, and why. */
export function ReasonsQuestion({ view, person, rejected }: QuestionProps) {
	const { say, locale } = useWords()
	const { draft } = view
	const { fields, errors } = useReasonsForm(draft, rejected)
	return (
		<FindingFrame
			view={view}
			person={person}
			title={say('finding.reasons.title')}
			errors={errors}
			refusal={rejected?.reason}
		>
			<StoredNow refusal={rejected?.reason}>
				<StoredText text={draft.rationale} />
			</StoredNow>
			<QuestionForm action={findingHref(locale, draft.id, 'reasons')} version={draft.version}>
				<Radios
					{...fieldFrom(fields.method, say)}
					label={say('finding.method')}
					size="m"
					items={METHODS.map((code) => ({ value: code, label: say(`method.${code}`) }))}
				/>
				<Radios
					{...fieldFrom(fields.confidence, say)}
					label={say('finding.confidence')}
					size="m"
					items={CONFIDENCES.map((code) => ({ value: code, label: say(`confidence.${code}`) }))}
				/>
				<Rationale fields={fields} />
			</QuestionForm>
		</FindingFrame>
	)
}

function useReasonsForm(draft: FindingDraft, rejected: Rejected) {
	const { say } = useWords()
	const [, fields] = useForm<Reasons>({
		id: 'answer',
		lastResult: rejected?.reply,
		defaultValue: {
			method: draft.method,
			confidence: draft.confidence,
			rationaleId: draft.rationale.id,
			rationaleEn: draft.rationale.en,
		},
	})
	const { method, confidence, rationaleId, rationaleEn } = fields
	const inOrder = [method, confidence, rationaleId, rationaleEn]
	return { fields, errors: errorsOf(rejected, inOrder, say) }
}

function Rationale({ fields }: Pick<ReturnType<typeof useReasonsForm>, 'fields'>) {
	const { say } = useWords()
	return (
		<>
			<TextArea
				{...fieldFrom(fields.rationaleId, say)}
				label={say('finding.rationale.id')}
				hint={say('finding.rationale.hint', { other: say('workspace.one-language') })}
				lang="id"
				maxLength={RATIONALE_MAX_CHARACTERS}
			/>
			<TextArea
				{...fieldFrom(fields.rationaleEn, say)}
				label={say('finding.rationale.en')}
				lang="en"
				maxLength={RATIONALE_MAX_CHARACTERS}
			/>
		</>
	)
}
