import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

/**
 * The address of whoever sent the request.
 *
 * Behind `trustedProxies` proxies, each of which appends the address it saw to `X-Forwarded-For`, it is the entry
 * that the outermost of them wrote; everything before that entry was written by the client and is not believed.
 */
export function clientAddress(
	socketAddress: string,
	forwardedFor: string | undefined,
	trustedProxies: number,
): string {
	if (trustedProxies === 0 || forwardedFor === undefined) return plain(socketAddress)
	const hops = forwardedFor.split(',').map((hop) => hop.trim())
	const claimed = hops[Math.max(0, hops.length - trustedProxies)]
	return claimed !== undefined && isIP(claimed) !== 0 ? plain(claimed) : plain(socketAddress)
}

/** The address of whoever sent a request, as the site's own proxies say it. */
export function addressOf(req: IncomingMessage, trustedProxies: number): string {
	const forwardedFor = req.headers['x-forwarded-for']
	const hops = Array.isArray(forwardedFor) ? forwardedFor.join(',') : forwardedFor
	return clientAddress(req.socket.remoteAddress ?? '', hops, trustedProxies)
}

/**
 * The block of neighbours an address belongs to: what one subscriber or office is usually given.
 *
 * Returns  the /24 of an IPv4 address, the /64 of an IPv6 address.
 */
export function addressBlock(address: string): string {
	if (isIP(address) === 4) return `${address.split('.').slice(0, 3).join('.')}.0/24`
	if (isIP(address) !== 6) return 'unknown'
	const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::')
	const left = head === '' ? [] : head.split(':')
	const right = tail === undefined || tail === '' ? [] : tail.split(':')
	const zeros = tail === undefined ? 0 : 8 - left.length - right.length
	const groups = [...left, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...right]
	return `${groups
		.slice(0, 4)
		.map((group) => group.replace(/^0+(?=.)/, ''))
		.join(':')}::/64`
}

/** An IPv4 address that a socket reports in IPv6 form is the same address. */
function plain(address: string): string {
	return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
}
