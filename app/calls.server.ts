import { createHmac } from 'node:crypto'
import { lookup } from 'node:dns'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { BlockList, isIP } from 'node:net'
import type { LookupFunction } from 'node:net'

/** How a call to somebody's program ended: the status of its answer, or why none came. */
export type CallEnd =
	| { readonly status: number; readonly tookMs: number }
	| { readonly fault: CallFault; readonly tookMs: number }

/** Why no answer came: the address leads into a private network, nobody answers, not in time, or the line broke. */
export const CALL_FAULTS = ['FORBIDDEN_ADDRESS', 'UNKNOWN_HOST', 'TIMEOUT', 'BROKEN'] as const
export type CallFault = (typeof CALL_FAULTS)[number]

type Call = {
	readonly url: string
	readonly id: string
	readonly body: string
	/** Each signs; while a secret is changed there are two. */
	readonly secrets: readonly string[]
	readonly now: Date
}

/** Calls to programs of others. */
export type Calls = {
	/** The secret that belongs to a name and a version: worked out, never stored. */
	readonly secretOf: (name: string, version: number) => string
	readonly post: (call: Call) => Promise<CallEnd>
}

const TIMEOUT_MS = 5_000
const PREFIX = 'whsec_'

/** Networks that nobody outside may have us call: this machine, private and local ones, and those for tests and many at once. */
const CLOSED = closedNetworks()

/**
 * Calls others by POST, signed as Standard Webhooks asks. The name is looked up once and the connection goes to the address
 * that was looked at; redirects are not followed and answers not read.
 *
 * Source  www.standardwebhooks.com, version 1.0.0.
 */
export function openCalls({ authSecret }: { readonly authSecret: string }, mayCall = isOpenAddress): Calls {
	return {
		secretOf: (name, version) => {
			const key = createHmac('sha256', authSecret)
				.update(`webhook\n${name}\n${String(version)}`)
				.digest()
			return `${PREFIX}${key.toString('base64')}`
		},
		post: async (call) => {
			const start = performance.now()
			const end = await posted(call, mayCall)
			return { ...end, tookMs: Math.round(performance.now() - start) }
		},
	}
}

/** What a receiver compares: the signature of id, time and body with a secret. */
export function signatureOf(
	secret: string,
	{ id, seconds, body }: { readonly id: string; readonly seconds: number; readonly body: string },
): string {
	const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
	const text = `${id}.${String(seconds)}.${body}`
	return `v1,${createHmac('sha256', key).update(text).digest('base64')}`
}

/** Whether an address is one of the public internet. */
export function isOpenAddress(address: string): boolean {
	const family = isIP(address)
	if (family === 0) return false
	return !CLOSED.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

function posted(
	{ url, id, body, secrets, now }: Call,
	mayCall: (address: string) => boolean,
): Promise<{ status: number } | { fault: CallFault }> {
	const target = new URL(url)
	const seconds = Math.floor(now.getTime() / 1000)
	const host = target.hostname.replace(/^\[|\]$/g, '')
	if (isIP(host) !== 0 && !mayCall(host)) return Promise.resolve({ fault: 'FORBIDDEN_ADDRESS' })
	const ask = target.protocol === 'https:' ? httpsRequest : httpRequest
	return new Promise((resolve) => {
		const request = ask(target, {
			method: 'POST',
			agent: false,
			lookup: checkedLookup(mayCall),
			signal: AbortSignal.timeout(TIMEOUT_MS),
			headers: {
				'Content-Type': 'application/json',
				'Content-Length': Buffer.byteLength(body),
				'User-Agent': 'Renaksi',
				'Webhook-Id': id,
				'Webhook-Timestamp': String(seconds),
				'Webhook-Signature': secrets.map((secret) => signatureOf(secret, { id, seconds, body })).join(' '),
			},
		})
		request.on('response', (response) => {
			resolve({ status: response.statusCode ?? 0 })
			response.destroy()
		})
		request.on('error', (error: NodeJS.ErrnoException) => resolve({ fault: faultOf(error) }))
		request.end(body)
	})
}

/** Looks a name up and gives the connection only what may be called; one closed address among them closes the name. */
function checkedLookup(mayCall: (address: string) => boolean): LookupFunction {
	return (hostname, options, done) => {
		lookup(hostname, { ...options, all: true }, (error, found) => {
			if (error) return done(error, '')
			const [first] = found
			if (!first || found.some(({ address }) => !mayCall(address)))
				return done(Object.assign(new Error('forbidden address'), { code: 'EFORBIDDEN' }), '')
			if (options.all === true) done(null, found)
			else done(null, first.address, first.family)
		})
	}
}

function faultOf({ code, name }: NodeJS.ErrnoException): CallFault {
	if (code === 'EFORBIDDEN') return 'FORBIDDEN_ADDRESS'
	if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'UNKNOWN_HOST'
	return name === 'AbortError' || name === 'TimeoutError' || code === 'ABORT_ERR' ? 'TIMEOUT' : 'BROKEN'
}

/** Source: IANA special-purpose address registries for IPv4 and IPv6. */
function closedNetworks(): BlockList {
	const list = new BlockList()
	for (const [network, prefix] of [
		...([
			['0.0.0.0', 8],
			['10.0.0.0', 8],
			['100.64.0.0', 10],
			['127.0.0.0', 8],
			['169.254.0.0', 16],
		] as const),
		...([
			['172.16.0.0', 12],
			['192.0.0.0', 24],
			['192.0.2.0', 24],
			['192.88.99.0', 24],
		] as const),
		...([
			['192.168.0.0', 16],
			['198.18.0.0', 15],
			['198.51.100.0', 24],
			['203.0.113.0', 24],
		] as const),
		...([
			['224.0.0.0', 4],
			['240.0.0.0', 4],
		] as const),
	])
		list.addSubnet(network, prefix, 'ipv4')
	// Of IPv6 only what is given out to the world, without what carries an IPv4 address or serves as an example in it.
	list.addRange('::', '1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'ipv6')
	list.addRange('4000::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'ipv6')
	for (const [network, prefix] of [
		['2001::', 23],
		['2001:db8::', 32],
		['2002::', 16],
		['3fff::', 20],
	] as const)
		list.addSubnet(network, prefix, 'ipv6')
	return list
}
