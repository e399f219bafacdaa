import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { readOptions } from '../faults/support/options.ts'
import { progress, report } from '../faults/support/outcome.ts'
import { openSite } from './open-site.ts'

// A gigabyte poured into forms, uploads and the API, with and without a length, packed and plain:
//   npm run t:bigbody -- [--quick] [--json]
// Each is refused within a second of the limit, the connection ends, memory stays, and the site goes on.

const options = readOptions({ rounds: 1, quick: 1 })
const MIB = 2 ** 20
const POURED_BYTES = 1_024 * MIB
const failures: string[] = []
const figures: Record<string, number> = { cases: 0, mostPouredMiB: 0, mostGrownMiB: 0, longestMs: 0 }
const open = await openSite((line) => progress(options, line))
const officer = open.actors.find(({ role }) => role === 'IMPLEMENTER')?.cookie ?? ''

const TARGETS = ['/en/sign-in', '/api/v1/plans', '/uploads', '/en/tasks/file', '/en/nothing-here'] as const
const FORM = 'Content-Type: application/x-www-form-urlencoded'
const WAYS: Readonly<Record<string, readonly string[]>> = {
	'with its length': [FORM, `Content-Length: ${String(POURED_BYTES)}`],
	'without a length': [FORM, 'Transfer-Encoding: chunked'],
	'as many parts': ['Content-Type: multipart/form-data; boundary=b', 'Transfer-Encoding: chunked'],
	packed: [FORM, 'Content-Encoding: gzip', 'Transfer-Encoding: chunked'],
}

try {
	for (const path of options.isQuick ? TARGETS.slice(0, 2) : TARGETS)
		for (const [name, headers] of Object.entries(WAYS)) await tryCase(path, { name, headers })
	const alive = await fetch(`http://127.0.0.1:${String(open.port)}/healthz`)
	if (alive.status !== 200) failures.push('the site did not go on')
} catch (error) {
	failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
}
await open.close()
report({ suite: 'bigbody', figures, failures }, options)

async function tryCase(
	path: string,
	way: { readonly name: string; readonly headers: readonly string[] },
): Promise<void> {
	const before = process.memoryUsage().rss
	const begun = performance.now()
	const { status, poured, refusedMs } = await pour(path, way.headers)
	const grown = (process.memoryUsage().rss - before) / MIB
	figures.cases = (figures.cases ?? 0) + 1
	figures.mostPouredMiB = Math.max(figures.mostPouredMiB ?? 0, Math.round(poured / MIB))
	figures.mostGrownMiB = Math.max(figures.mostGrownMiB ?? 0, Math.round(grown))
	figures.longestMs = Math.max(figures.longestMs ?? 0, Math.round(refusedMs))
	const what = `${path} ${way.name}`
	if (status !== null && (status < 400 || status >= 500)) failures.push(`${what}: answered ${String(status)}`)
	if (poured >= POURED_BYTES) failures.push(`${what}: all of it was taken`)
	if (grown > 64) failures.push(`${what}: memory grew by ${grown.toFixed(0)} MiB`)
	if (performance.now() - begun > 30_000) failures.push(`${what}: the connection stayed open`)
}

type Poured = { readonly status: number | null; readonly poured: number; readonly refusedMs: number }

/** Pours until the other side ends the connection; what was answered before that, and how long that took. */
function pour(path: string, headers: readonly string[]): Promise<Poured> {
	return new Promise((resolve) => {
		const host = `localhost:${String(open.port)}`
		const piece = Buffer.alloc(64 * 1024, 'a')
		const isChunked = headers.some((line) => line.startsWith('Transfer-Encoding'))
		const socket = connect(open.port, '127.0.0.1')
		let [answer, poured, answeredAt] = ['', 0, 0]
		const begun = performance.now()
		socket.on('data', (bytes: Buffer) => {
			answeredAt ||= performance.now()
			answer += bytes.toString('latin1')
		})
		socket.on('error', () => socket.destroy())
		socket.on('close', () => {
			clearTimeout(patience)
			const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]
			const refusedMs = (answeredAt || performance.now()) - begun
			resolve({ status: status === undefined ? null : Number(status), poured, refusedMs })
		})
		const patience = setTimeout(() => socket.destroy(), 31_000)
		socket.write(
			[`POST ${path} HTTP/1.1`, `Host: ${host}`, `Origin: http://${host}`, 'Sec-Fetch-Site: same-origin']
				.concat([`Cookie: ${officer}`, ...headers, '', ''])
				.join('\r\n'),
		)
		const framed = isChunked
			? Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')])
			: piece
		const more = () => pourOn(socket, { framed, most: POURED_BYTES, poured: () => (poured += piece.length) })
		socket.on('drain', more)
		more()
	})
}

function pourOn(
	socket: Socket,
	{ framed, most, poured }: { readonly framed: Buffer; readonly most: number; readonly poured: () => number },
): void {
	while (!socket.destroyed && socket.writable) {
		if (poured() >= most) return void socket.end()
		if (!socket.write(framed)) return
	}
}
