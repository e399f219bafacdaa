import type { FieldError } from '#app/components/ui/error-summary.tsx'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import type { QuestionView } from '#app/domain/assessment-question/view.ts'
import { ANSWER_PARTS, fieldOf, typedFrom } from '#app/domain/local-assessment/schema.ts'
import type { AssessmentAnswer } from '#app/domain/local-assessment/schema.ts'
import type { Say } from '#app/i18n/translate.ts'

type Field<Value> = {
	readonly id: string
	readonly name: string
	readonly errors: string[] | undefined
	readonly defaultValue: Value
}

/** The form of a page: what each field shows, and all that is wrong with it. */
export type PageForm = {
	readonly textField: (name: string) => Field<string | undefined>
	readonly choiceField: (name: string) => Field<readonly string[]>
	readonly errors: readonly FieldError[]
}

type Shown = { readonly questions: readonly QuestionView[]; readonly stored: readonly AssessmentAnswer[] }

/** The fields of a page's questions: what was typed in a form that was not taken, else what is stored. */
export function pageForm({ questions, stored }: Shown, rejected: Rejected, say: Say): PageForm {
	const typed: Readonly<Record<string, unknown>> = rejected?.reply.initialValue ?? typedFrom(stored)
	const faults = rejected?.reply.error ?? {}
	const errorsOf = (name: string) => {
		const own = Object.entries(faults).filter(([at]) => at === name || at.startsWith(`${name}[`))
		return own.flatMap(([, keys]) => keys ?? []).map((key) => say(key))
	}
	const field = <Value>(name: string, defaultValue: Value): Field<Value> => {
		const errors = errorsOf(name)
		return { id: `answer-${name}`, name, errors: errors.length > 0 ? errors : undefined, defaultValue }
	}
	const names = questions.flatMap(({ code }) => ANSWER_PARTS.map((part) => fieldOf(code, part)))
	const elsewhere = Object.entries(faults).filter(([at]) => !names.some((name) => at.startsWith(name)))
	return {
		textField: (name) => {
			const value = typed[name]
			return field(name, typeof value === 'string' ? value : undefined)
		},
		choiceField: (name) => field(name, textsIn(typed[name])),
		errors: [
			...names.flatMap((name) => errorsOf(name).map((text) => ({ href: `#answer-${name}`, text }))),
			...elsewhere.flatMap(([, keys]) => (keys ?? []).map((key) => ({ href: '#content', text: say(key) }))),
		],
	}
}

function textsIn(value: unknown): readonly string[] {
	if (typeof value === 'string') return [value]
	return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
