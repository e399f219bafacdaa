import { createReadableStreamFromReadable } from '@remix-run/node'
import type { HandedFile } from '#app/domain/evidence-file/queries.server.ts'
import { fileNameOf } from '#app/domain/evidence/rules.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { Visit } from './guard.server.ts'

/** Whoever opens a file in the browser runs nothing of it, and it can load nothing. */
const SANDBOX = "sandbox; default-src 'none'"

/** Short enough that a file that was withdrawn is gone soon from caches that are not ours. */
const FOR_ALL = 'public, max-age=300, must-revalidate'

/** How many digits of the hash a saved file is called by. */
const NAME_DIGITS = 12

/**
 * A file of the store as an answer: to be saved, under a name of ours, of the kind that we know it to be. Refuses with
 * `not_found` where the store does not have it.
 */
export async function fileAnswer(visit: Visit, file: HandedFile, who: 'all' | 'named'): Promise<Response> {
	const { request, load } = visit
	const tag = `"${file.sha256}"`
	const headers = new Headers({
		'Content-Security-Policy': SANDBOX,
		'Cross-Origin-Resource-Policy': 'same-origin',
		'X-Content-Type-Options': 'nosniff',
		'Cache-Control': who === 'all' ? FOR_ALL : 'no-store',
		...(who === 'all' ? { ETag: tag } : {}),
	})
	if (who === 'all' && isKnown(request.headers.get('if-none-match'), tag))
		return new Response(null, { status: 304, headers })
	const body = request.method === 'HEAD' ? await nothingOf(visit, file) : await load.files.open(file.sha256)
	if (body === null) throw new Refusal('not_found')
	const name = fileNameOf(file.sha256.slice(0, NAME_DIGITS), file.mediaType)
	headers.set('Content-Type', typeOf(file))
	headers.set('Content-Disposition', `attachment; filename="evidence-${name}"`)
	return new Response(body === undefined ? null : createReadableStreamFromReadable(body), { headers })
}

/** For those who only ask: nothing is opened; null where there is no such file. */
async function nothingOf({ load }: Visit, { sha256 }: HandedFile): Promise<undefined | null> {
	return (await load.files.has(sha256)) ? undefined : null
}

function typeOf({ mediaType }: HandedFile): string {
	return mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType
}

function isKnown(tags: string | null, tag: string): boolean {
	return (tags ?? '').split(',').some((known) => known.trim().replace(/^W\//, '') === tag)
}
