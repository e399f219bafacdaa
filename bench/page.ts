import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'

// A public page when repeated, against bare node:http with the same compressed bytes and against an empty Remix page.
//   npm run bench:page -- [--quick] [--json]
// Requests per second: medians of rounds that take turns, the same connections, the load in a process of its own.
// Ends with status 1 where a page is below LEAST of bare node:http.

const LEAST = 0.4
const CONNECTIONS = 32
const isQuick = process.argv.includes('--quick')
const ROUNDS = isQuick ? 3 : 7
const SECONDS = isQuick ? 2 : 5

const Seeded = z.object({
	baseUrl: z.string(),
	objects: z.record(z.string(), z.array(z.object({ id: z.string() }))),
})
const Measured = z.object({
	requests: z.object({ average: z.number() }),
	non2xx: z.number(),
	errors: z.number(),
})

const folder = mkdtempSync(join(tmpdir(), 'renaksi-bench-'))
const running: ChildProcess[] = []

try {
	process.exitCode = await measure()
} finally {
	for (const child of running) child.kill('SIGTERM')
	rmSync(folder, { recursive: true, force: true })
}

async function measure(): Promise<number> {
	const site = Seeded.parse(JSON.parse(await start(['tests/seed.ts', '--json'])))
	const remix = `http://127.0.0.1:${await start(['bench/page-servers.ts', 'remix'])}/`
	const commitment = site.objects.commitment?.[0]?.id
	if (!commitment) throw new Error('the site has no commitment')
	const pages = [
		['plan list', '/en/plans'],
		['commitment', `/en/commitments/${commitment}`],
	] as const
	const rows = []
	for (const [name, path] of pages) rows.push({ name, ...(await compare(`${site.baseUrl}${path}`, remix)) })
	const figures = rows.map((row) => ({
		...row,
		ofBare: row.page / row.bare,
		timesRemix: row.page / row.remix,
		holds: row.page / row.bare >= LEAST,
	}))
	print(figures)
	return figures.every((figure) => figure.holds) ? 0 : 1
}

async function compare(url: string, remix: string) {
	const bytes = await saved(url)
	const bare = `http://127.0.0.1:${await start(['bench/page-servers.ts', 'bare', bytes.file])}/`
	const rounds = { page: [] as number[], bare: [] as number[], remix: [] as number[] }
	for (const target of [url, bare, remix]) await load(target, 1)
	for (let round = 0; round < ROUNDS; round += 1) {
		rounds.page.push(await load(url, SECONDS))
		rounds.bare.push(await load(bare, SECONDS))
		rounds.remix.push(await load(remix, SECONDS))
	}
	return {
		bytes: bytes.size,
		page: median(rounds.page),
		bare: median(rounds.bare),
		remix: median(rounds.remix),
	}
}

/** The page as a browser gets it, kept with its headers for the bare server. */
async function saved(url: string): Promise<{ file: string; size: number }> {
	const answer = await new Promise<IncomingMessage>((resolve, reject) => {
		get(url, { headers: { 'accept-encoding': 'br, gzip' } }, resolve).on('error', reject)
	})
	const body = Buffer.concat(await answer.toArray())
	if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode ?? 'nothing'}`)
	const own = answer.rawHeaders.map((_text, at) => at).filter((at) => at % 2 === 0)
	const kept = own.filter((at) => !/^(date|connection|keep-alive)$/i.test(answer.rawHeaders[at] ?? ''))
	const file = join(folder, `${running.length}.bytes`)
	writeFileSync(file, body)
	writeFileSync(`${file}.json`, JSON.stringify(kept.flatMap((at) => answer.rawHeaders.slice(at, at + 2))))
	return { file, size: body.length }
}

/** Requests per second that the address answers. */
async function load(url: string, seconds: number): Promise<number> {
	const args = [
		'-c',
		String(CONNECTIONS),
		'-d',
		String(seconds),
		'-H',
		'accept-encoding=br, gzip',
		'--json',
		url,
	]
	const child = spawn(process.execPath, ['node_modules/autocannon/autocannon.js', ...args], {
		stdio: ['ignore', 'pipe', 'ignore'],
	})
	const text = Buffer.concat(await child.stdout.toArray()).toString()
	const { requests, non2xx, errors } = Measured.parse(JSON.parse(text))
	if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} answers were not 2xx, ${errors} broke off`)
	return requests.average
}

/** Starts a server and gives the first line it prints. */
async function start(args: readonly string[]): Promise<string> {
	const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
		stdio: ['ignore', 'pipe', 'inherit'],
		env: { ...process.env, NODE_ENV: 'production' },
	})
	running.push(child)
	const [line] = (await Promise.race([
		once(createInterface({ input: child.stdout }), 'line'),
		once(child, 'exit').then(() => Promise.reject(new Error(`${args.join(' ')} did not start`))),
	])) as [string]
	return line
}

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b)
	return sorted[Math.floor(sorted.length / 2)] ?? 0
}

type Figure = Awaited<ReturnType<typeof compare>> & {
	name: string
	ofBare: number
	timesRemix: number
	holds: boolean
}

function print(figures: readonly Figure[]): void {
	if (process.argv.includes('--json'))
		return void process.stdout.write(`${JSON.stringify({ least: LEAST, figures })}\n`)
	process.stdout.write('page          bytes   page/s   bare/s  remix/s  of bare  × empty Remix\n')
	for (const row of figures) {
		const cells = [
			String(row.bytes),
			row.page.toFixed(0),
			row.bare.toFixed(0),
			row.remix.toFixed(0),
			row.ofBare.toFixed(2),
		]
		const line = cells.map((cell, at) => cell.padStart(at === 0 ? 6 : 9)).join('')
		process.stdout.write(
			`${row.name.padEnd(13)}${line}${row.timesRemix.toFixed(1).padStart(14)}  ${row.holds ? 'holds' : `below ${LEAST}`}\n`,
		)
	}
}
