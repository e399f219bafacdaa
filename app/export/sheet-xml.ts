import { columnLetters } from '#app/import/read-sheet-part.ts'
import { HEAD_ROWS, LISTS_SHEET } from './workbook.ts'
import type { TableSheet, TextSheet } from './workbook.ts'
import { cellText } from './xml-text.ts'

const OPEN = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
const CLOSE = '</worksheet>'

/** Positions in the list of cell formats of write-xlsx.ts. */
const STYLE = { words: 1, keys: 2, locked: 3, open: 4, heading: 5 } as const

/** Locked cells stay as they are; columns and rows may still be made wider. There is no password: it keeps from mistakes. */
const PROTECTION =
	'<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0"/>'

type Lists = ReadonlyMap<string, readonly string[]>

/** A table as a part of a workbook. */
export function sheetXml(sheet: TableSheet, lists: Lists): string {
	const columns = sheet.columns.map(
		({ width, isLocked }, at) =>
			`<col min="${at + 1}" max="${at + 1}" width="${width}" style="${isLocked ? STYLE.locked : STYLE.open}" customWidth="1"/>`,
	)
	const [words, keys] = sheet.heads
	const styleAt = (at: number) => (sheet.columns[at]?.isLocked ? STYLE.locked : STYLE.open)
	const rows = [
		row(1, words, () => STYLE.words),
		row(2, keys, () => STYLE.keys),
		...sheet.rows.map((cells, at) => row(at + 1 + HEAD_ROWS, cells, styleAt)),
	]
	return [
		OPEN,
		`<sheetViews><sheetView workbookViewId="0"><pane ySplit="${HEAD_ROWS}" topLeftCell="A${HEAD_ROWS + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
		`<cols>${columns.join('')}</cols>`,
		`<sheetData>${rows.join('')}</sheetData>`,
		PROTECTION,
		validations(sheet, lists),
		CLOSE,
	].join('')
}

/** A page of sentences as a part of a workbook. */
export function textSheetXml({ lines }: TextSheet): string {
	const rows = lines.map(({ text, isHeading }, at) =>
		row(at + 1, [text], () => (isHeading ? STYLE.heading : STYLE.locked)),
	)
	const columns = '<cols><col min="1" max="1" width="110" customWidth="1"/></cols>'
	return `${OPEN}${columns}<sheetData>${rows.join('')}</sheetData>${PROTECTION}${CLOSE}`
}

/** The lists that cells are chosen from, one in each column. */
export function listsXml(lists: Lists): string {
	const columns = [...lists.values()]
	const longest = Math.max(0, ...columns.map((list) => list.length))
	const rows = Array.from({ length: longest }, (_, at) =>
		row(
			at + 1,
			columns.map((list) => list[at] ?? ''),
			() => STYLE.locked,
		),
	)
	return `${OPEN}<sheetData>${rows.join('')}</sheetData>${PROTECTION}${CLOSE}`
}

function row(number: number, cells: readonly string[], styleAt: (at: number) => number): string {
	const written = cells.map((text, at) => {
		const place = `r="${columnLetters(at)}${number}" s="${styleAt(at)}"`
		if (text === '') return `<c ${place}/>`
		return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`
	})
	return `<row r="${number}">${written.join('')}</row>`
}

function validations({ columns, room }: TableSheet, lists: Lists): string {
	const names = [...lists.keys()]
	const each = columns.flatMap(({ list, isStrict }, at) => {
		const length = lists.get(list ?? '')?.length ?? 0
		if (list === null || length === 0) return []
		const source = columnLetters(names.indexOf(list))
		const cells = `${columnLetters(at)}${HEAD_ROWS + 1}:${columnLetters(at)}${HEAD_ROWS + room}`
		return [
			`<dataValidation type="list" allowBlank="1" showErrorMessage="${isStrict ? 1 : 0}" sqref="${cells}">` +
				`<formula1>${LISTS_SHEET}!$${source}$1:$${source}$${length}</formula1></dataValidation>`,
		]
	})
	return each.length === 0 ? '' : `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`
}
