import { createServer, connect } from 'node:net'
import type { Server, Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

export type SlowLine = {
	readonly port: number
	/** Bytes that went up the line. */
	readonly sent: () => number
	readonly cuts: () => number
	readonly close: () => Promise<void>
}

export type LineManner = {
	readonly bytesPerSecond: number
	/** Every connection is cut after about so many bytes upwards. */
	readonly cutAfterBytes: number
	readonly delayMs: number
}

const PIECE_MS = 20

/** A line to a server such as one has in a village: slow, late, and cut off again and again. */
export async function slowLine(port: number, manner: LineManner): Promise<SlowLine> {
	let sent = 0
	let cuts = 0
	const open = new Set<Socket>()
	const server: Server = createServer((near) => {
		const far = connect(port, '127.0.0.1')
		open.add(near).add(far)
		let carried = 0
		const cut = () => {
			near.resetAndDestroy()
			far.resetAndDestroy()
		}
		near.on('error', cut)
		far.on('error', cut)
		near.on('close', () => far.destroy())
		far.on('close', () => near.destroy())
		far.on(
			'data',
			(bytes: Buffer) => void pause(manner.delayMs).then(() => near.writable && near.write(bytes)),
		)
		void carry(near, far, (bytes) => {
			sent += bytes
			carried += bytes
			if (carried < manner.cutAfterBytes) return true
			cuts += 1
			cut()
			return false
		}).catch(cut)
	})
	async function carry(near: Socket, far: Socket, mayGoOn: (bytes: number) => boolean): Promise<void> {
		const most = Math.round((manner.bytesPerSecond * PIECE_MS) / 1_000)
		await pause(manner.delayMs)
		for await (const whole of near as AsyncIterable<Buffer>) {
			for (let at = 0; at < whole.length; at += most) {
				const piece = whole.subarray(at, at + most)
				if (!far.writable) return
				far.write(piece)
				if (!mayGoOn(piece.length)) return
				await pause(PIECE_MS)
			}
		}
	}
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
	const bound = server.address()
	return {
		port: typeof bound === 'object' && bound ? bound.port : 0,
		sent: () => sent,
		cuts: () => cuts,
		close: async () => {
			for (const socket of open) socket.destroy()
			await new Promise<void>((closed) => void server.close(() => closed()))
		},
	}
}
