import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { createRequestHandler } from '@remix-run/node'
import type { RequestHandler, ServerBuild } from '@remix-run/node'
import type { Response as ExpressResponse } from 'express'
import type { Doorkeeper } from './doors.server.ts'
import { bestEncoding, encoded, isCompressible } from './encoding.server.ts'
import { answerError } from './error-answer.server.ts'
import { contentPolicy, openToFrames } from './headers.server.ts'
import { endAnswer } from './linger.server.ts'
import type { LoadContext } from './load-context.ts'
import { bodyOf } from './request-body.server.ts'
import { routeHandlers } from './route-handlers.server.ts'
import { STAMPS } from './stamps.ts'
import { STORED_FILE, sendStoredFile } from './stored-file.server.ts'
import type { TakenForm } from './upload-door.server.ts'

export type RemixWorld = {
	readonly build: ServerBuild | (() => Promise<ServerBuild>)
	readonly doorkeeper: () => Promise<Doorkeeper>
	readonly load: Pick<
		LoadContext,
		| 'database'
		| 'config'
		| 'log'
		| 'accounts'
		| 'publicLog'
		| 'files'
		| 'withdrawals'
		| 'integrity'
		| 'reportWork'
		| 'calls'
	>
	readonly clock: () => Date
}

/** What the process found out about a request before Remix sees it. */
export type Arrival = {
	readonly requestId: string
	readonly clientAddress: string
	/** The form, where the door for files has read it: Remix gets its text fields, and never the file. */
	readonly form?: TakenForm
}

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
	const { build } = world
	const handlerFor =
		typeof build === 'function' ? always(createRequestHandler(build, 'development')) : routeHandlers(build)

	return async (req: IncomingMessage, res: ExpressResponse, arrival: Arrival): Promise<void> => {
		const { form, requestId, clientAddress } = arrival
		const body = form ? Buffer.from(form.fields.toString()) : await bodyOf(req)
		if (body === 'too_large') {
			answerError(req, res, 'too_large')
			return
		}
		const { baseUrl } = world.load.config
		const url = new URL(`${new URL(baseUrl).origin}${req.url ?? '/'}`)
		const cspNonce = randomBytes(18).toString('base64')
		const entrance = (await world.doorkeeper())(url.pathname)
		if (entrance.isFramed) openToFrames(res)
		if (entrance.hasScripts) res.setHeader('Content-Security-Policy', contentPolicy(cspNonce))
		const request = new Request(url, {
			method: req.method ?? 'GET',
			headers: headersOf(req, arrival, url.host),
			...(body && body.length > 0 ? { body: new Uint8Array(body) } : {}),
		})
		const stamps = { requestId, clientAddress, cspNonce, now: world.clock() }
		const response = told(await handlerFor(entrance.routeIds)(request, { ...world.load, ...stamps }), form)
		const isForAll = entrance.isPublic && req.method !== 'POST' && response.status === 200
		if (!isForAll && !response.headers.has('cache-control')) res.setHeader('Cache-Control', 'no-store')
		const { files } = world.load.reportWork
		if (response.headers.has(STORED_FILE)) await sendStoredFile(res, response, files)
		else if (entrance.isStreamed) await stream(res, response)
		else await send(req, res, response)
	}
}

function always(handler: RequestHandler): () => RequestHandler {
	return () => handler
}

/** Hands a file on as it is read, as fast as the client takes it. */
async function stream(res: ServerResponse, response: Response): Promise<void> {
	res.statusCode = response.status
	for (const [name, value] of response.headers) res.setHeader(name, value)
	if (!response.body) return void res.end()
	await pipeline(piecesOf(response.body), res).catch((error: unknown) => {
		// A client that goes away is no defect of ours: 400 keeps it out of the log of defects.
		throw res.destroyed ? Object.assign(new Error('the client went away'), { status: 400 }) : error
	})
}

async function* piecesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
	const reader = body.getReader()
	try {
		for (;;) {
			const { done, value } = await reader.read()
			if (done) return
			yield value
		}
	} finally {
		await reader.cancel()
	}
}

/** The page shows the form again and says in words that the file was too large; the status says it too. */
function told(response: Response, form: TakenForm | undefined): Response {
	if (form?.isTooLarge !== true || response.status !== 422) return response
	return new Response(response.body, { status: 413, headers: response.headers })
}

function headersOf(req: IncomingMessage, arrival: Arrival, host: string): Headers {
	const headers = new Headers()
	for (const [name, value] of Object.entries(req.headers)) {
		if (value === undefined || WITHHELD.test(name)) continue
		headers.set(name, Array.isArray(value) ? value.join(', ') : value)
	}
	if (arrival.form) {
		headers.set('content-type', 'application/x-www-form-urlencoded;charset=UTF-8')
		headers.delete('content-length')
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
	endAnswer(req, res, body)
}
