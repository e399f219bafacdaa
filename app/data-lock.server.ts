import { randomBytes, randomInt } from 'node:crypto'
import {
	closeSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readFileSync,
	readdirSync,
	readlinkSync,
	rmSync,
	statSync,
	writeSync,
} from 'node:fs'
import { join } from 'node:path'

export type DataLock = { readonly release: () => void }

/** Thrown where another server uses the data folder; the message is for the person at the terminal, in both languages. */
export class DataFolderInUse extends Error {
	override readonly name = 'DataFolderInUse'
	constructor(folder: string, pid: number, file: string) {
		super(
			[
				`The data folder ${folder} is in use by another server (process ${pid}). Stop that one first.`,
				`Folder data ${folder} sedang dipakai server lain (proses ${pid}). Hentikan server itu lebih dahulu.`,
				`(${file})`,
			].join('\n'),
		)
	}
}

/** A process, told apart from every other one: numbers are used again, pairs with the start time and the boot are not. */
type Holder = {
	readonly pid: number
	readonly startedAt: string | null
	readonly bootId: string | null
	readonly pidNamespace: string | null
}

const CLAIM = /^server-[0-9a-f]{16}\.lock$/

/** Servers that started within this time of each other may have stepped back from one another. */
const SAME_INSTANT_MS = 1_000
const TRIES = 8

/**
 * Takes the data folder for this process, or refuses.
 *
 * Each server lays down a claim of its own under a name nobody else has, then looks at the claims of the others:
 * a living one means stepping back, a dead one is cleared away. A claim is removed only by its owner, or by its
 * unique name once its owner is dead, so a slow starter can never remove the lock of a fast one. The embedded
 * database has no lock of its own, and two processes on its folder lose rows without an error.
 *
 * Throws  DataFolderInUse while another process lives, or may live, on the folder.
 */
export function lockDataFolder(dataDir: string): DataLock {
	mkdirSync(dataDir, { recursive: true, mode: 0o700 })
	for (let tried = 1; ; tried += 1) {
		const own = join(dataDir, `server-${randomBytes(8).toString('hex')}.lock`)
		writeClaim(own, thisProcess())
		const release = () => rmSync(own, { force: true })
		const other = livingClaim(dataDir, own)
		if (!other) return { release }
		const inTheSameInstant = Math.abs(ageOf(own) - ageOf(other.file)) < SAME_INSTANT_MS
		release()
		if (!inTheSameInstant || tried === TRIES) throw new DataFolderInUse(dataDir, other.holder.pid, other.file)
		// Both stepped back; whoever waits shorter finds the folder free.
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, randomInt(20, 300))
	}
}

/** The claim of another living process, after the claims of dead ones were cleared away. */
function livingClaim(
	dataDir: string,
	own: string,
): { readonly holder: Holder; readonly file: string } | null {
	for (const name of readdirSync(dataDir).filter((entry) => CLAIM.test(entry))) {
		const file = join(dataDir, name)
		if (file === own) continue
		const holder = readClaim(file)
		if (holder === 'gone') continue
		if (holder !== 'broken' && mayLive(holder)) return { holder, file }
		rmSync(file, { force: true })
	}
	return null
}

function ageOf(file: string): number {
	return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

/** Whether the process still runs, as far as this process can tell; where it cannot tell, it may. */
function mayLive(holder: Holder): boolean {
	const here = thisProcess()
	if (holder.bootId !== here.bootId) return false
	if (holder.pidNamespace !== here.pidNamespace) return true
	if (!isRunning(holder.pid)) return false
	return holder.startedAt === null || startOf(holder.pid) === null || holder.startedAt === startOf(holder.pid)
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0)
		return true
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM'
	}
}

function thisProcess(): Holder {
	return {
		pid: process.pid,
		startedAt: startOf(process.pid),
		bootId: textOf('/proc/sys/kernel/random/boot_id'),
		pidNamespace: namespaceOf(),
	}
}

/** Start of a process in clock ticks since the boot; null where the system does not say. */
function startOf(pid: number): string | null {
	const stat = textOf(`/proc/${pid}/stat`)
	// The second field is the program's name in brackets and may hold spaces; the start is the 20th after it.
	return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
}

function namespaceOf(): string | null {
	try {
		return readlinkSync('/proc/self/ns/pid')
	} catch {
		return null
	}
}

function textOf(file: string): string | null {
	try {
		return readFileSync(file, 'utf8').trim()
	} catch {
		return null
	}
}

function writeClaim(file: string, holder: Holder): void {
	const handle = openSync(file, 'wx', 0o600)
	try {
		writeSync(handle, JSON.stringify(holder))
		fsyncSync(handle)
	} finally {
		closeSync(handle)
	}
}

/** A claim that is half written belongs to a server in the same instant as this one, or to one killed in it. */
function readClaim(file: string): Holder | 'gone' | 'broken' {
	const text = textOf(file)
	if (text === null) return 'gone'
	try {
		const claim: unknown = JSON.parse(text)
		return isHolder(claim) ? claim : 'broken'
	} catch {
		return 'broken'
	}
}

function isHolder(claim: unknown): claim is Holder {
	return typeof claim === 'object' && claim !== null && 'pid' in claim && Number.isSafeInteger(claim.pid)
}
