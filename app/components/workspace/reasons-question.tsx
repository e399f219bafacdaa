import { useForm } from '@conform-to/react'
import { ProtocolCheckFields } from '#app/components/finding/protocol-check-fields.tsx'
import { FollowUpField } from '#app/components/finding/follow-up-field.tsx'
import { reasonsDefaults } from '#app/components/finding/reasons-text.ts'
import type { ReasonsText } from '#app/components/finding/reasons-text.ts'
import { Checkboxes } from '#app/components/ui/checkboxes.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { Radios } from '#app/components/ui/radios.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { useWords } from '#app/components/words.tsx'
import type { FindingDraft, FindingView } from '#app/domain/finding-draft/view.ts'
import {
	CONFIDENCES,
	CONFIDENCE_NEEDS_MAX_CHARACTERS,
	METHODS,
	RATIONALE_MAX_CHARACTERS,
} from '#app/domain/verification/rules.ts'
import { findingHref } from './addresses.ts'
import { chosenIn } from './chosen-in.ts'
import { FindingFrame } from './finding-frame.tsx'
import { QuestionForm } from './question-form.tsx'
import { errorsOf } from './rejection.ts'
import type { Rejected } from './rejection.ts'
import { StoredNow } from './stored-now.tsx'
import { StoredText } from './stored-text.tsx'
import type { Signed } from './workspace-page.tsx'

type QuestionProps = { view: FindingView; person: Signed; rejected: Rejected }

/** The second question of a finding: how it was found out, how surely, what the protocol asks, and why. */
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
				<Methods fields={fields} />
				<ProtocolCheckFields fields={fields} protocol={view.subject.milestone?.protocol} />
				<Confidence fields={fields} />
				<Rationale fields={fields} />
				<FollowUpField field={fields.followsUp} earlier={view.earlier} />
			</QuestionForm>
		</FindingFrame>
	)
}

function useReasonsForm(draft: FindingDraft, rejected: Rejected) {
	const { say } = useWords()
	const [, fields] = useForm<ReasonsText>({
		id: 'answer',
		lastResult: rejected?.reply,
		defaultValue: reasonsDefaults(draft),
	})
	const { method, furtherMethods, checksMet, noteWHAT, noteWHERE, noteWHO, noteBY_ON } = fields
	const { confidence, confidenceNeedsId, confidenceNeedsEn, rationaleId, rationaleEn, followsUp } = fields
	const first = [method, furtherMethods, checksMet, noteWHAT, noteWHERE, noteWHO, noteBY_ON]
	const last = [confidence, confidenceNeedsId, confidenceNeedsEn, rationaleId, rationaleEn, followsUp]
	return { fields, errors: errorsOf(rejected, [...first, ...last], say) }
}

type PartProps = Pick<ReturnType<typeof useReasonsForm>, 'fields'>

function Methods({ fields }: PartProps) {
	const { say } = useWords()
	const further = fieldFrom(fields.furtherMethods, say)
	const items = METHODS.map((code) => ({ value: code, label: say(`method.${code}`) }))
	return (
		<>
			<Radios {...fieldFrom(fields.method, say)} label={say('finding.method')} size="m" items={items} />
			<Checkboxes
				{...further}
				defaultValue={chosenIn(further.defaultValue)}
				label={say('finding.further-methods')}
				hint={say('finding.further-methods.hint')}
				size="s"
				items={items}
			/>
		</>
	)
}

function Confidence({ fields }: PartProps) {
	const { say } = useWords()
	return (
		<>
			<Radios
				{...fieldFrom(fields.confidence, say)}
				label={say('finding.confidence')}
				size="m"
				items={CONFIDENCES.map((code) => ({ value: code, label: say(`confidence.${code}`) }))}
			/>
			<TextArea
				{...fieldFrom(fields.confidenceNeedsId, say)}
				label={say('finding.confidence-needs.id')}
				hint={say('finding.confidence-needs.hint')}
				lang="id"
				rows={2}
				maxLength={CONFIDENCE_NEEDS_MAX_CHARACTERS}
			/>
			<TextArea
				{...fieldFrom(fields.confidenceNeedsEn, say)}
				label={say('finding.confidence-needs.en')}
				lang="en"
				rows={2}
				maxLength={CONFIDENCE_NEEDS_MAX_CHARACTERS}
			/>
		</>
	)
}

function Rationale({ fields }: PartProps) {
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
