import { execFile } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { ensureBuilt } from '#app/build.server.ts'
import { fsckBreaches } from './support/data-folder.ts'
import { openDesk } from './support/desk.ts'
import { chance, readOptions } from './support/options.ts'
import { percentile, progress, report } from './support/outcome.ts'
import { signInAll } from './support/people.ts'
import { startProcess } from './support/site-process.ts'
import type { SiteProcess } from './support/site-process.ts'
import { openStorm } from './support/storm.ts'
import { openWitness } from './support/witness.ts'

// An archive is written while people write, the site is killed, and the archive is put back on an empty folder:
//   npm run t:backup -- --rounds 5 [--seed N] [--quick] [--json]
// What was confirmed before the archive began must be there, a damaged copy must be refused and leave nothing.

const PORT = 4117
const LONGEST_RESTORE_MS = 5 * 60_000
const root = join(import.meta.dirname, '..', '..')
const options = readOptions({ rounds: 5, quick: 1 })
const random = chance(options.seed)
const place = mkdtempSync(join(tmpdir(), 'renaksi-backup-'))
const dataDir = join(place, 'data')
const failures: string[] = []
const [backupsMs, restoresMs]: [number[], number[]] = [[], []]
const counts = { acknowledged: 0, meanwhile: 0, refused: 0 }
const now: { site: SiteProcess | null } = { site: null }

process.on('SIGINT', () => process.exit(130))
process.on('exit', () => {
	now.site?.abandon()
	rmSync(place, { recursive: true, force: true })
})

try {
	await ensureBuilt((line) => progress(options, line))
	for (let round = 1; round <= options.rounds; round += 1) await once(round)
} catch (error) {
	failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
}
await now.site?.kill()
const [backupMs, restoreMs] = [percentile(backupsMs, 0.95), percentile(restoresMs, 0.95)]
if (restoreMs > LONGEST_RESTORE_MS) failures.push(`putting back takes ${String(restoreMs)} ms`)
const figures = { rounds: restoresMs.length, ...counts, backupMs, restoreMs }
report({ suite: 'backup', figures, failures }, options)

async function once(round: number): Promise<void> {
	now.site = await startProcess({ dataDir, port: PORT })
	const desk = openDesk(PORT, await signInAll(now.site))
	const [before, meanwhile] = [openWitness(), openWitness()]
	const first = openStorm({ desk, witness: before, random, seed: options.seed })
	await first.prepare(round)
	const begun = await first.begin(round)
	await wait(1_500 + Math.floor(random() * 1_500))
	await now.site.kill()
	const { acknowledged, faults } = await begun.ended()
	counts.acknowledged += acknowledged
	failures.push(...faults)

	now.site = await startProcess({ dataDir, port: PORT })
	const again = openDesk(PORT, await signInAll(now.site))
	const second = openStorm({ desk: again, witness: meanwhile, random, seed: options.seed + 1 })
	await second.prepare(round)
	const going = await second.begin(round)
	const archive = await archived(round)
	await now.site.kill()
	counts.meanwhile += (await going.ended()).acknowledged
	desk.leave()
	again.leave()

	await refusedWhenDamaged(archive)
	const back = join(place, `back-${String(round)}`)
	const began = performance.now()
	const { code, said } = await command('restore', back, ['--from', archive, '--keys', join(dataDir, 'keys')])
	restoresMs.push(performance.now() - began)
	if (code !== 0) failures.push(`round ${String(round)}: not put back: ${said}`)
	now.site = await startProcess({ dataDir: back, port: PORT })
	const reader = openDesk(PORT, await signInAll(now.site))
	const found = [
		...(await before.breaches(reader.public, 'all')),
		...(await fsckBreaches(back, { witness: before, how: 'server' })),
	]
	failures.push(...found.map((breach) => `round ${String(round)}, put back: ${breach}`))
	reader.leave()
	await now.site.kill()
	now.site = null
	progress(options, `${String(round)}: ${String(acknowledged)} before, ${String(found.length)} breaches`)
}

async function archived(round: number): Promise<string> {
	const out = join(place, `out-${String(round)}`)
	const began = performance.now()
	const { code, said } = await command('backup', dataDir, ['--out', out])
	backupsMs.push(performance.now() - began)
	if (code !== 0) throw new Error(`no archive: ${said}`)
	const [name = ''] = readdirSync(out)
	return join(out, name)
}

/** One byte more in any part, and nothing of the archive may reach the disk. */
async function refusedWhenDamaged(archive: string): Promise<void> {
	const damaged = join(place, 'damaged')
	cpSync(archive, damaged, { recursive: true })
	const parts = readdirSync(damaged, { recursive: true, withFileTypes: true }).filter((part) => part.isFile())
	const part = parts[Math.floor(random() * parts.length)]
	if (!part) throw new Error('the archive is empty')
	appendFileSync(join(part.parentPath, part.name), '\0')
	const target = join(place, 'nowhere')
	const { code } = await command('restore', target, ['--from', damaged, '--keys', join(dataDir, 'keys')])
	const left = readdirSync(place).includes('nowhere') ? readdirSync(target) : []
	if (code !== 2 || left.length > 0)
		failures.push(`${part.name} was damaged, and the command ended with ${String(code)}`)
	else counts.refused += 1
	rmSync(damaged, { recursive: true })
}

async function command(name: string, folder: string, args: readonly string[]) {
	const call = ['--import', 'tsx', join('prisma', `${name}.ts`), ...args]
	const env = {
		...process.env,
		DATA_DIR: folder,
		DATABASE_URL: '',
		BASE_URL: `http://localhost:${String(PORT)}`,
	}
	try {
		const { stdout } = await promisify(execFile)(process.execPath, call, { cwd: root, env })
		return { code: 0, said: stdout }
	} catch (error) {
		const failed = error as { code?: number; stdout?: string; stderr?: string }
		return { code: failed.code ?? -1, said: `${failed.stdout ?? ''}${failed.stderr ?? ''}` }
	}
}
