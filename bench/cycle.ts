import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '#app/build.server.ts'
import { configFrom } from '#app/config.server.ts'
import { utcDay } from '#app/domain/calendar.ts'
import { openDatabase } from '#app/db.server.ts'
import type { Site } from '#app/start.server.ts'
import { packedEmptyDatabase } from '#prisma/build-template.ts'
import { backAppointments } from '#tests/factories/account-acts.ts'
import { PEOPLE, storePlan } from '#tests/factories/stored-plan.ts'
import { freePort } from '#tests/support/free-port.ts'
import { approveAll, approveEach, approvedPlan, fileAll, milestonesOf, reportEach } from './cycle-plan.ts'
import type { Period } from './cycle-plan.ts'
import { openSignedInPages } from './signed-in-page.ts'

// One plan's whole reporting cycle through the commands that people use, on the embedded database: written, approved,
// every milestone reported and approved at every checkpoint. Then the tasks page on that data, as a browser gets it.
//   npm run bench:cycle -- [--json] [--skip-build]
// Ends with status 1 where a line is broken.

const CYCLE_AT_MOST_MS = 60_000
const PAGE_AT_MOST_MS = 150
const READS = 40
const ONE_BY_ONE = 100

type Row = {
	readonly name: string
	readonly ms: number
	readonly atMost: number | null
	readonly bytes?: number
}

process.env.NODE_ENV = 'production'
const dataDir = mkdtempSync(join(tmpdir(), 'renaksi-cycle-'))
const port = await freePort()
const config = configFrom({
	NODE_ENV: 'production',
	LOG_LEVEL: 'silent',
	DATA_DIR: dataDir,
	HOST: '127.0.0.1',
	PORT: String(port),
	BASE_URL: `http://localhost:${String(port)}`,
})
const say = (line: string) => void process.stderr.write(`${line}\n`)

if (!process.argv.includes('--skip-build')) await ensureBuilt(say)
const { startSite } = await import('#app/start.server.ts')
await emptyDatabase()
const site = await startSite(config, { clock: () => new Date(), say })
const signedIn = openSignedInPages(site, { baseUrl: config.baseUrl, reads: READS })
try {
	print(await measure(site))
} finally {
	signedIn.close()
	await site.close()
	rmSync(dataDir, { recursive: true, force: true })
}

async function measure({ database }: Site): Promise<readonly Row[]> {
	await storePlan(database)
	await appoint()
	const begun = performance.now()
	const periods = await approvedPlan(database, utcDay(new Date()))
	const approved = performance.now()
	const milestones = await milestonesOf(database)
	const last = periods.at(-1)
	if (!last) throw new Error('the plan has no checkpoint')
	const [first, ...between] = periods.slice(0, -1)
	if (!first) throw new Error('the plan has one checkpoint only')
	const each = await oneByOne(first, milestones.slice(0, ONE_BY_ONE))
	for (const period of [first, ...between]) {
		const left = period === first ? milestones.slice(ONE_BY_ONE) : milestones
		await approveAll(database, period, await fileAll(database, period, left))
	}
	const pause = performance.now()
	const open = await pages('nothing reported yet', ['officer'])
	const resumed = performance.now()
	const filed = await fileAll(database, last, milestones)
	const sent = performance.now()
	const waiting = await pages('all waits for the lead', ['officer', 'lead', 'poc'])
	const approving = performance.now()
	await approveAll(database, last, filed)
	const done = performance.now()
	const cycle = pause - begun + (sent - resumed) + (done - approving)
	const ended = await pages('all is approved', ['officer', 'lead', 'poc'])
	const reports = milestones.length * periods.length
	return [
		{ name: 'plan submitted and approved', ms: approved - begun, atMost: null },
		{ name: `whole cycle with ${String(reports)} reports`, ms: cycle, atMost: CYCLE_AT_MOST_MS },
		...each,
		...open,
		...waiting,
		...ended,
	]
}

/** The site starts on a database without its first data: the plan that is measured brings its own people. */
async function emptyDatabase(): Promise<void> {
	const template = await packedEmptyDatabase()
	await (await openDatabase({ kind: 'embedded', folder: join(dataDir, 'database'), template })).close()
}

/** The people of the stored plan get their roles as everybody else has them. */
async function appoint(): Promise<void> {
	await site.database.db.appointment.createMany({
		data: Object.entries(PEOPLE).map(([personId, [role, organizationId]]) => ({
			...{ id: personId, personId, organizationId, role },
			...{ memberId: 'example', fromOn: '2020-01-01' },
		})),
	})
	await backAppointments(site.database)
}

/** The same work question by question and report by report: what each of them costs. */
async function oneByOne(period: Period, milestones: readonly string[]): Promise<readonly Row[]> {
	const begun = performance.now()
	const filed = await reportEach(site.database, period, milestones)
	const sent = performance.now()
	await approveEach(site.database, period, filed)
	const done = performance.now()
	const each = (ms: number) => ms / milestones.length
	return [
		{ name: 'one report by the forms: four questions', ms: each(sent - begun), atMost: null },
		{ name: 'one approval by itself', ms: each(done - sent), atMost: null },
		{ name: `${String(milestones.length)} of them one by one, approved`, ms: done - begun, atMost: null },
	]
}

/** The tasks page of some people, over HTTP, with their cookie. */
async function pages(when: string, people: readonly (keyof typeof PEOPLE)[]): Promise<readonly Row[]> {
	const rows: Row[] = []
	for (const who of people) {
		const { p95: ms, bytes } = await signedIn.read('/en/tasks', await signedIn.cookieOf(who))
		rows.push({ name: `tasks page of ${who}, ${when}, p95`, ms, atMost: PAGE_AT_MOST_MS, bytes })
	}
	return rows
}

function print(rows: readonly Row[]): void {
	const told = rows.map((row) => ({
		...row,
		ms: Math.round(row.ms),
		holds: row.atMost === null || row.ms <= row.atMost,
	}))
	if (process.argv.includes('--json'))
		process.stdout.write(`${JSON.stringify({ bench: 'cycle', rows: told }, null, '\t')}\n`)
	else
		for (const { name, ms, atMost, holds, bytes } of told) {
			const size = bytes === undefined ? '' : `${String(Math.round(bytes / 1024))} kB`
			const line = atMost === null ? '' : `  at most ${String(atMost)} ms: ${holds ? 'holds' : 'BROKEN'}`
			process.stdout.write(`${name.padEnd(58)} ${String(ms).padStart(7)} ms ${size.padStart(8)}${line}\n`)
		}
	if (told.some((row) => !row.holds)) process.exitCode = 1
}
