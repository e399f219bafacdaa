import { fileURLToPath } from 'node:url'
import { snapshotId } from '#app/domain/report/rules.ts'
import { layoutProgressReport } from '#reports/progress-report/layout.ts'
import { progressReport } from '#reports/progress-report/model.ts'
import { renderProgressReport } from '#reports/progress-report/render.ts'
import { wordsIn } from '#reports/progress-report/words.ts'
import { asHtml } from './as-html.ts'
import { asPdfmake } from './as-pdfmake.ts'
import { usPlanModel } from './us-plan.ts'

/** What a way of making the report answers to each request for one more. */
export type Made = {
	readonly ms: number
	/** From the start of the process until now. */
	readonly sinceStartMs: number
	readonly peakRssBytes: number
	readonly bytes: number
	readonly pages: number
}

type Maker = { readonly make: () => Promise<Uint8Array>; readonly close: () => Promise<void> }

const model = usPlanModel()
const id = snapshotId(model)
const words = wordsIn('en')
const blocks = () => layoutProgressReport(progressReport(model, id), words)

const MAKERS: Record<string, () => Promise<Maker>> = {
	renaksi: () =>
		Promise.resolve({
			make: () => renderProgressReport({ model, snapshotId: id, locale: 'en' }),
			close: done,
		}),
	pdfmake: pdfmakeMaker,
	chromium: chromiumMaker,
}

async function pdfmakeMaker(): Promise<Maker> {
	const { default: pdfmake } = await import('pdfmake')
	const font = (weight: string) =>
		fileURLToPath(new URL(`../../reports/fonts/NotoSans-${weight}.ttf`, import.meta.url))
	pdfmake.setLocalAccessPolicy(() => true)
	pdfmake.setUrlAccessPolicy(() => false)
	pdfmake.setFonts({ NotoSans: { normal: font('Regular'), bold: font('Bold') } })
	const footer = (page: number, pages: number) => [
		`${words.say('report.statement')}   ${words.say('report.page', { page, pages })}`,
		id,
	]
	return { make: async () => pdfmake.createPdf(asPdfmake(blocks(), footer)).getBuffer(), close: done }
}

async function chromiumMaker(): Promise<Maker> {
	const { chromium } = await import('@playwright/test')
	const browser = await chromium.launch({
		executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	})
	const page = await browser.newPage()
	return {
		make: async () => {
			await page.setContent(asHtml(blocks()))
			await page.evaluate('document.fonts.ready')
			return page.pdf({ preferCSSPageSize: true })
		},
		close: () => browser.close(),
	}
}

async function done(): Promise<void> {
	// Nothing to close.
}

async function makeOne(maker: Maker): Promise<Made> {
	const start = performance.now()
	const bytes = await maker.make()
	const ms = performance.now() - start
	const pages =
		Buffer.from(bytes)
			.toString('latin1')
			.match(/\/Type\s*\/Page\b/g)?.length ?? 0
	const peakRssBytes = process.resourceUsage().maxRSS * 1024
	return { ms, sinceStartMs: start + ms, peakRssBytes, bytes: bytes.length, pages }
}

/** Makes one report for every message, until it is told to stop. */
async function serve(name: string): Promise<void> {
	const opener = MAKERS[name]
	if (!opener) throw new Error(`no maker is called ${name}`)
	const maker = await opener()
	process.on('message', (message) => {
		if (message === 'stop') void maker.close().then(() => process.exit(0))
		else void makeOne(maker).then((made) => process.send?.(made))
	})
	process.send?.(await makeOne(maker))
}

await serve(process.argv[2] ?? '')
