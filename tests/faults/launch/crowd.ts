import { Agent, request } from 'node:http'

// Many readers at once, in a process of their own: each reads one page after the other from an address of their own.
//   crowd.ts PORT CONNECTIONS SECONDS [--one-address] PATH…
// Prints one line of JSON: how many answers of which kind, and how long they took. Unit: milliseconds.

const [port = '', connections = '', seconds = '', ...rest] = process.argv.slice(2)
const isOneAddress = rest.includes('--one-address')
const paths = rest.filter((path) => path.startsWith('/'))
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) })
const until = performance.now() + Number(seconds) * 1_000
const took: number[] = []
const statuses: Record<string, number> = {}
let asked = 0

await Promise.all(Array.from({ length: Number(connections) }, (_, at) => reader(at)))
agent.destroy()
took.sort((a, b) => a - b)
const share = (part: number) => took[Math.min(took.length - 1, Math.floor(took.length * part))] ?? 0
process.stdout.write(
	`${JSON.stringify({ answers: took.length, statuses, p50: share(0.5), p95: share(0.95), p99: share(0.99) })}\n`,
)

async function reader(at: number): Promise<void> {
	const address = isOneAddress ? '203.0.113.1' : `10.${String(at % 200)}.${String(at % 250)}.1`
	while (performance.now() < until) {
		asked += 1
		// Whoever scrapes asks for what nobody has asked for before.
		const path = paths[(asked * 7 + at) % paths.length] ?? '/'
		const begun = performance.now()
		const status = await read(isOneAddress ? path.replace('{n}', String(asked)) : path, address)
		took.push(performance.now() - begun)
		statuses[status] = (statuses[status] ?? 0) + 1
	}
}

function read(path: string, address: string): Promise<string> {
	return new Promise((resolve) => {
		const headers = {
			...{ Host: `localhost:${port}`, 'Accept-Encoding': 'gzip', 'X-Forwarded-For': address },
		}
		const req = request({ agent, host: '127.0.0.1', port: Number(port), path, headers }, (res) => {
			res.resume()
			res.once('end', () => resolve(String(res.statusCode)))
			res.once('error', () => resolve('cut'))
		})
		req.once('error', () => resolve('cut'))
		req.end()
	})
}
