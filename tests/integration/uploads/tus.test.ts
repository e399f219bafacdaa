import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Upload } from 'tus-js-client'
import type { UploadOptions } from 'tus-js-client'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { anAppointedPerson, cookieOf } from '#tests/integration/http/people.ts'
import { smallSite } from '#tests/integration/http/small-site.ts'
import type { Answer, SmallSite } from '#tests/integration/http/small-site.ts'
import { slowLine } from './slow-line.ts'

const TEXT = Buffer.from('Baris notulen rapat.\n'.repeat(20_000))

let site: SmallSite
let officer: string
let colleague: string
let admin: string

beforeAll(async () => {
	site = await smallSite()
	officer = await cookieOf(site, (await anAppointedPerson(site.database, { id: 'officer' })).email)
	colleague = await cookieOf(site, (await anAppointedPerson(site.database, { id: 'colleague' })).email)
	const contact = await anAppointedPerson(site.database, { id: 'admin', role: 'INSTANCE_ADMIN' })
	admin = await cookieOf(site, contact.email)
})
afterAll(() => site.close())
afterEach(() => site.database.db.upload.deleteMany())

type Ended = { readonly id: string | undefined; readonly body: unknown; readonly error: string | null }

/** Sends a file as the browser's script does. */
function send(bytes: Buffer, more: Partial<UploadOptions> = {}): Promise<Ended> {
	return new Promise((resolve) => {
		const idOf = (upload: Upload) => /[0-9a-f]{32}$/.exec(upload.url ?? '')?.[0]
		const upload: Upload = new Upload(bytes, {
			endpoint: `http://127.0.0.1:${String(site.port)}/uploads`,
			headers: { cookie: officer, 'sec-fetch-site': 'same-origin', 'accept-language': 'en' },
			chunkSize: 100_000,
			retryDelays: [10, 50],
			metadata: { filename: '../../IMG 2026 by somebody.txt', filetype: 'image/svg+xml' },
			onSuccess: ({ lastResponse }) =>
				resolve({ id: idOf(upload), body: JSON.parse(lastResponse.getBody() || 'null'), error: null }),
			onError: (error) => {
				const said = 'originalResponse' in error ? error.originalResponse?.getBody() : null
				resolve({ id: idOf(upload), body: said ? JSON.parse(said) : null, error: error.message })
			},
			...more,
		})
		upload.start()
	})
}

function ask(
	method: string,
	path: string,
	headers: Record<string, string> = {},
	body?: Buffer,
): Promise<Answer> {
	return site.ask(path, {
		method,
		headers: { cookie: officer, 'sec-fetch-site': 'same-origin', 'tus-resumable': '1.0.0', ...headers },
		...(body ? { body } : {}),
	})
}

/** Begins a file and sends its first bytes. */
async function begun(length: number, first = Buffer.alloc(0)): Promise<string> {
	const created = await ask('POST', '/uploads', { 'upload-length': String(length) })
	const address = created.headers.location ?? ''
	expect([created.status, address]).toEqual([201, expect.stringMatching(/^\/uploads\/[0-9a-f]{32}$/)])
	if (first.length > 0) await patch(address, 0, first)
	return address
}

