import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, rmSync } from 'node:fs'
import { createConnection, createServer } from 'node:net'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Log } from './log.server.ts'

/** What a running server does for whoever may write into its data folder: a command's name, and what it gives. */
export type Commands = Readonly<Record<string, (asked: unknown) => Promise<unknown>>>

export type Control = { readonly close: () => Promise<void> }

/** One line in, one line out. */
export type Answer =
	{ readonly ok: true; readonly result: unknown } | { readonly ok: false; readonly error: string }

/** Unit: bytes. Source: sockaddr_un of Linux has 108, that of other systems 104, with a zero at the end. */
const LONGEST_PATH = 100
/** Enough for a hundred receipts. Unit: characters. */
const LONGEST_LINE = 2 ** 22

/**
 * Opens the door by which other commands of this machine ask the server that holds an embedded database. Only the
 * owner of the process can open the socket.
 */
export async function openControl(dataDir: string, commands: Commands, log: Log): Promise<Control> {
	const path = socketPath(dataDir)
	if (path === null) return { close: () => Promise.resolve() }
	// A socket of a server that was killed: this one holds the folder now.
	rmSync(path, { force: true })
	const open = new Set<Socket>()
	const server = createServer((socket) => {
		open.add(socket)
		socket.once('close', () => open.delete(socket))
		socket.on('error', () => socket.destroy())
		answer(socket, commands).catch((error: unknown) => {
			log.error({ event: 'control.failed', err: error })
			socket.destroy()
		})
	})
	// The socket is made with the rights that are left: nobody else can reach it even for a moment.
	const before = process.umask(0o177)
	try {
		await new Promise<void>((resolve, reject) => {
			server.once('error', reject)
			server.listen(path, resolve)
		})
	} finally {
		process.umask(before)
	}
	return {
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve())
				for (const socket of open) socket.destroy()
			}),
	}
}

/** Asks the server that runs on a data folder; null where none answers. */
export async function askControl(
	dataDir: string,
	asked: { readonly command: string } & Readonly<Record<string, unknown>>,
): Promise<Answer | null> {
	const path = socketPath(dataDir)
	if (path === null) return null
	const socket = createConnection(path)
	// Where nobody listens, the connection closes, and that is the answer.
	socket.on('error', () => socket.destroy())
	socket.write(`${JSON.stringify(asked)}\n`)
	const line = await firstLine(socket, Number.POSITIVE_INFINITY)
	socket.destroy()
	return line === null ? null : answerIn(line)
}

async function answer(socket: Socket, commands: Commands): Promise<void> {
	const line = await firstLine(socket, LONGEST_LINE)
	const asked: unknown = line === null ? null : JSON.parse(line)
	const name = typeof asked === 'object' && asked !== null && 'command' in asked ? asked.command : null
	const command = typeof name === 'string' && Object.hasOwn(commands, name) ? commands[name] : undefined
	if (!command) {
		say(socket, { ok: false, error: 'unknown command' })
		return
	}
	try {
		say(socket, { ok: true, result: await command(asked) })
	} catch (error) {
		say(socket, { ok: false, error: error instanceof Error ? error.message : String(error) })
	}
}

function firstLine(socket: Socket, longest: number): Promise<string | null> {
	return new Promise((resolve) => {
		let text = ''
		socket.setEncoding('utf8')
		socket.on('data', (chunk: string) => {
			text += chunk
			if (text.length > longest) socket.destroy()
			if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')))
		})
		socket.once('close', () => resolve(null))
	})
}

function say(socket: Socket, answer: Answer): void {
	if (socket.writable) socket.end(`${JSON.stringify(answer)}\n`)
}

function answerIn(line: string): Answer | null {
	const said: unknown = JSON.parse(line)
	if (typeof said !== 'object' || said === null || !('ok' in said)) return null
	if (said.ok === true && 'result' in said) return { ok: true, result: said.result }
	return { ok: false, error: 'error' in said ? String(said.error) : '' }
}

/**
 * Where the socket lies: in the data folder or, where its path would be too long, in a folder of its own below the
 * system's folder for temporary files.
 *
 * Returns  null where that folder is there already and belongs to somebody else.
 */
function socketPath(dataDir: string): string | null {
	const inside = join(dataDir, 'control.sock')
	if (Buffer.byteLength(inside) <= LONGEST_PATH) return inside
	const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
	const folder = join(tmpdir(), `renaksi-${name}`)
	mkdirSync(folder, { recursive: true, mode: 0o700 })
	const { uid, mode } = lstatSync(folder)
	const isOwn = process.getuid === undefined || (uid === process.getuid() && (mode & 0o077) === 0)
	return isOwn ? join(folder, 'control.sock') : null
}
