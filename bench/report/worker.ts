import { fileURLToPath } from 'node:url'
import { snapshotId } from '#app/domain/report/rules.ts'
import type { ReportModel } from '#app/domain/report/view.ts'
import { drawDocument } from '#reports/pdf/document.ts'
import type { ReportDocument } from '#reports/pdf/document.ts'
import { progressReportDocument } from '#reports/progress-report/render.ts'
import { asHtml } from './as-html.ts'
import { asPdfkit } from './as-pdfkit.ts'
import { asPdfmake } from './as-pdfmake.ts'
import { largePlanModel } from './large-plan.ts'
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

const MODELS: Record<string, () => ReportModel> = { us: usPlanModel, large: largePlanModel }

const MAKERS: Record<string, (lay: () => ReportDocument) => Promise<Maker>> = {
	renaksi: (lay) =>
		Promise.resolve({
			make: async () => {
				const { blocks, frame } = lay()
				return drawDocument(blocks, frame)
			},
			close: done,
		}),
	pdfkit: (lay) =>
		Promise.resolve({
			make: () => {
				const { blocks, frame } = lay()
				const [statement = ''] = frame.footer
				return asPdfkit(blocks, (page) => `${statement} ${String(page)}`)
			},
			close: done,
		}),
	pdfmake: pdfmakeMaker,
	chromium: chromiumMaker,
}

async function pdfmakeMaker(lay: () => ReportDocument): Promise<Maker> {
	const { default: pdfmake } = await import('pdfmake')
	const font = (weight: string) =>
		fileURLToPath(new URL(`../../reports/fonts/NotoSans-${weight}.ttf`, import.meta.url))
	pdfmake.setLocalAccessPolicy(() => true)
	pdfmake.setUrlAccessPolicy(() => false)
	pdfmake.setFonts({ NotoSans: { normal: font('Regular'), bold: font('Bold') } })
	return {
		make: async () => {
			const { blocks, frame } = lay()
			const [statement = '', snapshot = ''] = frame.footer
			const footer = (page: number, pages: number) => [
				`${statement}   ${frame.pageWords(String(page), String(pages))}`,
				snapshot,
			]
			return pdfmake.createPdf(asPdfmake(blocks, footer)).getBuffer()
		},
		close: done,
	}
}

async function chromiumMaker(lay: () => ReportDocument): Promise<Maker> {
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
			await page.setContent(asHtml(lay().blocks))
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

/** Makes one report of a plan for every message, until it is told to stop. */
async function serve(way: string, plan: string): Promise<void> {
	const [opener, modelOf] = [MAKERS[way], MODELS[plan]]
	if (!opener || !modelOf) throw new Error(`no maker is called ${way}, or no plan ${plan}`)
	const model = modelOf()
	const id = snapshotId(model)
	const maker = await opener(() => progressReportDocument({ model, snapshotId: id, locale: 'en' }))
	process.on('message', (message) => {
		if (message === 'stop') void maker.close().then(() => process.exit(0))
		else void makeOne(maker).then((made) => process.send?.(made))
	})
	process.send?.(await makeOne(maker))
}

await serve(process.argv[2] ?? '', process.argv[3] ?? '')
