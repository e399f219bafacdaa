import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import { z } from 'zod'
import { installedChromium } from '#tests/support/chromium.ts'
import { median } from './ratio.ts'

// When a public page is there on a slow line, and what it costs, against the same page without any script that links
// the whole stylesheet of govuk-frontend; one after the other in the same browser, each visit with an empty cache.
//   npm run bench:paint -- [--quick] [--json]
// The line is slow 3G (400 kbit/s, 400 ms) and the processor six times slower than this one. Ends with status 1 where
// a line is broken.

const PAINT_AT_MOST = 0.6
const TRANSFER_AT_MOST = 0.5
const PAINT_AT_MOST_MS = 3_000
const FIRST_AT_MOST_BYTES = 60_000
const REPEAT_AT_MOST_BYTES = 25_000
const ROUNDS = process.argv.includes('--quick') ? 3 : 5
const SLOW_3G = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
const CPU_SLOWER = 6

const Seeded = z.object({
	baseUrl: z.string(),
	objects: z.record(z.string(), z.array(z.object({ id: z.string() }))),
})

type Visit = { readonly paintMs: number; readonly bytes: number }

type Row = {
	readonly path: string
	readonly paintMs: number
	readonly otherPaintMs: number
	readonly bytes: number
	readonly otherBytes: number
	readonly repeatBytes: number
}

const govuk = readFileSync(
	join(import.meta.dirname, '..', 'node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.css'),
)
const running: ChildProcess[] = []
const executablePath = installedChromium()
const browser = await chromium.launch(executablePath === null ? {} : { executablePath })
try {
	const site = Seeded.parse(JSON.parse(await start()))
	const plan = site.objects.plan?.find(({ id }) => id.startsWith('id-'))?.id ?? ''
	const commitment = site.objects.commitment?.[0]?.id ?? ''
	const paths = ['/id', '/en/plans', `/en/plans/${plan}`, `/en/commitments/${commitment}`]
	const rows: Row[] = []
	for (const path of paths) rows.push(await compared(browser, site.baseUrl, path))
	print(rows)
} finally {
	await browser.close()
	for (const child of running) child.kill('SIGTERM')
}

async function compared(own: Browser, baseUrl: string, path: string): Promise<Row> {
	const linked = await linking(await (await fetch(`${baseUrl}${path}`)).text())
	const visits: { ours: Visit[]; other: Visit[] } = { ours: [], other: [] }
	for (let round = 0; round < ROUNDS; round += 1) {
		visits.ours.push((await visit(own, `${baseUrl}${path}`, 1))[0] ?? NOTHING)
		visits.other.push((await visit(own, linked.url, 1))[0] ?? NOTHING)
	}
	const [, again = NOTHING] = await visit(own, `${baseUrl}${path}`, 2)
	linked.server.close()
	const middle = (all: readonly Visit[], of: keyof Visit) => median(all.map((one) => one[of]))
	return {
		path,
		paintMs: Math.round(middle(visits.ours, 'paintMs')),
		otherPaintMs: Math.round(middle(visits.other, 'paintMs')),
		bytes: middle(visits.ours, 'bytes'),
		otherBytes: middle(visits.other, 'bytes'),
		repeatBytes: again.bytes,
	}
}

const NOTHING: Visit = { paintMs: Number.NaN, bytes: Number.NaN }

/** Reads an address some times with one cache. */
async function visit(own: Browser, url: string, times: number): Promise<readonly Visit[]> {
	const context = await own.newContext({ viewport: { width: 360, height: 640 } })
	const page = await context.newPage()
	const client = await context.newCDPSession(page)
	await client.send('Network.enable')
	await client.send('Network.emulateNetworkConditions', SLOW_3G)
	await client.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWER })
	let bytes = 0
	client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
	const visits: Visit[] = []
	for (let time = 0; time < times; time += 1) {
		bytes = 0
		await page.goto(url, { waitUntil: 'networkidle' })
		visits.push({ paintMs: await largestPaint(page), bytes })
	}
	await context.close()
	return visits
}

/** When the largest part of the first screen was drawn. Unit: milliseconds since the visit began. */
function largestPaint(page: Page): Promise<number> {
	return page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				new PerformanceObserver((list) => {
					resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)
				}).observe({ type: 'largest-contentful-paint', buffered: true })
			}),
	)
}

/** A bare server with the same page, which links the whole stylesheet instead of having its styles inside. */
async function linking(html: string): Promise<{ readonly server: Server; readonly url: string }> {
	const page = gzipSync(html.replace(/<style>[^]*?<\/style>/, '<link rel="stylesheet" href="/govuk.css">'))
	const styles = gzipSync(govuk)
	const server = createServer((req, res) => {
		const isStyles = req.url === '/govuk.css'
		const isPage = req.url === '/'
		res.writeHead(isPage || isStyles ? 200 : 404, {
			'Content-Type': isStyles ? 'text/css' : 'text/html; charset=utf-8',
			'Content-Encoding': 'gzip',
		})
		res.end(isStyles ? styles : isPage ? page : gzipSync(''))
	}).listen(0, '127.0.0.1')
	await once(server, 'listening')
	const address = server.address()
	const port = typeof address === 'object' && address ? address.port : 0
	return { server, url: `http://127.0.0.1:${String(port)}/` }
}

/** Starts a site with its first data and gives the line that describes it. */
async function start(): Promise<string> {
	const child = spawn(process.execPath, ['--import', 'tsx', 'tests/seed.ts', '--json'], {
		stdio: ['ignore', 'pipe', 'inherit'],
		env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn' },
	})
	running.push(child)
	for await (const line of createInterface({ input: child.stdout }))
		if (line.startsWith('{"baseUrl"')) return line
	throw new Error('the site did not start')
}

function print(rows: readonly Row[]): void {
	const told = rows.map((row) => {
		const paint = row.paintMs / row.otherPaintMs
		const transfer = row.bytes / row.otherBytes
		const isSmall = row.bytes <= FIRST_AT_MOST_BYTES && row.repeatBytes <= REPEAT_AT_MOST_BYTES
		const isSoon = row.paintMs <= PAINT_AT_MOST_MS
		const holds = paint <= PAINT_AT_MOST && transfer <= TRANSFER_AT_MOST && isSmall && isSoon
		return { ...row, paint: round(paint), transfer: round(transfer), holds }
	})
	if (process.argv.includes('--json'))
		process.stdout.write(`${JSON.stringify({ bench: 'paint', rows: told }, null, '\t')}\n`)
	else
		for (const row of told)
			process.stdout.write(
				`${row.path.padEnd(40)} painted ${String(row.paintMs).padStart(5)} ms (× ${String(row.paint)}), ` +
					`${String(row.bytes)} bytes (× ${String(row.transfer)}), again ${String(row.repeatBytes)}  ` +
					`${row.holds ? 'holds' : 'BROKEN'}\n`,
			)
	if (told.some(({ holds }) => !holds)) process.exitCode = 1
}

function round(ratio: number): number {
	return Math.round(ratio * 100) / 100
}
