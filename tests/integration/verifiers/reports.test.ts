import { afterAll, expect, test } from 'vitest'
import { miniLog, miniRecords } from './mini-log.ts'
import { checkAll, pageVerifier } from './page-verifier.ts'
import { pythonVerifier } from './python-verifier.ts'
import { miniReport, pdfOf } from './reports.ts'

const page = pageVerifier()
const python = pythonVerifier()
afterAll(() => python.close())

const { key, log, files, record, receipt } = await miniReport()
const codesOf = async (given: Record<string, string | Uint8Array>) => {
	const { verdict, findings } = await checkAll(page, given)
	return { verdict, codes: findings.map(({ code }) => code) }
}

const check = (pdf: Uint8Array) =>
	python.run(['report', 'pdf', '--record', 'record', '--receipt', 'receipt', '--key', key], {
		pdf,
		record,
		receipt,
	})

test.each(['en', 'id'] as const)(
	'with its record and receipt, the PDF in “%s” is proven byte for byte',
	async (lang) => {
		const { verdict, findings } = await checkAll(page, { key, pdf: files[lang], record, receipt })
		expect(verdict).toBe('ok')
		const said = findings.map(({ code, values }) => [code, values.language])
		expect(said).toContainEqual(['report.ok', lang])
		expect(said).toContainEqual(['report.snapshot', undefined])
		expect(await check(files[lang])).toEqual({ status: 0, said: expect.stringContaining('byte for byte') })
	},
)

test('alone, the data and the checkpoint inside are read, and the PDF itself is not called proven', async () => {
	const { verdict, codes } = await codesOf({ key, pdf: files.en })
	expect(verdict).toBe('open')
	expect(codes).toEqual(expect.arrayContaining(['report.alone', 'report.inside', 'signature.ok']))
})

test('without its receipt, the record of the report is not known to be in the log', async () => {
	expect((await codesOf({ key, pdf: files.en, record })).verdict).toBe('open')
})

test('another PDF with the same true files inside is refused', async () => {
	const inside = { 'checkpoint.txt': log.checkpoint(20), 'snapshot.json': '{}' }
	const forged = await pdfOf('Everything is complete', inside)
	const { verdict, codes } = await codesOf({ key, pdf: forged, record, receipt })
	expect([verdict, codes.includes('report.bad')]).toEqual(['bad', true])
	expect((await check(forged)).status).toBe(1)
})

test('a checkpoint inside that the log did not sign is found even where the record is missing', async () => {
	const other = miniLog('log.example/reports', Buffer.alloc(32, 1), miniRecords(3))
	const forged = await pdfOf('Report', { 'checkpoint.txt': other.checkpoint(3), 'snapshot.json': '{}' })
	expect((await codesOf({ key, pdf: forged })).codes).toContain('signature.none')
	const broken = await pdfOf('Report', { 'checkpoint.txt': 'no checkpoint', 'snapshot.json': '{}' })
	expect((await codesOf({ key, pdf: broken })).codes).toContain('unread')
})

test('a PDF whose inside cannot be read says so', async () => {
	const bare = await pdfOf('Report', {})
	expect((await codesOf({ key, pdf: bare })).codes).toEqual(
		expect.arrayContaining(['report.empty', 'report.alone']),
	)
})
