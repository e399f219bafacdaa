import { isLoopbackHost } from './host.ts'

export type Sender = {
	readonly method: string
	readonly host: string | undefined
	readonly fetchSite: string | undefined
	readonly origin: string | undefined
	readonly hasCookie: boolean
}

/**
 * Whether a request may change something: reading always may, writing only when it comes from this site's own pages.
 *
 * The browser's word is `Sec-Fetch-Site`; an older browser's is `Origin`, compared with the configured address and
 * never with a forwarded one. A program that names neither is let in only without a cookie to misuse.
 *
 * Source  the rule of Go 1.25's cross-origin protection.
 */
export function mayChange(sender: Sender, baseUrl: string): boolean {
	const { method, fetchSite, origin } = sender
	if (method === 'GET' || method === 'HEAD') return true
	if (fetchSite !== undefined) return fetchSite === 'same-origin' || fetchSite === 'none'
	if (origin !== undefined) return isOwnOrigin(origin, sender.host, baseUrl)
	return !sender.hasCookie
}

/** A loopback name may stand for the site only where the request itself was sent to that very name. */
function isOwnOrigin(origin: string, host: string | undefined, baseUrl: string): boolean {
	if (origin === new URL(baseUrl).origin) return true
	return host !== undefined && isLoopbackHost(host) && origin === `http://${host}`
}
