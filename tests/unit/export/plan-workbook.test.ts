import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { planCsvRows, planWorkbook } from '#app/export/plan-workbook.ts'
import { codeChoices } from '#app/export/code-choices.ts'
import { writeCsv } from '#app/export/write-csv.ts'
import { writeXlsx } from '#app/export/write-xlsx.ts'
import { openPlanTemplate, readPlanTemplate } from '#app/import/read-plan-template.ts'
import { differences } from '#app/domain/plan-file/rules.ts'
import type { PlanFile } from '#app/domain/plan-file/schema.ts'
import { sayIn } from '#app/i18n/translate.ts'
import { HARD_TEXTS, aPlanFile } from '#tests/factories/plan-file.ts'

const say = { en: sayIn('en'), id: sayIn('id') }
const institution = [{ code: 'agency', name: { en: 'The agency', id: 'Dinas' } }]
const choices = { ...codeChoices(say), institution }

function input(file: PlanFile | null, locale: 'en' | 'id' = 'en') {
	return { file, isPublished: false, choices, locale, say, notes: ['plan-file.note.published'] }
}

function xlsxOf(file: PlanFile, locale?: 'en' | 'id'): Uint8Array {
	return writeXlsx(planWorkbook(input(file, locale)))
}

function csvOf(file: PlanFile): Uint8Array {
	return strToU8(writeCsv(planCsvRows(input(file))))
}

function read(bytes: Uint8Array, there: PlanFile | null) {
	return readPlanTemplate(openPlanTemplate(bytes), { choices, there, isPublished: false })
}

test.each(HARD_TEXTS)('%s comes back from both kinds of file as it was', (_what, text) => {
	const file = aPlanFile(text)
	for (const bytes of [xlsxOf(file), xlsxOf(file, 'id'), csvOf(file)]) {
		const back = read(bytes, file)
		expect(back.problems).toEqual([])
		expect(back.file && differences(file, back.file)).toEqual([])
		expect(back.file).toEqual(file)
	}
})

test('the same plan is the same bytes, whenever it is written', () => {
	expect(xlsxOf(aPlanFile('x'))).toEqual(xlsxOf(aPlanFile('x')))
})

test('no cell of a CSV file begins with what a spreadsheet would run', () => {
	const cells = HARD_TEXTS.map(([, text]) => writeCsv([[text]]).slice(2))
	expect(cells.filter((cell) => /^[=+\-@\t]/.test(cell))).toEqual([])
})

test('keys are locked, values are open, and codes are chosen from a list', () => {
	const parts = unzipSync(xlsxOf(aPlanFile('x')))
	const xml = strFromU8(parts['xl/worksheets/sheet3.xml'] ?? new Uint8Array())
	expect(xml).toContain('<sheetProtection sheet="1"')
	expect(xml).toMatch(/<col min="1" max="1" width="12" style="3"/)
	expect(xml).toMatch(/<col min="4" max="4" width="40" style="4"/)
	expect([...xml.matchAll(/<dataValidation type="list"/g)].length).toBe(5 + 1 + 3)
})

test('a workbook that another program would write is read alike: shared texts, and days as numbers', () => {
	const file = aPlanFile('shared')
	const parts = unzipSync(xlsxOf(file))
	const name = 'xl/worksheets/sheet2.xml'
	const xml = strFromU8(parts[name] ?? new Uint8Array()).replace(
		/t="inlineStr"><is><t xml:space="preserve">2027-01-01<\/t><\/is>/,
		'><v>46388</v>',
	)
	const bytes = zipSync({ ...parts, [name]: strToU8(xml) })
	expect(read(bytes, file).file?.plan.fields.startsOn).toBe('2027-01-01')
})
