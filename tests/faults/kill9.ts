import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ensureBuilt } from '#app/build.server.ts'
import { copyFolder, folderBreaches, fsckBreaches } from './support/data-folder.ts'
import { openDesk } from './support/desk.ts'
import { chance, readOptions } from './support/options.ts'
import { percentile, progress, report } from './support/outcome.ts'
import { signInAll } from './support/people.ts'
import { NotStarted, defectsOf, startProcess } from './support/site-process.ts'
import type { SiteProcess } from './support/site-process.ts'
import { openStorm } from './support/storm.ts'
import { openWitness } from './support/witness.ts'

// The site is killed in the middle of mixed writes, again and again, and started on the same folder:
//   npm run t:kill9 -- --rounds 60 [--seed N] [--quick] [--json]
// Whatever it confirmed must be there, nothing may be there by half, and the log must go on from what was seen of it.

const PORT = 4107
const LONGEST_MS = 600
const RESTART_P95_MS = 5_000

const options = readOptions({ rounds: 60, quick: 6 })
const random = chance(options.seed)
const place = mkdtempSync(join(tmpdir(), 'renaksi-kill9-'))
const dataDir = join(place, 'data')
const failures: string[] = []
const restartsMs: number[] = []
const counts = { acknowledged: 0, unanswered: 0, files: 0, failedRestarts: 0 }
const now: { site: SiteProcess | null } = { site: null }

process.on('SIGINT', () => process.exit(130))
process.on('SIGTERM', () => process.exit(143))
process.on('exit', () => {
	now.site?.abandon()
	rmSync(place, { recursive: true, force: true })
})

try {
	await run()
} catch (error) {
	failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
}
if (now.site && failures.length > 0) failures.push(...defectsOf(now.site))
await now.site?.kill()
now.site = null

const restartP95Ms = percentile(restartsMs, 0.95)
if (restartP95Ms > RESTART_P95_MS)
	failures.push(`a restart takes ${String(restartP95Ms)} ms at the 95th percentile`)
report({ suite: 'kill9', figures: { rounds: restartsMs.length, ...counts, restartP95Ms }, failures }, options)

async function run(): Promise<void> {
	await ensureBuilt((line) => progress(options, line))
	now.site = await startProcess({ dataDir, port: PORT })
	const desk = openDesk(PORT, await signInAll(now.site))
	const witness = openWitness()
	const storm = openStorm({ desk, witness, random, seed: options.seed })
	for (let round = 1; round <= options.rounds; round += 1) {
		await storm.prepare(round)
		const begun = await storm.begin(round)
		const afterMs = Math.floor(random() * LONGEST_MS)
		await wait(afterMs)
		await now.site.kill()
		const { acknowledged, unanswered, files, faults } = await begun.ended()
		desk.leave()
		const copy = join(place, 'copy')
		copyFolder(dataDir, copy)
		now.site = await restart()
		if (!now.site) return
		const found = [
			...faults,
			...(await witness.breaches(desk.public, round === options.rounds ? 'all' : 'last')),
			...(await folderBreaches(copy, witness)),
			...(await storm.goOn()),
			...(await fsckBreaches(dataDir, { witness, how: 'server' })),
		]
		failures.push(...found.map((breach) => `round ${String(round)}, after ${String(afterMs)} ms: ${breach}`))
		counts.acknowledged += acknowledged
		counts.unanswered += unanswered
		counts.files += files
		const back = `back in ${String(Math.round(restartsMs.at(-1) ?? 0))} ms`
		const said = `${String(acknowledged)} acknowledged, ${String(unanswered)} unanswered, ${String(files)} files`
		const broken = found.length === 0 ? '' : `, ${String(found.length)} BREACHES`
		progress(options, `${String(round)}: killed after ${String(afterMs)} ms, ${said}, ${back}${broken}`)
	}
	desk.leave()
	await now.site.kill()
	const found = await fsckBreaches(dataDir, { witness, how: 'command' })
	failures.push(...found.map((breach) => `at the end: ${breach}`))
}

async function restart(): Promise<SiteProcess | null> {
	try {
		const started = await startProcess({ dataDir, port: PORT })
		restartsMs.push(started.startedMs)
		return started
	} catch (error) {
		if (!(error instanceof NotStarted)) throw error
		counts.failedRestarts += 1
		failures.push(`the site did not start again: ${error.message}`)
		return null
	}
}
