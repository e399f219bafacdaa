import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ensureBuilt } from '#app/build.server.ts'
import { waysThrough } from './support/attempts.ts'
import type { Attempt } from './support/attempts.ts'
import { copyFolder, folderBreaches, fsckBreaches } from './support/data-folder.ts'
import { openDesk, reportPlaces, told, versionOn } from './support/desk.ts'
import type { Desk } from './support/desk.ts'
import { answerBreaches } from './support/fault-plan.ts'
import { readOptions } from './support/options.ts'
import { progress, report } from './support/outcome.ts'
import { signInAll } from './support/people.ts'
import { NotStarted, defectsOf, startProcess } from './support/site-process.ts'
import type { SiteProcess } from './support/site-process.ts'
import { openSmallDisk } from './support/small-disk.ts'
import { Cut, visitorOf } from './support/visitor.ts'
import { openWitness } from './support/witness.ts'

// The disk under a running site fills up, and room comes back later:
//   npm run t:diskfull -- [--seed N] [--quick] [--json]
// Meanwhile pages are read as before, forms are answered with a sentence, and nothing that was confirmed is lost.

const PORT = 4107
const MEGABYTES = 96
const READS = ['/en', '/id/plans', '/en/members', '/en/about', '/log/checkpoint', '/en/log', '/api/v1/plans']
const READ_SHARE = 0.99
const NORMAL_WITHIN_MS = 30_000
const DRAFTS_EACH = 12

const options = readOptions({ rounds: 4, quick: 2 })
const place = mkdtempSync(join(tmpdir(), 'renaksi-diskfull-'))
const disk = openSmallDisk(join(place, 'disk'), MEGABYTES)
const dataDir = join(disk.folder, 'data')
const witness = openWitness()
const failures: string[] = []
const answers = new Map<string, number>()
const counts = {
	reads: 0,
	readsFailed: 0,
	writes: 0,
	restartWhileFull: 'not tried: the disk is not really full',
	normalAfterMs: -1,
}
const now: { site: SiteProcess | null } = { site: null }

