import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { ensureBuilt } from '#app/build.server.ts'
import { startServer } from '../../bench/throwaway-server.ts'
import type { ThrowawayServer } from '../../bench/throwaway-server.ts'
import { writeUntil } from './launch/writers.ts'
import { readOptions } from './support/options.ts'
import { percentile, progress, report } from './support/outcome.ts'
import { signInAll } from './support/people.ts'
import { defectsOf, startProcess } from './support/site-process.ts'
import type { SiteProcess } from './support/site-process.ts'

// The day on which everybody looks: two hundred readers, none of whom pauses, while ten people write and publish with a
// second between two forms, on PostgreSQL, at a site whose pages have been read before; then one who scrapes everything
// with a hundred connections beside somebody who reads page after page.
//   npm run t:launch -- [--rounds SECONDS] [--quick] [--json]
// Nothing breaks, readers wait a second at most, writers half of one, and nobody's greed is felt by others.

const PORT = 4127
const DATABASE_PORT = 5461
const READERS = 200
const SCRAPERS = 100
const READ_P99_MS = 1_000
const WRITE_P95_MS = 500
const MOST_RSS_MB = 512
const SLOWER_BESIDE_SCRAPER = 2
/** What nobody feels: twice as long as less than this is not counted. */
const FELT_MS = 5
const STEADY_READS_S = 10
const LOOK_MS = 500

/** Addresses without number, none of which is at hand. */
const SCRAPED = ['/en/commitments?q=a{n}', '/en/search?q=b{n}', '/api/v1/commitments?q=c{n}']

const Crowd = z.object({
	answers: z.number(),
	statuses: z.record(z.string(), z.number()),
	p50: z.number(),
	p95: z.number(),
	p99: z.number(),
})
type Crowd = z.infer<typeof Crowd>

const options = readOptions({ rounds: 60, quick: 10 })
const place = mkdtempSync(join(tmpdir(), 'renaksi-launch-'))
const failures: string[] = []
const now: { site: SiteProcess | null; server: ThrowawayServer | null; mostRssMb: number } = {
	...{ site: null, server: null, mostRssMb: 0 },
}
process.env.TRUSTED_PROXIES = '1'
process.on('SIGINT', () => process.exit(130))
process.on('SIGTERM', () => process.exit(143))
process.on('exit', () => {
	now.site?.abandon()
	now.server?.stop()
	rmSync(place, { recursive: true, force: true })
})

const figures = await run().catch((error: unknown) => {
	failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
	return {}
})
if (now.site && failures.length > 0) failures.push(...defectsOf(now.site))
await now.site?.kill()
report({ suite: 'launch', figures, failures }, options)

async function run() {
	await ensureBuilt((line) => progress(options, line))
	now.server = startServer(DATABASE_PORT)
	now.site = await startProcess({
		...{ dataDir: join(place, 'data'), port: PORT },
		databaseUrl: `${now.server.url}/postgres`,
	})
	const { site } = now
	const people = await signInAll(site)
	const paths = await pagesOf()
	progress(options, `${String(paths.length)} addresses, ${String(READERS)} readers`)
	const looking = setInterval(() => (now.mostRssMb = Math.max(now.mostRssMb, rssMbOf(site.pid))), LOOK_MS)
	const first = await crowd(READERS, options.rounds / 4, paths)
	let isOver = false
	const writing = writeUntil(() => isOver, { port: PORT, people })
	const readers = await crowd(READERS, options.rounds, paths)
	isOver = true
	const written = await writing
	clearInterval(looking)
	const [alone, scraped, beside] = await besideScraper(paths)
	return judged({ first, readers, written, alone, scraped, beside })
}

type Seen = {
	/** The same readers before, when no page was at hand. */
	readonly first: Crowd
	readonly readers: Crowd
	readonly written: Awaited<ReturnType<typeof writeUntil>>
	readonly alone: Crowd
	readonly scraped: Crowd
	readonly beside: Crowd
}

