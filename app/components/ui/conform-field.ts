import type { Say } from '#app/i18n/translate.ts'
import type { FieldError } from './error-summary.tsx'

/** What is used of a Conform field: its names, the typed text and the message keys of what is wrong. */
type Metadata<Value> = {
	readonly id: string
	readonly name: string
	readonly errors?: readonly string[] | undefined
	readonly defaultValue?: Value | undefined
	readonly initialValue?: Value | undefined
}

/** Props of a field of `components/ui` from a Conform field whose errors are message keys. */
export function fieldFrom<Value>(field: Metadata<Value>, say: Say) {
	return {
		id: field.id,
		name: field.name,
		errors: field.errors?.map((key) => say(key)),
		defaultValue: field.initialValue ?? field.defaultValue,
	}
}

/** The lines of an error summary from Conform fields, in the order of the page. */
export function errorsFrom(fields: readonly Metadata<unknown>[], say: Say): readonly FieldError[] {
	return fields.flatMap((field) =>
		(field.errors ?? []).map((key) => ({ href: `#${field.id}`, text: say(key) })),
	)
}
