import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { PlanFile } from '#app/domain/plan-file/schema.ts'
import { codeChoices } from '#app/export/code-choices.ts'
import { planCsvRows, planWorkbook } from '#app/export/plan-workbook.ts'
import { writeCsv } from '#app/export/write-csv.ts'
import { writeXlsx } from '#app/export/write-xlsx.ts'
import { openPlanTemplate, readPlanTemplate } from '#app/import/read-plan-template.ts'
import { sayIn } from '#app/i18n/translate.ts'
import { cellAt, typed, withCells } from '#tests/factories/changed-workbook.ts'
import { aPlanFile } from '#tests/factories/plan-file.ts'

const say = { en: sayIn('en'), id: sayIn('id') }
const choices = {
	...codeChoices(say),
	institution: [{ code: 'agency', name: { en: 'The agency', id: 'Dinas' } }],
}
const file = aPlanFile('Text')
const input = { file, isPublished: false, choices, locale: 'en' as const, say, notes: [] }
const workbook = writeXlsx(planWorkbook(input))

function problemsIn(bytes: Uint8Array, there: PlanFile | null = file) {
	const { problems } = readPlanTemplate(openPlanTemplate(bytes), { choices, there, isPublished: false })
	return problems.map(({ code, place, value, detail }) => ({ code, place, value, detail }))
}

function changed(sheet: string, cells: readonly (readonly [key: string, row: number, inside: string])[]) {
	const placed = cells.map(([key, row, inside]) => [cellAt(workbook, sheet, { key, row }), inside] as const)
	return withCells(workbook, sheet, Object.fromEntries(placed))
}

function withPart(name: string, text: string): Uint8Array {
	return zipSync({ ...unzipSync(workbook), [name]: strToU8(text) })
}

describe('each fault has its own code, with its cell and what stands there', () => {
	test.each([
		['a formula', 'Commitments', 'titleEn', '<f>1+1</f><v>2</v>', 'cell_formula', '2'],
		[
			'a day that does not exist',
			'Milestones',
			'endsOn',
			typed('31 June 2027'),
			'day_impossible',
			'31 June 2027',
		],
		['a month where a day is needed', 'Milestones', 'endsOn', typed('2027-06'), 'day_not_whole', '2027-06'],
		['an end before the start', 'Milestones', 'endsOn', typed('2027-01-31'), 'days_reversed', '2027-01-31'],
		['a value that is on no list', 'Commitments', 'ogpValue1', typed('Kindness'), 'word_unknown', 'Kindness'],
		['a commitment that is not there', 'Milestones', 'commitment', typed('9'), 'commitment_unknown', '9'],
		['a milestone of nothing', 'Milestones', 'commitment', typed(''), 'value_missing', null],
		['a key of another plan', 'Commitments', 'key', typed('x1'), 'key_unknown', 'x1'],
	])('%s', (_what, sheet, key, inside, code, value) => {
		const place = `${sheet}!${cellAt(workbook, sheet, { key, row: 3 })}`
		const detail = expect.anything() as unknown
		expect(problemsIn(changed(sheet, [[key, 3, inside]]))).toContainEqual({
			code,
			place: code === 'value_missing' ? place : place,
			value: code === 'value_missing' ? '' : value,
			detail: ['day_impossible', 'days_reversed', 'word_unknown'].includes(code) ? detail : null,
		})
	})

	test('a record that was changed in the file and, since it was made, here as well', () => {
		const here = {
			...file,
			commitments: file.commitments.map((row) => ({ ...row, version: row.version + 1 })),
		}
		const bytes = changed('Commitments', [['titleEn', 3, typed('Other')]])
		expect(problemsIn(bytes, here)).toEqual([
			{ code: 'changed_since', place: 'Commitments!B3', value: '2', detail: '3' },
		])
		expect(problemsIn(workbook, here)).toEqual([])
	})

	test('merged cells', () => {
		const parts = unzipSync(workbook)
		const name = 'xl/worksheets/sheet3.xml'
		const xml = new TextDecoder().decode(parts[name])
		const merged = xml.replace(
			'</sheetData>',
			'</sheetData><mergeCells count="1"><mergeCell ref="C4:C5"/></mergeCells>',
		)
		expect(problemsIn(zipSync({ ...parts, [name]: strToU8(merged) }))).toMatchObject([
			{ code: 'cells_merged', place: 'Commitments!C4:C5' },
		])
	})

	test('a sheet of another name, and a sheet that is not the template', () => {
		const parts = unzipSync(workbook)
		const names = new TextDecoder().decode(parts['xl/workbook.xml'])
		const renamed = strToU8(names.replace('name="Milestones"', 'name="Sheet3"'))
		expect(problemsIn(zipSync({ ...parts, 'xl/workbook.xml': renamed }))).toMatchObject([
			{ code: 'sheet_missing', value: 'Milestones' },
		])
		const other = changed('Commitments', [['titleEn', 2, typed('Title')]])
		expect(problemsIn(other)).toMatchObject([{ code: 'template_wrong', place: 'Commitments' }])
		expect(problemsIn(strToU8('No,Theme\n1,x\n'))).toMatchObject([{ code: 'template_wrong' }])
	})

	test('more than 2,000 rows', () => {
		const rows = planCsvRows(input)
		const [heads = [], keys = [], row = []] = rows
		const many = Array.from({ length: 2_001 }, () => row)
		expect(problemsIn(strToU8(writeCsv([heads, keys, ...many])))).toEqual([
			{ code: 'rows_too_many', place: '', value: '2001', detail: '2000' },
		])
	})

	test('rows of one commitment that say different things, in CSV', () => {
		const text = writeCsv(planCsvRows(input))
		const at = text.lastIndexOf('"1.10"')
		const bytes = strToU8(`${text.slice(0, at)}"1.11"${text.slice(at + 6)}`)
		expect(problemsIn(bytes).map(({ code }) => code)).toContain('rows_disagree')
	})
})

