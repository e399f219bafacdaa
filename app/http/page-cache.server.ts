import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { counted } from './counted.ts'
import { differsInActsOnly } from './freshness.server.ts'
import type { Freshness } from './freshness.server.ts'
import { sendAtOnce, sendPage } from './kept-page.server.ts'
import type { KeptPage } from './kept-page.server.ts'
import { keptPages } from './kept-pages.ts'
import { pageMaking } from './page-making.server.ts'
import type { MakingWorld, PageMaking } from './page-making.server.ts'
import { portions } from './portions.ts'
import { fileDoorOf } from './request-shape.ts'

export type CacheWorld = Omit<MakingWorld, 'markOf' | 'keep'> & {
	readonly freshness: Freshness
	/** Whether the address is a public page, file or list that depends on nothing but its address and the mark. */
	readonly isKept: (pathname: string) => boolean
	readonly isOwnHost: (host: string | undefined) => boolean
	/** Identifies the build, whose files never change under their names. */
	readonly buildId: string
}

/** Answers that are at hand, given between two looks at everything else that goes on. */
const ANSWERS_IN_A_PORTION = 2
/** How long a page may stand in for its newer self while more pages are asked for than can be made. Source: our own. */
const STANDS_IN_MS = 30_000
const LONGEST_URL = 1_024
const PLAIN_BYTES = 64 * 2 ** 20
/** Addresses with a query are without number. */
const QUERY_BYTES = 16 * 2 ** 20

/**
 * Public pages, compressed once and kept until something public changes (`Freshness`). It stands before everything
 * else: an answer that is kept costs at most one shared question to the database, and one write. Cookies are not
 * looked at, since no public page depends on them.
 *
 * Where more pages are asked for than can be made, which is so for seconds after each act on a day when everybody
 * looks, a page as it was before the last acts is given for a while, and made anew meanwhile. Never to somebody with a
 * cookie, who may have published the act; and never once something was withdrawn, or a record differs from the log.
 */
export function withPageCache(world: CacheWorld, behind: RequestListener): RequestListener {
	const { listener: next, count } = counted(behind)
	const inPortions = portions(ANSWERS_IN_A_PORTION, () => count() > 0)
	const rooms = pageRooms()
	const markOf = (url: string) => (isFile(url) ? world.buildId : world.freshness())
	const making = pageMaking({ ...world, markOf, keep: rooms.keep }, next)
	const mayStandIn = standInsWhile(making)

	async function answer(req: IncomingMessage, res: ServerResponse, mark: string): Promise<void> {
		const url = req.url ?? ''
		const kept = rooms.get(url)
		if (kept?.mark === mark) return sendPage(req, res, kept)
		if (kept && mayStandIn(req, kept, mark)) {
			making.renew(req, mark)
			return sendPage(req, res, kept)
		}
		const { page, sent } = await making.make(req, res, mark)
		if (sent) return
		if (page) await sendPage(req, res, page)
		else next(req, res)
	}

	function answerKept(req: IncomingMessage, res: ServerResponse & { req: IncomingMessage }): void {
		const url = req.url ?? ''
		const kept = rooms.get(url)
		const mark = markOf(url)
		if (kept?.mark === mark && sendAtOnce(req, res, kept)) return
		// Where the database does not answer, the page itself will say so.
		Promise.resolve(mark)
			.then((known) => answer(req, res, known))
			.catch(() => (res.headersSent ? undefined : next(req, res)))
	}

	return (req, res) => {
		const url = req.url ?? ''
		if (!isRead(req) || url.length > LONGEST_URL || !world.isOwnHost(req.headers.host)) return next(req, res)
		if (!rooms.get(url) && !mayBeKept(world, url)) return next(req, res)
		inPortions(() => answerKept(req, res))
	}
}

function mayBeKept({ isKept }: Pick<CacheWorld, 'isKept'>, url: string): boolean {
	return fileDoorOf(url) === null && (isFile(url) || (isPlain(url) && isKept(pathOf(url))))
}

/** Pages by their addresses; those with a query have a room of their own, and never push out a plain page. */
function pageRooms() {
	const plain = keptPages<KeptPage>(PLAIN_BYTES)
	const queried = keptPages<KeptPage>(QUERY_BYTES)
	const roomOf = (url: string) => (url.includes('?') ? queried : plain)
	return {
		get: (url: string) => roomOf(url).get(url),
		keep: (url: string, page: KeptPage) => roomOf(url).set(url, page, page.identity.length * 2),
	}
}

/** Whether a page from before the last acts may be given: only where a crowd asks, to nobody who may have acted. */
function standInsWhile({ isBusy }: Pick<PageMaking, 'isBusy'>) {
	const outdatedSince = new WeakMap<KeptPage, number>()

	return ({ headers }: IncomingMessage, kept: KeptPage, mark: string): boolean => {
		const since = outdatedSince.get(kept) ?? performance.now()
		outdatedSince.set(kept, since)
		const isLate = performance.now() - since > STANDS_IN_MS
		return !isLate && isBusy() && headers.cookie === undefined && differsInActsOnly(kept.mark, mark)
	}
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
