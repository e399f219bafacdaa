import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * A port of this machine that nobody listens on. It lies below those that systems give to outgoing connections, so
 * that nobody takes it between this answer and its use.
 */
export async function freePort(): Promise<number> {
	for (let tried = 0; tried < 50; tried += 1) {
		const port = randomInt(20_000, 32_000)
		if (await isFree(port)) return port
	}
	throw new Error('no port is free')
}

function isFree(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const server = createServer()
		server.once('error', () => resolve(false))
		server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
	})
}