describe('a hostile file is refused with a sentence', () => {
	test.each([
		['macros', withPart('xl/vbaProject.bin', 'x'), 'workbook_macros'],
		['links to other workbooks', withPart('xl/externalLinks/externalLink1.xml', '<x/>'), 'workbook_links'],
		[
			'a document type',
			withPart('xl/workbook.xml', '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>'),
			'workbook_unreadable',
		],
		[
			'a part that unpacks to 300 MB',
			zipSync({ 'xl/sharedStrings.xml': new Uint8Array(300_000_000) }),
			'workbook_too_large',
		],
		[
			'600 parts',
			zipSync(Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`p${at}`, strToU8('x')]))),
			'workbook_too_large',
		],
		['half a workbook', workbook.slice(0, workbook.length / 2), 'workbook_unreadable'],
		['no workbook', zipSync({ 'a.txt': strToU8('a') }), 'workbook_unreadable'],
		['the old binary format', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]), 'file_unknown'],
		['nothing', new Uint8Array(0), 'file_empty'],
		['too many bytes', new Uint8Array(5 * 1024 * 1024 + 1), 'file_too_large'],
	])('%s', (_what, bytes, code) => {
		expect(problemsIn(bytes)).toMatchObject([{ code }])
		expect(say.en(`import.error.${code}`, { value: '', detail: '' })).not.toBe('')
	})

	test('what a workbook says of its own sizes is not believed', () => {
		const bomb = zipSync({ 'xl/sharedStrings.xml': new Uint8Array(100_000_000) }, { level: 1 })
		const view = new DataView(bomb.buffer)
		// The size before packing, in the header of the part.
		view.setUint32(22, 10, true)
		expect(problemsIn(bomb)).toMatchObject([{ code: 'workbook_too_large' }])
	}, 30_000)
})
