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

// A public page when repeated, against bare node:http with the same compressed bytes and against an empty Remix page;
// the same where the reader has the page already (304).
//   npm run bench:page -- [--quick] [--json]
// Requests per second and the slowest in a hundred: medians of rounds that take turns, the same connections, the load in
// a process of its own. Ends with status 1 where a page is below LEAST of bare node:http, or slower than SLOWEST.

const LEAST = 0.7
const SLOWEST = 1.5
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
	latency: z.object({ p99: z.number() }),
	non2xx: z.number(),
	'3xx': z.number(),
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
	for (const [name, path] of pages)
		for (const has of [false, true])
			rows.push({
				name: has ? `${name}, 304` : name,
				...(await compare(`${site.baseUrl}${path}`, remix, has)),
			})
	const figures = rows.map((row) => ({
		...row,
		ofBare: row.page.perSecond / row.bare.perSecond,
		timesRemix: row.page.perSecond / row.remix.perSecond,
		// A clock of whole milliseconds cannot tell one from two.
		slower: Math.max(row.page.p99, 2) / Math.max(row.bare.p99, 2),
	}))
	const judged = figures.map((row) => ({ ...row, holds: row.ofBare >= LEAST && row.slower <= SLOWEST }))
	print(judged)
	return judged.every((figure) => figure.holds) ? 0 : 1
}

/** `has`: the reader has the page, and is told that it is the same. */
async function compare(url: string, remix: string, has: boolean) {
	const bytes = await saved(url, has)
	const bare = `http://127.0.0.1:${await start(['bench/page-servers.ts', 'bare', bytes.file])}/`
	const rounds = { page: [] as Load[], bare: [] as Load[], remix: [] as Load[] }
	const tag = has ? bytes.tag : null
	for (const target of [url, bare, remix]) await load(target, { seconds: 1, tag })
	for (let round = 0; round < ROUNDS; round += 1) {
		rounds.page.push(await load(url, { seconds: SECONDS, tag }))
		rounds.bare.push(await load(bare, { seconds: SECONDS, tag }))
		rounds.remix.push(await load(remix, { seconds: SECONDS, tag }))
	}
	return {
		bytes: bytes.size,
		page: middle(rounds.page),
		bare: middle(rounds.bare),
		remix: middle(rounds.remix),
	}
}

type Load = { readonly perSecond: number; readonly p99: number }

function middle(loads: readonly Load[]): Load {
	return {
		perSecond: median(loads.map(({ perSecond }) => perSecond)),
		p99: median(loads.map(({ p99 }) => p99)),
	}
}

/** The page as a browser gets it, kept with its headers for the bare server. */
async function saved(url: string, has: boolean): Promise<{ file: string; size: number; tag: string }> {
	const first = await read(url, {})
	const tag = String(first.headers.etag)
	const answer = has ? await read(url, { 'if-none-match': tag }) : first
	const body = Buffer.concat(await answer.toArray())
	if (answer.statusCode !== (has ? 304 : 200))
		throw new Error(`${url} answered ${answer.statusCode ?? 'nothing'}`)
	const own = answer.rawHeaders.map((_text, at) => at).filter((at) => at % 2 === 0)
	const kept = own.filter((at) => !/^(date|connection|keep-alive)$/i.test(answer.rawHeaders[at] ?? ''))
	const file = join(folder, `${running.length}.bytes`)
	const headers = kept.flatMap((at) => answer.rawHeaders.slice(at, at + 2))
	writeFileSync(file, body)
	writeFileSync(`${file}.json`, JSON.stringify({ status: answer.statusCode, headers }))
	return { file, size: body.length, tag }
}

function read(url: string, headers: Record<string, string>): Promise<IncomingMessage> {
	return new Promise((resolve, reject) => {
		get(url, { headers: { ...headers, 'accept-encoding': 'gzip' } }, resolve).on('error', reject)
	})
}

/** How many requests per second the address answers, and how long the slowest in a hundred takes. Unit: milliseconds. */
async function load(
	url: string,
	{ seconds, tag }: { readonly seconds: number; readonly tag: string | null },
): Promise<Load> {
	const asked = ['accept-encoding=gzip', ...(tag === null ? [] : [`if-none-match=${tag}`])]
	const headers = asked.flatMap((line) => ['-H', line])
	const args = ['-c', String(CONNECTIONS), '-d', String(seconds), ...headers, '--json', url]
	const child = spawn(process.execPath, ['node_modules/autocannon/autocannon.js', ...args], {
		stdio: ['ignore', 'pipe', 'ignore'],
	})
	const text = Buffer.concat(await child.stdout.toArray()).toString()
	const { requests, latency, errors, ...answers } = Measured.parse(JSON.parse(text))
	const odd = tag === null ? answers.non2xx : answers.non2xx - answers['3xx']
	if (odd + errors > 0) throw new Error(`${url}: ${odd} other answers, ${errors} broke off`)
	return { perSecond: requests.average, p99: latency.p99 }
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
	slower: number
	holds: boolean
}

function print(figures: readonly Figure[]): void {
	if (process.argv.includes('--json'))
		return void process.stdout.write(`${JSON.stringify({ least: LEAST, slowest: SLOWEST, figures })}\n`)
	process.stdout.write('page               bytes   page/s   bare/s  remix/s  of bare  × p99  × empty Remix\n')
	for (const row of figures) {
		const cells = [
			String(row.bytes),
			row.page.perSecond.toFixed(0),
			row.bare.perSecond.toFixed(0),
			row.remix.perSecond.toFixed(0),
			row.ofBare.toFixed(2),
			row.slower.toFixed(2),
		]
		const line = cells.map((cell, at) => cell.padStart(at === 0 ? 6 : 9)).join('')
		process.stdout.write(
			`${row.name.padEnd(18)}${line}${row.timesRemix.toFixed(1).padStart(14)}  ${row.holds ? 'holds' : 'BROKEN'}\n`,
		)
	}
}
