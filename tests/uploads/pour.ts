import { request } from 'node:http'

// Pours bytes into a site from a process of its own, so that the site's memory can be measured alone:
//   tsx tests/uploads/pour.ts '{"port":1,"path":"/","method":"POST","headers":{},"before":"","bytes":300000000,"isChunked":false}'
// prints {"status","ms","poured"}: what the site answered, after how long, and how much went out until then.

type Pour = {
	readonly port: number
	readonly path: string
	readonly method: string
	readonly headers: Readonly<Record<string, string>>
	/** Text before the flood. */
	readonly before: string
	readonly bytes: number
	/** Does not say beforehand how long it is. */
	readonly isChunked: boolean
}

const given = JSON.parse(process.argv[2] ?? '') as Pour
const before = Buffer.from(given.before, 'latin1')
const piece = Buffer.alloc(64 * 2 ** 10, 'x')
const startedAt = performance.now()
let poured = 0

const length = { 'content-length': String(before.length + given.bytes) }
const sent = request({
	port: given.port,
	host: '127.0.0.1',
	path: given.path,
	method: given.method,
	headers: { host: 'localhost:4210', ...given.headers, ...(given.isChunked ? {} : length) },
})
sent.on('response', (answer) => {
	say(answer.statusCode ?? 0)
})
sent.on('error', () => {
	say(0)
})
sent.write(before)
pour()

function pour(): void {
	while (poured < given.bytes) {
		poured += piece.length
		if (!sent.write(piece)) {
			sent.once('drain', pour)
			return
		}
	}
	sent.end()
}

function say(status: number): void {
	process.stdout.write(JSON.stringify({ status, ms: Math.round(performance.now() - startedAt), poured }))
	process.exit(0)
}
