import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { connect } from 'node:net'
import type { Socket } from 'node:net'

/** What a ClamAV daemon says of a file; `failing` where it says nothing that can be relied on. */
export type Scan = 'clean' | 'infected' | 'failing'

/** Without a word for so long, a daemon that scans has stopped; one that is only greeted answers at once. */
const PATIENCE_MS = { scan: 30_000, greeting: 2_000 }
const LONGEST_ANSWER = 4_096

/** Shows a file to the daemon behind a socket, piece by piece. Source: clamd(8), INSTREAM. */
export async function scanFile(path: string, socketPath: string): Promise<Scan> {
	const answer = await ask({ socketPath, patienceMs: PATIENCE_MS.scan }, async (socket) => {
		socket.write('zINSTREAM\0')
		for await (const piece of createReadStream(path)) {
			if (!Buffer.isBuffer(piece)) throw new Error('a file is read as bytes')
			socket.write(lengthOf(piece.length))
			if (!socket.write(piece)) await once(socket, 'drain')
		}
		socket.write(lengthOf(0))
	})
	if (answer.endsWith('FOUND')) return 'infected'
	return answer.endsWith('OK') ? 'clean' : 'failing'
}

/** Whether the daemon answers. */
export async function isScanning(socketPath: string): Promise<boolean> {
	const daemon = { socketPath, patienceMs: PATIENCE_MS.greeting }
	return (await ask(daemon, (socket) => void socket.write('zPING\0'))) === 'PONG'
}

async function ask(
	{ socketPath, patienceMs }: { readonly socketPath: string; readonly patienceMs: number },
	say: (socket: Socket) => Promise<void> | void,
): Promise<string> {
	const socket = connect(socketPath).setTimeout(patienceMs)
	socket.once('timeout', () => socket.destroy())
	const ended = answerOf(socket)
	try {
		await once(socket, 'connect')
		await say(socket)
		return await ended
	} catch {
		return ''
	} finally {
		socket.destroy()
	}
}

function answerOf(socket: Socket): Promise<string> {
	return new Promise((resolve) => {
		let answer = ''
		socket.on('data', (piece: Buffer) => {
			answer += piece.toString('latin1')
			if (answer.includes('\0') || answer.length > LONGEST_ANSWER) resolve(answer.replace(/\0[\s\S]*$/, ''))
		})
		socket.once('error', () => resolve(''))
		socket.once('close', () => resolve(answer))
	})
}

function lengthOf(bytes: number): Buffer {
	const length = Buffer.alloc(4)
	length.writeUInt32BE(bytes)
	return length
}