const patch = (address: string, offset: number, bytes: Buffer, headers: Record<string, string> = {}) =>
	ask(
		'PATCH',
		address,
		{ 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream', ...headers },
		bytes,
	)

describe('a file that comes piece by piece', () => {
	test('is taken in whole, under an id of ours, and nothing of its name is kept', async () => {
		const sha256 = createHash('sha256').update(TEXT).digest('hex')
		const { id, body } = await send(TEXT, { metadata: { filename: 'x', sha256 } })
		expect(body).toEqual({
			upload: id,
			mediaType: 'text/plain',
			bytes: TEXT.length,
			pages: null,
			removed: [],
		})
		const row = await site.database.db.upload.findUniqueOrThrow({ where: { id: id ?? '' } })
		expect([row.state, row.fileSha256, row.personId]).toEqual(['CLEAN', sha256, 'officer'])
		expect(readdirSync(site.files.incoming)).toEqual([])
	})

	test('that does not hash to what its sender says is refused', async () => {
		const { body, error } = await send(TEXT, { metadata: { sha256: '0'.repeat(64) } })
		expect([body, error !== null]).toEqual([{ refused: 'BROKEN', message: expect.any(String) }, true])
	})

	test('arrives whole over a line that is cut again and again, and little of it is sent twice', async () => {
		const line = await slowLine(site.port, { bytesPerSecond: 2_000_000, cutAfterBytes: 256_000, delayMs: 5 })
		const bytes = Buffer.from('Daftar hadir rapat desa.\n'.repeat(120_000))
		const { id, error } = await send(bytes, {
			endpoint: `http://127.0.0.1:${String(line.port)}/uploads`,
			chunkSize: 64_000,
			retryDelays: Array.from({ length: 200 }, () => 5),
		})
		await line.close()
		const row = await site.database.db.upload.findUniqueOrThrow({ where: { id: id ?? '' } })
		const sha256 = createHash('sha256').update(bytes).digest('hex')
		expect([error, row.state, row.fileSha256]).toEqual([null, 'CLEAN', sha256])
		expect(line.cuts()).toBeGreaterThan(5)
		expect(line.sent() / bytes.length).toBeLessThan(1.3)
	})

	test('goes on where it was cut', async () => {
		const address = await begun(TEXT.length, TEXT.subarray(0, 70_000))
		const { headers } = await ask('HEAD', address)
		expect(headers['upload-offset']).toBe('70000')
		const last = await patch(address, 70_000, TEXT.subarray(70_000))
		expect([last.status, JSON.parse(last.body.toString())]).toEqual([
			200,
			expect.objectContaining({ mediaType: 'text/plain' }),
		])
		const again = await ask('HEAD', address)
		expect([again.status, again.headers['upload-offset'], again.headers['upload-length']]).toEqual([
			200,
			String(TEXT.length),
			String(TEXT.length),
		])
	})

	test('that arrived whole just before the site stopped is cleaned when its sender asks', async () => {
		const address = await begun(TEXT.length)
		const { writeFileSync } = await import('node:fs')
		writeFileSync(join(site.files.incoming, address.slice(9)), TEXT)
		const asked = await ask('HEAD', address)
		expect([asked.status, asked.headers['upload-offset']]).toEqual([200, String(TEXT.length)])
		expect(await site.database.db.upload.findFirstOrThrow()).toMatchObject({ state: 'CLEAN' })
	})

	test('that is refused says why in the language of its sender', async () => {
		const { body } = await send(Buffer.from('<svg onload=alert(1)>'), {
			headers: { cookie: officer, 'sec-fetch-site': 'same-origin', 'accept-language': 'id' },
		})
		expect(body).toEqual({ refused: 'MARKUP', message: expect.stringContaining('Simpan halamannya') })
		expect([await site.database.db.upload.count(), readdirSync(site.files.incoming)]).toEqual([0, []])
	})

	test('that is whole in its first request has its address and its facts', async () => {
		const answer = await ask(
			'POST',
			'/uploads',
			{ 'upload-length': '5', 'content-type': 'application/offset+octet-stream' },
			Buffer.from('hello'),
		)
		expect([answer.status, JSON.parse(answer.body.toString())]).toEqual([
			201,
			expect.objectContaining({ bytes: 5 }),
		])
	})

	test('can be given up', async () => {
		const address = await begun(1_000, Buffer.alloc(10))
		expect((await ask('DELETE', address)).status).toBe(204)
		expect([await site.database.db.upload.count(), readdirSync(site.files.incoming)]).toEqual([0, []])
	})
})

describe('what is not allowed', () => {
	test.each([
		['one byte more than 20 MB', { 'upload-length': String(20 * 2 ** 20 + 1) }, 413],
		['no length', {}, 400],
		['a length to be told later', { 'upload-defer-length': '1' }, 400],
		['a length below nothing', { 'upload-length': '-1' }, 400],
	])('a file with %s is not begun', async (_what, headers, status) => {
		expect((await ask('POST', '/uploads', headers)).status).toBe(status)
		expect(await site.database.db.upload.count()).toBe(0)
	})

	test('the sixth file at once waits', async () => {
		for (let at = 0; at < 5; at += 1) await begun(1_000)
		const sixth = await ask('POST', '/uploads', { 'upload-length': '1000' })
		expect([sixth.status, JSON.parse(sixth.body.toString())]).toEqual([
			429,
			expect.objectContaining({ refused: 'TOO_MANY_UPLOADS' }),
		])
		await site.database.db.upload.updateMany({ data: { updatedAt: new Date(Date.now() - 3_600_000) } })
		await begun(1_000)
		await ask('DELETE', `/uploads/${(await site.database.db.upload.findFirstOrThrow()).id}`)
	})

	test('nobody but its sender can ask for it, go on with it or give it up', async () => {
		const address = await begun(1_000, Buffer.from('a'))
		for (const cookie of [colleague, admin, '']) {
			const expected = cookie === colleague ? 404 : cookie === admin ? 403 : 401
			expect((await ask('HEAD', address, { cookie })).status).toBe(expected)
			expect((await patch(address, 1, Buffer.from('b'), { cookie })).status).toBe(expected)
			expect((await ask('DELETE', address, { cookie })).status).toBe(expected)
			expect((await ask('POST', '/uploads', { cookie, 'upload-length': '5' })).status).toBe(
				cookie === colleague ? 201 : expected,
			)
		}
		expect((await ask('HEAD', address)).headers['upload-offset']).toBe('1')
	})

	test('it cannot be read, and no other site is named in an answer', async () => {
		const address = await begun(1_000, Buffer.from('secret'))
		const read = await ask('GET', address)
		expect([read.status, read.body.includes('secret')]).toEqual([404, false])
		const head = await ask('HEAD', address, { origin: 'http://evil.example' })
		expect(head.headers['access-control-allow-origin']).toBeUndefined()
	})

	test.each(['PATCH', 'DELETE', 'POST'])('%s from another site is refused', async (method) => {
		const address = await begun(1_000)
		const headers = {
			'sec-fetch-site': 'cross-site',
			'upload-length': '5',
			'upload-offset': '0',
			'content-type': 'application/offset+octet-stream',
		}
		expect((await ask(method, method === 'POST' ? '/uploads' : address, headers)).status).toBe(403)
		expect(await site.database.db.upload.count()).toBe(1)
	})

	test.each([
		['at the wrong place', 5, 'ab', 409],
		['beyond its length', 0, 'x'.repeat(20), 413],
	])('bytes %s are not taken', async (_where, offset, text, status) => {
		const address = await begun(10)
		expect((await patch(address, offset, Buffer.from(text))).status).toBe(status)
		expect((await ask('HEAD', address)).headers['upload-offset']).toBe('0')
	})

	test.each([
		'/uploads/',
		'/uploads/../uploads',
		'/uploads/x',
		`/uploads/${'0'.repeat(31)}`,
		`/uploads/${'0'.repeat(32)}/x`,
	])('%s is no address of a file', async (path) => {
		expect([404, 405]).toContain((await ask('PATCH', path, { 'upload-offset': '0' })).status)
	})
})
