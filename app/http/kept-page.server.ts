import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CapturedAnswer } from './captured-answer.server.ts'
import { bestEncoding, encoded, isCompressible } from './encoding.server.ts'
import type { Encoding } from './encoding.server.ts'

/** One body in one encoding, with the header lines it is sent with. */
type Variant = {
	readonly tag: string
	readonly head: readonly string[]
	readonly headUnmodified: readonly string[]
	readonly body: Buffer
}

/** A public page as it was when the mark was true. */
export type KeptPage = {
	readonly url: string
	readonly mark: string
	readonly contentType: string
	readonly headers: readonly string[]
	readonly identity: Buffer
	readonly variants: Map<Encoding, Variant>
}

/** Headers that belong to one answer, or that are written anew for each. */
const NOT_KEPT =
	/^(accept-ranges|cache-control|connection|content-(encoding|length|type)|date|etag|keep-alive|last-modified|ratelimit-(limit|remaining|reset)|transfer-encoding|vary|x-request-id)$/

/** The page to keep of an answer; null unless it is whole, has status 200, is nobody's own and does not forbid it. */
export function keptPageOf(
	{ status, headers, body }: CapturedAnswer,
	mark: string,
	url: string,
): KeptPage | null {
	const cacheControl = String(headers['cache-control'] ?? '')
	if (status !== 200 || 'set-cookie' in headers || cacheControl.includes('no-store')) return null
	const lines = Object.entries(headers).flatMap(([name, value]) =>
		NOT_KEPT.test(name) || value === undefined ? [] : [name, String(value)],
	)
	const lasting = cacheControl === '' ? 'public, max-age=0, must-revalidate' : cacheControl
	return {
		url,
		mark,
		contentType: String(headers['content-type'] ?? 'application/octet-stream'),
		headers: [...lines, 'Cache-Control', lasting, 'Vary', 'Accept-Encoding'],
		identity: body,
		variants: new Map(),
	}
}

/** Sends the page at once where it is at hand in the encoding that the client reads best; else says no. */
export function sendAtOnce(req: IncomingMessage, res: ServerResponse, page: KeptPage): boolean {
	const variant = page.variants.get(bestEncoding(req.headers['accept-encoding']))
	if (variant) write(req, res, variant)
	return variant !== undefined
}

/** Sends the page, compressed first where this is the first reader of its encoding. */
export async function sendPage(req: IncomingMessage, res: ServerResponse, page: KeptPage): Promise<void> {
	const encoding = bestEncoding(req.headers['accept-encoding'])
	const variant = page.variants.get(encoding) ?? (await variantOf(page, encoding))
	// The first answer carries what the page had set; it must not differ from the later ones.
	for (const name of res.getHeaderNames()) res.removeHeader(name)
	write(req, res, variant)
}

/** The name of the bytes: equal names, equal bytes, also in the next process of the same build. */
function tagOf(page: KeptPage, encoding: Encoding): string {
	return `"${createHash('sha256').update(`${page.mark} ${page.url} ${encoding}`).digest('base64url').slice(0, 27)}"`
}

async function variantOf(page: KeptPage, wanted: Encoding): Promise<Variant> {
	const encoding = isCompressible(page.contentType, page.identity.length) ? wanted : 'identity'
	const body = await encoded(page.identity, encoding)
	const tag = tagOf(page, encoding)
	const headUnmodified = [...page.headers, 'ETag', tag]
	const how = encoding === 'identity' ? [] : ['Content-Encoding', encoding]
	const what = ['Content-Type', page.contentType, 'Content-Length', String(body.length), ...how]
	const variant = { tag, head: [...headUnmodified, ...what], headUnmodified, body }
	page.variants.set(wanted, variant)
	return variant
}

function write(req: IncomingMessage, res: ServerResponse, variant: Variant): void {
	if (isAmong(req.headers['if-none-match'], variant.tag)) {
		res.writeHead(304, [...variant.headUnmodified])
		res.end()
		return
	}
	res.writeHead(200, [...variant.head])
	res.end(req.method === 'HEAD' ? undefined : variant.body)
}

function isAmong(tags: string | undefined, tag: string): boolean {
	if (tags === undefined || tags === tag) return tags === tag
	return tags.split(',').some((known) => known.trim() === '*' || known.trim().replace(/^W\//, '') === tag)
}
