import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import express from 'express'
import type { Express, NextFunction, Request, RequestHandler, Response } from 'express'
import type { Config } from '#app/config.server.ts'
import type { Log } from '#app/log.server.ts'
import type { Metrics } from '#app/metrics.server.ts'
import { addressBlock, addressOf } from './client-address.server.ts'
import { mayChange } from './csrf.ts'
import { apiDoor } from './api-limits.server.ts'
import { answerError } from './error-answer.server.ts'
import { fairShare } from './fair-share.ts'
import { securityHeaders, setHeaders } from './headers.server.ts'
import type { Health } from './health.server.ts'
import { isOwnHost } from './host.ts'
import type { Arrival } from './remix.server.ts'
import { faultOf, fileDoorOf, isReportFile } from './request-shape.ts'
import { limitTime } from './request-time.server.ts'
import type { Uploads } from './uploads.server.ts'
import { verifierHeaders } from './verifier-policy.server.ts'

export type SiteWorld = {
	readonly config: Config
	readonly log: Log
	readonly health: Health
	/** Null: figures are told to nobody. */
	readonly metrics: Pick<Metrics, 'isFor' | 'text'> | null
	/** Milliseconds of a clock that only counts forward. */
	readonly stopwatch: () => number
	/** Folders whose files are served as they are; the first holds files that never change under their name. */
	readonly folders: { readonly client: string; readonly public: string } | null
	/** In development, what serves the sources instead of a build. */
	readonly sources: RequestHandler | null
	readonly answer: (req: Request, res: Response, arrival: Arrival) => Promise<void>
	readonly uploads: Pick<Uploads, 'take'>
}

/** Whoever asks more at once waits behind their own requests; a school or an office shares one address. */
const SHARE = { atOnce: 8, waiting: 256 }
/** Files take long on a slow line: they wait behind each other, and no page waits behind them. */
const FILES_SHARE = { atOnce: 16, waiting: 64 }
/** Reports are drawn in their turn: no page waits behind them, and nobody's reports wait behind all of another's. */
const REPORTS_SHARE = { atOnce: 4, waiting: 64 }

/** The order in which a request is looked at, from the door to the page. */
export function siteApp(world: SiteWorld): Express {
	const app = express()
	app.disable('x-powered-by')
	app.disable('etag')
	app.use(begin(world))
	app.use(apiDoor(world.config))
	app.use(refuseOddRequests(world.config))
	app.use(limitTime())
	app.use(takeTurns(world.config))
	if (world.folders) app.use(...files(world.folders))
	if (world.sources) app.use(world.sources)
	app.get('/healthz', (_req, res) => void res.set('Cache-Control', 'no-store').json(world.health.live()))
	app.get('/readyz', (_req, res, next) => {
		world.health
			.ready()
			.then((ready) => {
				res.status(ready.status === 'ready' ? 200 : 503)
				res.set('Cache-Control', 'no-store').json(ready)
			})
			.catch(next)
	})
	app.get('/metrics', tellFigures(world.metrics))
	app.use((req, res, next) => {
		answer(world, req, res).catch(next)
	})
	app.use(lastNet(world.log))
	return app
}

/** Whoever does not know the word is told nothing more than that there is one; without one, the address leads nowhere. */
function tellFigures(metrics: SiteWorld['metrics']): RequestHandler {
	return (req, res, next) => {
		if (!metrics) return answerError(req, res, 'not_found')
		res.set('Cache-Control', 'no-store')
		if (!metrics.isFor(req.headers.authorization))
			return void res.status(401).set('WWW-Authenticate', 'Bearer').end()
		metrics
			.text()
			.then(({ body, mediaType }) => res.type(mediaType).send(body))
			.catch(next)
	}
}

/** A file is taken in before Remix sees its form; all else goes to Remix as it came. */
async function answer(world: SiteWorld, req: Request, res: Response): Promise<void> {
	const requestId = requestIdOf(res)
	const arrival = { requestId, clientAddress: addressOf(req, world.config.trustedProxies) }
	const form = await world.uploads.take(req, res, arrival)
	if (form === 'answered') return
	await world.answer(req, res, form ? { ...arrival, form } : arrival)
}