process.on('SIGINT', () => process.exit(130))
process.on('SIGTERM', () => process.exit(143))
process.on('exit', () => {
	now.site?.abandon()
	disk.close()
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
const figures = {
	disk: disk.isReal ? `a disk of ${String(MEGABYTES)} MB` : 'steps that answer that there is no room',
	...counts,
	answersWhileFull: [...answers].map(([answer, times]) => `${String(times)} × ${answer}`),
}
report({ suite: 'diskfull', figures, failures: [...new Set(failures)] }, options)

async function run(): Promise<void> {
	await ensureBuilt((line) => progress(options, line))
	const desk = openDesk(PORT, await signInAll(await start()))
	const ways = waysThrough({ desk, witness, seed: options.seed })
	const prepared: (readonly [name: string, attempt: Attempt])[] = []
	for (const way of ways) {
		const attempt = await way.prepare()
		const answer = await attempt.run()
		if (!attempt.isDone(answer)) throw new Error(`${way.name}, before the disk was full: ${told(answer)}`)
		for (let round = 0; round < options.rounds; round += 1) prepared.push([way.name, await way.prepare()])
	}
	await witness.look(desk.public)

	await fill()
	progress(options, 'the disk is full')
	for (const [name, attempt] of prepared) {
		await tryWhileFull(name, attempt)
		await readPages(desk)
	}
	for (let round = 0; round < options.rounds * DRAFTS_EACH; round += 1)
		await tryWhileFull('draft', draftOf(desk, round))
	await tryWhileFull('sign-in link by mail', signInOf())
	if (counts.readsFailed > counts.reads * (1 - READ_SHARE))
		failures.push(`${String(counts.readsFailed)} of ${String(counts.reads)} pages could not be read`)
	await empty()
	const freeSince = performance.now()
	for (const [name, attempt] of prepared) {
		await finish(name, attempt)
		if (counts.normalAfterMs < 0) counts.normalAfterMs = Math.round(performance.now() - freeSince)
	}
	failures.push(...(await witness.breaches(desk.public, 'all')))

	await restartWhileFull(desk)
	failures.push(...(await witness.breaches(desk.public, 'all')))
	await now.site?.kill()
	const copy = join(place, 'copy')
	copyFolder(dataDir, copy)
	failures.push(...(await folderBreaches(copy, witness)))
	failures.push(...(await fsckBreaches(copy, { witness, how: 'command' })))
}

async function tryWhileFull(name: string, attempt: Attempt): Promise<void> {
	counts.writes += 1
	const answer = await attempt.run().catch(cutOnly)
	const shown = answer === 'cut' ? 'no answer' : `${name}: ${told(answer).slice(0, 90)}`
	answers.set(shown, (answers.get(shown) ?? 0) + 1)
	failures.push(...answerBreaches('ENOSPC', attempt, answer).map((what) => `${name}, disk full: ${what}`))
}

async function readPages({ public: reader, officers }: Desk): Promise<void> {
	const [officer] = officers
	const asked = [
		...READS.map((path) => [reader, path] as const),
		...(officer ? [[officer, '/en/tasks'] as const] : []),
	]
	for (const [visitor, path] of asked) {
		counts.reads += 1
		const answer = await visitor.get(path).catch(cutOnly)
		if (answer !== 'cut' && answer.status === 200) continue
		counts.readsFailed += 1
		answers.set(`read ${path}: ${answer === 'cut' ? 'no answer' : told(answer).slice(0, 90)}`, 1)
	}
}

/** An answer to one question of a report: long, so that the database needs room for it. */
function draftOf({ officers }: Desk, round: number): Attempt {
	const officer = officers.at(-1) ?? visitorOf(PORT)
	const typed = randomBytes(900).toString('base64')
	return {
		typed,
		isDone: ({ status }) => status === 303,
		run: async () => {
			const places = await reportPlaces(officer)
			const place = places[round % places.length] ?? ''
			const page = await officer.get(`${place}/done`)
			// A report begins with its first question.
			if (page.status !== 200) return officer.send(`${place}/level`, { version: '0', level: 'SUBSTANTIAL' })
			return officer.send(`${place}/done`, { version: versionOn(page), doneEn: typed })
		},
	}
}

function signInOf(): Attempt {
	const visitor = visitorOf(PORT)
	return {
		typed: null,
		isDone: ({ status }) => status < 400,
		run: () => visitor.send('/en/sign-in', { email: 'pemantau.forum-warga@contoh.example' }),
	}
}

/** What a start on a full disk does is told, and held against nothing: a site that only reads is work of its own. */
async function restartWhileFull(desk: Desk): Promise<void> {
	await now.site?.kill()
	desk.leave()
	if (disk.isReal) {
		disk.fill()
		counts.restartWhileFull = await startOnFullDisk(desk)
		disk.empty()
		await now.site?.kill()
		desk.leave()
	}
	await start()
}

async function startOnFullDisk(desk: Desk): Promise<string> {
	try {
		await start()
		return `starts, and /en/plans answers ${told(await desk.public.get('/en/plans')).slice(0, 60)}`
	} catch (error) {
		if (!(error instanceof NotStarted)) throw error
		return `does not start: ${error.message.replace(/\s+/g, ' ').slice(0, 300)}`
	}
}

/** Done once more until it is taken: an act that was refused waits with its author. */
async function finish(name: string, attempt: Attempt): Promise<void> {
	const since = performance.now()
	for (;;) {
		const answer = await attempt.run().catch(cutOnly)
		if (answer !== 'cut' && attempt.isDone(answer)) return
		if (performance.now() - since > NORMAL_WITHIN_MS) {
			failures.push(`${name}, with room again: ${answer === 'cut' ? 'no answer' : told(answer)}`)
			if (now.site) failures.push(...defectsOf(now.site))
			return
		}
		await wait(500)
	}
}

function cutOnly(error: unknown): 'cut' {
	if (error instanceof Cut) return 'cut'
	throw error
}

async function start(): Promise<SiteProcess> {
	// Until the very end of the disk: that a site stops writing before is a test of its own.
	now.site = await startProcess({ dataDir, port: PORT, canFail: !disk.isReal, readOnlyBelowMb: 0 })
	return now.site
}

async function fill(): Promise<void> {
	if (disk.isReal) disk.fill()
	else await now.site?.order({ do: 'fill' })
}

async function empty(): Promise<void> {
	if (disk.isReal) disk.empty()
	else await now.site?.order({ do: 'nothing' })
}
