import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ensureBuilt } from '#app/build.server.ts'
import { chance, readOptions } from './support/options.ts'
import { percentile, progress, report } from './support/outcome.ts'
import { startProcess } from './support/site-process.ts'
import type { SiteProcess } from './support/site-process.ts'
import { Cut, visitorOf } from './support/visitor.ts'
import type { Visitor } from './support/visitor.ts'

// The site is told to end while people read:
//   npm run t:drain -- --rounds 50 [--seed N] [--quick] [--json]
// Whatever had been asked is answered, nobody waits for longer than ten seconds, and no claim on the folder stays.

const PORT = 4137
const READERS = 12
const ENDS_WITHIN_MS = 10_000
const PAGES = ['/en', '/id/plans', '/en/commitments', '/en/divergence', '/id/expectations', '/log/checkpoint']
const options = readOptions({ rounds: 50, quick: 4 })
const random = chance(options.seed)
const place = mkdtempSync(join(tmpdir(), 'renaksi-drain-'))
const dataDir = join(place, 'data')
const failures: string[] = []
const endsMs: number[] = []
const counts = { answered: 0, turnedAway: 0, lost: 0, claimsLeft: 0 }
const now: { site: SiteProcess | null } = { site: null }

process.on('exit', () => {
	now.site?.abandon()
	rmSync(place, { recursive: true, force: true })
})

try {
	await ensureBuilt((line) => progress(options, line))
	for (let round = 1; round <= options.rounds; round += 1) await once(round)
} catch (error) {
	failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
}
await now.site?.kill()
const longestMs = Math.max(0, ...endsMs)
if (longestMs > ENDS_WITHIN_MS) failures.push(`an end took ${String(Math.round(longestMs))} ms`)
const figures = {
	rounds: endsMs.length,
	...counts,
	endP95Ms: percentile(endsMs, 0.95),
	longestMs: Math.round(longestMs),
}
report({ suite: 'drain', figures, failures: [...new Set(failures)].slice(0, 20) }, options)

async function once(round: number): Promise<void> {
	const site = await startProcess({ dataDir, port: PORT })
	now.site = site
	const state = { isTold: false }
	const readers = Array.from({ length: READERS }, () => visitorOf(PORT))
	const reading = readers.map((reader) => readOn(reader, state, round))
	await wait(200 + Math.floor(random() * 800))
	state.isTold = true
	const told = performance.now()
	process.kill(site.pid, 'SIGTERM')
	await site.ended
	endsMs.push(performance.now() - told)
	await Promise.all(reading)
	for (const reader of readers) reader.leave()
	const claims = readdirSync(dataDir).filter((name) => name.endsWith('.lock'))
	counts.claimsLeft += claims.length
	if (claims.length > 0) failures.push(`round ${String(round)}: a claim on the folder stays`)
	progress(options, `${String(round)}: ended after ${String(Math.round(endsMs.at(-1) ?? 0))} ms`)
}

/** Reads until the site takes nothing new. What was asked before the site was told to end must be answered. */
async function readOn(reader: Visitor, state: { readonly isTold: boolean }, round: number): Promise<void> {
	for (;;) {
		const wasTold = state.isTold
		const path = PAGES[Math.floor(random() * PAGES.length)] ?? '/en'
		const answer = await reader.get(path).catch((error: unknown) => {
			if (error instanceof Cut) return null
			throw error
		})
		if (answer === null) {
			if (wasTold) counts.turnedAway += 1
			else {
				counts.lost += 1
				failures.push(`round ${String(round)}: ${path} was asked before the end and never answered`)
			}
			return
		}
		counts.answered += 1
		if (answer.status !== 200)
			failures.push(`round ${String(round)}: ${path} answered ${String(answer.status)}`)
	}
}
