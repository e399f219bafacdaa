import { WhyCorrected } from '#app/components/desk/why-corrected.tsx'
import { useForm } from '@conform-to/react'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { Radios } from '#app/components/ui/radios.tsx'
import { Select } from '#app/components/ui/select.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { textIn } from '#app/domain/bilingual.ts'
import { ANSWER_OUTCOMES } from '#app/domain/consultation/rules.ts'
import type { DeskView } from '#app/domain/desk/view.ts'
import { LONG_TEXT_MAX_CHARACTERS } from '#app/domain/typed-values.ts'

type Typed = {
	contributionIds: string[]
	outcome: string
	reasonId: string
	reasonEn: string
	commitmentId: string
	correction: string
	isRetracted: string
}

type Known = { readonly [Name in keyof Typed]?: Typed[Name] | null | undefined }

/** The fields of an answer, with what was typed or published and what is wrong with it. */
export function useAnswerFields(rejected: Rejected, known: Known = {}) {
	const [, fields] = useForm<Typed>({ id: 'answer', lastResult: rejected?.reply, defaultValue: known })
	return fields
}

/** The contributions that were chosen in a form that was not taken. */
export function chosenIn(rejected: Rejected): readonly string[] {
	const chosen = rejected?.reply.initialValue?.contributionIds
	const list: readonly unknown[] = Array.isArray(chosen) ? chosen : [chosen]
	return list.filter((one) => typeof one === 'string')
}

type AnswerFieldsProps = {
	fields: ReturnType<typeof useAnswerFields>
	desk: Pick<DeskView, 'commitments'>
	/** Whether an answer is corrected: then it says why. */
	isCorrection: boolean
}

/** What became of a contribution, why, and which commitment took it up. */
export function AnswerFields({ fields, desk, isCorrection }: AnswerFieldsProps) {
	const { say, locale } = useWords()
	const { outcome, commitmentId } = fields
	const commitments = desk.commitments.map(({ id, title }) => ({
		value: id,
		text: textIn(title, locale)?.text ?? id,
	}))
	return (
		<>
			<Radios
				{...fieldFrom(outcome, say)}
				label={say('desk.reasoned-answer.outcome')}
				items={ANSWER_OUTCOMES.map((value) => ({ value, label: say(`answer-outcome.${value}`) }))}
			/>
			<Reasons fields={fields} />
			<Select
				{...fieldFrom(commitmentId, say)}
				label={say('field.optional', { label: say('desk.reasoned-answer.commitmentId') })}
				items={[{ value: '', text: say('field.choose.none') }, ...commitments]}
			/>
			{isCorrection ? (
				<WhyCorrected
					reason={fields.correction}
					isRetracted={fields.isRetracted}
					hint={say('reasoned-answer.retract.hint')}
				/>
			) : null}
		</>
	)
}

function Reasons({ fields: { reasonId, reasonEn } }: Pick<AnswerFieldsProps, 'fields'>) {
	const { say } = useWords()
	const reason = say('desk.reasoned-answer.reason')
	const labelIn = (locale: 'en' | 'id') =>
		say('field.in-language', { label: reason, language: say(`written-language.${locale}`) })
	const most = LONG_TEXT_MAX_CHARACTERS
	return (
		<>
			<TextArea
				{...fieldFrom(reasonId, say)}
				label={labelIn('id')}
				hint={say('reasoned-answer.reason.hint')}
				maxLength={most}
				lang="id"
			/>
			<TextArea {...fieldFrom(reasonEn, say)} label={labelIn('en')} maxLength={most} lang="en" />
		</>
	)
}
