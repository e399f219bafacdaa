import { parseArgs } from 'node:util'
import type { Finding } from '#app/domain/integrity/rules.ts'
import { alterFile } from './tamper/file-alterations.ts'
import { ROW_ALTERATIONS } from './tamper/alterations.ts'
import type { Alteration, Chance } from './tamper/alterations.ts'
import { openLife } from './tamper/publishing.ts'
import { rewrite } from './tamper/rewrites.ts'
import { saysSo } from './tamper/record-page.ts'
import { fsck, keepWitnesses, openWorld } from './tamper/world.ts'
import type { KeptWitness } from './tamper/world.ts'
import { chance as numbers } from './support/options.ts'

// Single alterations below the application, each given one checkpoint or one receipt that somebody kept before; and
// as many checks after people have only published. Every alteration must be found and the record named, wherever
// anything is left that can name it; nothing may be found where nobody altered anything:
//   npm run t:tamper -- [--n 1000] [--clean 1000] [--seed N] [--quick] [--json]

const { values } = parseArgs({
	options: {
		n: { type: 'string' },
		clean: { type: 'string' },
		seed: { type: 'string' },
		quick: { type: 'boolean', default: false },
		json: { type: 'boolean', default: false },
	},
})
const wanted = Number(values.n ?? (values.quick ? 100 : 1_000))
const wantedClean = Number(values.clean ?? (values.quick ? 60 : 1_000))
const seed = Number(values.seed ?? Math.floor(performance.timeOrigin % 1_000_000))
const random = numbers(seed)
const chance: Chance = {
	random,
	pick: (items) => {
		const item = items[Math.floor(random() * items.length)]
		if (item === undefined) throw new Error('nothing to choose from')
		return item
	},
}

const FILES = ['file byte flip', 'file swap', 'file delete'] as const
const REWRITES = ['log rewritten, re-signed', 'log rewritten, re-signed, leaf hashes kept'] as const
const KINDS = [...Object.keys(ROW_ALTERATIONS), ...FILES, ...REWRITES]
/** One page in so many alterations is looked at. */
const PAGE_EVERY = 10

type Tally = { tried: number; detected: number; nameable: number; named: number; pages: number; said: number }
const tallies = new Map(
	KINDS.map((kind): [string, Tally] => [
		kind,
		{ tried: 0, detected: 0, nameable: 0, named: 0, pages: 0, said: 0 },
	]),
)
const failures: string[] = []
let falseAlarms = 0
let cleanRuns = 0

const begun = performance.now()
const world = await openWorld()
const life = openLife(world, random)
try {
	for (let early = 0; early < 24; early += 1) await live()
	for (let round = 0; round < Math.max(wanted, wantedClean); round += 1) {
		if (round < wantedClean) await cleanRun(round)
		if (round < wanted) await alteration(KINDS[round % KINDS.length] ?? '', round)
		if (!values.json && round % 100 === 99) process.stderr.write(`${String(round + 1)} rounds\n`)
	}
} finally {
	await world.close()
}
tell()

/** Something is published, and what the log is then is kept elsewhere now and then. */
async function live(): Promise<string> {
	const deed = await life.doSomething()
	const { size } = await world.publicLog.publish()
	if (random() < 0.3) await keepWitnesses(world, Math.floor(random() * size))
	return deed
}

async function cleanRun(round: number): Promise<void> {
	const deed = round % 3 === 0 ? await live() : 'nothing'
	const { findings } = await fsck(world, [chance.pick(world.kept)])
	cleanRuns += 1
	if (findings.length === 0) return
	falseAlarms += 1
	failures.push(`false alarm after “${deed}”: ${JSON.stringify(findings[0])}`)
}

