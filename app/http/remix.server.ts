import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRequestHandler } from '@remix-run/node'
import type { ServerBuild } from '@remix-run/node'
import type { Doorkeeper } from './doors.server.ts'
import { bestEncoding, encoded, isCompressible } from './encoding.server.ts'
import { answerError } from './error-answer.server.ts'
import { contentPolicy } from './headers.server.ts'
import type { LoadContext } from './load-context.ts'
import { bodyOf } from './request-body.server.ts'
import { STAMPS } from './stamps.ts'

export type RemixWorld = {
	readonly build: ServerBuild | (() => Promise<ServerBuild>)
	readonly isProduction: boolean
	readonly doorkeeper: () => Promise<Doorkeeper>
	readonly load: Pick<LoadContext, 'database' | 'config' | 'log' | 'accounts'>
	readonly clock: () => Date
}

/** What the process found out about a request before Remix sees it. */
export type Arrival = { readonly requestId: string; readonly clientAddress: string }

/**
 * Headers that Remix must not see. `origin` has done its work in the guard before; Remix would compare it once more
 * and answer 500 to the forms of a page that sends no referrer, because their origin is `null`.
 */
const WITHHELD =
	/^(:|connection$|expect$|forwarded$|keep-alive$|origin$|proxy-|te$|trailer$|transfer-encoding$|upgrade$|x-forwarded-)/

/**
 * Answers with Remix. The library's own Express adapter is not used: it reads the host from forwarded headers and
 * streams bodies of any size.
 */
export function remixAnswers(world: RemixWorld) {
	const handle = createRequestHandler(world.build, world.isProduction ? 'production' : 'development')

	return async (req: IncomingMessage, res: ServerResponse, arrival: Arrival): Promise<void> => {
		const body = await bodyOf(req)
		if (body === 'too_large') {
			answerError(req, res, 'too_large')
			return
		}
		const { baseUrl } = world.load.config
		const url = new URL(`${new URL(baseUrl).origin}${req.url ?? '/'}`)
		const cspNonce = randomBytes(18).toString('base64')
		const entrance = (await world.doorkeeper())(url.pathname)
		if (entrance.hasScripts) res.setHeader('Content-Security-Policy', contentPolicy(cspNonce))
		const request = new Request(url, {
			method: req.method ?? 'GET',
			headers: headersOf(req, arrival, url.host),
			...(body && body.length > 0 ? { body: new Uint8Array(body) } : {}),
		})
		const response = await handle(request, { ...world.load, ...arrival, cspNonce, now: world.clock() })
		const isForAll = entrance.isPublic && req.method !== 'POST' && response.status === 200
		if (!isForAll && !response.headers.has('cache-control')) res.setHeader('Cache-Control', 'no-store')
		await send(req, res, response)
	}
}

function headersOf(req: IncomingMessage, arrival: Arrival, host: string): Headers {
	const headers = new Headers()
	for (const [name, value] of Object.entries(req.headers)) {
		if (value === undefined || WITHHELD.test(name)) continue
		headers.set(name, Array.isArray(value) ? value.join(', ') : value)
	}
	headers.set('host', host)
	headers.set(STAMPS.requestId, arrival.requestId)
	headers.set(STAMPS.clientAddress, arrival.clientAddress)
	return headers
}

async function send(req: IncomingMessage, res: ServerResponse, response: Response): Promise<void> {
	const whole = Buffer.from(await response.arrayBuffer())
	const contentType = response.headers.get('content-type') ?? ''
	const encoding = isCompressible(contentType, whole.length)
		? bestEncoding(req.headers['accept-encoding'])
		: 'identity'
	const body = await encoded(whole, encoding)
	res.statusCode = response.status
	for (const [name, value] of response.headers) {
		if (name !== 'set-cookie' && name !== 'content-length') res.setHeader(name, value)
	}
	const cookies = response.headers.getSetCookie()
	if (cookies.length > 0) res.setHeader('Set-Cookie', cookies)
	if (encoding !== 'identity') res.setHeader('Content-Encoding', encoding)
	if (isCompressible(contentType, whole.length)) res.appendHeader('Vary', 'Accept-Encoding')
	if (req.method !== 'HEAD') res.setHeader('Content-Length', body.length)
	res.end(body)
}
