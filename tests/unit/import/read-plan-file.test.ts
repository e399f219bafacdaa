import { expect, test } from 'vitest'
import { sayIn } from '#app/i18n/translate.ts'
import { NOTICE_CODES, PROBLEM_CODES } from '#app/import/problem.ts'
import { CELL_MAX_LENGTH, FILE_MAX_BYTES, ROWS_MAX } from '#app/import/table.ts'
import { readPlanFile } from '#app/import/read-plan-file.ts'
import { aMapping, aPlanSetting, aTenColumnFile, readText } from '#tests/factories/import-file.ts'

test('every wrong row and cell is told at once, with its place, its value and what is wrong', async () => {
	const { plan, problems } = await readText(
		aTenColumnFile(
			'1;T;;L;;31/02/2014;12/31/2014;Limited;;',
			'1;T;A;L;;01/02/14;01/01/2013;;;',
			'2;T;B;L;;05/06/2014;04/06/2014;;;',
			'3;T;B',
			';T;C;L;;;;;;',
		),
	)
	expect(plan).toBeNull()
	expect(problems.map(({ row, column, code }) => [row, column, code])).toEqual([
		[2, 'Start date', 'day_impossible'],
		[2, 'End date', 'day_impossible'],
		[2, 'Commitment', 'value_missing'],
		[3, 'No', 'key_twice'],
		[3, 'Start date', 'day_year_short'],
		[4, 'End date', 'days_reversed'],
		[5, null, 'row_width'],
		[6, 'No', 'value_missing'],
	])
	expect(problems[0]).toMatchObject({ value: '31/02/2014', detail: 'DMY' })
})

test('a row number is the one a spreadsheet shows, empty rows counted', async () => {
	const { problems } = await readText(aTenColumnFile('1;;A;;;;;;;', '', ';;;;;;;;;', '2;;B;;;soon;;;;'))
	expect(problems.map(({ row }) => row)).toEqual([5])
})

test('NR, ND, NA and Not Specified are no values', async () => {
	const { plan } = await readText(aTenColumnFile('1;NR;A;ND;NA;Not Specified;;ND;NR;NA'))
	expect(plan?.commitments[0]).toMatchObject({
		theme: null,
		leadInstitution: null,
		startsOn: null,
		codings: [],
	})
})

test('a number that a spreadsheet took for a fraction is the number that was meant', async () => {
	const { plan } = await readText(aTenColumnFile('2.2000000000000002;;A;;;;;;;'))
	expect(plan?.commitments[0]).toMatchObject({ key: '2-2', number: '2.2' })
})

test('text is stored in composed form, and as Indonesian where the person says so', async () => {
	const { plan } = await readText(aTenColumnFile('1;;Cafe\u0301;;;;;;;'), { language: 'id' })
	expect(plan?.commitments[0]).toMatchObject({ titleId: 'Café', titleEn: null })
})

test.each([
	['an empty file', '', 'file_empty'],
	['a header alone', aTenColumnFile(), 'file_empty'],
	['other columns', 'Nummer;Titel\n1;A', 'column_missing'],
	['a column twice', 'No;No\n1;2', 'column_twice'],
	['an open quotation', aTenColumnFile('1;;"A;;;;;;;'), 'quotes_broken'],
	['an endless cell', aTenColumnFile(`1;;${'A'.repeat(CELL_MAX_LENGTH + 1)};;;;;;;`), 'cell_too_long'],
	[
		'too many rows',
		aTenColumnFile(...Array.from({ length: ROWS_MAX + 1 }, (_, at) => `${at};;A;;;;;;;`)),
		'rows_too_many',
	],
	['too many bytes', 'A'.repeat(FILE_MAX_BYTES + 1), 'file_too_large'],
	['a broken workbook', 'PK\u0003\u0004not a zip', 'workbook_unreadable'],
])('%s is refused with a reason', async (_what, text, code) => {
	const { plan, problems } = await readText(text)
	expect(plan).toBeNull()
	expect(problems.map((problem) => problem.code)).toContain(code)
})

const oldWorkbook = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0)
test('a workbook of the old format is named as such', async () => {
	expect((await readPlanFile(oldWorkbook, [aMapping()], aPlanSetting())).problems).toMatchObject([
		{ code: 'file_unknown' },
	])
})

test.each([
	['no JSON', '{', 'json_broken'],
	['JSON without a plan', '{"a":1}', 'plan_missing'],
	['an unknown member', '{"plan":{"sauce":"x"},"commitments":[]}', 'json_unknown'],
	['a wrong type', '{"plan":{},"commitments":{}}', 'json_type'],
	[
		'a list without the plan that is asked for',
		'[{"plan_id":"IDN-NAP1"},{"plan_id":"IDN-NAP2"}]',
		'plan_choice',
	],
])('%s is refused with a reason', async (_what, text, code) => {
	const { problems } = await readText(text, { fileName: 'plan.json' })
	expect(problems.map((problem) => problem.code)).toContain(code)
})

test('our own JSON brings a plan as it is', async () => {
	const commitment = {
		key: '1',
		titleEn: 'A',
		source: 's',
		milestones: [{ key: 'm1', titleEn: 'M', source: 's' }],
	}
	const { plan, problems } = await readText(JSON.stringify({ plan: {}, commitments: [commitment] }), {
		fileName: 'plan.json',
	})
	expect(problems).toEqual([])
	expect(plan?.plan).toMatchObject({ id: 'id-test', memberId: 'indonesia', titleEn: 'A plan' })
	expect(plan?.commitments[0]?.milestones[0]).toMatchObject({ key: 'm1', titleEn: 'M', claims: [] })
})

test('every problem and notice has a sentence in both languages', () => {
	const values = { row: 1, column: 'c', value: 'v', detail: 'd' }
	for (const locale of ['en', 'id'] as const) {
		for (const code of PROBLEM_CODES) expect(sayIn(locale)(`import.error.${code}`, values)).toMatch(/\.$|d$/)
		for (const code of NOTICE_CODES) expect(sayIn(locale)(`import.notice.${code}`, values)).toMatch(/\.$/)
	}
})
