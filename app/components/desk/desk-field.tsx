import { Checkboxes } from '#app/components/ui/checkboxes.tsx'
import { Radios } from '#app/components/ui/radios.tsx'
import { Select } from '#app/components/ui/select.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { DeskChoice, DeskView } from '#app/domain/desk/view.ts'
import type { Field } from './field-list.ts'

/** What was typed into the inputs of a form, and the keys of what is wrong with each. */
export type Typed = {
	readonly values: ReadonlyMap<string, readonly string[]>
	readonly errors: Readonly<Record<string, readonly string[]>>
}

type DeskFieldProps = {
	noun: string
	field: Field
	typed: Typed
	choices: Pick<DeskView, 'plans' | 'commitments' | 'policyAreas'>
}

/** The id of an input, to which the summary of errors leads. */
export function inputId(name: string): string {
	return `said-${name.replace('.', '-')}`
}

/** One question of a form, whatever kind of answer it takes. */
export function DeskField({ noun, field, typed, choices }: DeskFieldProps) {
	const { say } = useWords()
	const name = say(`desk.${noun}.${field.name}`)
	const label = field.isOptional ? say('field.optional', { label: name }) : name
	const hint = field.hasHint ? say(`desk.${noun}.${field.name}.hint`) : undefined
	const propsOf = (input: string) => ({
		id: inputId(input),
		name: `said.${input}`,
		errors: typed.errors[input]?.map((key) => say(key)),
		defaultValue: typed.values.get(input)?.[0] ?? '',
	})
	const props = { ...propsOf(field.name), label, hint }
	switch (field.is) {
		case 'both':
		case 'both-long':
			return <BothLanguages field={field} label={label} hint={hint} propsOf={propsOf} />
		case 'counts':
			return <Counts field={field} label={label} hint={hint} propsOf={propsOf} />
		case 'yes-no':
			return <OneOf {...props} codes={['yes', 'no']} family="answer" />
		case 'one':
			return <OneOf {...props} codes={field.codes} family={field.family} />
		case 'some':
			return (
				<SomeOf {...props} codes={field.codes} family={field.family} chosen={typed.values.get(field.name)} />
			)
		case 'plan':
			return <ChoiceOf {...props} choices={choices.plans} />
		case 'commitment':
			return <ChoiceOf {...props} choices={choices.commitments} />
		case 'policy-area':
			return <ChoiceOf {...props} choices={withWritten(choices.policyAreas, props.defaultValue)} />
		case 'long':
		case 'lines':
			return <TextArea {...props} rows={5} />
		default:
			return <Line {...props} is={field.is} />
	}
}

type FieldProps = ReturnType<Props> & { label: string; hint: string | undefined }

/** One line: a word, a day, a number, an address. */
function Line({ is, hint, ...props }: FieldProps & { is: Field['is'] }) {
	const { say } = useWords()
	if (is === 'day') return <TextField {...props} hint={hint ?? say('day.hint')} width={10} />
	if (is === 'partial-day') return <TextField {...props} hint={hint ?? say('day.partial.hint')} width={10} />
	if (is === 'count') return <TextField {...props} hint={hint} width={10} inputMode="numeric" />
	return <TextField {...props} hint={hint} type={is === 'url' ? 'url' : 'text'} />
}

/** Codes shown beside each other; many of them closed until asked. */
const SHOWN_AT_ONCE = 6

function OneOf({ codes, family, ...props }: FieldProps & { codes: readonly string[]; family: string }) {
	const { say } = useWords()
	const items = codes.map((value) => ({ value, label: say(`${family}.${value}`) }))
	if (items.length <= SHOWN_AT_ONCE)
		return <Radios {...props} size="s" items={items} isInline={items.length === 2} />
	const options = items.map(({ value, label }) => ({ value, text: label }))
	return <Select {...props} items={[{ value: '', text: say('field.choose.none') }, ...options]} />
}

type SomeOfProps = FieldProps & {
	codes: readonly string[]
	family: string
	chosen: readonly string[] | undefined
}

function SomeOf({ codes, family, chosen = [], ...props }: SomeOfProps) {
	const { say } = useWords()
	const items = codes.map((value) => ({ value, label: say(`${family}.${value}`) }))
	return <Checkboxes {...props} size="s" items={items} defaultValue={chosen} />
}

function ChoiceOf({ choices, ...props }: FieldProps & { choices: readonly DeskChoice[] }) {
	const { say, locale } = useWords()
	const items = choices.map(({ id, title }) => ({ value: id, text: textIn(title, locale)?.text ?? id }))
	return <Select {...props} items={[{ value: '', text: say('field.choose.none') }, ...items]} />
}

/** What was written before there was a list stays a choice. */
function withWritten(choices: readonly DeskChoice[], written: string): readonly DeskChoice[] {
	if (written === '' || choices.some(({ id }) => id === written)) return choices
	return [...choices, { id: written, title: { en: written, id: written } }]
}

type Props = (input: string) => {
	id: string
	name: string
	errors: readonly string[] | undefined
	defaultValue: string
}
type PartProps<F extends Field['is']> = {
	field: Extract<Field, { is: F }>
	label: string
	hint: string | undefined
	propsOf: Props
}

/** A text in Indonesian and in English; one of them is enough. */
function BothLanguages({ field, label, hint, propsOf }: PartProps<'both' | 'both-long'>) {
	const { say } = useWords()
	const inputs = [
		['id', `${field.name}Id`],
		['en', `${field.name}En`],
	] as const
	return (
		<>
			{inputs.map(([language, input]) => {
				const props = {
					...propsOf(input),
					label: say('field.in-language', { label, language: say(`language.${language}`) }),
					hint: language === 'id' ? hint : undefined,
				}
				if (field.is === 'both-long') return <TextArea key={input} {...props} lang={language} rows={4} />
				return <TextField key={input} {...props} />
			})}
		</>
	)
}

/** How many of each. */
function Counts({ field, label, hint, propsOf }: PartProps<'counts'>) {
	const { say } = useWords()
	return (
		<fieldset className="govuk-fieldset">
			<legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{label}</legend>
			{hint ? <div className="govuk-hint">{hint}</div> : null}
			<div className="app-counts">
				{field.codes.map((code) => (
					<TextField
						key={code}
						{...propsOf(`${field.name}.${code}`)}
						label={say(`${field.family}.${code}`)}
						width={5}
						inputMode="numeric"
					/>
				))}
			</div>
		</fieldset>
	)
}
