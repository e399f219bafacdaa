import { toCsvText } from '#app/import/csv-text.ts'

/** UTF-8 says what it is to spreadsheets that would otherwise guess. */
const MARK = '\ufeff'

/** A table as CSV: every cell in quotation marks, nothing that a spreadsheet would run. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
	const lines = rows.map((cells) =>
		cells.map((text) => `"${toCsvText(text).replaceAll('"', '""')}"`).join(','),
	)
	return `${MARK}${lines.join('\r\n')}\r\n`
}
