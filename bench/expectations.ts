import { utcDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { findStanding, listStandings } from '#app/domain/member-expectation/queries.server.ts'
import { findRegisters } from '#app/domain/member-register/queries.server.ts'
import { findStandingPage } from '#app/domain/standing/queries.server.ts'
import { withdrawalList } from '#app/domain/withdrawal/rules.ts'
import { PUBLIC_ACTOR } from '#app/access/policy.ts'
import { openDatabase } from '#app/db.server.ts'
import type { Database } from '#app/db.server.ts'
import { packedEmptyDatabase } from '#prisma/build-template.ts'
import { seed } from '#prisma/seed.ts'
import { storeMember } from './expectations-world.ts'
import type { MeasuredMember, RecordSize } from './expectations-world.ts'

// The five levels of a member with a long record, and of a hundred members side by side, on the embedded database.
//   npm run bench:expectations -- [--quick] [--json]
// The long record has 4 plans, 60 commitments, 2,000 claims and findings, 300 meetings and 5,000 contributions of the
// public, nine in ten of them answered. Each of the hundred has what a member has after a year of its first plan:
// 6 commitments, 60 claims and findings, 12 meetings and 40 contributions. Ends with status 1 where a line is broken.

const MEMBER_AT_MOST_MS = 100
const ALL_AT_MOST_MS = 3_000
const isQuick = process.argv.includes('--quick')
const READS = isQuick ? 20 : 40
const READS_OF_ALL = isQuick ? 3 : 20
/** Readings before the measured ones: a site has been running for a while, and its code has been compiled. */
const WARM_UP = 20

const LONG: RecordSize = {
	...{ plans: 4, commitments: 15, milestones: 6, checkpoints: 4, findings: 140 },
	...{ meetings: 300, contributions: 5_000 },
}
const USUAL: RecordSize = {
	...{ plans: 1, commitments: 6, milestones: 2, checkpoints: 4, findings: 12 },
	...{ meetings: 12, contributions: 40 },
}

type Row = {
	readonly name: string
	readonly p50: number
	readonly p95: number
	readonly statements: number | null
	readonly atMost: number | null
}

const now = new Date()
const today = utcDay(now)
const template = await packedEmptyDatabase()
const database = await openDatabase({ kind: 'embedded', folder: null, template })
try {
	await seed(database, { set: 'reference', now })
	print([...(await ofOne(database)), ...(await ofMany(database))])
} finally {
	await database.close()
}

async function ofOne(site: Database): Promise<readonly Row[]> {
	const member: MeasuredMember = { id: 'long', level: 'LOCAL', size: LONG }
	const { acts } = await storeMember(site, member, today)
	const ctx = worldOf(site)
	await allReadable(ctx, member)
	const of = `a member with ${String(acts)} acts`
	return [
		{
			...(await measured(`five levels of ${of}`, () => findStanding(ctx, 'long', today), READS)),
			atMost: MEMBER_AT_MOST_MS,
		},
		{
			...(await measured(
				`its page, with two years of history`,
				() => findStandingPage(ctx, 'long', today),
				READS,
			)),
			atMost: null,
		},
	]
}

/** What nobody can read is left out of every figure, and would be measured as if it were not there. */
async function allReadable(ctx: Context, { id }: MeasuredMember): Promise<void> {
	const { unreadable } = await findRegisters(ctx, id)
	if (unreadable.length > 0) throw new Error(`${String(unreadable.length)} acts cannot be read`)
}

async function ofMany(site: Database): Promise<readonly Row[]> {
	for (let at = 0; at < 99; at += 1)
		await storeMember(
			site,
			{ id: `m${String(at).padStart(3, '0')}`, level: at % 2 === 0 ? 'LOCAL' : 'NATIONAL', size: USUAL },
			today,
		)
	const ctx = worldOf(site)
	const all = () => listed(ctx, today)
	return [{ ...(await measured('100 members side by side', all, READS_OF_ALL)), atMost: ALL_AT_MOST_MS }]
}

async function listed(ctx: Context, day: CalendarDay): Promise<void> {
	const standings = await listStandings(ctx, day)
	if (standings.length !== 100) throw new Error(`${String(standings.length)} members instead of 100`)
}

function worldOf({ db }: Database): Context {
	return { db, now, actor: PUBLIC_ACTOR, requestId: 'bench', withdrawals: withdrawalList([], () => {}) }
}

async function measured(
	name: string,
	read: () => Promise<unknown>,
	reads: number,
): Promise<Omit<Row, 'atMost'>> {
	for (let at = 0; at < Math.min(WARM_UP, reads); at += 1) await read()
	const before = database.ended()
	const times: number[] = []
	for (let at = 0; at < reads; at += 1) {
		const begun = performance.now()
		await read()
		times.push(performance.now() - begun)
	}
	const ended = database.ended()
	const statements = before === null || ended === null ? null : Math.round((ended - before) / reads)
	return { name, p50: share(times, 0.5), p95: share(times, 0.95), statements }
}

function share(times: readonly number[], part: number): number {
	const ordered = [...times].sort((a, b) => a - b)
	return ordered[Math.ceil(ordered.length * part) - 1] ?? Number.NaN
}

function print(rows: readonly Row[]): void {
	const told = rows.map((row) => ({
		...row,
		...{ p50: Math.round(row.p50), p95: Math.round(row.p95) },
		holds: row.atMost === null || row.p95 <= row.atMost,
	}))
	if (process.argv.includes('--json'))
		process.stdout.write(`${JSON.stringify({ bench: 'expectations', rows: told }, null, '\t')}\n`)
	else
		for (const { name, p50, p95, statements, atMost, holds } of told) {
			const line = atMost === null ? '' : `  at most ${String(atMost)} ms: ${holds ? 'holds' : 'BROKEN'}`
			const figures = `p50 ${String(p50).padStart(5)} ms  p95 ${String(p95).padStart(5)} ms`
			process.stdout.write(`${name.padEnd(52)} ${figures}  ${String(statements ?? '')} statements${line}\n`)
		}
	if (told.some((row) => !row.holds)) process.exitCode = 1
}
