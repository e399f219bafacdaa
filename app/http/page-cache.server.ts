import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { captureAnswer } from './captured-answer.server.ts'
import type { CapturedAnswer } from './captured-answer.server.ts'
import type { Freshness } from './freshness.server.ts'
import { keptPageOf, sendAtOnce, sendPage } from './kept-page.server.ts'
import type { KeptPage } from './kept-page.server.ts'
import { keptPages } from './kept-pages.ts'
import type { PageStyles } from './page-styles.server.ts'
import { fileDoorOf } from './request-shape.ts'

export type CacheWorld = {
	/** Whether the address is a public page, file or list that depends on nothing but its address and the mark. */
	readonly isPublic: (pathname: string) => boolean
	readonly isOwnHost: (host: string | undefined) => boolean
	readonly freshness: Freshness
	/** Identifies the build, whose files never change under their names. */
	readonly buildId: string
	/** Puts the styles that a page uses into it. */
	readonly styles: PageStyles
}

const LONGEST_URL = 1_024
const PLAIN_BYTES = 64 * 2 ** 20
/** Addresses with a query are without number: they have a room of their own, and never push out a plain page. */
const QUERY_BYTES = 16 * 2 ** 20

/**
 * Public pages, compressed once and kept until something public changes (`Freshness`). It stands before everything
 * else: an answer that is kept costs at most one shared question to the database, and one write. Cookies are not
 * looked at, since no public page depends on them.
 */
export function withPageCache(world: CacheWorld, next: RequestListener): RequestListener {
	const plain = keptPages<KeptPage>(PLAIN_BYTES)
	const queried = keptPages<KeptPage>(QUERY_BYTES)
	const roomOf = (url: string) => (url.includes('?') ? queried : plain)
	const make = makerOf(world, next)

	async function answer(req: IncomingMessage, res: ServerResponse, mark: string): Promise<void> {
		const url = req.url ?? ''
		const kept = roomOf(url).get(url)
		if (kept?.mark === mark) return sendPage(req, res, kept)
		const { page, sent } = await make(req, res, mark)
		if (sent) return
		if (page) {
			roomOf(url).set(url, page, page.identity.length * 2)
			await sendPage(req, res, page)
		} else next(req, res)
	}

	function mayBeKept(url: string): boolean {
		return fileDoorOf(url) === null && (isFile(url) || (isPlain(url) && world.isPublic(pathOf(url))))
	}

	return (req, res) => {
		const url = req.url ?? ''
		if (!isRead(req) || url.length > LONGEST_URL || !world.isOwnHost(req.headers.host)) return next(req, res)
		const kept = roomOf(url).get(url)
		if (!kept && !mayBeKept(url)) return next(req, res)
		const mark = isFile(url) ? world.buildId : world.freshness()
		if (kept?.mark === mark && sendAtOnce(req, res, kept)) return
		Promise.resolve(mark)
			.then((known) => answer(req, res, known))
			.catch(() => {
				// The database does not answer: the page itself will say so.
				if (!res.headersSent) next(req, res)
			})
	}
}

/** `sent`: this answer was not one to keep, and has been given to the one who asked. */
type Made = { readonly page: KeptPage | null; readonly sent: boolean }

/** Makes pages, and each only once for all who ask for it at the same moment. */
function makerOf({ styles }: Pick<CacheWorld, 'styles'>, next: RequestListener) {
	const making = new Map<string, Promise<KeptPage | null>>()

	return async (req: IncomingMessage, res: ServerResponse, mark: string): Promise<Made> => {
		const url = req.url ?? ''
		const key = `${mark} ${url}`
		const others = making.get(key)
		if (others) return { page: await others, sent: false }
		const made = wholeAnswer(req, res, next)
		const kept = made.then((whole) => keptPageOf(styles(whole), mark, url))
		making.set(key, kept)
		try {
			const page = await kept
			if (page) return { page, sent: false }
			res.end((await made).body)
			return { page: null, sent: true }
		} finally {
			making.delete(key)
		}
	}
}

/** The whole page as it is, whatever this client reads and already has: others will be given it too. */
async function wholeAnswer(
	req: IncomingMessage,
	res: ServerResponse,
	next: RequestListener,
): Promise<CapturedAnswer> {
	const { method, headers } = req
	const whole = captureAnswer(res)
	Object.assign(req, { method: 'GET', headers: { ...headers, ...OF_THIS_CLIENT } })
	next(req, res)
	const answer = await whole
	Object.assign(req, { method, headers })
	return answer
}

const OF_THIS_CLIENT = {
	'accept-encoding': undefined,
	'if-modified-since': undefined,
	'if-none-match': undefined,
	range: undefined,
}

function isRead({ method }: IncomingMessage): boolean {
	return method === 'GET' || method === 'HEAD'
}

/** Files of the build carry their fingerprint in their name. */
function isFile(url: string): boolean {
	return url.startsWith('/assets/') && !url.includes('?')
}

function isPlain(url: string): boolean {
	return /^\/(?!\/)[\w.~!$&'()*+,;=:@/-]*$/.test(pathOf(url))
}

function pathOf(url: string): string {
	const query = url.indexOf('?')
	return query === -1 ? url : url.slice(0, query)
}
