import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { snapshotId, snapshotText } from '#app/domain/report/rules.ts'
import { aProgressReport, asFrozenUnder } from '#tests/factories/report.ts'
import { renderReport } from '#reports/plan-report/render.ts'
import { aCommitmentRecord, aPlanRecord } from '#tests/factories/plan-record.ts'
import { LOG_KEY, SIGNED_CHECKPOINT } from '#tests/factories/signed-checkpoint.ts'
import { aSmallPlanRecord } from '#tests/factories/small-plan.ts'

// Other programs are started here, and a machine may be busy.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

const LOCALES = ['en', 'id'] as const
const model = aProgressReport(aSmallPlanRecord(), {
	asOfOn: '2026-08-01',
	checkpoint: SIGNED_CHECKPOINT,
	logKey: LOG_KEY,
	site: 'https://renaksi.example.org',
})
const folder = mkdtempSync(join(tmpdir(), 'progress-report-'))
const fileOf = (locale: string) => join(folder, `${locale}.pdf`)
const render = (locale: 'en' | 'id') => renderReport({ model, snapshotId: snapshotId(model), locale })
const ask = (tool: string, ...args: string[]) => execFileSync(tool, args, { encoding: 'utf8' })
const cli = (input: string, ...args: string[]) =>
	execFileSync(process.execPath, ['--import', 'tsx', 'reports/cli.ts', ...args], { input, stdio: 'pipe' })

