import { useForm } from '@conform-to/react'
import { textIn } from '#app/domain/bilingual.ts'
import { Checkboxes } from '#app/components/ui/checkboxes.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { Radios } from '#app/components/ui/radios.tsx'
import { Select } from '#app/components/ui/select.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import type { FieldSpec, SpecChoice } from './field-specs.ts'

/** What is worth a second look at a field, by its name. */
export type FieldNotes = Readonly<Record<string, readonly string[]>>

type Answers = Record<string, string | string[]>

/** The fields of a form with what was typed or is stored, and what is wrong with them in the order of the page. */
export function useDraftFields(specs: readonly FieldSpec[], rejected: Rejected) {
	const { say } = useWords()
	const stored = specs.map(({ name, stored: value }) => [name, value ?? ''] as const)
	const [, fields] = useForm<Answers>({
		id: 'answer',
		lastResult: rejected?.reply,
		defaultValue: Object.fromEntries(stored.map(([name, value]) => [name, plain(value)])),
	})
	const asked = specs.flatMap((spec) => {
		const field = fields[spec.name]
		return field ? [{ spec, field }] : []
	})
	return {
		asked: asked.map(({ spec, field }) => ({ spec, given: fieldFrom<unknown>(field, say) })),
		errors: errorsOf(
			rejected,
			asked.map(({ field }) => field),
			say,
		),
	}
}

function plain(value: string | readonly string[]): string | string[] {
	return typeof value === 'string' ? value : [...value]
}

type Asked = ReturnType<typeof useDraftFields>['asked']

/** The questions of a form, one below the other. */
export function DraftFields({ asked, notes = {} }: { asked: Asked; notes?: FieldNotes | undefined }) {
	return (
		<>
			{asked.map(({ spec, given }) => (
				<DraftField key={spec.name} spec={spec} given={given} notes={notes[spec.name] ?? []} />
			))}
		</>
	)
}

type DraftFieldProps = { spec: FieldSpec; given: Asked[number]['given']; notes: readonly string[] }

function DraftField({ spec, given, notes }: DraftFieldProps) {
	const words = useWords()
	const props = {
		id: given.id,
		name: given.name,
		errors: given.errors,
		label: labelOf(spec, words),
		hint: hintOf(spec, notes, words),
	}
	const text = typeof given.defaultValue === 'string' ? given.defaultValue : undefined
	const choices = (spec.choices ?? []).map((choice) => ({
		value: choice.value,
		text: wordsOf(choice, words),
	}))
	const labelled = choices.map(({ value, text: label }) => ({ value, label }))
	switch (spec.kind) {
		case 'text':
			return <TextArea {...props} defaultValue={text} rows={spec.rows} lang={spec.lang} />
		case 'select':
			return <Select {...props} defaultValue={text} items={choices} />
		case 'radios':
			return <Radios {...props} defaultValue={text} items={labelled} />
		case 'checkboxes':
			return <Checkboxes {...props} defaultValue={ticked(given.defaultValue)} items={labelled} />
		case 'day':
			return <TextField {...props} defaultValue={text} width={10} spellCheck={false} autoComplete="off" />
		case 'line':
			return <TextField {...props} defaultValue={text} />
	}
}

/** The boxes that were ticked; one alone comes back as a text. */
function ticked(value: unknown): readonly string[] {
	const all: readonly unknown[] = Array.isArray(value) ? value : [value]
	return all.filter((one) => typeof one === 'string')
}

function labelOf({ label, lang }: FieldSpec, { say }: Words): string {
	if (lang === undefined) return say(label)
	return say(`plan-draft.label.${lang}`, { label: say(label) })
}

function hintOf({ hint }: FieldSpec, notes: readonly string[], { say }: Words) {
	if (hint === undefined && notes.length === 0) return undefined
	return (
		<>
			{hint === undefined ? null : say(hint)}
			{notes.map((note) => (
				<span key={note}>
					<br />
					<strong>{note}</strong>
				</span>
			))}
		</>
	)
}

function wordsOf({ text }: SpecChoice, { say, locale }: Words): string {
	return 'key' in text ? say(text.key) : (textIn(text, locale)?.text ?? '')
}

/** What is stored of a form, for whoever typed over it at the same time. */
export function StoredFields({ specs }: { specs: readonly FieldSpec[] }) {
	const words = useWords()
	return (
		<SummaryList
			rows={specs.map((spec) => ({ key: labelOf(spec, words), value: <StoredValue spec={spec} /> }))}
		/>
	)
}

function StoredValue({ spec: { stored, choices, lang } }: { spec: FieldSpec }) {
	const words = useWords()
	const values = (stored === null ? [] : typeof stored === 'string' ? [stored] : stored).map((value) => {
		const choice = choices?.find((one) => one.value === value)
		return choice ? wordsOf(choice, words) : value
	})
	if (values.length === 0) return <>{words.say('workspace.not-given')}</>
	return (
		<div lang={lang} className="app-quote">
			{values.join('\n')}
		</div>
	)
}
