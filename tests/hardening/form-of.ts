import type { Body } from '../faults/support/visitor.ts'

/** A form as browsers send it. */
export function formOf(fields: Readonly<Record<string, string>>): Body {
	const bytes = Buffer.from(new URLSearchParams(fields).toString(), 'utf8')
	return { type: 'application/x-www-form-urlencoded', bytes }
}