function judged({ first, readers, written, alone, scraped, beside }: Seen) {
	const writeP95Ms = percentile(written.tookMs, 0.95)
	const slower = beside.p95 / Math.max(alone.p95, FELT_MS)
	const broken = [first, readers, alone, scraped, beside].flatMap(({ statuses }) =>
		Object.entries(statuses).flatMap(([status, times]) =>
			Number(status) >= 500 || status === 'cut' ? [`${String(times)} answers with ${status}`] : [],
		),
	)
	failures.push(...broken, ...written.faults.slice(0, 5))
	hold(readers.p99 <= READ_P99_MS, `readers wait ${readers.p99.toFixed(0)} ms at the 99th percentile`)
	hold(writeP95Ms <= WRITE_P95_MS, `writers wait ${String(writeP95Ms)} ms at the 95th percentile`)
	hold(now.mostRssMb <= MOST_RSS_MB, `the process took ${String(now.mostRssMb)} MB`)
	hold(slower <= SLOWER_BESIDE_SCRAPER, `beside a scraper, others wait ${slower.toFixed(2)} times as long`)
	hold(written.acts > 0, 'nothing was published')
	return {
		...{ seconds: options.rounds, pages: readers.answers, statuses: JSON.stringify(readers.statuses) },
		firstP99Ms: round(first.p99),
		...{ readP50Ms: round(readers.p50), readP99Ms: round(readers.p99) },
		...{ forms: written.tookMs.length, acts: written.acts, writeP95Ms, mostRssMb: now.mostRssMb },
		...{ aloneP95Ms: round(alone.p95), besideScraperP95Ms: round(beside.p95), timesSlower: round(slower) },
		...{ scraped: JSON.stringify(scraped.statuses) },
	}
}

function hold(isSo: boolean, otherwise: string): void {
	if (!isSo) failures.push(otherwise)
}

/** Somebody reads page after page, alone and then while another asks for everything that is not at hand. */
async function besideScraper(paths: readonly string[]): Promise<readonly [Crowd, Crowd, Crowd]> {
	const alone = await crowd(1, STEADY_READS_S, paths)
	const scraping = crowd(SCRAPERS, STEADY_READS_S + 2, ['--one-address', ...SCRAPED])
	const beside = await crowd(1, STEADY_READS_S, paths)
	return [alone, await scraping, beside]
}

/** Public pages: of everything that plans and members have. */
async function pagesOf(): Promise<readonly string[]> {
	const lists = [
		'',
		'/plans',
		'/members',
		'/commitments',
		'/divergence',
		'/expectations',
		'/practices',
		'/log',
	]
	const pages = new Set(lists.flatMap((path) => [`/en${path}`, `/id${path}`]))
	for (const path of ['/en/plans', '/en/commitments']) {
		const html = await (await fetch(`http://127.0.0.1:${String(PORT)}${path}`)).text()
		for (const [, page = ''] of html.matchAll(/href="(\/en\/(?:plans|commitments)\/[\w.-]+)"/g))
			pages.add(page).add(page.replace('/en/', '/id/'))
	}
	return [...pages]
}

async function crowd(connections: number, seconds: number, paths: readonly string[]): Promise<Crowd> {
	const file = join(import.meta.dirname, 'launch', 'crowd.ts')
	const args = [PORT, connections, seconds].map(String)
	const child = spawn(process.execPath, ['--import', 'tsx', file, ...args, ...paths], {
		stdio: ['ignore', 'pipe', 'inherit'],
	})
	const text = Buffer.concat(await child.stdout.toArray()).toString()
	return Crowd.parse(JSON.parse(text))
}

/** What a process holds in memory. Unit: megabytes. Zero where the system does not tell. */
function rssMbOf(pid: number): number {
	try {
		const [, kb = '0'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8')) ?? []
		return Math.round(Number(kb) / 1_024)
	} catch {
		return 0
	}
}

function round(value: number): number {
	return Math.round(value * 10) / 10
}
