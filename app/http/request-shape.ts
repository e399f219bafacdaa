export type RequestShape = {
	readonly method: string
	readonly url: string
	readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

export type ShapeFault =
	'malformed' | 'method_not_allowed' | 'address_too_long' | 'encoded_body' | 'too_large'

const METHODS = ['GET', 'HEAD', 'POST']
const LONGEST_URL = 4_096
/** Forms of this site are text; files will come in by a door of their own. */
export const MOST_BODY_BYTES = 2 ** 20

/** What is wrong with a request before it is looked at more closely; null when nothing is. */
export function faultOf({ method, url, headers }: RequestShape): ShapeFault | null {
	if (!METHODS.includes(method)) return 'method_not_allowed'
	if (url.length > LONGEST_URL) return 'address_too_long'
	if (!isReadable(url)) return 'malformed'
	if (headers['content-encoding'] !== undefined) return 'encoded_body'
	if (Number(headers['content-length'] ?? 0) > MOST_BODY_BYTES) return 'too_large'
	return null
}

/** An address of this site: a path, written in escapes that mean UTF-8 text without the zero character. */
function isReadable(url: string): boolean {
	if (!url.startsWith('/') || url.includes('\\') || /%00/.test(url)) return false
	try {
		decodeURIComponent(url.replace(/\?.*$/s, ''))
		return true
	} catch {
		return false
	}
}