/** Every request has an id, every answer the headers of safety, and the log one line: ids and figures only. */
function begin({ config, log, stopwatch }: SiteWorld): RequestHandler {
	const headers = securityHeaders(config.baseUrl)
	return (req, res, next) => {
		const requestId = randomUUID()
		const startedAt = stopwatch()
		setHeaders(res, headers)
		res.setHeader('X-Request-Id', requestId)
		res.once('finish', () => {
			const ms = Math.round(stopwatch() - startedAt)
			log.info({
				event: 'request',
				requestId,
				method: req.method,
				path: pathOf(req),
				status: res.statusCode,
				ms,
			})
		})
		next()
	}
}

function refuseOddRequests({ baseUrl }: Config): RequestHandler {
	const siteHost = new URL(baseUrl).host
	return (req, res, next) => {
		const fault = faultOf({ method: req.method, url: req.url, headers: req.headers })
		if (fault) return answerError(req, res, fault)
		if (!isOwnHost(req.headers.host, siteHost)) return answerError(req, res, 'wrong_host')
		if (pathOf(req) === '/__manifest') return answerError(req, res, 'not_found')
		const sender = {
			method: req.method,
			host: req.headers.host,
			fetchSite: req.get('sec-fetch-site'),
			origin: req.headers.origin,
			hasCookie: req.headers.cookie !== undefined,
		}
		if (!mayChange(sender, baseUrl)) return answerError(req, res, 'cross_site')
		next()
	}
}

/** The log and its records are walked by machines in one go, and cost little: they are always let through. */
function takeTurns(config: Config): RequestHandler {
	const turns = { pages: fairShare(SHARE), files: fairShare(FILES_SHARE), reports: fairShare(REPORTS_SHARE) }
	return (req, res, next) => {
		if (/^\/(log|records|healthz|readyz|metrics)(\/|$)/.test(pathOf(req))) return next()
		turns[turnOf(req)](addressBlock(addressOf(req, config.trustedProxies)))
			.then((end) => {
				if (!end) return answerError(req, res, 'too_many_requests')
				// Whoever went away while waiting gives the turn to the next at once.
				if (req.socket.destroyed) return end()
				res.once('close', end)
				res.once('finish', end)
				next()
			})
			.catch(next)
	}
}

function turnOf(req: IncomingMessage): 'pages' | 'files' | 'reports' {
	const url = req.url ?? '/'
	if (isReportFile(url)) return 'reports'
	return fileDoorOf(url) === null ? 'pages' : 'files'
}

function files(folders: {
	readonly client: string
	readonly public: string
}): [RequestHandler, RequestHandler] {
	const plain = { index: false, redirect: false, dotfiles: 'ignore' } as const
	const verifier = { client: verifierHeaders(folders.client), public: verifierHeaders(folders.public) }
	const built = (res: Response, path: string): void => {
		foreverWhenNamedByContent(res, path)
		verifier.client(res, path)
	}
	return [
		express.static(folders.client, { ...plain, setHeaders: built }),
		express.static(folders.public, { ...plain, maxAge: '1h', setHeaders: verifier.public }),
	]
}

function foreverWhenNamedByContent(res: Response, path: string): void {
	const isNamed = /[\\/]assets[\\/]/.test(path)
	res.setHeader('Cache-Control', isNamed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
}

/** Whatever broke on the way: the log has the stack, the reader a page and the number of the request. */
function lastNet(log: Log) {
	// Express knows a handler of errors by its four arguments.
	// eslint-disable-next-line max-params
	return (error: unknown, req: Request, res: Response, _next: NextFunction) => {
		const isClients =
			typeof error === 'object' && error !== null && 'status' in error && Number(error.status) < 500
		if (!isClients) log.error({ event: 'defect', requestId: requestIdOf(res), err: error })
		if (res.headersSent) return void res.destroy()
		answerError(req, res, isClients ? 'malformed' : 'defect')
	}
}

function requestIdOf(res: ServerResponse): string {
	return String(res.getHeader('X-Request-Id') ?? '')
}

function pathOf(req: IncomingMessage): string {
	return (req.url ?? '/').replace(/\?.*$/s, '')
}
