import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import { Server as SocketServer } from 'node:net'
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import type { Duplex } from 'node:stream'
import { securityHeaders } from './headers.server.ts'

export type Listener = {
	readonly port: number
	/** Takes no new connections, lets answers in progress finish, and ends. */
	readonly drain: () => Promise<void>
}

const HEADERS_BYTES = 16 * 2 ** 10
/** 20 MB over a line of 25 kB/s; whatever is no file has its own, shorter time. */
const REQUEST_MS = 900_000
const HEADERS_MS = 15_000
const IDLE_MS = 10_000
/** What was refused may read why for so long. */
const REFUSED_MS = 2_000
const DRAIN_MS = 9_000
/** What knocked before the end began is let in; what is on its way in a connection may still arrive. */
const KNOCKING_MS = 5_000
const ARRIVING_MS = 400

/** Listens, with limits on what a client may take: time and bytes for the head, time for the whole. */
export async function listenOn(
	address: { readonly port: number; readonly host: string; readonly baseUrl: string },
	listener: RequestListener,
): Promise<Listener> {
	const server = createServer(
		{
			maxHeaderSize: HEADERS_BYTES,
			requestTimeout: REQUEST_MS,
			headersTimeout: HEADERS_MS,
			keepAliveTimeout: IDLE_MS,
			connectionsCheckingInterval: 2_000,
			requireHostHeader: false,
		},
		listener,
	)
	server.on('clientError', (error: Error & { code?: string }, socket) => {
		refuseRaw(socket, STATUS_OF_FAULT.get(error.code ?? '') ?? '400 Bad Request', address.baseUrl)
	})
	server.on('connect', (_req, socket) => refuseRaw(socket, '405 Method Not Allowed', address.baseUrl))
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject)
		server.listen(address.port, address.host, resolve)
	})
	const bound = server.address()
	return { port: typeof bound === 'object' && bound ? bound.port : address.port, drain: () => drain(server) }
}

const STATUS_OF_FAULT = new Map([
	['HPE_HEADER_OVERFLOW', '431 Request Header Fields Too Large'],
	['ERR_HTTP_REQUEST_TIMEOUT', '408 Request Timeout'],
])

/** What is no HTTP is answered without a page, by hand, with the same headers of safety. */
function refuseRaw(socket: Duplex, status: string, baseUrl: string): void {
	if (!socket.writable) return void socket.destroy()
	const headers = securityHeaders(baseUrl).map(([name, value]) => `${name}: ${value}`)
	const lines = [
		`HTTP/1.1 ${status}`,
		...headers,
		'Cache-Control: no-store',
		'Connection: close',
		'Content-Length: 0',
	]
	socket.end(`${lines.join('\r\n')}\r\n\r\n`)
	// Nobody reads such a connection any more, and the server does not know of it: unread, it would stay open for good.
	socket.on('error', () => socket.destroy())
	socket.resume()
	setTimeout(() => socket.destroy(), REFUSED_MS).unref()
}

async function drain(server: Server): Promise<void> {
	server.prependListener('request', (_req, res) => {
		res.shouldKeepAlive = false
	})
	const end = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
	await nobodyKnocks(server)
	// The HTTP server's own close() would at once end connections whose request is sent, but not yet read.
	const closed = new Promise<void>(
		(resolve) => void SocketServer.prototype.close.call(server, () => resolve()),
	)
	await pause(ARRIVING_MS)
	const sweep = setInterval(() => server.closeIdleConnections(), 50)
	await closed
	clearInterval(sweep)
	clearTimeout(end)
}

/** Waits for a turn of the event loop in which nobody knocked: it lets in one connection per turn, and more may wait. */
async function nobodyKnocks(server: Server): Promise<void> {
	const until = performance.now() + KNOCKING_MS
	let hasKnocked = true
	server.on('connection', () => {
		hasKnocked = true
	})
	await nextTurn()
	while (hasKnocked && performance.now() < until) {
		hasKnocked = false
		await nextTurn()
	}
}
