import type { SubmissionResult } from '@conform-to/react'
import { errorsFrom } from '#app/components/ui/conform-field.ts'
import type { FieldError } from '#app/components/ui/error-summary.tsx'
import type { RefusalReason } from '#app/domain/refusal.ts'
import type { Say } from '#app/i18n/translate.ts'

/** A form that was not taken, as its page gets it. */
export type Rejected = { readonly reply: SubmissionResult; readonly reason: RefusalReason | null } | undefined

type Fields = Parameters<typeof errorsFrom>[0]

/** All that is wrong with a form: of its fields in the order of the page, then of parts that no field shows. */
export function errorsOf(rejected: Rejected, fields: Fields, say: Say): readonly FieldError[] {
	const shown = fields.map((field) => field.name)
	const elsewhere = Object.entries(rejected?.reply.error ?? {})
		.filter(([name]) => !shown.includes(name))
		.flatMap(([, keys]) => keys ?? [])
	return [...errorsFrom(fields, say), ...elsewhere.map((key) => ({ href: '#content', text: say(key) }))]
}
