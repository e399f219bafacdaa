import type { PartialDay } from '#app/domain/calendar.ts'
import { lastDayOf } from '#app/domain/calendar.ts'
import { withoutFloatNoise } from './key-from.ts'
import { isGathered } from './mapping.ts'
import type { Field, ImportMapping, Part } from './mapping.ts'
import { problem } from './problem.ts'
import type { ImportProblem, ProblemCode } from './problem.ts'
import { readDay } from './read-day.ts'
import type { Table, TableRow } from './table.ts'

/** A table with the mapping it is read by, and the list that takes what is wrong. */
export type Reading = {
	readonly mapping: ImportMapping
	readonly columns: ReadonlyMap<string, number>
	readonly missing: ReadonlySet<string>
	readonly report: (found: ImportProblem) => void
}

/** What a field is: text, a day, or a list of texts. */
export type FieldKind = 'text' | 'number' | 'day' | 'list'

const KINDS: Readonly<Record<string, FieldKind>> = {
	number: 'number',
	startsOn: 'day',
	endsOn: 'day',
	submittedOn: 'day',
	sourcePublishedOn: 'day',
	policyAreas: 'list',
}

/** Prepares a table for reading. */
export function readingOf(
	table: Table,
	mapping: ImportMapping,
	report: (found: ImportProblem) => void,
): Reading {
	return {
		mapping,
		columns: new Map(table.header.map((title, at) => [title, at])),
		missing: new Set(mapping.missing.map((word) => word.toLowerCase())),
		report,
	}
}

/** A cell's text; empty where the file says that there is no value. */
export function cell(reading: Reading, row: TableRow, column: string): string {
	const at = reading.columns.get(column)
	const text = at === undefined ? '' : (row.cells[at] ?? '')
	return reading.missing.has(text.toLowerCase()) ? '' : text
}

/** A field's value from the rows of one commitment, milestone or claim; null where the file gives none. */
export function fieldValue(
	reading: Reading,
	{ name, field }: { name: string; field: Field },
	rows: readonly TableRow[],
): string | readonly string[] | null {
	const [first] = rows
	if (!first) return null
	if (!isGathered(field)) reportDisagreement(reading, field, rows)
	const kind = KINDS[name] ?? 'text'
	if (typeof field === 'string') return single(reading, { kind, column: field }, first)
	if ('fixed' in field) return field.fixed
	if ('latest' in field) return latestDay(reading, field.latest, rows)
	if ('words' in field) return codeOf(reading, field, first)
	if ('separator' in field) return listOf(cell(reading, first, field.column), field.separator)
	if ('join' in field) return joined(reading, field, first)
	const lines = rows.map((row) => joined(reading, { join: field.lines, with: field.with }, row))
	return lines.filter((line) => line !== null).join('\n') || null
}

/** The texts of a cell that holds several; a separator of one space stands for any white space. */
export function listOf(text: string, separator: string): readonly string[] {
	return text
		.split(separator === ' ' ? /\s+/ : separator)
		.map((part) => part.trim())
		.filter((part) => part !== '')
}

function single(
	reading: Reading,
	{ kind, column }: { kind: FieldKind; column: string },
	row: TableRow,
): string | readonly string[] | null {
	const text = cell(reading, row, column)
	if (kind === 'list') return listOf(text, ';')
	if (text === '') return null
	if (kind === 'day') return dayOf(reading, column, row)
	return kind === 'number' ? withoutFloatNoise(text) : text
}

function dayOf(reading: Reading, column: string, row: TableRow): PartialDay | null {
	const text = cell(reading, row, column)
	if (text === '') return null
	const read = readDay(text, reading.mapping.dayOrder)
	if ('day' in read) return read.day
	reading.report(
		problem(read.fault, { row: row.number, column, value: text, detail: reading.mapping.dayOrder }),
	)
	return null
}

function latestDay(reading: Reading, column: string, rows: readonly TableRow[]): PartialDay | null {
	const days = rows.flatMap((row) => dayOf(reading, column, row) ?? [])
	return days.sort((a, b) => lastDayOf(a).localeCompare(lastDayOf(b))).at(-1) ?? null
}

function codeOf(
	reading: Reading,
	{ column, words }: { column: string; words: Readonly<Record<string, string | null>> },
	row: TableRow,
): string | null {
	const text = cell(reading, row, column)
	if (text === '') return null
	const word = Object.keys(words).find((known) => known.toLowerCase() === text.toLowerCase())
	if (word !== undefined) return words[word] ?? null
	const detail = Object.keys(words).join(', ')
	reading.report(problem('word_unknown', { row: row.number, column, value: text, detail }))
	return null
}

function joined(
	reading: Reading,
	{ join, with: between }: { join: readonly Part[]; with: string },
	row: TableRow,
): string | null {
	const parts = join.map((part) => {
		if (typeof part === 'string') return cell(reading, row, part)
		if ('fixed' in part) return part.fixed
		const text = cell(reading, row, part.column)
		return text === '' ? '' : `${part.label}${text}`
	})
	const given = parts.filter((part) => part !== '')
	return given.length === 0 ? null : given.join(between)
}

/** Rows of one commitment or milestone must say the same of it. */
function reportDisagreement(reading: Reading, field: Field, rows: readonly TableRow[]): void {
	const columns =
		typeof field === 'string'
			? [field]
			: 'column' in field
				? [field.column]
				: 'join' in field
					? partColumns(field.join)
					: []
	for (const column of columns) {
		const [first, ...others] = rows
		const odd = first && others.find((row) => cell(reading, row, column) !== cell(reading, first, column))
		if (odd) reading.report(at('rows_disagree', { reading, row: odd, column, detail: first.number }))
	}
}

function partColumns(parts: readonly Part[]): readonly string[] {
	return parts.flatMap((part) => (typeof part === 'string' ? [part] : 'column' in part ? [part.column] : []))
}

type Spot = {
	readonly reading: Reading
	readonly row: TableRow
	readonly column: string
	readonly detail?: string | number
}

/** A problem with one cell. */
export function at(code: ProblemCode, { reading, row, column, detail }: Spot): ImportProblem {
	const where = { row: row.number, column, value: cell(reading, row, column) }
	return problem(code, detail === undefined ? where : { ...where, detail })
}
