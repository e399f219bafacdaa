import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer, SmallSite } from './small-site.ts'
import { smallSite } from './small-site.ts'

let site: SmallSite

beforeAll(async () => {
	site = await smallSite()
})
afterAll(() => site.close())

const SAFETY = [
	'content-security-policy',
	'x-content-type-options',
	'referrer-policy',
	'cross-origin-opener-policy',
	'cross-origin-resource-policy',
	'x-frame-options',
	'permissions-policy',
]

function expectSafe({ status, headers, body }: Answer): void {
	expect(status).toBeLessThan(500)
	expect(SAFETY.filter((name) => headers[name] === undefined)).toEqual([])
	expect(headers['content-security-policy']).not.toContain('unsafe')
	expect(headers['x-powered-by']).toBeUndefined()
	expect(body.toString()).not.toMatch(/ at .*\.(ts|js):\d+|SELECT|node_modules/)
}

/** Writes bytes to the server and reads until it closes. */
function raw(bytes: string): Promise<string> {
	return new Promise((resolve, reject) => {
		const socket = connect(site.port, '127.0.0.1', () => socket.write(bytes))
		let text = ''
		socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')))
		socket.on('close', () => resolve(text))
		socket.on('error', reject)
	})
}

describe('a request that is not one is refused in words, and safely', () => {
	test.each([
		['another method', '/en/plans', { method: 'PUT' }, 405],
		['a method for proxies', '/en/plans', { method: 'TRACE' }, 405],
		['a question for methods', '/en/plans', { method: 'OPTIONS' }, 405],
		['a broken escape in the path', '/en/%zz', {}, 400],
		['bytes that are no text in the path', '/en/%ff%fe', {}, 400],
		['the zero character in the path', '/en/%00', {}, 400],
		['the zero character in the query', '/en/plans?q=%00', {}, 400],
		['a backslash', '/\\example.org', {}, 400],
		['an address of more than 4 kB', `/en/plans?q=${'a'.repeat(4_100)}`, {}, 414],
		[
			'a packed body',
			'/en/tasks',
			{ method: 'POST', headers: { 'content-encoding': 'gzip' }, body: 'x' },
			415,
		],
		['another host', '/en/plans', { headers: { host: 'evil.example' } }, 421],
		[
			'another host on the way to a kept page',
			'/en/plans',
			{ headers: { host: 'localhost.evil.example' } },
			421,
		],
		['an address nobody has', '/en/nothing', {}, 404],
		['the route manifest', '/__manifest?version=1&p=/en/tasks', {}, 404],
		['data of a route that is not there', '/en/plans?_data=routes/none', {}, 403],
		['data of a route with a door', '/en/tasks?_data=routes/tasks', {}, 204],
		['a page with a door', '/en/tasks', {}, 302],
	] as const)('%s', async (_what, path, asked, status) => {
		const answer = await site.ask(path, asked)
		expect(answer.status).toBe(status)
		expectSafe(answer)
	})

	test('a page that breaks shows the number of the request and nothing of the inside', async () => {
		for (const path of ['/en/broken', '/en/broken?_data=routes/broken']) {
			const answer = await site.ask(path)
			expect(answer.status).toBe(500)
			expect(answer.body.toString()).not.toMatch(/SELECT|Person|\.ts/)
			expect(answer.headers['content-security-policy']).toBeDefined()
		}
	})

	test.each([
		['/id/plans', undefined, 'lang="id"'],
		['/en/plans', 'id', 'lang="en"'],
		['/plans', 'en-GB,id;q=0.5', 'lang="en"'],
		['/plans', undefined, 'lang="id"'],
	])('at %s, for a reader of %s, the page has %s', async (path, language, lang) => {
		const answer = await site.ask(path, {
			method: 'DELETE',
			headers: language === undefined ? {} : { 'accept-language': language },
		})
		expect(answer.body.toString()).toContain(lang)
		expect(answer.headers.allow).toBe('GET, HEAD, POST')
	})

	test('for machines it is JSON', async () => {
		const answer = await site.ask('/api/v1/list', { method: 'PUT' })
		expect(JSON.parse(answer.body.toString())).toMatchObject({ reason: 'method_not_allowed' })
	})
})

