import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '#app/build.server.ts'
import { configFrom } from '#app/config.server.ts'
import { importPlan } from '#app/domain/action-plan/commands.server.ts'
import { aRuleSet } from '#tests/factories/rule-set.ts'
import { PlanImport } from '#app/domain/action-plan/schema.ts'
import type { Site } from '#app/start.server.ts'
import { backAppointments } from '#tests/factories/account-acts.ts'
import { PEOPLE, as, storePlan } from '#tests/factories/stored-plan.ts'
import { freePort } from '#tests/support/free-port.ts'

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
const say = (line: string) => void process.stderr.write(`${line}\n`)
const agent = new Agent({ keepAlive: true, maxSockets: 1 })

if (!process.argv.includes('--skip-build')) await ensureBuilt(say)
const { startSite } = await import('#app/start.server.ts')
const site = await startSite(config, { clock: () => new Date(), say })
try {
	await store(site)
	print(await measure())
} finally {
	agent.destroy()
	await site.close()
	rmSync(dataDir, { recursive: true, force: true })
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

type Row = { readonly name: string; readonly p50: number; readonly p95: number; readonly bytes: number }

async function measure(): Promise<readonly Row[]> {
	const cookie = await cookieOf('monitor')
	const rows: Row[] = []
	for (const query of PAGES) {
		await page(query, cookie)
		const answers = []
		for (let read = 0; read < READS; read += 1) answers.push(await page(query, cookie))
		const times = answers.map(({ ms }) => ms)
		rows.push({
			name: `queue${query}`,
			p50: share(times, 0.5),
			p95: share(times, 0.95),
			bytes: answers[0]?.bytes ?? 0,
		})
	}
	return rows
}

async function cookieOf(who: string): Promise<string> {
	const link = await site.accounts.linkFor({ email: `${who}@example.org`, locale: 'en' })
	const asked = new Request(link, { headers: { 'x-ogp-client-ip': '127.0.0.1' } })
	const headers = await site.accounts.signIn(new URL(link).searchParams.get('token') ?? '', asked)
	return (headers?.getSetCookie() ?? []).map((cookie) => cookie.split(';')[0]).join('; ')
}

function page(query: string, cookie: string): Promise<{ readonly ms: number; readonly bytes: number }> {
	const begun = performance.now()
	return new Promise((resolve, reject) => {
		const asked = get(`${config.baseUrl}/en/verify${query}`, { headers: { cookie }, agent }, (answer) => {
			let bytes = 0
			answer.on('data', (chunk: Buffer) => (bytes += chunk.length))
			answer.on('error', reject)
			answer.on('end', () => {
				if (answer.statusCode !== 200) reject(new Error(`the page answered ${String(answer.statusCode)}`))
				else resolve({ ms: performance.now() - begun, bytes })
			})
		})
		asked.on('error', reject)
	})
}

/** The value below which a share of all lie. */
function share(values: readonly number[], part: number): number {
	const ordered = [...values].sort((a, b) => a - b)
	return ordered[Math.min(ordered.length - 1, Math.ceil(ordered.length * part) - 1)] ?? Number.NaN
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
