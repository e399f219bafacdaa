import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { columnLetters } from '#app/import/read-sheet-part.ts'
import { readWorkbook } from '#app/import/read-workbook.ts'

/** The cell of a sheet under a key, in a row as a spreadsheet counts: `F3`. */
export function cellAt(bytes: Uint8Array, sheet: string, { key, row }: { key: string; row: number }): string {
	const read = readWorkbook(bytes)
	const grid = 'problem' in read ? undefined : read.sheets.find(({ name }) => name === sheet)
	const keys = grid?.rows.find(({ number }) => number === 2)
	const column = [...(keys?.cells ?? [])].find(([, { text }]) => text === key)?.[0]
	if (column === undefined) throw new Error(`${sheet} has no column ${key}`)
	return `${columnLetters(column)}${row}`
}

/** A workbook in which a person filled in cells of one sheet: what the cell holds, as XML within `<c>`. */
export function withCells(
	bytes: Uint8Array,
	sheet: string,
	cells: Readonly<Record<string, string>>,
): Uint8Array {
	const parts = unzipSync(bytes)
	const order = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())
	const names = [...order.matchAll(/<sheet name="([^"]+)"/g)].map((match) => match[1])
	const part = `xl/worksheets/sheet${names.indexOf(sheet) + 1}.xml`
	let xml = strFromU8(parts[part] ?? new Uint8Array())
	for (const [cell, inside] of Object.entries(cells)) {
		const row = /\d+$/.exec(cell)?.[0] ?? ''
		if (!xml.includes(`<row r="${row}">`))
			xml = xml.replace('</sheetData>', `<row r="${row}"></row></sheetData>`)
		xml = xml.replace(new RegExp(`<c r="${cell}"[^>]*?(/>|>.*?</c>)`, 's'), '')
		const type = inside.startsWith('<is>') ? ' t="inlineStr"' : ''
		xml = xml.replace(
			new RegExp(`(<row r="${row}">.*?)</row>`, 's'),
			`$1<c r="${cell}"${type}>${inside}</c></row>`,
		)
	}
	return zipSync({ ...parts, [part]: strToU8(xml) })
}

/** A text as a cell holds it. */
export function typed(text: string): string {
	return `<is><t xml:space="preserve">${text}</t></is>`
}
