import { Radios } from '#app/components/ui/radios.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import { LETTER_FIELDS, NEW_FIELD_SET } from '#app/domain/call-version/rules.ts'
import type { CallBase } from '#app/domain/call-version/view.ts'

/** What was typed into the form of a call, and the keys of what is wrong with each of its fields. */
export type TypedCall = {
	readonly valueOf: (name: string) => string
	readonly faultsOf: (name: string) => readonly string[]
}

type PartProps = { typed: TypedCall }

/** The id of an input, to which the summary of errors leads. */
export function callInputId(name: string): string {
	return `call-${name}`
}

/** The properties of a field, with its words. */
function useField({ valueOf, faultsOf }: TypedCall) {
	const { say } = useWords()
	return (name: string, hint?: 'hint') => ({
		id: callInputId(name),
		name,
		label: say(`call-version.field.${name}`),
		hint: hint && say(`call-version.hint.${name}`),
		errors: faultsOf(name).map((key) => say(key)),
		defaultValue: valueOf(name),
	})
}

/** What a call is called and rests on; of another version first why there is one. */
export function CallFormHead({ typed, isNew }: PartProps & { isNew: boolean }) {
	const field = useField(typed)
	return (
		<>
			{isNew ? (
				<TextField {...field('code', 'hint')} width={20} />
			) : (
				<>
					<TextArea {...field('reasonId', 'hint')} rows={2} lang="id" />
					<TextArea {...field('reasonEn')} rows={2} lang="en" />
				</>
			)}
			<TextField {...field('year')} width={4} inputMode="numeric" />
			<TextField {...field('nameId')} />
			<TextField {...field('nameEn')} />
			<TextField {...field('source', 'hint')} />
			<TextField {...field('sourceUrl')} type="url" />
		</>
	)
}

/** The days of a call; what its source does not give stays empty. */
export function CallFormDays({ typed }: PartProps) {
	const { say } = useWords()
	const field = useField(typed)
	return (
		<section>
			<h2 className="govuk-heading-l">{say('call-version.days')}</h2>
			<p className="govuk-body">{say('call-version.days.lead')}</p>
			<TextField {...field('opensOn')} width={10} />
			<TextField {...field('closesOn')} width={10} />
			<TextField {...field('extendedTo', 'hint')} width={10} />
			<TextField {...field('timeZone', 'hint')} width={20} />
			<TextField {...field('fullApplicationUntil', 'hint')} width={10} />
			<TextField {...field('resultsOn', 'hint')} width={10} />
		</section>
	)
}

/** How many months and letters a call wants. */
export function CallFormTerms({ typed }: PartProps) {
	const { say } = useWords()
	const field = useField(typed)
	return (
		<section>
			<h2 className="govuk-heading-l">{say('call-version.terms')}</h2>
			<TextField {...field('monthsLeast', 'hint')} width={4} inputMode="numeric" />
			<TextField {...field('monthsBest', 'hint')} width={4} inputMode="numeric" />
			<Radios
				{...field('monthsAre')}
				size="s"
				items={['REQUIRED', 'HOPED'].map((value) => ({ value, label: say(`call-version.months.${value}`) }))}
			/>
			{LETTER_FIELDS.map(({ name, kind, by }) => (
				<TextField
					key={name}
					{...{ id: callInputId(name), name, defaultValue: typed.valueOf(name) }}
					label={say(`call-version.letters.${by}`, { kind: say(`letter-kind.${kind}`) })}
					errors={typed.faultsOf(name).map((key) => say(key))}
					width={2}
					inputMode="numeric"
				/>
			))}
		</section>
	)
}

/** What a call lists: one a line, its parts with vertical bars between. */
export function CallFormLists({ typed }: PartProps) {
	const { say } = useWords()
	const field = useField(typed)
	return (
		<section>
			<h2 className="govuk-heading-l">{say('call-version.lists')}</h2>
			<p className="govuk-body">{say('call-version.lists.lead')}</p>
			<TextArea {...field('criteria', 'hint')} rows={6} />
			<TextArea {...field('stages', 'hint')} rows={6} />
			<TextArea {...field('notes', 'hint')} rows={6} />
		</section>
	)
}

/** What the form of a call asks: a set of fields that there is, or a new one. */
export function CallFieldSet({ typed, base }: PartProps & { base: CallBase }) {
	const { say, locale } = useWords()
	const field = useField(typed)
	const titlesOf = ({ fields }: CallBase['fieldSets'][number]) =>
		fields.map(({ title }) => textIn(title, locale)?.text ?? '').join('; ')
	return (
		<section>
			<h2 className="govuk-heading-l">{say('call.fields')}</h2>
			<Radios
				{...field('fieldSetId', 'hint')}
				size="s"
				items={[
					...base.fieldSets.map((set) => ({ value: set.id, label: set.id, hint: titlesOf(set) })),
					{ value: NEW_FIELD_SET, label: say('call-version.fields.new') },
				]}
			/>
			<TextArea {...field('fields', 'hint')} rows={8} />
			<TextArea {...field('fieldsNoteId')} rows={2} lang="id" />
			<TextArea {...field('fieldsNoteEn')} rows={2} lang="en" />
			<TextField {...field('fieldsSource')} />
		</section>
	)
}
