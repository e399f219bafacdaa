import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import type { ReportAbout } from '#app/domain/report-kind/rules.ts'
import { snapshotId } from '#app/domain/report/rules.ts'
import type { ReportModel } from '#app/domain/report/view.ts'
import { renderReport } from '#reports/plan-report/render.ts'
import { outsideOf, overlapsOf } from '#tests/unit/reports/pdf/page-checks.ts'
import { drawnOn } from '#tests/unit/reports/pdf/page-content.ts'
import { readPdf } from '#tests/unit/reports/pdf/read-pdf.ts'
import { pagesOf } from '#tests/unit/reports/pdf/structure.ts'
import { aProgressReport, asFrozenUnder } from '#tests/factories/report.ts'
import { LOG_KEY, SIGNED_CHECKPOINT } from '#tests/factories/signed-checkpoint.ts'
import { aSmallPlanRecord } from '#tests/factories/small-plan.ts'
import { withHistory } from '../said.ts'

vi.setConfig({ testTimeout: 60_000 })

const watch = { id: 'cso-1', name: { en: 'Budget Watch', id: 'Pemantau Anggaran' } }
const SEALED: readonly ReportAbout[] = [
	{ kind: 'divergence-report' },
	{ kind: 'checkpoint-report', checkpointCode: 'B03' },
	{ kind: 'shadow-report', organization: watch },
]
const LOCALES = ['en', 'id'] as const
const folder = mkdtempSync(join(tmpdir(), 'golden-'))
afterAll(() => rmSync(folder, { recursive: true }))

const site = 'https://renaksi.example.org'
const modelOf = (about: ReportAbout) =>
	withHistory(
		aProgressReport(aSmallPlanRecord(), {
			about,
			asOfOn: '2026-08-01',
			checkpoint: SIGNED_CHECKPOINT,
			logKey: LOG_KEY,
			site,
		}),
	)

async function drawn(model: ReportModel, locale: 'en' | 'id') {
	const bytes = await renderReport({ model, snapshotId: snapshotId(model), locale })
	const file = join(folder, `${model.kind}.${model.templateVersion}.${locale}.pdf`)
	writeFileSync(file, bytes)
	return { bytes, text: execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }) }
}

const inBoth = (abouts: readonly ReportAbout[]) =>
	abouts.flatMap((about) => LOCALES.map((locale) => [about.kind, locale, about] as const))

test.each(inBoth([...SEALED, { kind: 'status-report' }]))(
	'the %s in %s reads from the first to the last word as it should, inside its margins and never one over another',
	async (kind, locale, about) => {
		const { bytes, text } = await drawn(modelOf(about), locale)
		await expect(text).toMatchFileSnapshot(`../../../fixtures/${kind}.${locale}.txt`)
		const pdf = readPdf(bytes)
		const pages = pagesOf(pdf).map((page) => drawnOn(pdf, page))
		expect([pages.flatMap(outsideOf), pages.flatMap(overlapsOf)]).toEqual([[], []])
	},
)

test.each(inBoth(SEALED))(
	'the %s in %s that template 3 froze stays what it was',
	async (kind, locale, about) => {
		const { text } = await drawn(asFrozenUnder('3', modelOf(about)), locale)
		await expect(text).toMatchFileSnapshot(`../../../fixtures/${kind}-template-3.${locale}.txt`)
	},
)

test.each(inBoth([...SEALED, { kind: 'status-report' }]))(
	'the %s in %s that template 4 froze says nothing of a draft and stays what it was',
	async (kind, locale, about) => {
		const { text } = await drawn(asFrozenUnder('4', modelOf(about)), locale)
		await expect(text).toMatchFileSnapshot(`../../../fixtures/${kind}-template-4.${locale}.txt`)
	},
)
