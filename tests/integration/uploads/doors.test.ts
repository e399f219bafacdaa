import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { connect } from 'node:net'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { guardedAction } from '#app/http/guard.server.ts'
import { anAppointedPerson, cookieOf } from '#tests/integration/http/people.ts'
import { smallSite } from '#tests/integration/http/small-site.ts'
import type { Answer, SmallSite } from '#tests/integration/http/small-site.ts'
import { formWith } from './form-with.ts'

const FORM = '/en/tasks/m1/B06/evidence/file'
const ROUTE = ':lang/tasks/:milestoneId/:code/evidence/file'
const MB = 2 ** 20

let site: SmallSite
let officer: string
let admin: string
let picture: Buffer

beforeAll(async () => {
	const action = guardedAction(['IMPLEMENTER'], async ({ request }) => {
		const fields = Object.fromEntries(await request.formData())
		return Response.json(fields, { status: 'uploadFault' in fields ? 422 : 200 })
	})
	site = await smallSite({ routes: { [ROUTE]: { action } } })
	const person = await anAppointedPerson(site.database, { id: 'officer' })
	officer = await cookieOf(site, person.email)
	const other = await anAppointedPerson(site.database, { id: 'admin', role: 'INSTANCE_ADMIN' })
	admin = await cookieOf(site, other.email)
	picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a64b00' } })
		.jpeg()
		.toBuffer()
})
afterAll(() => site.close())
afterEach(async () => {
	expect(readdirSync(site.files.incoming), 'nothing is left of what arrived').toEqual([])
	await site.database.db.upload.deleteMany()
})

function send(form: ReturnType<typeof formWith>, cookie = officer, path = FORM): Promise<Answer> {
	const headers = { 'content-type': form.type, cookie, 'sec-fetch-site': 'same-origin' }
	return site.ask(path, { method: 'POST', headers, body: form.body })
}

const fieldsOf = (answer: Answer): unknown => JSON.parse(answer.body.toString())

describe('a form with a file', () => {
	test('leaves the file clean in the store, and its text goes on with the id of the upload', async () => {
		const answer = await send(
			formWith({ title: 'A photo: ✓ & more' }, { name: 'IMG_0001.JPG', bytes: picture }),
		)
		const row = await site.database.db.upload.findFirstOrThrow()
		expect([answer.status, fieldsOf(answer)]).toEqual([200, { title: 'A photo: ✓ & more', upload: row.id }])
		expect(row).toMatchObject({
			state: 'CLEAN',
			personId: 'officer',
			organizationId: 'agency',
			removed: null,
		})
		expect(row).toMatchObject({
			mediaType: 'image/jpeg',
			originalSeal: expect.stringMatching(/^[0-9a-f]{64}$/),
		})
		expect(await site.files.hashOf(row.fileSha256 ?? '')).toBe(row.fileSha256)
		expect(await site.files.has(row.previewSha256 ?? '')).toBe(true)
	})

	test.each([
		['without a file goes on without one', undefined, {}],
		['with a field for a file that was left empty', { name: '', bytes: Buffer.alloc(0) }, {}],
	])('%s', async (_what, file, more) => {
		const answer = await send(formWith({ title: 'Minutes', upload: 'x', uploadFault: 'HEIC' }, file))
		expect([answer.status, fieldsOf(answer)]).toEqual([200, { title: 'Minutes', ...more }])
	})

	test('names a file that was sent before, and a new one comes in its place', async () => {
		const earlier = randomBytes(16).toString('hex')
		expect(fieldsOf(await send(formWith({ upload: earlier })))).toEqual({ upload: earlier })
		const refused = await send(
			formWith({ upload: earlier }, { name: 'a.gif', bytes: Buffer.from('GIF89a;') }),
		)
		expect(fieldsOf(refused)).toEqual({ upload: earlier, uploadFault: 'OTHER_IMAGE' })
		const { upload } = await site.database.db.upload
			.count()
			.then(
				async () =>
					fieldsOf(await send(formWith({ upload: earlier }, { name: 'a', bytes: picture }))) as never,
			)
		expect(upload).not.toBe(earlier)
	})

	test.each([
		['a page', '<html><script>alert(1)</script>', 'MARKUP'],
		['nothing', '', 'EMPTY'],
		['half a picture', null, 'BROKEN'],
	])('that brings %s is shown again with the reason and the typed text', async (_what, text, code) => {
		const bytes = text === null ? picture.subarray(0, picture.length / 2) : Buffer.from(text)
		const answer = await send(formWith({ title: 'Kept' }, { name: 'x.jpg', bytes }))
		expect([answer.status, fieldsOf(answer)]).toEqual([422, { title: 'Kept', uploadFault: code }])
		expect(await site.database.db.upload.count()).toBe(0)
	})

	test('that is larger than 20 MB keeps its text, says so with 413, and ends the connection', async () => {
		const answer = await send(formWith({ title: 'Kept' }, { name: 'x.jpg', bytes: Buffer.alloc(30 * MB, 1) }))
		expect([answer.status, fieldsOf(answer)]).toEqual([413, { title: 'Kept', uploadFault: 'TOO_LARGE' }])
		expect(answer.headers.connection).toBe('close')
		expect(await site.database.db.upload.count()).toBe(0)
	})

	test('whose sender goes away in the middle leaves nothing behind', async () => {
		const { body, type } = formWith({}, { name: 'a.jpg', bytes: Buffer.alloc(5 * MB, 1) })
		const lines = [
			`POST ${FORM} HTTP/1.1`,
			'Host: localhost:4210',
			`Cookie: ${officer}`,
			`Content-Type: ${type}`,
			`Content-Length: ${String(body.length)}`,
			'Sec-Fetch-Site: same-origin',
		]
		const socket = connect(site.port, '127.0.0.1')
		socket.on('error', () => undefined)
		socket.write(`${lines.join('\r\n')}\r\n\r\n`)
		socket.write(body.subarray(0, MB))
		await vi.waitFor(async () => expect(await site.database.db.upload.count()).toBe(1))
		socket.destroy()
		await vi.waitFor(async () => expect(await site.database.db.upload.count()).toBe(0))
		await vi.waitFor(() => expect(readdirSync(site.files.incoming)).toEqual([]))
	})

	test.each([
		['two files', { files: 2 }],
		['twenty-one fields', { fields: 21 }],
		['a field of 600 kB', { fieldBytes: 600_000 }],
		['no end', { isCut: true }],
	])('with %s is no form of ours', async (_what, odd) => {
		const answer = await send(formWith({}, { name: 'a.jpg', bytes: picture }, odd))
		expect(answer.status).toBe(400)
		expect(await site.database.db.upload.count()).toBe(0)
	})
})

describe('who may send a file is asked before it is read', () => {
	test.each([
		['nobody who is signed in', () => '', 302],
		['somebody of another role', () => admin, 403],
	])('%s', async (_who, cookie, status) => {
		const answer = await send(formWith({}, { name: 'a.jpg', bytes: Buffer.alloc(5 * MB) }), cookie())
		expect([answer.status, answer.headers.connection]).toEqual([status, 'close'])
		expect(await site.database.db.upload.count()).toBe(0)
	})

	test('a form of another site is refused', async () => {
		const { body, type } = formWith({}, { name: 'a.jpg', bytes: picture })
		const headers = { 'content-type': type, cookie: officer, 'sec-fetch-site': 'cross-site' }
		const answer = await site.ask(FORM, { method: 'POST', headers, body })
		expect(answer.status).toBe(403)
	})
})
