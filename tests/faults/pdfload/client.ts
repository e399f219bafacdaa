import { createHash } from 'node:crypto'
import { Agent, request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'

export type Answered = {
	readonly status: number
	readonly headers: IncomingHttpHeaders
	readonly bytes: Buffer
	/** From the request to the last byte. Unit: milliseconds. */
	readonly ms: number
}

export type Asking = {
	/** Address that the request comes from, as a proxy in front says it. */
	readonly from: string
	readonly form?: Readonly<Record<string, string>>
	readonly headers?: Readonly<Record<string, string>>
}

export type Client = {
	readonly ask: (path: string, asking: Asking) => Promise<Answered>
	readonly leave: () => void
}

const PATIENCE_MS = 180_000

/** Many visitors of a site on a port of this machine, each from an address of their own. */
export function clientOf(port: number): Client {
	const agent = new Agent({ keepAlive: false, maxSockets: 200 })
	const origin = `http://localhost:${String(port)}`
	return {
		leave: () => agent.destroy(),
		ask: (path, { from, form, headers = {} }) =>
			new Promise((resolve, reject) => {
				const begun = performance.now()
				const body = form && new URLSearchParams(form).toString()
				const req = request({
					...{ agent, host: '127.0.0.1', port, path, timeout: PATIENCE_MS, method: form ? 'POST' : 'GET' },
					headers: {
						Host: `localhost:${String(port)}`,
						'X-Forwarded-For': from,
						...(form ? { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' } : {}),
						...headers,
					},
				})
				req.once('error', reject)
				req.once('timeout', () => req.destroy(new Error(`no answer to ${path}`)))
				req.once('response', (res) => {
					const chunks: Buffer[] = []
					res.on('data', (chunk: Buffer) => chunks.push(chunk))
					res.once('error', reject)
					res.once('end', () =>
						resolve({
							...{ status: res.statusCode ?? 0, headers: res.headers },
							...{ bytes: Buffer.concat(chunks), ms: performance.now() - begun },
						}),
					)
				})
				req.end(body)
			}),
	}
}

/** Lowercase hex SHA-256. */
export function hashOf(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex')
}
