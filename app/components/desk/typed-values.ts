import type { SubmissionResult } from '@conform-to/react'
import { z } from 'zod'
import { dayAsTyped } from '#app/domain/typed-day.ts'
import type { Field } from './field-list.ts'

const Entry = z.record(z.string(), z.unknown())
const Line = z.record(z.string(), z.string())

/** Names of the inputs of a field: two where it is asked in both languages, one for each code where they are counted. */
export function inputsOf(field: Field): readonly string[] {
	if (field.is === 'both' || field.is === 'both-long') return [`${field.name}Id`, `${field.name}En`]
	if (field.is === 'counts') return field.codes.map((code) => `${field.name}.${code}`)
	return [field.name]
}

/** What an act says, as it is typed into its form: by the name of each input, several values for boxes. */
export function typedOf(
	fields: readonly Field[],
	said: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, readonly string[]> {
	const inputs = fields.flatMap((field) =>
		inputsOf(field).map((name): [string, readonly string[]] => [
			name,
			typedInput(field, valueAt(said, name)),
		]),
	)
	return new Map(inputs.filter(([, values]) => values.length > 0))
}

function valueAt(said: Readonly<Record<string, unknown>>, name: string): unknown {
	const [first = '', second] = name.split('.')
	return second === undefined ? said[first] : Entry.safeParse(said[first]).data?.[second]
}

function typedInput(field: Field, value: unknown): readonly string[] {
	if (value === undefined || value === null || value === '') return []
	if (typeof value === 'boolean') return [value ? 'yes' : 'no']
	if (typeof value === 'number') return [String(value)]
	if (Array.isArray(value)) {
		if (field.is === 'some') return value.map(String)
		const lines = value.map((entry: unknown) => lineOf(field, entry)).join('\n')
		return lines === '' ? [] : [lines]
	}
	if (typeof value !== 'string') return []
	return [field.is === 'day' || field.is === 'partial-day' ? (dayAsTyped(value) ?? value) : value]
}

function lineOf(field: Field, entry: unknown): string {
	if (field.is !== 'lines' || field.members.length === 0) return String(entry)
	const members = Line.safeParse(entry).data ?? {}
	return field.members.map((name) => members[name] ?? '').join('; ')
}

/** A form of the desk as it was typed, with the keys of what is wrong with its inputs and with the rest of it. */
export type TypedForm = {
	readonly said: Readonly<Record<string, unknown>>
	readonly reason: string | null
	readonly isRetracted: boolean
	/** Files that were added so far, each by the parts of its form. */
	readonly files: readonly Readonly<Record<string, string>>[]
	/** What becomes of the files of the version before. */
	readonly keeps: Readonly<Record<string, string>>
	readonly errors: Readonly<Record<string, readonly string[]>>
	readonly others: Readonly<Record<string, readonly string[]>>
}

/** What a rejected form held; null where none was rejected. */
export function typedIn(reply: SubmissionResult | undefined): TypedForm | null {
	if (!reply) return null
	const { said, reason, isRetracted, files, keeps } = reply.initialValue ?? {}
	const faults = Object.entries(reply.error ?? {}).map(([name, keys]) => [name, keys ?? []] as const)
	const inForm = faults.filter(([name]) => name.startsWith(IN_FORM))
	return {
		said: Entry.safeParse(said).data ?? {},
		reason: typeof reason === 'string' ? reason : null,
		isRetracted: isRetracted === 'on',
		files: z.array(Line).safeParse(files).data ?? [],
		keeps: Line.safeParse(keeps).data ?? {},
		errors: Object.fromEntries(inForm.map(([name, keys]) => [name.slice(IN_FORM.length), keys])),
		others: Object.fromEntries(faults.filter(([name]) => !name.startsWith(IN_FORM))),
	}
}

const IN_FORM = 'said.'

/** A form that was checked and has nothing wrong. */
export function checkedForm(answer: {
	readonly said: Readonly<Record<string, unknown>>
	readonly reason?: string | undefined
	readonly isRetracted?: string | undefined
	readonly files: readonly unknown[]
	readonly keeps: Readonly<Record<string, string>>
}): TypedForm {
	const { said, reason, isRetracted, keeps } = answer
	const files = z.array(Line).safeParse(answer.files).data ?? []
	return {
		said,
		reason: reason ?? null,
		isRetracted: isRetracted === 'on',
		files,
		keeps,
		errors: {},
		others: {},
	}
}
