import { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestListener } from 'node:http'
import { Socket } from 'node:net'
import { captureAnswer } from './captured-answer.server.ts'
import type { CapturedAnswer } from './captured-answer.server.ts'
import { keptPageOf } from './kept-page.server.ts'
import type { KeptPage } from './kept-page.server.ts'
import type { PageStyles } from './page-styles.server.ts'
import { pageTurns } from './page-turns.ts'
import type { PageTurns, TurnRules } from './page-turns.ts'
import { isReportFile } from './request-shape.ts'

export type MakingWorld = {
	/** What is public now, as far as an address shows it. */
	readonly markOf: (url: string) => string | Promise<string>
	/** Puts the styles that a page uses into it. */
	readonly styles: PageStyles
	readonly keep: (url: string, page: KeptPage) => void
	/** The block of addresses that a request comes from. */
	readonly blockOf: (req: IncomingMessage) => string
}

/** One page after the other: each keeps the process busy, and whoever publishes must not wait behind several. */
const TURNS: TurnRules = { atOnce: 1, longestMs: 250 }

/** `sent`: this answer was not one to keep, and has been given to the one who asked. */
type Made = { readonly page: KeptPage | null; readonly sent: boolean }

type Making = {
	readonly whole: Promise<CapturedAnswer>
	readonly page: Promise<KeptPage | null>
	/** What was public when its turn came; null while it waits for it. */
	readonly begunWith: () => string | null
}

export type PageMaking = {
	/** Makes the page that is asked for, or waits for whoever makes it already. */
	readonly make: (req: IncomingMessage, res: ServerResponse, mark: string) => Promise<Made>
	/** Makes a page for nobody in particular, unless it is being made already. What goes wrong is told to the next one. */
	readonly renew: (like: IncomingMessage, mark: string) => void
	/** Whether pages wait for their turn. */
	readonly isBusy: () => boolean
}

/** Makes pages in their turns, and each only once for all who ask for it before its turn comes. */
export function pageMaking(world: MakingWorld, next: RequestListener): PageMaking {
	const making = new Map<string, Making>()
	const turns = pageTurns(TURNS)

	async function make(req: IncomingMessage, res: ServerResponse, mark: string): Promise<Made> {
		const url = req.url ?? ''
		const others = making.get(url)
		if (others && [null, mark].includes(others.begunWith())) {
			const made = await others.page.then(
				(page) => ({ page, sent: false }),
				() => null,
			)
			// Whoever made it went away before it was whole.
			return made ?? make(req, res, mark)
		}
		const own = begun({ world, turns, next }, req, res)
		making.set(url, own)
		try {
			const page = await own.page
			if (page) {
				world.keep(url, page)
				return { page, sent: false }
			}
			res.end((await own.whole).body)
			return { page: null, sent: true }
		} finally {
			if (making.get(url) === own) making.delete(url)
		}
	}

	function renew(like: IncomingMessage, mark: string): void {
		if (making.has(like.url ?? '')) return
		const { req, res } = nobodys(like)
		make(req, res, mark)
			.catch(() => undefined)
			// Whoever waits for the end of the answer waits no longer.
			.finally(() => res.emit('finish'))
	}

	return { make, renew, isBusy: turns.isBusy }
}

type Workshop = { readonly world: MakingWorld; readonly turns: PageTurns; readonly next: RequestListener }

function begun({ world, turns, next }: Workshop, req: IncomingMessage, res: ServerResponse): Making {
	const url = req.url ?? ''
	let mark: string | null = null
	const answer = async () => {
		mark = await world.markOf(url)
		return wholeAnswer(req, res, next)
	}
	// The thread that draws reports has turns of its own.
	const whole = isReportFile(url) ? answer() : turns.inTurn(world.blockOf(req), answer)
	const page = whole.then((answer) => keptPageOf(world.styles(answer), mark ?? '', url))
	return { whole, page, begunWith: () => mark }
}

/** A question that nobody asked, in the language and to the host of one that was. */
function nobodys({ url, headers: { host } }: IncomingMessage) {
	const req = new IncomingMessage(new Socket())
	Object.assign(req, { url, method: 'GET', headers: { host }, complete: true })
	req.push(null)
	return { req, res: new ServerResponse(req) }
}

/** The whole page as it is, whatever this client reads and already has: others will be given it too. */
async function wholeAnswer(
	req: IncomingMessage,
	res: ServerResponse,
	next: RequestListener,
): Promise<CapturedAnswer> {
	const { method, headers } = req
	const whole = captureAnswer(res)
	const gone = new Promise<never>((_, reject) =>
		res.once('close', () => {
			reject(new Error('whoever asked went away'))
		}),
	)
	Object.assign(req, { method: 'GET', headers: { ...headers, ...OF_THIS_CLIENT } })
	next(req, res)
	const answer = await Promise.race([whole, gone])
	Object.assign(req, { method, headers })
	return answer
}

const OF_THIS_CLIENT = {
	'accept-encoding': undefined,
	'if-modified-since': undefined,
	'if-none-match': undefined,
	range: undefined,
}
