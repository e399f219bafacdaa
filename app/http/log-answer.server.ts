import type { LogWitness } from '#app/domain/report/view.ts'
import type { PublishedCheckpoint } from '#app/ledger/public-log.server.ts'
import type { Visit } from './guard.server.ts'
import type { LoadContext } from './load-context.ts'

/** How long an answer of the log stays true: for this moment, for an hour, or for ever. */
const LASTS = {
	now: 'no-store',
	hour: 'public, max-age=3600',
	forever: 'public, max-age=31536000, immutable',
} as const
export type Lasts = keyof typeof LASTS

/** What is recorded in public may be read from any site. */
export const FOR_EVERY_SITE = {
	'Access-Control-Allow-Origin': '*',
	'Cross-Origin-Resource-Policy': 'cross-origin',
} as const

/** Text of the log, exactly as it is. */
export function logText(
	text: string,
	lasts: Lasts,
	headers: Readonly<Record<string, string>> = {},
): Response {
	return new Response(text, {
		headers: {
			...FOR_EVERY_SITE,
			'Content-Type': 'text/plain; charset=utf-8',
			'Cache-Control': LASTS[lasts],
			...headers,
		},
	})
}

/** Bytes that never change under their address. */
export function logBytes(bytes: Uint8Array): Response {
	return new Response(new Uint8Array(bytes), {
		headers: {
			...FOR_EVERY_SITE,
			'Content-Type': 'application/octet-stream',
			'Cache-Control': LASTS.forever,
		},
	})
}

/** What is not in the log now; it may be in a minute, so nobody keeps this. */
export function notInLog(): Response {
	return new Response('404\n', {
		status: 404,
		headers: { ...FOR_EVERY_SITE, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': LASTS.now },
	})
}

/**
 * The newest checkpoint, brought up to the last act. A disk or database that fails now does not take back what was
 * published before: then it is that.
 */
export function newestCheckpoint({ ctx, load }: Visit): Promise<PublishedCheckpoint> {
	return checkpointOf(load, ctx.requestId)
}

type Witnessing = Pick<LoadContext, 'publicLog' | 'log' | 'config'>

async function checkpointOf({ publicLog, log }: Witnessing, requestId: string): Promise<PublishedCheckpoint> {
	try {
		return await publicLog.publish()
	} catch (error) {
		log.error({ event: 'public-log.not-published', requestId, err: error })
		return publicLog.published()
	}
}

/**
 * What stands behind a beginning of an address, as it was sent: addresses of the log have one spelling, so neither
 * another case nor an escape nor a slash at the end is the same. Null where the address begins otherwise.
 */
export function pathBehind(beginning: string, { url }: Visit): string | null {
	return url.pathname.startsWith(beginning) ? url.pathname.slice(beginning.length) : null
}

/** Two sizes of the log from the query `from` and `to`; null unless both are plain numbers. */
export function sizesFrom({ searchParams }: URL): { readonly from: number; readonly to: number } | null {
	const [from, to] = [numberIn(searchParams.getAll('from')), numberIn(searchParams.getAll('to'))]
	return from === null || to === null ? null : { from, to }
}

function numberIn(values: readonly string[]): number | null {
	const [value = ''] = values
	return values.length === 1 && /^(0|[1-9]\d{0,14})$/.test(value) ? Number(value) : null
}

/** What a report takes along: the site's address, and of the log nothing while it has no checkpoint that can be read. */
export function logWitness({ ctx, load }: Visit): Promise<LogWitness> {
	return witnessOf(load, ctx.requestId)
}

/** The same where there is no request, for work that goes on after it. */
export async function witnessOf(load: Witnessing, requestId: string): Promise<LogWitness> {
	const { text } = await checkpointOf(load, requestId)
	const site = load.config.baseUrl
	return text === '' ? { site } : { checkpoint: text, logKey: load.publicLog.vkey, site }
}
