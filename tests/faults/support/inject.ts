import children from 'node:child_process'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { watchDisk } from './failing-disk.ts'
import type { Effect } from './failing-disk.ts'

// Loaded into the site's process before everything else (`--import`), this makes the disk under one folder fail at a
// chosen step. It goes along into the processes that clean files. The product itself knows nothing of it.

/** `kill` ends the site's process; `kill-worker` only the one that cleans the file. */
export type Fault = 'kill' | 'kill-worker' | 'ENOSPC' | 'EIO'

/** The n-th time (from 1) that a step is taken. */
export type Point = { readonly step: string; readonly nth: number }

export type Order =
	/** Let everything through. */
	| { readonly do: 'nothing' }
	/** Let everything through and write down the steps. */
	| { readonly do: 'record' }
	/** Let the steps through up to one, and fail there. */
	| { readonly do: 'fail'; readonly at: Point; readonly with: Fault }
	/** Whatever needs more room fails for want of it. */
	| { readonly do: 'fill' }

/** The steps since the order before this one, and those of them that failed. */
export type Said = { readonly steps: readonly string[]; readonly fired: readonly string[] }

const { FAILING_FOLDER = '', FAILING_ORDER, FAILING_NOTES = '' } = process.env
const { appendFileSync, readFileSync, rmSync } = fs
const isWorker = FAILING_ORDER !== undefined
let order: Order = FAILING_ORDER === undefined ? { do: 'nothing' } : (JSON.parse(FAILING_ORDER) as Order)
let left = order.do === 'fail' ? order.at.nth : 0
let said = { steps: [] as string[], fired: [] as string[] }

if (FAILING_FOLDER !== '') {
	await watchDisk(FAILING_FOLDER, (verb, name, effect) =>
		stepTaken(verb, isWorker ? `worker:${name}` : name, effect),
	)
	if (!isWorker) {
		process.on('message', (next: Order) => process.send?.(changeOrder(next)))
		process.channel?.unref()
		children.spawn = alongInto(children.spawn)
		syncBuiltinESMExports()
	}
}

function stepTaken(verb: string, name: string, { grows, half }: Effect): Error | null {
	if (order.do === 'nothing') return null
	const step = `${verb} ${name}`
	if (order.do === 'record') {
		note('steps', step)
		return null
	}
	// A full disk still takes what lies in room that is taken already, and gives room back.
	if (order.do === 'fill') return GROWING.has(verb) && grows() ? errorOf('ENOSPC', verb, name) : null
	if (step !== order.at.step || (left -= 1) !== 0) return null
	note('fired', step)
	half()
	if (order.with === 'ENOSPC' || order.with === 'EIO') return errorOf(order.with, verb, name)
	if (isWorker && order.with === 'kill') process.kill(process.ppid, 'SIGKILL')
	process.kill(process.pid, 'SIGKILL')
	for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

const GROWING = new Set(['write', 'copy'])
const ERRORS = { ENOSPC: [-28, 'no space left on device'], EIO: [-5, 'i/o error'] } as const

function errorOf(code: keyof typeof ERRORS, syscall: string, path: string): Error {
	const [errno, words] = ERRORS[code]
	return Object.assign(new Error(`${code}: ${words}, ${syscall} '${path}'`), { code, errno, syscall, path })
}

/** A worker has nobody to tell but a file beside the folder. */
function note(what: keyof Said, step: string): void {
	if (isWorker) appendFileSync(FAILING_NOTES, `${what} ${step}\n`)
	else said[what].push(step)
}

function changeOrder(next: Order): Said {
	const before = said
	for (const line of textOf(FAILING_NOTES).split('\n')) {
		const [what, ...step] = line.split(' ')
		if (what === 'steps' || what === 'fired') before[what].push(step.join(' '))
	}
	rmSync(FAILING_NOTES, { force: true })
	order = next
	left = next.do === 'fail' ? next.at.nth : 0
	said = { steps: [], fired: [] }
	return before
}

function textOf(file: string): string {
	try {
		return readFileSync(file, 'utf8')
	} catch {
		return ''
	}
}

/** The same function, with this file loaded into the processes that clean files. */
function alongInto(spawn: typeof children.spawn): typeof children.spawn {
	const begin = spawn as unknown as (
		command: string,
		args: string[],
		options: children.SpawnOptions,
	) => unknown
	return ((command: string, args: string[], options: children.SpawnOptions) => {
		const at = args.findIndex((arg) => /cleaning[\\/]worker\.ts$/.test(arg))
		if (at < 0 || order.do === 'nothing') return begin(command, args, options)
		const told = { FAILING_FOLDER, FAILING_NOTES, FAILING_ORDER: JSON.stringify(order) }
		const env = Object.assign({ ...options.env }, told)
		const more = [...args.slice(0, at), '--import', import.meta.filename, ...args.slice(at)]
		return begin(command, more, { ...options, env: env as NodeJS.ProcessEnv })
	}) as typeof children.spawn
}
