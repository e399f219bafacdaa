import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAppointedPerson, cookieOf } from './people.ts'
import type { SmallSite } from './small-site.ts'
import { smallSite } from './small-site.ts'

let site: SmallSite
let leaves = 0

beforeAll(async () => {
	site = await smallSite()
})
afterAll(() => site.close())

/** Makes the log one leaf longer, as a published act does. */
async function publish(): Promise<void> {
	const bytes = new Uint8Array(32).fill(leaves)
	await site.database.db.$transaction([
		site.database.db.ledgerEntry.create({
			data: {
				index: leaves,
				recordId: `r${leaves}`,
				version: 1,
				kind: 'test',
				entry: bytes,
				leafHash: bytes,
			},
		}),
		site.database.db.ledgerHead.update({ where: { id: 1 }, data: { size: { increment: 1 } } }),
	])
	leaves += 1
}

const countIn = (body: Buffer) => /"leaves":(\d+)/.exec(body.toString())?.[1]

describe('a public page', () => {
	test('is made once and then given again, the same to everybody', async () => {
		const first = await site.ask('/en/plans?once')
		const made = site.rendered()
		const again = await site.ask('/en/plans?once', { headers: { cookie: 'ogp.session_token=anything' } })
		expect(site.rendered()).toBe(made)
		expect(again.body).toEqual(first.body)
		expect({ ...again.headers, date: '' }).toEqual({ ...first.headers, date: '' })
		expect(again.headers['cache-control']).toBe('public, max-age=0, must-revalidate')
		expect(again.headers['set-cookie']).toBeUndefined()
	})

	test.each([
		['br, gzip', 'br', brotliDecompressSync],
		['gzip, deflate', 'gzip', gunzipSync],
		['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
		['', undefined, (body: Buffer) => body],
		['deflate', undefined, (body: Buffer) => body],
	])('for a reader of “%s” travels as %s', async (wish, encoding, unpack) => {
		const answer = await site.ask('/en/plans?encoded', { headers: { 'accept-encoding': wish } })
		expect(answer.headers['content-encoding']).toBe(encoding)
		expect(answer.headers.vary).toBe('Accept-Encoding')
		expect(Number(answer.headers['content-length'])).toBe(answer.body.length)
		expect(unpack(answer.body).toString()).toContain('promise promise')
	})

	test('has another tag in each encoding, and is not sent again to who has it', async () => {
		const packed = await site.ask('/en/plans?tag', { headers: { 'accept-encoding': 'br' } })
		const plain = await site.ask('/en/plans?tag')
		expect(packed.headers.etag).not.toBe(plain.headers.etag)
		const had = await site.ask('/en/plans?tag', {
			headers: { 'if-none-match': `"other", W/${plain.headers.etag ?? ''}` },
		})
		expect([had.status, had.body.length, had.headers.etag]).toEqual([304, 0, plain.headers.etag])
		expect(had.headers['content-security-policy']).toBeDefined()
		const other = await site.ask('/en/plans?tag', { headers: { 'if-none-match': packed.headers.etag ?? '' } })
		expect(other.status).toBe(200)
	})

	test('answers to HEAD what it answers to GET, without the body', async () => {
		const whole = await site.ask('/en/plans?head')
		const head = await site.ask('/en/plans?head', { method: 'HEAD' })
		expect([head.status, head.body.length]).toEqual([200, 0])
		expect({ ...head.headers, date: '' }).toEqual({ ...whole.headers, date: '' })
	})

	test('is made anew as soon as something is published', async () => {
		const before = await site.ask('/en/plans?news')
		await publish()
		const after = await site.ask('/en/plans?news', {
			headers: { 'if-none-match': before.headers.etag ?? '' },
		})
		expect(after.status).toBe(200)
		expect(Number(countIn(after.body))).toBe(Number(countIn(before.body)) + 1)
		expect(after.headers.etag).not.toBe(before.headers.etag)
	})

	test('never shows less than was published before it was asked for, however many ask', async () => {
		for (let round = 0; round < 10; round += 1) {
			const early = Array.from({ length: 20 }, () => site.ask('/en/plans?crowd'))
			await publish()
			const late = await Promise.all(Array.from({ length: 20 }, () => site.ask('/en/plans?crowd')))
			expect(late.map(({ body }) => Number(countIn(body)) >= leaves)).not.toContain(false)
			await Promise.all(early)
		}
	})

	test('asked for by many at once is made once', async () => {
		const made = site.rendered()
		await Promise.all(Array.from({ length: 30 }, () => site.ask('/id/plans?together')))
		expect(site.rendered()).toBe(made + 1)
	})
})

describe('what is not kept', () => {
	test.each([
		['a page with scripts, whose nonce is for one reader', '/en/live'],
		['an answer that forbids it', '/api/v1/fresh'],
	])('%s', async (_what, path) => {
		await site.ask(path)
		const made = site.rendered()
		const again = await site.ask(path)
		expect(site.rendered()).toBe(made + 1)
		expect(again.headers.etag).toBeUndefined()
	})

	test('a page that is not there', async () => {
		const answer = await site.ask('/en/none')
		expect([answer.status, answer.headers['cache-control'], answer.headers.etag]).toEqual([
			404,
			'no-store',
			undefined,
		])
	})

	test('a page with a door: it is one person’s, and nobody’s without the cookie', async () => {
		const { email } = await anAppointedPerson(site.database, { id: 'officer' })
		const cookie = await cookieOf(site, email)
		const own = await site.ask('/en/tasks', { headers: { cookie, 'accept-encoding': 'gzip' } })
		expect([own.status, own.headers['cache-control'], own.headers.etag]).toEqual([200, 'no-store', undefined])
		expect(own.body.toString()).toContain('"by":"officer"')
		const stranger = await site.ask('/en/tasks')
		expect([stranger.status, stranger.headers.location]).toEqual([302, '/en/sign-in?next=%2Fen%2Ftasks'])
	})
})
