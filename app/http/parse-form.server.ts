import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'
import { isLocale } from '#app/i18n/locale.ts'
import { refuse } from './guard.server.ts'
import { STAMPS } from './stamps.ts'

/** `reply` is for `useForm({ lastResult: reply })`: message keys of what is wrong, and the typed text. */
export type ParsedForm<Value> =
	{ readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reply: SubmissionResult }

const MOST_FIELDS = 500
/** `rationaleEn`, `evidence[2].url`, `said.attendance.CSO`: what the forms of this site are made of. */
const FIELD_NAME = /^[a-zA-Z][\w-]{0,63}(?:\[\d{1,2}\])?(?:\.[a-zA-Z][\w-]{0,63}){0,2}$/
/** Our message keys have dots and no blanks; the library's own sentences are replaced by keys. */
const MESSAGE_KEY = /^[a-z][\w-]*(\.[\w-]+)+$/i

/**
 * A form's values by its schema, or what to show again: a message key for each fault, beside the typed text.
 *
 * Text is stored as people meant it: composed Unicode, one kind of line end. A schema is a strict object: fields that
 * it does not name are refused, and so is a field that comes twice where one is expected.
 *
 * Throws  a 400 answer in words where the body is not a form of this site at all.
 */
export async function parseForm<Schema extends z.ZodType>(
	request: Request,
	schema: Schema,
): Promise<ParsedForm<z.output<Schema>>> {
	const fields = await fieldsOf(request)
	if (!fields) throw unreadable(request)
	const misshapen: z.core.$ZodIssue[] = []
	const formatError = (issues: readonly z.core.$ZodIssue[]) => {
		misshapen.push(...issues.filter(isOfAnotherShape))
		return keysOnly(issues)
	}
	const submission = parseWithZod(fields, { schema, error: keyOf, formatError })
	if (submission.status === 'success') return { ok: true, value: submission.value }
	if (misshapen.length > 0) throw unreadable(request)
	return { ok: false, reply: submission.reply() }
}

/** The form's fields; null where the body is of another kind, broken, or holds what no page of ours sends. */
async function fieldsOf(request: Request): Promise<FormData | null> {
	const kind = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
	if (kind !== 'application/x-www-form-urlencoded' && kind !== 'multipart/form-data') return null
	const sent = await request.formData().catch(() => null)
	if (!sent) return null
	const entries = [...sent]
	if (entries.length > MOST_FIELDS) return null
	const fields = new FormData()
	for (const [name, value] of entries) {
		if (typeof value !== 'string' || value.includes('\0') || !FIELD_NAME.test(name)) return null
		fields.append(name, value.replace(/\r\n?/g, '\n').normalize('NFC'))
	}
	return fields
}

function unreadable(request: Request): Response {
	const first = new URL(request.url).pathname.split('/')[1]
	return refuse(400, 'bad_form', {
		requestId: request.headers.get(STAMPS.requestId) ?? '',
		locale: isLocale(first) ? first : 'en',
	})
}

/** A text where the form has a list: no page of ours sends it, and no page could show it again. */
function isOfAnotherShape(issue: z.core.$ZodIssue): boolean {
	return issue.code === 'invalid_type' && (issue.expected === 'object' || issue.expected === 'array')
}

/** The key for a fault whose schema names none. */
function keyOf(issue: z.core.$ZodRawIssue): string {
	if (issue.code === 'unrecognized_keys') return 'form.unknown-field'
	if (issue.code === 'too_big') return 'form.too-long'
	if (issue.code === 'too_small') return 'form.too-short'
	return issue.input === undefined ? 'form.required' : 'form.invalid'
}

function keysOnly(issues: readonly z.core.$ZodIssue[]): string[] {
	return [...new Set(issues.map(({ message }) => (MESSAGE_KEY.test(message) ? message : 'form.invalid')))]
}
