import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '#app/build.server.ts'
import { readOptions } from './support/options.ts'
import { percentile, progress, report } from './support/outcome.ts'
import { NotStarted, startProcess } from './support/site-process.ts'
import type { SiteProcess } from './support/site-process.ts'
import { visitorOf } from './support/visitor.ts'

// A second server on the data folder of a first, and a third after the first was killed:
//   npm run t:twice -- --rounds 20 [--quick] [--json]
// The second is refused within three seconds and harms nobody, the third takes over.

const [FIRST, SECOND] = [4127, 4128]
const REFUSED_WITHIN_MS = 3_000
const options = readOptions({ rounds: 20, quick: 3 })
const place = mkdtempSync(join(tmpdir(), 'renaksi-twice-'))
const dataDir = join(place, 'data')
const failures: string[] = []
const refusalsMs: number[] = []
const counts = { refused: 0, unharmed: 0, takenOver: 0 }
const running = new Set<SiteProcess>()

process.on('exit', () => {
	for (const site of running) site.abandon()
	rmSync(place, { recursive: true, force: true })
})

try {
	await ensureBuilt((line) => progress(options, line))
	let site = await start(FIRST)
	for (let round = 1; round <= options.rounds; round += 1) {
		await refuse(round)
		const reader = visitorOf(FIRST)
		if ((await reader.get('/readyz')).status === 200) counts.unharmed += 1
		else failures.push(`round ${String(round)}: the first server does not answer as before`)
		reader.leave()
		await site.kill()
		running.delete(site)
		site = await start(FIRST)
		counts.takenOver += 1
		progress(options, `${String(round)}: refused, unharmed, taken over`)
	}
	await site.kill()
	const locks = readdirSync(dataDir).filter((name) => name.endsWith('.lock'))
	if (locks.length > 1) failures.push(`${String(locks.length)} claims lie in the folder`)
} catch (error) {
	failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
}
const refusedMs = Math.max(0, ...refusalsMs)
if (refusedMs > REFUSED_WITHIN_MS)
	failures.push(`a second server was refused after ${String(Math.round(refusedMs))} ms`)
const figures = {
	rounds: options.rounds,
	...counts,
	refusedP50Ms: percentile(refusalsMs, 0.5),
	refusedMaxMs: Math.round(refusedMs),
}
report({ suite: 'twice', figures, failures }, options)

async function start(port: number): Promise<SiteProcess> {
	const site = await startProcess({ dataDir, port })
	running.add(site)
	return site
}

async function refuse(round: number): Promise<void> {
	const began = performance.now()
	try {
		const second = await start(SECOND)
		failures.push(`round ${String(round)}: a second server runs on the same folder`)
		await second.kill()
	} catch (error) {
		if (!(error instanceof NotStarted)) throw error
		refusalsMs.push(performance.now() - began)
		const isPlain =
			error.message.includes('is in use by another server') && !/ at .*\.js:\d/.test(error.message)
		if (isPlain && existsSync(join(dataDir, 'database'))) counts.refused += 1
		else failures.push(`round ${String(round)}: refused with other words: ${error.message.slice(0, 200)}`)
	}
}
