import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildTemplate } from '#prisma/build-template.ts'
import { median, report } from './ratio.ts'

/**
 * A first start against loading a packed database that holds everything already, and a restart against reopening
 * the bare engine; each in processes of their own, taken in turns.
 */
const ROUNDS = 7
const sampleFile = join(import.meta.dirname, 'start-sample.ts')
const place = mkdtempSync(join(tmpdir(), 'renaksi-bench-start-'))

await buildTemplate(new Date())
const origin = join(place, 'origin')
sample('first', origin)
sample('pack', origin)

const times: Record<'first' | 'prepared' | 'restart' | 'reopen', number[]> = {
	first: [],
	prepared: [],
	restart: [],
	reopen: [],
}
for (let round = 0; round < ROUNDS; round += 1) {
	const fresh = join(place, `fresh-${round}`)
	const loaded = join(place, `loaded-${round}`)
	mkdirSync(loaded)
	copyFileSync(join(origin, 'prepared.tar.gz'), join(loaded, 'prepared.tar.gz'))
	times.first.push(sample('first', fresh))
	times.prepared.push(sample('prepared', loaded))
	times.restart.push(sample('restart', fresh))
	times.reopen.push(sample('reopen', fresh))
	rmSync(fresh, { recursive: true })
	rmSync(loaded, { recursive: true })
}
rmSync(place, { recursive: true })

report('start', [
	{
		name: 'first start / loading a prepared folder',
		ours: median(times.first),
		other: median(times.prepared),
		atMost: 2,
	},
	{
		name: 'restart / reopening the bare engine',
		ours: median(times.restart),
		other: median(times.reopen),
		atMost: 2,
	},
])

function sample(kind: string, folder: string): number {
	const printed = execFileSync(process.execPath, ['--import', 'tsx', sampleFile, kind, folder], {
		encoding: 'utf8',
	})
	return Number(printed.trim().split('\n').at(-1))
}
