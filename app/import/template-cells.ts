import { addDays, isCalendarDay } from '#app/domain/calendar.ts'
import { OPEN_KINDS } from '#app/domain/plan-file/schema.ts'
import type { CellKind, Choice, Choices } from '#app/domain/plan-file/schema.ts'
import { fileProblem } from './file-problem.ts'
import { withoutFloatNoise } from './key-from.ts'
import { readDay } from './read-day.ts'
import type { GridRow } from './read-sheet-part.ts'
import { cellUnder, placeOf, textUnder } from './template-table.ts'
import type { Report, TemplateTable } from './template-table.ts'

export type CellReading = {
	readonly table: TemplateTable
	readonly choices: Choices
	readonly report: Report
	/** Whether a month or a year is taken for a day: published texts may say no more. */
	readonly takesPartialDays: boolean
}

/** The value of one cell: a text, a day as `2026-06-30`, or a code; empty where there is none or where it is faulty. */
export function valueOf(
	{ table, choices, report, takesPartialDays }: CellReading,
	row: GridRow,
	{ key, kind }: { readonly key: string; readonly kind: CellKind },
): string {
	const text = textUnder(table, row, key)
	if (text === '') return ''
	const where = { place: placeOf(table, row, key), value: text }
	if (kind === 'text' || kind === 'commitment' || OPEN_KINDS.includes(kind))
		return cellUnder(table, row, key)?.isNumber ? withoutFloatNoise(text) : text
	if (kind === 'day') {
		const read = dayIn(table, row, key)
		if ('fault' in read) report(fileProblem(read.fault, { ...where, detail: 'YYYY-MM-DD' }))
		else if (!takesPartialDays && !isCalendarDay(read.day)) report(fileProblem('day_not_whole', where))
		return 'day' in read ? read.day : ''
	}
	const code = codeIn(text, choices[kind] ?? [])
	if (code !== null) return code
	const detail = (choices[kind] ?? []).map((choice) => choice.code).join(', ')
	report(fileProblem('word_unknown', { ...where, detail: shortened(detail) }))
	return ''
}

/** The code that a cell names: in brackets behind its words, alone, or by its words in any language. */
export function codeIn(text: string, choices: readonly Choice[]): string | null {
	const bracketed = /\[([^[\]]+)\]$/.exec(text)?.[1]
	const byCode = (code: string | undefined) => choices.find((choice) => choice.code === code)?.code
	const lower = text.toLowerCase()
	const byWords = () =>
		choices.find(({ name }) => [name.en, name.id].some((word) => word?.toLowerCase() === lower))?.code
	return byCode(bracketed) ?? byCode(text) ?? byWords() ?? null
}

/** Days from which a number in a cell for days is the spreadsheet's count of days (1954 to 2119). */
const SERIAL = { from: 20_000, to: 80_000 }

function dayIn(table: TemplateTable, row: GridRow, key: string) {
	const text = textUnder(table, row, key)
	const serial = Number(text)
	if (cellUnder(table, row, key)?.isNumber && serial >= SERIAL.from && serial <= SERIAL.to)
		return { day: addDays(table.isDate1904 ? '1904-01-01' : '1899-12-30', Math.floor(serial)) }
	return readDay(text, 'ISO')
}

/** Long lists are not repeated in full. */
function shortened(detail: string): string {
	return detail.length > 300 ? `${detail.slice(0, 299)}…` : detail
}
