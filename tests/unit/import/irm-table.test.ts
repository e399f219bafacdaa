import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { placeRows } from '#app/domain/coding-import/view.ts'
import { memberNamed } from '#app/import/irm-members.ts'
import { readIrmTable } from '#app/import/irm-table.ts'

const NOTHING = { members: [], plans: [], commitments: [], codings: [] }
const read = readIrmTable(new Uint8Array(readFileSync('tests/fixtures/import-ogp-commitments.csv')))
const { rows, findings } = 'rows' in read ? read : { rows: [], findings: null }

const table = (...lines: readonly string[]) =>
	readIrmTable(
		new TextEncoder().encode(['row_id,source,member,action_plan_number,title', ...lines].join('\n')),
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
	['USA', 'united-states', true],
	['Slovak Republic', 'slovakia', true],
	['Macedonia', 'north-macedonia', true],
	['Atlantis', 'atlantis', false],
])('%s is the member %s (listed: %s)', (name, id, isKnown) => {
	expect(memberNamed(name)).toMatchObject({ id, isKnown })
})

test.each([
	['a column that is missing', 'row_id,source\nV1,x', 'column_missing'],
	['two rows of one id', null, 'key_twice'],
])('%s keeps the file from being imported', (_what, text, code) => {
	const found =
		text === null
			? table('V1,s,Ghana,1,One', 'V1,s,Ghana,1,Two')
			: readIrmTable(new TextEncoder().encode(text))
	expect('problems' in found && found.problems.map((problem) => problem.code)).toContain(code)
})

test.each([
	['V1,s,,1,One', 'value_missing'],
	['V1,s,Ghana,?,One', 'key_unusable'],
])('the row %s cannot be placed', (line, code) => {
	const found = table(line)
	expect('problems' in found && found.problems[0]).toMatchObject({ code, row: 2 })
})
