import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '#app/build.server.ts'
import { waysThrough } from './support/attempts.ts'
import type { Attempt } from './support/attempts.ts'
import { copyFolder, folderBreaches, fsckBreaches } from './support/data-folder.ts'
import { openDesk, told } from './support/desk.ts'
import type { Desk } from './support/desk.ts'
import { answerBreaches, faultPlan } from './support/fault-plan.ts'
import type { Case } from './support/fault-plan.ts'
import { chance, readOptions } from './support/options.ts'
import { progress, report } from './support/outcome.ts'
import { signInAll } from './support/people.ts'
import { defectsOf, startProcess } from './support/site-process.ts'
import type { SiteProcess } from './support/site-process.ts'
import { Cut } from './support/visitor.ts'
import type { Answer } from './support/visitor.ts'
import { openWitness } from './support/witness.ts'

// The disk fails at each step in turn at which something is written while a file comes in, an act is published or one
// is withdrawn: the process is killed there, or the step answers that there is no room, or that the disk is broken:
//   npm run t:faultpoints -- [--seed N] [--quick] [--json]
// After each of them everything that was confirmed is there, nothing is there by half, the person was told what to do,
// and the same form is taken once the disk is well again.

const PORT = 4107
const QUICK_CASES = 7

const options = readOptions({ rounds: 0, quick: 0 })
const place = mkdtempSync(join(tmpdir(), 'renaksi-faultpoints-'))
const dataDir = join(place, 'data')
const witness = openWitness()
const failures: string[] = []
const counts = { points: 0, cases: 0, notReached: 0, kills: 0 }
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
report({ suite: 'faultpoints', figures: { ...counts }, failures }, options)

async function run(): Promise<void> {
	await ensureBuilt((line) => progress(options, line))
	const desk = openDesk(PORT, await signInAll(await start()))
	const ways = waysThrough({ desk, witness, seed: options.seed })
	const plan = await faultPlan(ways, {
		site: site(),
		most: options.isQuick ? QUICK_CASES : null,
		random: chance(options.seed),
	})
	counts.points = plan.points
	for (const one of plan.chosen) {
		const begun = performance.now()
		const found = await breachesOf(one, desk)
		counts.cases += 1
		failures.push(...found.map((what) => `${what} [${nameOf(one)}]`))
		const took = `${String(Math.round(performance.now() - begun))} ms`
		progress(options, `${nameOf(one)}: ${took}${found.length === 0 ? '' : `, BREACHES: ${found.join('; ')}`}`)
	}
	desk.leave()
	await site().kill()
	failures.push(...(await folderBreaches(dataDir, witness)))
	failures.push(...(await fsckBreaches(dataDir, { witness, how: 'command' })))
}

/** Goes the way up to the fault, and looks at what the person was told, at what is on the disk, and at what comes after. */
async function breachesOf(one: Case, desk: Desk): Promise<readonly string[]> {
	const attempt = await one.way.prepare()
	await site().order({ do: 'fail', at: one.point, with: one.fault })
	const answer = await once(attempt)
	const isKilled = answer === 'cut' && one.fault === 'kill'
	if (isKilled) await site().ended
	else if ((await site().order({ do: 'nothing' })).fired.length === 0) counts.notReached += 1
	const found = [...answerBreaches(one.fault, attempt, answer)]
	if (isKilled) {
		const copy = join(place, 'copy')
		copyFolder(dataDir, copy)
		desk.leave()
		await start()
		counts.kills += 1
		found.push(...(await folderBreaches(copy, witness)))
	}
	found.push(...(await fsckBreaches(dataDir, { witness, how: 'server' })))
	// What was taken although the disk failed is not sent again: the same form would come twice.
	const last = answer !== 'cut' && attempt.isDone(answer) ? answer : await once(attempt)
	if (last === 'cut' || !attempt.isDone(last))
		found.push(`done once more, it is answered ${last === 'cut' ? 'nothing' : told(last)}`)
	return [...found, ...(await witness.breaches(desk.public, 'last'))]
}

async function once(attempt: Attempt): Promise<Answer | 'cut'> {
	try {
		return await attempt.run()
	} catch (error) {
		if (error instanceof Cut) return 'cut'
		throw error
	}
}

async function start(): Promise<SiteProcess> {
	now.site = await startProcess({ dataDir, port: PORT, canFail: true })
	return now.site
}

function site(): SiteProcess {
	if (!now.site) throw new Error('no site is running')
	return now.site
}

function nameOf({ way, point, fault }: Case): string {
	return `${way.name}: ${fault} at ${point.step} (${String(point.nth)})`
}
