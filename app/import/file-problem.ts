import { excerpt } from './problem.ts'
import type { ProblemCode } from './problem.ts'

/** One thing that keeps a file from being taken: where it is (`Commitments!F12`), what stands there, what is wrong. */
export type FileProblem = {
	readonly code: ProblemCode
	/** Sheet and cell; a sheet alone; null where it is about the whole file. */
	readonly place: string | null
	readonly value: string | null
	/** What the sentence needs to be precise: limits, names, what was expected. */
	readonly detail: string | null
}

/** A problem with the parts that are known; the others are null. */
export function fileProblem(
	code: ProblemCode,
	where: { place?: string; value?: string; detail?: string | number } = {},
): FileProblem {
	return {
		code,
		place: where.place ?? null,
		value: where.value === undefined ? null : excerpt(where.value),
		detail: where.detail === undefined ? null : String(where.detail),
	}
}
