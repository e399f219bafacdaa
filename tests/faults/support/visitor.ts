import { Agent, request } from 'node:http'
import type { IncomingMessage } from 'node:http'

export type Answer = {
	readonly status: number
	readonly location: string | null
	readonly cookies: readonly string[]
	readonly headers: IncomingMessage['headers']
	readonly text: string
}

/** Thrown where the connection ended before the answer did: nobody knows what became of the request. */
export class Cut extends Error {
	override readonly name = 'Cut'
}

export type Asked = {
	readonly method: string
	readonly headers?: Readonly<Record<string, string>>
	readonly body?: Body
}
export type Body = { readonly type: string; readonly bytes: Buffer }

/** Somebody at a browser without scripts: pages are fetched, forms are sent, redirects are looked at. */
export type Visitor = {
	readonly get: (path: string) => Promise<Answer>
	readonly send: (path: string, form: Readonly<Record<string, string>>) => Promise<Answer>
	readonly ask: (path: string, asked: Asked) => Promise<Answer>
	/** Ends the connections that are kept open. */
	readonly leave: () => void
}

const PATIENCE_MS = 30_000

/** A visitor of the site on a port of this machine, signed in where there is a cookie. */
export function visitorOf(port: number, cookie: string | null = null): Visitor {
	const agent = new Agent({ keepAlive: true, maxSockets: 8 })
	const ask = (path: string, asked: Asked): Promise<Answer> =>
		new Promise((resolve, reject) => {
			const { method, headers = {}, body } = asked
			const cut = (error: NodeJS.ErrnoException) => {
				// A connection that was kept may end just as it is used again: then nothing was asked yet.
				if (method === 'GET' && req.reusedSocket && error.code === 'ECONNRESET') resolve(ask(path, asked))
				else reject(new Cut(`${method} ${path}: ${error.message}`))
			}
			const req = request({
				agent,
				host: '127.0.0.1',
				port,
				method,
				path,
				timeout: PATIENCE_MS,
				headers: {
					Host: `localhost:${String(port)}`,
					...(cookie ? { Cookie: cookie } : {}),
					...(body ? { 'Content-Type': body.type, 'Content-Length': body.bytes.length } : {}),
					...(method === 'GET'
						? {}
						: { Origin: `http://localhost:${String(port)}`, 'Sec-Fetch-Site': 'same-origin' }),
					...headers,
				},
			})
			req.once('error', cut)
			req.once('timeout', () => req.destroy(new Error('no answer')))
			req.once('response', (res) => {
				const chunks: Buffer[] = []
				res.on('data', (chunk: Buffer) => chunks.push(chunk))
				res.once('error', cut)
				res.once('end', () => resolve(answerFrom(res, Buffer.concat(chunks).toString('utf8'))))
			})
			req.end(body?.bytes)
		})
	return {
		get: (path) => ask(path, { method: 'GET' }),
		send: (path, form) => ask(path, { method: 'POST', body: formBody(form) }),
		ask,
		leave: () => agent.destroy(),
	}
}

function answerFrom(res: IncomingMessage, text: string): Answer {
	return {
		status: res.statusCode ?? 0,
		location: res.headers.location ?? null,
		cookies: res.headers['set-cookie'] ?? [],
		headers: res.headers,
		text,
	}
}

function formBody(form: Readonly<Record<string, string>>): Body {
	return {
		type: 'application/x-www-form-urlencoded',
		bytes: Buffer.from(new URLSearchParams(form).toString(), 'utf8'),
	}
}

export type Attached = {
	readonly field: string
	readonly name: string
	readonly type: string
	readonly bytes: Buffer
}

/** A form with one file in it, as browsers send it. */
export function multipart(form: Readonly<Record<string, string>>, file: Attached | null): Body {
	const border = '----renaksi-form-border'
	const parts: Uint8Array[] = Object.entries(form).map(([name, value]) =>
		Buffer.from(`--${border}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`, 'utf8'),
	)
	if (file) {
		const head = `--${border}\r\nContent-Disposition: form-data; name="${file.field}"; filename="${file.name}"\r\nContent-Type: ${file.type}\r\n\r\n`
		parts.push(Buffer.from(head, 'utf8'), file.bytes, Buffer.from('\r\n'))
	}
	parts.push(Buffer.from(`--${border}--\r\n`))
	return { type: `multipart/form-data; boundary=${border}`, bytes: Buffer.concat(parts) }
}
