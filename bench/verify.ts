import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '#app/build.server.ts'
import { configFrom } from '#app/config.server.ts'
import { importPlan } from '#app/domain/action-plan/commands.server.ts'
import { aRuleSet } from '#tests/factories/rule-set.ts'
import { PlanImport } from '#app/domain/action-plan/schema.ts'
import { askControl } from '#app/control.server.ts'
import type { Site } from '#app/start.server.ts'
import { backAppointments } from '#tests/factories/account-acts.ts'
import { PEOPLE, as, storePlan } from '#tests/factories/stored-plan.ts'
import { freePort } from '#tests/support/free-port.ts'
import { openSignedInPages } from './signed-in-page.ts'
import type { Readings } from './signed-in-page.ts'

// A monitor's queue with 5,000 open claims, as a browser gets it: the whole of it, narrowed, and its last page.
//   npm run bench:verify -- [--json] [--skip-build]
// Ends with status 1 where the line is broken.

const COMMITMENTS = 200
const MILESTONES = 25
const PAGE_AT_MOST_MS = 150
const READS = 40
const PAGES = ['', '?show=claims&whose=nobody', '?whose=begun', '?page=100', '?member=example&page=50']

process.env.NODE_ENV = 'production'
const dataDir = mkdtempSync(join(tmpdir(), 'renaksi-verify-'))
const port = await freePort()
const config = configFrom({
	NODE_ENV: 'production',
	LOG_LEVEL: 'silent',
	DATA_DIR: dataDir,
	HOST: '127.0.0.1',
	PORT: String(port),
	BASE_URL: `http://localhost:${String(port)}`,
})
/** Milliseconds after which the check of a start has begun for certain. */
const CHECK_HAS_BEGUN_MS = 4_000
const say = (line: string) => void process.stderr.write(`${line}\n`)

if (!process.argv.includes('--skip-build')) await ensureBuilt(say)
const { startSite } = await import('#app/start.server.ts')
const site = await startSite(config, { clock: () => new Date(), say })
const signedIn = openSignedInPages(site, { baseUrl: config.baseUrl, reads: READS })
try {
	await store(site)
	await checkedOnce()
	print(await measure())
} finally {
	signedIn.close()
	await site.close()
	rmSync(dataDir, { recursive: true, force: true })
}

/** Waits for the check that every start makes: a queue is read all day, and a site starts once. */
async function checkedOnce(): Promise<void> {
	await new Promise((resume) => setTimeout(resume, CHECK_HAS_BEGUN_MS))
	await askControl(dataDir, { command: 'fsck', witnesses: [] })
}

/** Every milestone has a claim that nobody has looked at. */
async function store({ database }: Site): Promise<void> {
	await storePlan(database)
	await database.db.appointment.createMany({
		data: Object.entries(PEOPLE).map(([personId, [role, organizationId]]) => ({
			...{ id: personId, personId, organizationId, role },
			...{ memberId: 'example', fromOn: '2020-01-01' },
		})),
	})
	await backAppointments(database)
	const source = { source: 'bench', sourceUrl: null }
	const claims = [
		{ key: 'claim', institution: 'office', claimedLevel: 'LIMITED', doneEn: 'Some.', ...source },
	]
	const plan = PlanImport.parse({
		plan: {
			id: 'many',
			memberId: 'example',
			ruleSetId: aRuleSet().id,
			status: 'IN_IMPLEMENTATION',
			titleEn: 'Many claims',
			...source,
		},
		institutions: [{ key: 'office', nameEn: 'The office', nameId: 'Kantor' }],
		commitments: Array.from({ length: COMMITMENTS }, (_c, at) => ({
			key: `c${String(at + 1)}`,
			number: String(at + 1),
			titleEn: `Commitment ${String(at + 1)}`,
			...source,
			milestones: Array.from({ length: MILESTONES }, (_m, n) => ({
				key: `m${String(n + 1)}`,
				titleEn: `Milestone ${String(at + 1)}.${String(n + 1)}`,
				claims,
				...source,
			})),
		})),
	})
	const imported = await importPlan(as(database, 'admin', new Date()), plan)
	if (imported.outcome !== 'imported') throw new Error(`the plan was not imported: ${imported.outcome}`)
}

type Row = Readings & { readonly name: string }

async function measure(): Promise<readonly Row[]> {
	const cookie = await signedIn.cookieOf('monitor')
	const rows: Row[] = []
	for (const query of PAGES)
		rows.push({ name: `queue${query}`, ...(await signedIn.read(`/en/verify${query}`, cookie)) })
	return rows
}

function print(rows: readonly Row[]): void {
	const told = rows.map((row) => ({
		...row,
		p50: Math.round(row.p50),
		p95: Math.round(row.p95),
		holds: row.p95 <= PAGE_AT_MOST_MS,
	}))
	const claims = COMMITMENTS * MILESTONES
	if (process.argv.includes('--json'))
		process.stdout.write(`${JSON.stringify({ bench: 'verify', claims, rows: told }, null, '\t')}\n`)
	else
		for (const { name, p50, p95, bytes, holds } of told)
			process.stdout.write(
				`${name.padEnd(32)} p50 ${String(p50).padStart(5)} ms  p95 ${String(p95).padStart(5)} ms ${String(
					Math.round(bytes / 1024),
				).padStart(5)} kB  at most ${String(PAGE_AT_MOST_MS)} ms: ${holds ? 'holds' : 'BROKEN'}\n`,
			)
	if (told.some((row) => !row.holds)) process.exitCode = 1
}
