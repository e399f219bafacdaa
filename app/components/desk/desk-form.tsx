import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Checkboxes } from '#app/components/ui/checkboxes.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { Radios } from '#app/components/ui/radios.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { useWords } from '#app/components/words.tsx'
import { DraftPieceText } from '#app/components/workspace/draft-evidence.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { placeName } from '#app/domain/desk-file/schema.ts'
import { nounOf, takesFiles } from '#app/domain/member-act/rules.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'
import { DeskField, inputId } from './desk-field.tsx'
import type { Typed } from './desk-field.tsx'
import { AddedFilesSent, DeskFrame, Envelope, useDeskAddress } from './desk-frame.tsx'
import type { DeskFormFacts } from './desk-frame.tsx'
import { FIELDS } from './field-list.ts'
import { inputsOf, typedOf } from './typed-values.ts'
import type { TypedForm } from './typed-values.ts'

type DeskFormProps = DeskFormFacts & {
	/** What was typed before; null where the form is opened. */
	form: TypedForm | null
	refusal?: RefusalReason | null | undefined
}

/** The form of an act that a member's own people publish; what was typed and is wrong comes back with it. */
export function DeskForm({ form, refusal, ...facts }: DeskFormProps) {
	const { say } = useWords()
	const address = useDeskAddress(facts)
	const { desk, kind, corrected } = facts
	const fields = FIELDS[kind]
	const typed: Typed = {
		values: typedOf(fields, form?.said ?? corrected?.said ?? {}),
		errors: form?.errors ?? {},
	}
	const inputs = fields.flatMap(inputsOf)
	const shown = inputs.flatMap((input) =>
		(typed.errors[input] ?? []).map((key) => ({ href: `#${inputId(input)}`, text: say(key) })),
	)
	const others = Object.entries(form?.others ?? {}).flatMap(([name, keys]) =>
		keys.map((key) => ({ href: `#${name}`, text: say(key) })),
	)
	return (
		<DeskFrame facts={facts} errors={[...shown, ...others]} refusal={refusal}>
			<PageTitle caption={corrected ? say('desk.correct') : undefined}>{say(`act.${kind}`)}</PageTitle>
			<InsetText>{say('desk.for-ever')}</InsetText>
			<QuestionForm action={address()} button={say('desk.check')}>
				<Envelope facts={facts} />
				{fields.map((field) => (
					<DeskField key={field.name} noun={nounOf(kind)} field={field} typed={typed} choices={desk} />
				))}
				<Files facts={facts} form={form} />
				{corrected ? <Correction form={form} /> : null}
			</QuestionForm>
		</DeskFrame>
	)
}

/** The files of an act: those of the version before stay or go, and new ones come on a page of their own. */
function Files({ facts: { kind, corrected }, form }: { facts: DeskFormFacts; form: TypedForm | null }) {
	const { say, format } = useWords()
	if (!takesFiles(kind)) return null
	const files = form?.files ?? []
	return (
		<section id="files">
			<h2 className="govuk-heading-m">{say('desk.files')}</h2>
			{(corrected?.pieces ?? []).map((piece, at) => {
				const name = `keeps.${placeName(at)}`
				return (
					<Radios
						key={name}
						id={name}
						name={name}
						label={<DraftPieceText piece={piece} />}
						errors={form?.others[name]?.map((key) => say(key))}
						defaultValue={form?.keeps[placeName(at)]}
						items={[
							{ value: 'KEEP', label: say('desk.files.keep') },
							{ value: 'DROP', label: say('desk.files.drop') },
						]}
						size="s"
						isInline
					/>
				)
			})}
			{files.length > 0 ? (
				<p className="govuk-body">
					{say('desk.files.added', { titles: format.list(files.map(({ title }) => title ?? '')) })}
				</p>
			) : null}
			<p className="govuk-hint">{say('desk.files.later')}</p>
			<AddedFilesSent files={files} />
		</section>
	)
}

/** Why an act is corrected, and whether it was published in error. */
function Correction({ form }: { form: TypedForm | null }) {
	const { say } = useWords()
	return (
		<>
			<TextArea
				id="reason"
				name="reason"
				label={say('desk.reason')}
				hint={say('desk.reason.hint')}
				errors={form?.others.reason?.map((key) => say(key))}
				defaultValue={form?.reason ?? ''}
				rows={3}
			/>
			<Checkboxes
				id="isRetracted"
				name="isRetracted"
				label={say('desk.retract')}
				size="s"
				items={[{ value: 'on', label: say('desk.retract.label'), hint: say('desk.retract.hint') }]}
				defaultValue={form?.isRetracted ? ['on'] : []}
			/>
		</>
	)
}
