import fs from 'node:fs'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { relative, sep } from 'node:path'

/**
 * Asked before each step on the disk: gives the error to fail with, or null to let the step through.
 */
export type TakeStep = (verb: string, name: string, effect: Effect) => Error | null

/** What a step would do. */
export type Effect = {
	/** Whether it takes room that was not taken before. */
	readonly grows: () => boolean
	/** Does what a disk that gives way leaves behind: half of what was to be written. */
	readonly half: () => void
}

/** Steps for which there may be no room. */
export const TAKES_ROOM = ['open', 'write', 'sync', 'mkdir', 'rename', 'link', 'copy'] as const

const names = new Map<number, string>()
const handles = new WeakMap<object, string>()
let folder = ''
let takeStep: TakeStep = () => null

/** Has every step on the disk under a folder asked about, by wrapping the functions of node:fs in this process. */
export async function watchDisk(under: string, take: TakeStep): Promise<void> {
	folder = under
	takeStep = take
	const probe = await open(import.meta.filename)
	wrapHandles(Object.getPrototypeOf(probe) as Door)
	await probe.close()
	const plain = fs as unknown as Door
	const promised = fs.promises as unknown as Door
	noteNumbers(plain)
	noteHandles(promised)
	wrapPaths(plain, '', 'calls back')
	wrapPaths(plain, 'Sync', 'throws')
	wrapFiles(plain, '', 'calls back')
	wrapFiles(plain, 'Sync', 'throws')
	wrapPaths(promised, '', 'rejects')
	syncBuiltinESMExports()
}

const WHOLE: Effect = { grows: () => true, half: () => undefined }

function failing(verb: string, name: string | null, effect = WHOLE): Error | null {
	return name === null ? null : takeStep(verb, name, effect)
}

/** What a path is called in a step: where it lies in the folder, without what differs from one time to the next. */
function nameOf(path: unknown): string | null {
	const text = path instanceof URL ? path.pathname : Buffer.isBuffer(path) ? path.toString() : path
	if (folder === '' || typeof text !== 'string') return null
	const inside = relative(folder, text)
	if (inside.startsWith('..') || inside === text) return null
	const parts = inside === '' ? ['.'] : inside.split(sep)
	if (parts[0] === 'database') return parts[1] === 'pg_wal' ? 'database/pg_wal' : 'database'
	return parts.map(withoutChance).join('/')
}

function withoutChance(part: string): string {
	return part
		.replace(/[0-9a-f]{64}/g, '<sha256>')
		.replace(/[0-9a-f]{32}/g, '<id>')
		.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>')
		.replace(/[0-9a-f]{12,16}/g, '<n>')
		.replace(/^cleaning-\w*$/, 'cleaning-<n>')
		.replace(/^[0-9a-f]{2}$/, '<xx>')
}

type Call = (...args: unknown[]) => unknown
type Door = Record<string, Call>

/** How a call tells of an error: it throws, calls back, or rejects. */
type Manner = 'throws' | 'calls back' | 'rejects'

/** Puts something in front of a function: an error from it takes the function's place. */
function before(
	door: Door,
	name: string,
	manner: Manner,
	check: (args: unknown[], self: unknown) => Error | null,
) {
	const call = door[name]
	if (!call) return
	door[name] = function (this: unknown, ...args: unknown[]): unknown {
		const error = check(args, this)
		if (!error) return call.apply(this, args)
		if (manner === 'rejects') return Promise.reject(error)
		if (manner === 'throws') throw error
		const callback = args.at(-1)
		if (typeof callback === 'function') setImmediate(() => (callback as Call)(error))
		return undefined
	}
}

const isForWriting = (flags: unknown): boolean =>
	typeof flags === 'number' ? (flags & 3) !== 0 : typeof flags === 'string' && /[wa+]/.test(flags)

