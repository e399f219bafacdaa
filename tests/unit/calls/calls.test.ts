import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isOpenAddress, openCalls, signatureOf } from '#app/calls.server.ts'

const NOW = new Date('2026-11-23T12:00:00Z')
const received: { request: IncomingMessage; body: string }[] = []
const server = createServer((request, response) => {
	let body = ''
	request.on('data', (part: Buffer) => (body += part.toString()))
	request.on('end', () => {
		received.push({ request, body })
		if (request.url === '/silent') return
		if (request.url === '/elsewhere') response.setHeader('Location', '/taken')
		response.statusCode = request.url === '/elsewhere' ? 302 : request.url === '/no' ? 503 : 204
		response.end()
	})
})
let base: string
beforeAll(async () => {
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
	base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
})
afterAll(() => {
	server.closeAllConnections()
	server.close()
})

const calls = openCalls({ authSecret: 's'.repeat(40) }, () => true)
const secret = calls.secretOf('hook', 1)
const call = { id: 'hook_7', body: '{"a":"é"}', secrets: [secret], now: NOW }

describe('what may be called', () => {
	test.each([
		...['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '0.0.0.0'],
		...['100.64.0.1', '224.0.0.1', '255.255.255.255', '198.18.0.1', '192.0.2.1', '203.0.113.9'],
		...[
			'::1',
			'::',
			'fe80::1',
			'fc00::1',
			'fd12::1',
			'ff02::1',
			'2001:db8::1',
			'2002:7f00:1::',
			'64:ff9b::7f00:1',
		],
		...['::ffff:127.0.0.1', '::ffff:10.0.0.1', 'localhost', '', '1.2.3', '0x7f000001'],
	])('not %s', (address) => {
		expect(isOpenAddress(address)).toBe(false)
	})

	test.each(['1.1.1.1', '172.32.0.1', '100.63.255.255', '2606:4700:4700::1111', '2400:cb00::1'])(
		'%s',
		(address) => {
			expect(isOpenAddress(address)).toBe(true)
		},
	)

	test.each([
		'http://127.0.0.1:1/',
		'http://[::1]:1/',
		'http://localhost:1/',
		'http://[::ffff:7f00:1]:1/',
		'http://2130706433/',
	])('the product calls nobody at %s', async (url) => {
		const end = await openCalls({ authSecret: 's'.repeat(40) }).post({ ...call, url })
		expect(end).toMatchObject({ fault: 'FORBIDDEN_ADDRESS' })
	})
})

describe('a call', () => {
	test('carries id, time and a signature that the receiver works out for itself', async () => {
		expect(await calls.post({ ...call, url: `${base}/taken` })).toMatchObject({ status: 204 })
		const { request, body } = received.at(-1) ?? expect.fail('not called')
		const time = String(request.headers['webhook-timestamp'])
		expect([request.method, body, request.headers['webhook-id'], time]).toEqual([
			...['POST', call.body, 'hook_7', String(NOW.getTime() / 1000)],
		])
		const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
		const mine = createHmac('sha256', key).update(`hook_7.${time}.${body}`).digest('base64')
		expect(request.headers['webhook-signature']).toBe(`v1,${mine}`)
	})

	test('is signed with both secrets while one is changed', async () => {
		const secrets = [calls.secretOf('hook', 2), secret]
		await calls.post({ ...call, secrets, url: `${base}/taken` })
		const signed = String(received.at(-1)?.request.headers['webhook-signature'])
		expect(new Set(signed.split(' ')).size).toBe(2)
	})

	test('follows no redirect, and says what was answered', async () => {
		const before = received.length
		expect(await calls.post({ ...call, url: `${base}/elsewhere` })).toMatchObject({ status: 302 })
		expect(await calls.post({ ...call, url: `${base}/no` })).toMatchObject({ status: 503 })
		expect(received.length - before).toBe(2)
	})

	test('waits five seconds for an answer, and says what failed', async () => {
		expect(await calls.post({ ...call, url: `${base}/silent` })).toMatchObject({ fault: 'TIMEOUT' })
		expect(await calls.post({ ...call, url: 'http://127.0.0.1:1/' })).toMatchObject({ fault: 'BROKEN' })
		expect(await calls.post({ ...call, url: 'http://nobody.invalid/' })).toMatchObject({
			fault: 'UNKNOWN_HOST',
		})
	}, 15_000)
})

test('the signature is the one of the published example of Standard Webhooks', () => {
	const example = {
		id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
		seconds: 1_614_265_330,
		body: '{"test": 2432232314}',
	}
	expect(signatureOf('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', example)).toBe(
		'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
	)
})

test('each webhook and each version has a secret of its own, which depends on the key of the site', () => {
	const other = openCalls({ authSecret: 't'.repeat(40) })
	const secrets = [secret, calls.secretOf('hook', 2), calls.secretOf('book', 1), other.secretOf('hook', 1)]
	expect(new Set(secrets).size).toBe(4)
	expect(calls.secretOf('hook', 1)).toBe(secret)
})