describe('what is too much is refused while it comes', () => {
	const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }

	test('a body that says it is longer than a megabyte', async () => {
		const answer = await site.ask('/en/tasks', {
			method: 'POST',
			headers: form,
			body: `title=${'a'.repeat(2 ** 20)}`,
		})
		expect(answer.status).toBe(413)
		expect(answer.headers.connection).toBe('close')
		expectSafe(answer)
	})

	test('a body that does not say how long it is', async () => {
		const head =
			'POST /en/tasks HTTP/1.1\r\nHost: localhost:4210\r\nSec-Fetch-Site: same-origin\r\nTransfer-Encoding: chunked\r\n\r\n'
		const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`
		const text = await raw(head + chunk.repeat(20))
		expect(text).toMatch(/^HTTP\/1.1 413 /)
		expect(text).toMatch(/X-Frame-Options: DENY/)
	})

	test('a body of just under a megabyte is read', async () => {
		const answer = await site.ask('/en/form', {
			method: 'POST',
			headers: form,
			body: `title=${'a'.repeat(2 ** 20 - 100)}`,
		})
		expect(answer.status).toBe(200)
	})

	test('headers of more than 16 kB', async () => {
		const text = await raw(
			`GET /en/plans HTTP/1.1\r\nHost: localhost:4210\r\nX-Long: ${'a'.repeat(17_000)}\r\n\r\n`,
		)
		expect(text).toMatch(/^HTTP\/1.1 431 .*\r\n(.*\r\n)*X-Frame-Options: DENY\r\n/)
	})

	test.each([
		['no HTTP at all', 'HELLO\r\n\r\n', 400],
		['a tunnel', 'CONNECT example.org:443 HTTP/1.1\r\nHost: localhost:4210\r\n\r\n', 405],
		['no host', 'GET /en/plans HTTP/1.1\r\nConnection: close\r\n\r\n', 421],
		[
			'a whole address',
			'GET http://evil.example/ HTTP/1.1\r\nHost: localhost:4210\r\nConnection: close\r\n\r\n',
			400,
		],
		[
			'two lengths',
			'POST /en/tasks HTTP/1.1\r\nHost: localhost:4210\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
			400,
		],
	])('%s', async (_what, bytes, status) => {
		const text = await raw(bytes)
		expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
		expect(text).toMatch(/Content-Security-Policy: default-src 'none'/)
	})
})

test('a tunnel that is refused is closed, also where its client neither reads nor ends it', async () => {
	const socket = connect({ port: site.port, host: '127.0.0.1', allowHalfOpen: true })
	socket.on('error', () => undefined)
	const ended = new Promise<string>((resolve) => socket.once('end', () => resolve('ended')))
	socket.write('CONNECT example.org:443 HTTP/1.1\r\nHost: localhost:4210\r\n\r\n')
	socket.resume()
	expect(await ended).toBe('ended')
	// The server's side is gone once what is written to it is refused.
	const refused = new Promise<string>((resolve) => socket.once('close', () => resolve('closed')))
	const knocking = setInterval(() => socket.write('x'), 200)
	expect(await refused).toBe('closed')
	clearInterval(knocking)
}, 10_000)

describe('a form changes something only when it comes from this site', () => {
	test.each([
		['its own page', { 'sec-fetch-site': 'same-origin', origin: 'null' }, 200],
		['its own page in an older browser', { origin: 'http://localhost:4210' }, 200],
		['the address line', { 'sec-fetch-site': 'none' }, 200],
		['a program without a cookie', {}, 200],
		['a program with a cookie', { cookie: 'a=b' }, 403],
		['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403],
		['another site in an older browser', { origin: 'https://evil.example' }, 403],
		['a neighbour of this site', { 'sec-fetch-site': 'same-site' }, 403],
		['a frame without an origin', { origin: 'null' }, 403],
		['another port of this machine', { origin: 'http://localhost:9999' }, 403],
		[
			'another site that forges the host',
			{ origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
			403,
		],
		['another site that says something unknown', { 'sec-fetch-site': 'same-origin, cross-site' }, 403],
	])('%s', async (_who, headers, status) => {
		const type = { 'content-type': 'application/x-www-form-urlencoded' }
		for (const path of ['/en/form', '/en/form?_data=routes/form']) {
			const answer = await site.ask(path, {
				method: 'POST',
				headers: { ...type, ...headers },
				body: 'title=a',
			})
			expect(answer.status).toBe(status)
			expectSafe(answer)
		}
	})
})

describe('a form that is none of ours is refused in words', () => {
	test.each([
		['JSON', 'application/json', '{"title":"a"}', 400],
		['plain text', 'text/plain', 'title=a', 400],
		['nothing', undefined, '', 400],
		['broken parts', 'multipart/form-data; boundary=x', '--y\r\nrubbish', 400],
		['parts without a boundary', 'multipart/form-data', 'title=a', 400],
		[
			'a file',
			'multipart/form-data; boundary=x',
			'--x\r\nContent-Disposition: form-data; name="title"; filename="a.svg"\r\n\r\n<svg/>\r\n--x--\r\n',
			400,
		],
		['the zero character', 'application/x-www-form-urlencoded', 'title=a%00b', 400],
		['a field twice', 'application/x-www-form-urlencoded', 'title=a&title=b', 422],
		['a field it does not ask for', 'application/x-www-form-urlencoded', 'title=a&isAdmin=on', 422],
		['nothing filled in', 'application/x-www-form-urlencoded', 'title=', 422],
		[
			'its own fields',
			'multipart/form-data; boundary=x',
			'--x\r\nContent-Disposition: form-data; name="title"\r\n\r\na\r\n--x--\r\n',
			200,
		],
	])('%s', async (_what, type, body, status) => {
		const headers = {
			'sec-fetch-site': 'same-origin',
			...(type === undefined ? {} : { 'content-type': type }),
		}
		const answer = await site.ask('/en/form?_data=routes/form', { method: 'POST', headers, body })
		expect(answer.status).toBe(status)
		expectSafe(answer)
	})
})

describe('answers', () => {
	test('each page with scripts has a nonce of its own, and a page without has none', async () => {
		const policies = await Promise.all(
			Array.from({ length: 50 }, async () =>
				String((await site.ask('/en/live')).headers['content-security-policy']),
			),
		)
		expect(new Set(policies).size).toBe(50)
		expect(policies.every((policy) => /script-src 'self' 'nonce-[\w+/=]{24}'/.test(policy))).toBe(true)
		expect((await site.ask('/en/plans')).headers['content-security-policy']).toContain("script-src 'none'")
	})

	test('/healthz lives and /readyz says how the database, the disk and the log are', async () => {
		expect(JSON.parse((await site.ask('/healthz')).body.toString())).toEqual({ status: 'live' })
		const ready = await site.ask('/readyz')
		expect(JSON.parse(ready.body.toString())).toEqual({
			status: 'ready',
			database: 'ok',
			disk: 'ok',
			log: 'ok',
			integrity: 'ok',
			differingRecords: 0,
			antivirus: 'off',
			ledgerSize: 0,
		})
		expectSafe(ready)
	})
})

test('a site that is served over https tells browsers to stay there', async () => {
	const secure = await smallSite({ baseUrl: 'https://record.example' })
	const headers = { host: 'record.example' }
	expect((await secure.ask('/en/plans', { headers })).headers['strict-transport-security']).toBe(
		'max-age=63072000; includeSubDomains',
	)
	await secure.close()
})
