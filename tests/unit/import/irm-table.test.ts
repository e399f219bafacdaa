import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { placeRows } from '#app/domain/coding-import/view.ts'
import { readMemberNames } from '#app/domain/member-name/queries.server.ts'
import { noteRows } from '#app/domain/source-note/view.ts'
import { readIrmTable } from '#app/import/irm-table.ts'

const names = readMemberNames()
const NOTHING = { members: [], plans: [], commitments: [], codings: [], noted: [] }
const read = readIrmTable(
	new Uint8Array(readFileSync('prisma/seed/data/ogp_commitments_multicountry.csv')),
	names,
)
const { rows, findings } = 'rows' in read ? read : { rows: [], findings: null }

const table = (...lines: readonly string[]) =>
	readIrmTable(
		new TextEncoder().encode(['row_id,source,member,action_plan_number,title', ...lines].join('\n')),
		names,
	)

test('all 1,766 real rows are read, and every row goes to one place', () => {
	const { report, plans } = placeRows(rows, NOTHING, '2026-11-22')
	expect(findings?.rowsBySource).toEqual({
		'Vizzuality/ogp ogpirm_live_data.csv': 1385,
		'g0v/ogp-commitments open_parliament_0703.csv': 381,
	})
	expect(report.rows).toEqual({ new: 1679, here: 0, twice: 87, unmatched: 0 })
	expect(plans.flatMap(({ commitments }) => commitments)).toHaveLength(1679)
	expect(report.repeats).toHaveLength(15)
	expect(report.planYears).toEqual([{ planId: 'lv-nap2', years: ['2014', '2015'] }])
})

test('every cell with a day is counted once, and days of two readings stay open', () => {
	const { days, unreadDays } = findings ?? { days: {}, unreadDays: [] }
	expect(Object.values(days).reduce((sum, cells) => sum + cells, 0)).toBe(2 * 1766)
	expect(days).toMatchObject({ order_unknown: 1191, unreadable: 80 })
	expect(unreadDays).toHaveLength(1191 + 80)
	const first = rows.find(({ rowId }) => rowId === unreadDays[0]?.rowId)
	expect([first?.commitment.startsOn, first?.commitment.endsOn]).toContain(null)
})

test('words for no value are counted by column and word, and become no value', () => {
	expect(findings?.noValue.completion_end_of_term).toEqual({ ND: 908, NR: 587 })
	expect(rows.flatMap(({ commitment }) => commitment.codings.map((c) => c.valueAsPublished))).not.toContain(
		'NR',
	)
})

test('a number that a spreadsheet took for a fraction is the number that was meant', () => {
	expect(findings?.fractions).toHaveLength(15)
	expect(rows.find(({ rowId }) => rowId === 'GCL0008')?.commitment.number).toBe('2.2')
})

test('a value keeps its published word, its code, its year and its row', () => {
	const limited = rows.find(({ rowId }) => rowId === 'V0004')?.commitment.codings
	expect(limited?.find(({ indicator }) => indicator === 'COMPLETION_MIDTERM')).toMatchObject({
		value: 'LIMITED',
		valueAsPublished: 'b. Limited',
		year: 2014,
		codedOn: '2014',
		locator: 'row V0004',
	})
})

test.each([
	['a column that is missing', 'row_id,source\nV1,x', 'column_missing'],
	['two rows of one id', null, 'key_twice'],
])('%s keeps the file from being imported', (_what, text, code) => {
	const found =
		text === null
			? table('V1,s,Ghana,1,One', 'V1,s,Ghana,1,Two')
			: readIrmTable(new TextEncoder().encode(text), names)
	expect('problems' in found && found.problems.map((problem) => problem.code)).toContain(code)
})

test.each([
	['V1,s,,1,One', 'value_missing'],
	['V1,s,Ghana,?,One', 'key_unusable'],
	[`V1,s,Ghana,${'1'.repeat(61)},One`, 'cell_too_long'],
])('the row %s cannot be placed', (line, code) => {
	const found = table(line)
	expect('problems' in found && found.problems[0]).toMatchObject({ code, row: 2 })
})

test('a name that is not in the table stops the file, and the fault names row, column and name', () => {
	const found = table('V1,s,Ghana,1,One', 'V2,s,Atlantis,1,Two')
	expect(found).toEqual({
		problems: [{ code: 'member_unknown', row: 3, column: 'member', value: 'Atlantis', detail: null }],
	})
})

test('a member of a type that no country has is not taken for a country', () => {
	const text = 'row_id,source,member,member_type,action_plan_number,title\nV1,s,Ghana,Local,1,One'
	const found = readIrmTable(new TextEncoder().encode(text), names)
	expect('problems' in found && found.problems).toMatchObject([
		{ code: 'word_unknown', row: 2, column: 'member_type', value: 'Local', detail: 'National, Other' },
	])
})

test.each([
	['V0003', { code: 'NO_VALUE', text: 'Not Specified', columns: ['start_date_raw', 'end_date_raw'] }],
	['V0003', { code: 'TITLE_ONLY', text: '497', columns: ['full_text_length'] }],
	['GCL0008', { code: 'NUMBER_FRACTION', text: '2.2000000000000002', columns: ['commitment_number'] }],
])('what row %s leaves open is kept with its words and columns: %o', (rowId, note) => {
	expect(rows.find((row) => row.rowId === rowId)?.notes).toContainEqual(note)
})

test('every day that may be read in two ways is kept in its own words beside the commitment', () => {
	const notes = rows.flatMap((row) => row.notes)
	expect(notes.filter(({ code }) => code === 'DAY_ORDER_UNKNOWN')).toHaveLength(1191)
	expect(notes.filter(({ code }) => code === 'DAY_UNREADABLE')).toHaveLength(80)
})

test('numbers that repeat and commitments of two sources are noted with the other rows', () => {
	const { located, report } = placeRows(rows, NOTHING, '2026-11-22')
	const kept = noteRows(located, report.repeats, []).flatMap(({ notes }) => notes.map(({ code }) => code))
	expect(kept.filter((code) => code === 'ALSO_IN')).toHaveLength(87)
	expect(kept.filter((code) => code === 'NUMBER_REPEATED')).toHaveLength(
		report.repeats.flatMap(({ rowIds }) => rowIds).length,
	)
})