/** One alteration in a transaction that is taken back, or in the store of files, which is put right again. */
async function alteration(kind: string, round: number): Promise<void> {
	for (let tried = 0; tried < 50; tried += 1) {
		await world.database.exec('BEGIN; SET LOCAL session_replication_role = replica')
		let undo = async (): Promise<void> => {}
		try {
			const made = await make(kind)
			if (!made) continue
			undo = made.undo ?? undo
			await world.database.exec('SET LOCAL session_replication_role = origin')
			const { findings } = await fsck(world, [made.witness], made.logDir)
			const look = { recordId: made.records[0], logDir: made.logDir, isAfterStart: made.logDir !== undefined }
			// A log that was rewritten as a whole agrees with itself: only what is kept elsewhere can say so.
			const isLooked = round % PAGE_EVERY === 0 && kind !== REWRITES[0]
			const page = isLooked ? await saysSo(world, look) : null
			count(kind, made, { findings, page })
			return
		} catch (error) {
			// A value that even the owner's statements cannot give: the table's own checks refuse it.
			if (!isRefused(error)) throw error
		} finally {
			await world.database.exec('ROLLBACK')
			await undo()
		}
	}
	failures.push(`${kind}: could not be tried`)
}

type Made = Alteration & {
	readonly witness: KeptWitness
	readonly logDir?: string | undefined
	readonly undo?: (() => Promise<void>) | undefined
}

async function make(kind: string): Promise<Made | null> {
	const witness = chance.pick(world.kept)
	const file = FILES.find((one) => one === kind)
	if (file) {
		const altered = await alterFile(world, chance, file)
		return altered && { ...altered, witness }
	}
	const at = REWRITES.findIndex((one) => one === kind)
	if (at >= 0) return rewrite(world, chance, at === 0)
	const altered = await ROW_ALTERATIONS[kind]?.(world.database, chance)
	return altered ? { ...altered, witness } : null
}

type Outcome = { readonly findings: readonly Finding[]; readonly page: boolean | null }

function count(kind: string, { what, records, witness }: Made, { findings, page }: Outcome): void {
	const tally = tallies.get(kind)
	if (!tally) return
	const names = new Set(findings.map(({ recordId }) => recordId))
	const isNamed = records.length > 0 && records.every((recordId) => names.has(recordId))
	tally.tried += 1
	if (findings.length > 0) tally.detected += 1
	else failures.push(`${kind}: not detected: ${what}, given ${witness.name}`)
	if (records.length > 0) tally.nameable += 1
	if (isNamed) tally.named += 1
	else if (records.length > 0)
		failures.push(`${kind}: not named: ${what} (${records.slice(0, 3).join(', ')}), given ${witness.name}`)
	if (page === null) return
	tally.pages += 1
	if (page) tally.said += 1
	else failures.push(`${kind}: the page does not say so: ${what} (${records[0] ?? ''})`)
}

function isRefused(error: unknown): boolean {
	const text = error instanceof Error ? error.message : String(error)
	return /violates (check|unique|not-null)|duplicate key|out of range/.test(text)
}

function tell(): void {
	const total = { tried: 0, detected: 0, nameable: 0, named: 0, pages: 0, said: 0 }
	for (const tally of tallies.values()) {
		total.tried += tally.tried
		total.detected += tally.detected
		total.nameable += tally.nameable
		total.named += tally.named
		total.pages += tally.pages
		total.said += tally.said
	}
	const seconds = Math.round((performance.now() - begun) / 1_000)
	const holds = failures.length === 0
	const result = { suite: 'tamper', holds, seed, ...total, cleanRuns, falseAlarms, seconds }
	if (values.json)
		print(JSON.stringify({ ...result, kinds: Object.fromEntries(tallies), failures }, null, '\t'))
	else {
		const line = (name: string, t: Tally) =>
			`${name.padEnd(46)}${[t.tried, t.detected, t.nameable, t.named, t.pages, t.said].map((n) => String(n).padStart(9)).join('')}`
		const heads = ['tried', 'detected', 'nameable', 'named', 'pages', 'say so'].map((head) =>
			head.padStart(9),
		)
		print(`${'kind'.padEnd(46)}${heads.join('')}`)
		for (const [kind, tally] of tallies) print(line(kind, tally))
		print(line('all', total))
		print(`clean runs: ${String(cleanRuns)}, false alarms: ${String(falseAlarms)}`)
		print(`${holds ? 'holds' : 'BROKEN'} in ${String(seconds)} s (--seed ${String(seed)})`)
		for (const failure of failures.slice(0, 40)) print(`✗ ${failure}`)
	}
	if (!holds) process.exitCode = 1
}

function print(line: string): void {
	process.stdout.write(`${line}\n`)
}
