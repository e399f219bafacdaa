import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { parseForm } from '#app/http/parse-form.server.ts'

const Evidence = z.strictObject({ url: z.url('evidence.url.invalid') })
const Schema = z.strictObject({
	title: z.string('title.required').max(5, 'title.too-long'),
	reasons: z.array(z.string()).optional(),
	evidence: z.array(Evidence).max(3).optional(),
	count: z.number().optional(),
	said: z.strictObject({ seats: z.strictObject({ CSO: z.number() }) }).optional(),
})

const FORM = 'application/x-www-form-urlencoded'

function sent(body: string, type: string | null = FORM): Request {
	const headers = new Headers({ 'x-request-id': 'r1' })
	if (type !== null) headers.set('content-type', type)
	return new Request('http://localhost/id/form', { method: 'POST', headers, body: Buffer.from(body) })
}

describe('a good form gives its values', () => {
	test.each([
		['plain text', 'title=a', { title: 'a' }],
		['text in one Unicode form', `title=e${encodeURIComponent('\u0301')}`, { title: 'é' }],
		['lines that end one way', 'title=a%0D%0Ab%0Dc', { title: 'a\nb\nc' }],
		['one choice of several', 'title=a&reasons=x', { title: 'a', reasons: ['x'] }],
		['two choices of several', 'title=a&reasons=x&reasons=y', { title: 'a', reasons: ['x', 'y'] }],
		[
			'a list',
			'title=a&evidence[0].url=https://x.example',
			{ title: 'a', evidence: [{ url: 'https://x.example' }] },
		],
		['parts of a part', 'title=a&said.seats.CSO=3', { title: 'a', said: { seats: { CSO: 3 } } }],
		['what was left empty as nothing', 'title=a&reasons=&count=', { title: 'a' }],
	])('%s', async (_what, body, value) => {
		expect(await parseForm(sent(body), Schema)).toEqual({ ok: true, value: expect.objectContaining(value) })
	})
})

describe('a faulty form says what is wrong by key, and keeps what was typed', () => {
	test.each([
		['too long', 'title=abcdef', { title: ['title.too-long'] }, { title: 'abcdef' }],
		['missing', 'title=', { title: ['title.required'] }, {}],
		['a number that is none', 'title=a&count=ten', { count: ['form.invalid'] }, { title: 'a', count: 'ten' }],
		['an unknown field', 'title=a&isAdmin=on', { '': ['form.unknown-field'] }, { title: 'a', isAdmin: 'on' }],
		['a field twice', 'title=a&title=b', { title: ['title.required'] }, { title: ['a', 'b'] }],
		[
			'in a list',
			'title=a&evidence[0].url=x',
			{ 'evidence[0].url': ['evidence.url.invalid'] },
			{ title: 'a', evidence: [{ url: 'x' }] },
		],
		[
			'too many',
			`title=a&${[0, 1, 2, 3].map((n) => `evidence[${n}].url=https://x.example`).join('&')}`,
			{ evidence: ['form.too-long'] },
			{ title: 'a' },
		],
	])('%s', async (_what, body, error, typed) => {
		const form = await parseForm(sent(body), Schema)
		expect(form).toMatchObject({ ok: false, reply: { status: 'error', error, initialValue: typed } })
	})
})

describe('what no page of this site sends is refused in words', () => {
	test.each([
		['another kind of body', '{"title":"a"}', 'application/json'],
		['no kind', 'title=a', null],
		['parts without a boundary', 'title=a', 'multipart/form-data'],
		['broken parts', '--x\r\nrubbish', 'multipart/form-data; boundary=y'],
		['the zero character', 'title=a%00', FORM],
		['a name from inside the language', '__proto__=a&title=a', FORM],
		['a deep name', 'title=a&evidence[0].url.href.path=a', FORM],
		['a name from inside the language, deeper down', 'title=a&said.__proto__=a', FORM],
		['text where parts are', 'title=a&said=a', FORM],
		['a huge position', 'title=a&evidence[4294967294].url=a', FORM],
		['text where a list is', 'title=a&evidence=abc', FORM],
		['more fields than any form has', `title=a&${'reasons=x&'.repeat(600)}`, FORM],
	])('%s', async (_what, body, type) => {
		const refused = await parseForm(sent(body, type), Schema).catch((thrown: unknown) => thrown)
		expect(refused).toBeInstanceOf(Response)
		const answer = refused as Response
		expect(answer.status).toBe(400)
		expect(await answer.json()).toMatchObject({ reason: 'bad_form', requestId: 'r1' })
	})
})
