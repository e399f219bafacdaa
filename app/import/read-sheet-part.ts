import { readXml, unescaped } from './xml-parts.ts'

/** A cell: its text, and whether that is the result of a formula, an error, or a number. */
export type GridCell = {
	readonly text: string
	readonly isFormula: boolean
	readonly isError: boolean
	readonly isNumber: boolean
}

export type GridRow = { readonly number: number; readonly cells: ReadonlyMap<number, GridCell> }

/** A sheet as it is: rows by their number from 1, cells by their column from 0, and merged areas (`A1:B2`). */
export type Grid = {
	readonly name: string
	readonly rows: readonly GridRow[]
	readonly merges: readonly string[]
	readonly isDate1904: boolean
}

type Around = { readonly strings: readonly string[]; readonly isDate1904: boolean }

/** The last column of a spreadsheet. */
const COLUMNS_MAX = 16_384

/** The cells of one sheet; null where it cannot be read. */
export function readSheetPart(
	name: string,
	part: Uint8Array | undefined,
	{ strings, isDate1904 }: Around,
): Grid | null {
	const rows: { number: number; cells: Map<number, GridCell> }[] = []
	const merges: string[] = []
	let cell = { column: -1, type: '', text: '', isFormula: false }
	let isText = false
	let beside = 0
	const isRead = readXml(part, {
		open: (tag, attribute) => {
			if (tag === 'row')
				rows.push({ number: Number(attribute('r') ?? (rows.at(-1)?.number ?? 0) + 1), cells: new Map() })
			if (tag === 'c') {
				const column = columnOf(attribute('r') ?? '') ?? cell.column + 1
				cell = { column, type: attribute('t') ?? 'n', text: '', isFormula: false }
			}
			if (tag === 'f') cell = { ...cell, isFormula: true }
			if (tag === 'rPh') beside += 1
			if (tag === 'mergeCell') merges.push(attribute('ref') ?? '')
			isText = (tag === 'v' || tag === 't') && beside === 0
		},
		close: (tag) => {
			if (tag === 'rPh') beside -= 1
			if (tag === 'row') cell = { ...cell, column: -1 }
			if (tag === 'c' && cell.column < COLUMNS_MAX) {
				const read = asCell(cell, strings)
				if (read.text !== '' || read.isFormula) rows.at(-1)?.cells.set(cell.column, read)
			}
			isText = false
		},
		text: (piece) => {
			if (isText) cell = { ...cell, text: cell.text + piece }
		},
	})
	return isRead ? { name, rows, merges, isDate1904 } : null
}

function asCell(
	{ type, text, isFormula }: { type: string; text: string; isFormula: boolean },
	strings: readonly string[],
): GridCell {
	const isError = type === 'e'
	if (type === 's') return { text: strings[Number(text)] ?? '', isFormula, isError, isNumber: false }
	if (type === 'b') return { text: text === '1' ? 'TRUE' : 'FALSE', isFormula, isError, isNumber: false }
	if (type === 'inlineStr' || type === 'str')
		return { text: unescaped(text), isFormula, isError, isNumber: false }
	return { text, isFormula, isError, isNumber: type === 'n' && text !== '' }
}

/** The column of a cell's name, from 0: `F12` → 5. */
function columnOf(reference: string): number | null {
	const letters = /^([A-Z]{1,3})\d*$/i.exec(reference)?.[1]
	if (letters === undefined) return null
	return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** The letters of a column from 0: 5 → `F`. */
export function columnLetters(column: number): string {
	const before = Math.floor(column / 26)
	return `${before > 0 ? columnLetters(before - 1) : ''}${String.fromCharCode(65 + (column % 26))}`
}
