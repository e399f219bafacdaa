import { PROCESS_QUESTIONS } from '#app/domain/process-finding/rules.ts'
import type { ProcessAnswers } from '#app/domain/process-finding/rules.ts'
import type { ProcessRow } from '#app/domain/process-finding/schema.ts'
import type { MemberNames } from '#app/domain/member-name/rules.ts'
import { ID_MAX_LENGTH } from './irm-columns.ts'
import { keyFrom, withoutFloatNoise } from './key-from.ts'
import { problem } from './problem.ts'
import type { ImportProblem } from './problem.ts'
import { COUNTRY, PLAN, QUESTION_COLUMNS, YEAR } from './process-columns.ts'
import { readTable } from './read-table.ts'
import type { Table, TableRow } from './table.ts'

/** The process database as it was read, or everything that keeps it from being read. */
export type ProcessReading =
	{ readonly rows: readonly ProcessRow[] } | { readonly problems: readonly ImportProblem[] }

/** Whether a table's columns are those of OGP's process database. */
export function isProcessTable({ header }: Pick<Table, 'header'>): boolean {
	return [COUNTRY, PLAN, QUESTION_COLUMNS.STEPS_FOLLOWED].every((column) => header.includes(column))
}

/** Reads the process database from the bytes of a CSV file. A row that cannot be placed stops the whole file. */
export function readProcessTable(bytes: Uint8Array, names: MemberNames): ProcessReading {
	const read = readTable(bytes)
	if ('problems' in read) return read
	const { table } = read
	const problems = problemsOf(table, names)
	if (problems.length > 0) return { problems }
	return {
		rows: table.rows.flatMap((row) => {
			const text = textsOf(table, row)
			const member = names.named(text(COUNTRY))
			if (!member) return []
			const year = text(YEAR)
			return [
				{
					number: row.number,
					member,
					memberName: text(COUNTRY),
					planNumber: withoutFloatNoise(text(PLAN)),
					planKey: keyFrom(text(PLAN)),
					yearSubmitted: /^\d{4}$/.test(year) ? year : null,
					answers: answersIn(text),
				},
			]
		}),
	}
}

function textsOf({ header }: Table, row: TableRow): (column: string) => string {
	return (column) => row.cells[header.indexOf(column)] ?? ''
}

function answersIn(text: (column: string) => string): ProcessAnswers {
	return Object.fromEntries(
		PROCESS_QUESTIONS.flatMap((code) => {
			const said = text(QUESTION_COLUMNS[code])
			return said === '' ? [] : [[code, said]]
		}),
	)
}

function problemsOf(table: Table, names: MemberNames): readonly ImportProblem[] {
	const detail = table.header.join(', ')
	const absent = [YEAR, ...Object.values(QUESTION_COLUMNS)].filter((column) => !table.header.includes(column))
	if (absent.length > 0) return absent.map((column) => problem('column_missing', { column, detail }))
	const first = new Map<string, number>()
	return table.rows.flatMap((row) => {
		const text = textsOf(table, row)
		const empty = [COUNTRY, PLAN].filter((column) => text(column) === '')
		if (empty.length > 0) return empty.map((column) => problem('value_missing', { row: row.number, column }))
		return rowProblems(row.number, { name: text(COUNTRY), plan: text(PLAN) }, { names, first })
	})
}

type Seen = { readonly names: MemberNames; readonly first: Map<string, number> }

function rowProblems(
	row: number,
	{ name, plan }: { name: string; plan: string },
	{ names, first }: Seen,
): readonly ImportProblem[] {
	const member = names.named(name)
	if (!member) return [problem('member_unknown', { row, column: COUNTRY, value: name })]
	if (plan.length > ID_MAX_LENGTH)
		return [problem('cell_too_long', { row, column: PLAN, value: plan, detail: ID_MAX_LENGTH })]
	if (keyFrom(plan) === '') return [problem('key_unusable', { row, column: PLAN, value: plan })]
	const key = `${member.id} ${keyFrom(plan)}`
	const before = first.get(key)
	first.set(key, before ?? row)
	return before === undefined
		? []
		: [problem('key_twice', { row, column: PLAN, value: `${name} ${plan}`, detail: before })]
}
