import { readSheet } from 'read-excel-file/node'
import { problem } from './problem.ts'
import type { ImportProblem } from './problem.ts'

/** The cells of a workbook's first sheet as text; a true date cell becomes `2014-05-28`. */
export async function readXlsx(
	bytes: Uint8Array,
): Promise<{ sheet: readonly (readonly string[])[] } | { problem: ImportProblem }> {
	try {
		const rows: readonly (readonly unknown[])[] = await readSheet(Buffer.from(bytes))
		const width = Math.max(0, ...rows.map((cells) => cells.length))
		return { sheet: rows.map((cells) => Array.from({ length: width }, (_, at) => textOf(cells[at]))) }
	} catch {
		return { problem: problem('workbook_unreadable') }
	}
}

function textOf(cell: unknown): string {
	if (cell instanceof Date) return cell.toISOString().slice(0, 10)
	return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : ''
}
