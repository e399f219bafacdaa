import { decodeText } from './decode-text.ts'
import { problem } from './problem.ts'
import type { ImportProblem } from './problem.ts'
import { readCsv } from './read-csv.ts'
import { FILE_MAX_BYTES, tableFrom } from './table.ts'
import type { Table } from './table.ts'

/** A CSV file as a header and its rows, or all that is wrong with its shape. */
export function readTable(
	bytes: Uint8Array,
): { readonly table: Table } | { readonly problems: readonly ImportProblem[] } {
	if (bytes.length === 0) return { problems: [problem('file_empty')] }
	if (bytes.length > FILE_MAX_BYTES) {
		const size = { value: String(bytes.length), detail: FILE_MAX_BYTES / 1024 / 1024 }
		return { problems: [problem('file_too_large', size)] }
	}
	const read = readCsv(decodeText(bytes).text)
	if ('problem' in read) return { problems: [read.problem] }
	const { table, problems } = tableFrom(read.sheet)
	return problems.length > 0 ? { problems } : { table }
}
