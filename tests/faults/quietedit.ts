import { ensureBuilt } from '#app/build.server.ts'
import { openAims } from './quietedit/aims.ts'
import { attemptsThrough, fileAttempts, routesOfBuild } from './quietedit/attempts.ts'
import type { Attempt } from './quietedit/attempts.ts'
import { trySql } from './quietedit/direct-sql.ts'
import { harmDone, lookAtAll } from './quietedit/face.ts'
import type { Face } from './quietedit/face.ts'
import { guardedRows, rowsHarmed } from './quietedit/guarded-rows.ts'
import { doWhatIsAllowed } from './quietedit/lawful.ts'
import { liveOn } from './quietedit/life.ts'
import { openPlace } from './quietedit/place.ts'
import type { Person, Place } from './quietedit/place.ts'
import { chance, readOptions } from './support/options.ts'
import { progress, report } from './support/outcome.ts'
import { Cut } from './support/visitor.ts'

// With every account of government and of the host, through every route in every shape of a request, by what a host may
// lawfully do beside, and with SQL as the application's login: no record of those who judge changes, disappears, is
// re-dated, re-attributed or left out of a list that does not say so:
//   npm run t:quietedit -- [--quick] [--seed N] [--rounds attempts-per-account] [--json]
// Each attempt is one line with its verdict; the first kind of failure ends the run. TEST_DATABASE_URL: once more on a
// new database of that server.

const JUDGES = ['CSO_OWNER', 'CSO_MONITOR', 'MONITORING_BODY']
/** Attempts after which the rows of judges are looked at, so that a failure names few. */
const LOOK_EVERY = 25

const options = readOptions({ rounds: 1_000_000, quick: 100 })
const random = chance(options.seed)
const failures: string[] = []
const counts = { attempts: 0, accounts: 0, refused: 0, led_on: 0, shown: 0, serverErrors: 0, unanswered: 0 }
const figures: Record<string, number | string | boolean> = {}

await ensureBuilt((line) => progress(options, line))
const servers = [null, process.env.TEST_DATABASE_URL || null].filter(
	(server, at) => at === 0 || server !== null,
)
for (const server of servers) {
	if (failures.length > 0) break
	const place = await openPlace(server)
	try {
		await run(place, server === null ? 'embedded' : 'server')
	} catch (error) {
		failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
	} finally {
		await place.close()
	}
}
report({ suite: 'quietedit', figures: { ...counts, ...figures }, failures }, options)
process.exit()

async function run(place: Place, database: 'embedded' | 'server'): Promise<void> {
	await liveOn(place)
	const before = await lookAtAll(place)
	figures[`${database}: records of judges`] = before.judged.length
	figures[`${database}: pages, files and feeds`] = before.pages.size
	if (!held('nothing', harmDone(before, await lookAtAll(place, before)))) return
	// The routes do not know which database it is: on the second one only what is told from it is tried.
	if (database === 'embedded' && !(await tryRoutes(place, before))) return
	for await (const { what, harm } of doWhatIsAllowed(place, options.isQuick)) {
		const seen = options.isQuick ? [] : harmDone(before, await lookAtAll(place, before))
		if (!held(`allowed: ${what}`, [...harm, ...seen])) return
	}
	if (!held('all that is allowed', harmDone(before, await lookAtAll(place, before)))) return
	const tried = await trySql(place, { isQuick: options.isQuick, random, tell: line })
	failures.push(...tried.failures)
	for (const [name, number] of Object.entries(tried.counts)) figures[`${database}: SQL ${name}`] = number
}

async function tryRoutes(place: Place, before: Face): Promise<boolean> {
	const aims = await openAims(place)
	const routes = routesOfBuild()
	const all = [...routes.flatMap((route) => attemptsThrough(route, aims)), ...fileAttempts(['0'.repeat(32)])]
	figures.routes = routes.length
	figures['attempts there are'] = all.length * place.people.length
	for (const person of place.people.filter(({ role }) => !JUDGES.includes(role))) {
		counts.accounts += 1
		if (!(await tryAs(place, person, sampled(all)))) return false
		if (!options.isQuick && !held(person.role, harmDone(before, await lookAtAll(place, before)))) return false
	}
	return held('all accounts', harmDone(before, await lookAtAll(place, before)))
}

/** As many as were asked for, the same for the same seed. */
function sampled(all: readonly Attempt[]): readonly Attempt[] {
	if (all.length <= options.rounds) return all
	return all
		.map((attempt) => ({ attempt, at: random() * (attempt.method === 'GET' ? 2 : 1) }))
		.sort((a, b) => a.at - b.at)
		.slice(0, options.rounds)
		.map(({ attempt }) => attempt)
}

async function tryAs(place: Place, person: Person, attempts: readonly Attempt[]): Promise<boolean> {
	let known = await guardedRows(place)
	for (let from = 0; from < attempts.length; from += LOOK_EVERY) {
		const visitor = await person.visitor()
		const lines: string[] = []
		for (const attempt of attempts.slice(from, from + LOOK_EVERY)) {
			const status = await attempt.send(visitor).then(
				(answer) => answer.status,
				(error: unknown) => {
					if (error instanceof Cut) return 0
					throw error
				},
			)
			count(status)
			const { method, shape, body, path } = attempt
			lines.push(`${person.role} ${method} ${path} (${shape}, ${body}): ${String(status)}`)
			if (status >= 500) failures.push(`the server breaks: ${lines.at(-1) ?? ''}`)
		}
		const now = await guardedRows(place)
		const harm = rowsHarmed(known, now, person.role)
		known = now
		for (const text of lines) line(harm.length === 0 && !/: 5\d\d$/.test(text) ? 'holds' : 'BROKEN', text)
		failures.push(...harm.map((what) => `${what}, by one of:\n    ${lines.join('\n    ')}`))
		if (failures.length > 0) return false
	}
	return true
}

function count(status: number): void {
	counts.attempts += 1
	if (status === 0) counts.unanswered += 1
	else if (status >= 500) counts.serverErrors += 1
	else if (status >= 400) counts.refused += 1
	else if (status >= 300) counts.led_on += 1
	else counts.shown += 1
}

function held(what: string, harm: readonly string[]): boolean {
	line(harm.length === 0 ? 'holds' : 'BROKEN', `what the public sees, after: ${what}`)
	failures.push(...harm.slice(0, 20).map((one) => `after ${what}: ${one}`))
	return harm.length === 0
}

function line(
	verdict: 'holds' | 'BROKEN' | 'refused' | 'detected' | 'no effect' | 'known limit',
	text: string,
): void {
	if (!options.isJson) process.stdout.write(`${verdict.padEnd(12)}${text}\n`)
}
