import type { z } from 'zod'

export type Query<Value> = {
	readonly value: Value
	/** Names of the parts of the address that were not understood; they are left out of `value`. */
	readonly notUnderstood: readonly string[]
}

/** The query of an address by a strict schema of optional parts; one bad part does not lose the others. */
export function readQuery<Schema extends z.ZodObject>(url: URL, schema: Schema): Query<z.infer<Schema>> {
	const given = Object.fromEntries([...url.searchParams].filter(([, value]) => value.trim() !== ''))
	const whole = schema.safeParse(given)
	if (whole.success) return { value: whole.data, notUnderstood: [] }
	const faulty = new Set(whole.error.issues.flatMap(faultyNames))
	const kept = Object.fromEntries(Object.entries(given).filter(([name]) => !faulty.has(name)))
	return { value: schema.parse(kept), notUnderstood: [...faulty] }
}

function faultyNames(issue: z.core.$ZodIssue): readonly string[] {
	return issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])]
}