beforeAll(async () => {
	for (const locale of LOCALES) writeFileSync(fileOf(locale), await render(locale))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('the same snapshot gives the same bytes', () => {
	test('twice in one process', async () => {
		expect(Buffer.from(await render('en')).equals(Buffer.from(await render('en')))).toBe(true)
	})
	test('in another process, from the file alone', async () => {
		const made = cli(snapshotText(model), '--lang', 'id')
		expect(made.equals(Buffer.from(await render('id')))).toBe(true)
	})
})

test.each([
	['no JSON', 'not JSON at all', 'This is not a snapshot of a progress report: the input is not JSON.'],
	['another file', '{"kind":"other"}', 'look at "kind"'],
])(
	'a file that is %s is refused with a plain sentence and exit code 2',
	(_what, input, sentence) => {
		try {
			cli(input)
			expect.unreachable('a malformed file must not give a report')
		} catch (error) {
			expect(error).toMatchObject({ status: 2, stderr: expect.objectContaining({}) })
			expect(String((error as { stderr: Buffer }).stderr)).toContain(sentence)
		}
	},
	30_000,
)

describe.each(LOCALES)('the report in %s', (locale) => {
	test('is a well-formed file', () => {
		expect(ask('qpdf', '--check', fileOf(locale))).toContain('No syntax or stream encoding errors found')
	})

	test('is tagged, names its language and shows its title', () => {
		const info = ask('pdfinfo', fileOf(locale))
		expect(info).toMatch(/Tagged:\s+yes/)
		expect(info).toMatch(/Title:\s+(Progress report|Laporan kemajuan): /)
		const catalogue = ask('qpdf', '--qdf', '--object-streams=disable', fileOf(locale), '-').slice(0, 4000)
		expect(catalogue).toContain(locale === 'en' ? '/Lang (en-GB)' : '/Lang (id-ID)')
		expect(ask('qpdf', '--qdf', fileOf(locale), '-')).toContain('/DisplayDocTitle true')
	})

	test('embeds every font', () => {
		const fonts = ask('pdffonts', fileOf(locale)).trim().split('\n').slice(2)
		expect(fonts.length).toBeGreaterThanOrEqual(2)
		for (const font of fonts) expect(font).toMatch(/\+NotoSans.*\byes yes yes\b/)
	})

	test('reads from the first to the last word as it should', async () => {
		await expect(ask('pdftotext', '-layout', fileOf(locale), '-')).toMatchFileSnapshot(
			`../../../fixtures/progress-report.${locale}.txt`,
		)
	})

	test.each(['1', '2', '3', '4'] as const)(
		'frozen under template %s, stays what it was',
		async (template) => {
			const { endAssessmentLateDays: _later, ...rules } = model.record.ruleSet.rules
			const record = { ...model.record, ruleSet: { ...model.record.ruleSet, rules } }
			const old = asFrozenUnder(template, template === '1' ? { ...model, record } : model)
			const file = fileOf(`template-${template}-${locale}`)
			writeFileSync(file, await renderReport({ model: old, snapshotId: snapshotId(old), locale }))
			await expect(ask('pdftotext', '-layout', file, '-')).toMatchFileSnapshot(
				`../../../fixtures/progress-report-template-${template}.${locale}.txt`,
			)
		},
	)

	test('is read aloud element by element as it should be', async () => {
		await expect(structureIn(fileOf(locale))).toMatchFileSnapshot(
			`../../../fixtures/progress-report.structure.${locale}.txt`,
		)
	})

	test('carries the snapshot it was drawn from, and the log’s checkpoint, which every page names', () => {
		expect(ask('pdfdetach', '-list', fileOf(locale))).toContain('2 embedded files')
		for (const [number, text] of [
			['1', SIGNED_CHECKPOINT],
			['2', snapshotText(model)],
		] as const) {
			const saved = join(folder, `attached-${number}.${locale}`)
			ask('pdfdetach', '-save', number, '-o', saved, fileOf(locale))
			expect(readFileSync(saved, 'utf8')).toBe(text)
		}
		const pages = ask('pdftotext', fileOf(locale), '-')
			.split('\f')
			.filter((page) => page.trim() !== '')
		for (const page of pages) expect(page).toContain('47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=')
	})

	test('has bookmarks for its chapters', () => {
		expect(ask('qpdf', '--json', '--json-key=outlines', fileOf(locale))).toContain(
			locale === 'en' ? 'Summary' : 'Ringkasan',
		)
	})

	test('keeps every line on its page and clear of the others', () => {
		const boxes = linesOf(ask('pdftotext', '-bbox-layout', fileOf(locale), '-'))
		expect(boxes.length).toBeGreaterThan(100)
		for (const box of boxes) {
			expect(box.xMin).toBeGreaterThanOrEqual(40)
			expect(box.xMax).toBeLessThanOrEqual(560)
			expect(box.yMax).toBeLessThanOrEqual(830)
		}
		expect(overlaps(boxes)).toEqual([])
	})

	test('says on every page that it is a demonstration and no official rating', () => {
		const pages = ask('pdftotext', fileOf(locale), '-')
			.split('\f')
			.filter((page) => page.trim() !== '')
		for (const page of pages) {
			expect(page).toContain(locale === 'en' ? 'DEMONSTRATION' : 'DEMONSTRASI')
			expect(page).toContain(
				locale === 'en' ? 'not an official OGP/IRM rating' : 'bukan penilaian resmi OGP/IRM',
			)
		}
	})
})

test('a table over several pages shows its header on each of them, and tags it once', async () => {
	const commitments = Array.from({ length: 60 }, (_, index) =>
		aCommitmentRecord({ id: `c${String(index)}`, position: index + 1, milestones: [] }),
	)
	const long = aProgressReport(aPlanRecord({ commitments }), { asOfOn: '2026-08-01' })
	const file = fileOf('long')
	writeFileSync(file, await renderReport({ model: long, snapshotId: snapshotId(long), locale: 'en' }))
	const times = (text: string) => text.match(/\bSchedule\b/g)?.length
	expect(times(ask('pdftotext', '-layout', file, '-'))).toBeGreaterThanOrEqual(2)
	const structure = structureIn(file)
	expect(times(structure)).toBe(1)
	expect(structure).not.toContain('Page 1 of')
})

test('letters of other scripts are drawn by typefaces of their own and kept for copying', () => {
	const text = ask('pdftotext', fileOf('en'), '-')
	expect(text).toContain('中文')
	const fonts = ask('pdffonts', fileOf('en'))
	expect(fonts).toContain('NotoSansArabic')
	expect(fonts).toContain('NotoSansCJKtc')
})

/**
 * The tags of a file with their words. The reader works out the colour profile anew for each element, which takes
 * minutes; so it gets a copy that does not name it.
 */
function structureIn(file: string): string {
	const copy = `${file}.plain.pdf`
	writeFileSync(
		copy,
		Buffer.from(readFileSync(file, 'latin1').replace('/OutputIntents ', '/OutputIntentz '), 'latin1'),
	)
	return ask('pdfinfo', '-struct-text', copy)
}

type Box = { page: number; xMin: number; xMax: number; yMin: number; yMax: number; text: string }

function linesOf(xhtml: string): readonly Box[] {
	return xhtml
		.split('<page ')
		.slice(1)
		.flatMap((page, number) =>
			[
				...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g),
			].map(([, xMin, yMin, xMax, yMax, text]): Box => ({
				page: number,
				xMin: Number(xMin),
				xMax: Number(xMax),
				yMin: Number(yMin),
				yMax: Number(yMax),
				text: text ?? '',
			})),
		)
}

/** Words that lie on each other by more than a fifth of their height; line boxes of a font may touch. */
function overlaps(boxes: readonly Box[]): readonly string[] {
	return boxes.flatMap((a, index) =>
		boxes.slice(index + 1).flatMap((b) => {
			if (a.page !== b.page) return []
			const across = Math.min(a.xMax, b.xMax) - Math.max(a.xMin, b.xMin)
			const down = Math.min(a.yMax, b.yMax) - Math.max(a.yMin, b.yMin)
			const deep = down > 0.2 * Math.min(a.yMax - a.yMin, b.yMax - b.yMin)
			return across > 0.5 && deep ? [`${a.text} / ${b.text} on page ${String(a.page + 1)}`] : []
		}),
	)
}
