import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** How a body may travel, best first. */
export const ENCODINGS = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof ENCODINGS)[number]

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/** Small enough to travel as it is. */
const SMALLEST_BYTES = 256

/** The best encoding that a client says it reads. */
export function bestEncoding(acceptEncoding: string | undefined): Encoding {
	if (acceptEncoding === undefined) return 'identity'
	const known = remembered.get(acceptEncoding)
	if (known) return known
	const best = bestOf(acceptEncoding)
	if (remembered.size < REMEMBERED) remembered.set(acceptEncoding, best)
	return best
}

/** Browsers send a handful of different wishes, millions of times. */
const REMEMBERED = 100
const remembered = new Map<string, Encoding>()

function bestOf(acceptEncoding: string): Encoding {
	const weights = new Map(acceptEncoding.split(',').map(weighted))
	return ENCODINGS.find((encoding) => (weights.get(encoding) ?? 0) > 0) ?? 'identity'
}

function weighted(wish: string): [encoding: string, weight: number] {
	const [name = '', ...parameters] = wish.trim().toLowerCase().split(';')
	const weight = parameters
		.map((p) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(p)?.[1])
		.find((q) => q !== undefined)
	return [name, weight === undefined ? 1 : Number(weight)]
}

/** Whether bytes of this kind become smaller: text does, pictures, fonts and PDFs are compressed already. */
export function isCompressible(contentType: string, bytes: number): boolean {
	return (
		bytes >= SMALLEST_BYTES &&
		/^(?:text\/|application\/(?:json|javascript|xml|[\w.]+\+(?:json|xml)))|^image\/svg/.test(contentType)
	)
}

/** The body as it travels. Middling brotli: a page is compressed while its first reader waits. */
export async function encoded(body: Buffer, encoding: Encoding): Promise<Buffer> {
	if (encoding === 'br') {
		return toBrotli(body, {
			params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
		})
	}
	return encoding === 'gzip' ? toGzip(body, { level: 6 }) : body
}
