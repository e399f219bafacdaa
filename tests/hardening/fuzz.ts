import { connect } from 'node:net'
import { parseArgs } from 'node:util'
import { chance } from '../faults/support/options.ts'
import { percentile, progress, report } from '../faults/support/outcome.ts'
import { openSite } from './open-site.ts'
import { malformed } from './malformed.ts'

// Requests that nobody should send, to every address of the build:
//   npm run t:fuzz -- --n 20000 [--seed N] [--quick] [--json]
// Each is answered below 500 within five seconds or its connection is ended; none tells how the site is made.

const { values } = parseArgs({
	options: {
		n: { type: 'string' },
		seed: { type: 'string', default: '7' },
		quick: { type: 'boolean', default: false },
		json: { type: 'boolean', default: false },
	},
})
const most = Number(values.n ?? (values.quick ? 2_000 : 20_000))
const options = { rounds: most, seed: Number(values.seed), isQuick: values.quick, isJson: values.json }
const AT_ONCE = 12
const LONGEST_MS = 5_000
const HALF_MS = 400
const INNER =
	/node_modules|PrismaClient|PGlite|\bat (?:async )?[\w.<>]+ \(|\.ts:\d+|SELECT .* FROM|ECONNREFUSED/

const failures: string[] = []
const answers = new Map<string, number>()
const tookMs: number[] = []
const open = await openSite((line) => progress(options, line))
try {
	const random = chance(options.seed)
	const cookies = open.actors.map(({ cookie }) => cookie)
	let sent = 0
	const sender = async () => {
		while (sent < most) {
			const at = sent
			sent += 1
			await tryOne(at, malformed({ at, random, lines: open.lines, cookies, port: open.port }))
			if (at % 2_000 === 1_999) progress(options, `${String(at + 1)} sent`)
		}
	}
	await Promise.all(Array.from({ length: AT_ONCE }, sender))
	const request = `GET /en HTTP/1.1\r\nHost: localhost:${String(open.port)}\r\nConnection: close\r\n\r\n`
	const alive = await answerTo({ bytes: Buffer.from(request), isWhole: true })
	if (!alive.startsWith('HTTP/1.1 200')) failures.push(`afterwards /en answers ${alive.slice(0, 20)}`)
} catch (error) {
	failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
}
await open.close()
const figures = {
	requests: tookMs.length,
	answers: [...answers].sort().map(([status, times]) => `${status}: ${String(times)}`),
	p99Ms: percentile(tookMs, 0.99),
	longestMs: Math.round(Math.max(0, ...tookMs)),
}
report({ suite: 'fuzz', figures, failures: [...new Set(failures)].slice(0, 40) }, options)

async function tryOne(at: number, { what, ...request }: ReturnType<typeof malformed>): Promise<void> {
	const began = performance.now()
	const text = await answerTo(request)
	const ms = performance.now() - began
	tookMs.push(ms)
	const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 'connection ended'
	answers.set(status, (answers.get(status) ?? 0) + 1)
	const said = `${what} (number ${String(at)})`
	if (status.startsWith('5')) failures.push(`${said}: answered ${status}`)
	if (ms > LONGEST_MS) failures.push(`${said}: took ${String(Math.round(ms))} ms`)
	if (Number(status) >= 400 && INNER.test(text)) failures.push(`${said}: tells of itself`)
}

/** What the site sends back until it ends the connection, or until we do. */
function answerTo({
	bytes,
	isWhole,
}: Pick<ReturnType<typeof malformed>, 'bytes' | 'isWhole'>): Promise<string> {
	return new Promise((resolve) => {
		let text = ''
		const socket = connect(open.port, '127.0.0.1', () => void socket.write(bytes))
		const patience = setTimeout(() => socket.destroy(), isWhole ? LONGEST_MS + 1_000 : HALF_MS)
		socket.on('data', (chunk: Buffer) => {
			if (text.length < 65_536) text += chunk.toString('latin1')
		})
		socket.on('error', () => socket.destroy())
		socket.on('close', () => {
			clearTimeout(patience)
			resolve(text)
		})
	})
}