/** What a call does to an open file: data, where in it to begin, how much of it, and where it goes. */
function effectOn(file: number, [data, offset, length, position]: unknown[]): Effect {
	if (!ArrayBuffer.isView(data)) return WHOLE
	const start = typeof offset === 'number' ? offset : 0
	const count = typeof length === 'number' ? length : data.byteLength - start
	const place = typeof position === 'number' ? position : null
	return {
		grows: () => place === null || place + count > fstatSync(file).size,
		half: () => void writeSync(file, data as NodeJS.ArrayBufferView, start, count >> 1, place),
	}
}
const { writeSync, existsSync, fstatSync } = fs

const BY_PATH: readonly (readonly [name: string, verb: string, which?: number])[] = [
	['writeFile', 'write'],
	['appendFile', 'write'],
	['truncate', 'truncate'],
	['rename', 'rename', 1],
	['link', 'link', 1],
	['copyFile', 'copy', 1],
	['unlink', 'remove'],
	['rmdir', 'remove'],
	['chmod', 'chmod'],
	['utimes', 'utimes'],
	['mkdtemp', 'mkdir'],
]
const BY_FILE: readonly (readonly [name: string, verb: string])[] = [
	['write', 'write'],
	['writev', 'write'],
	['fsync', 'sync'],
	['fdatasync', 'sync'],
	['ftruncate', 'truncate'],
	['fchmod', 'chmod'],
	['futimes', 'utimes'],
]

function wrapPaths(door: Door, suffix: string, manner: Manner): void {
	for (const [name, verb, which = 0] of BY_PATH) {
		// An empty file is a name only, and takes no room.
		const effectOf = (args: unknown[]): Effect => ({ ...WHOLE, grows: () => args[1] !== '' })
		before(door, name + suffix, manner, (args) => failing(verb, nameOf(args[which]), effectOf(args)))
	}
	before(door, `mkdir${suffix}`, manner, ([path]) =>
		typeof path === 'string' && existsSync(path) ? null : failing('mkdir', nameOf(path)),
	)
	before(door, `open${suffix}`, manner, ([path, flags]) =>
		isForWriting(flags) ? failing('open', nameOf(path)) : null,
	)
}

function wrapFiles(door: Door, suffix: string, manner: Manner): void {
	for (const [name, verb] of BY_FILE) {
		before(door, name + suffix, manner, ([file, ...args]) =>
			failing(verb, names.get(Number(file)) ?? null, effectOn(Number(file), args)),
		)
	}
}

/** Remembers which path a number stands for; numbers are given again after a file was closed. */
function noteNumbers(door: Door): void {
	const { open: begin, openSync } = door
	if (!begin || !openSync) return
	const note = (path: unknown, file: unknown) => {
		const name = nameOf(path)
		if (name === null) names.delete(Number(file))
		else names.set(Number(file), name)
	}
	door.openSync = (...args) => {
		const file = openSync(...args)
		note(args[0], file)
		return file
	}
	door.open = (...args) => {
		const callback = args.pop() as Call
		return begin(...args, (error: unknown, file: unknown) => {
			if (!error) note(args[0], file)
			callback(error, file)
		})
	}
}

function wrapHandles(handle: Door): void {
	const verbs = {
		write: 'write',
		writev: 'write',
		writeFile: 'write',
		appendFile: 'write',
		truncate: 'truncate',
	}
	const more = { sync: 'sync', datasync: 'sync', chmod: 'chmod', utimes: 'utimes' }
	for (const [name, verb] of Object.entries({ ...verbs, ...more })) {
		before(handle, name, 'rejects', (args, self) =>
			failing(verb, handles.get(self as object) ?? null, effectOn((self as FileHandle).fd, args)),
		)
	}
}

/** Remembers which path a handle stands for. */
function noteHandles(door: Door): void {
	const { open: begin } = door
	if (!begin) return
	door.open = async (...args) => {
		const handle = (await begin(...args)) as FileHandle
		const name = nameOf(args[0])
		if (name !== null) handles.set(handle, name)
		return handle
	}
}
