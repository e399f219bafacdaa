import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { given } from '#app/domain/given.ts'
import { aTicket, anObservation } from '#tests/factories/observation.ts'
import type { SmallSite } from '../http/small-site.ts'
import { formWith } from '../uploads/form-with.ts'
import type { SentFile } from '../uploads/form-with.ts'
import { cookieOfPerson, press, wholeSite } from '../withdrawal/whole-site.ts'

const OBSERVE = '/id/milestones/m3/observe'
const JAKARTA = { IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '6/1 12/1 0/1', GPSLongitudeRef: 'E' } }

let site: SmallSite
let photo: Buffer

beforeAll(async () => {
	site = await wholeSite()
	const plain = sharp({ create: { width: 40, height: 30, channels: 3, background: '#884400' } })
	photo = await plain.jpeg().withExif(JAKARTA).toBuffer()
}, 240_000)
afterAll(() => site.close())

/** The fields of an observation, as a browser sends them. */
const typed = (over: Readonly<Record<string, string>> = {}) =>
	given({ ...anObservation({ ticket: aTicket(new Date()) }), ...over }) as Readonly<Record<string, string>>

function check(fields: Readonly<Record<string, string>>, file?: SentFile) {
	const { type, body } = formWith(fields, file)
	const headers = { 'content-type': type, 'sec-fetch-site': 'same-origin' }
	return site.ask(OBSERVE, { method: 'POST', headers, body })
}

const uploads = () => site.database.db.upload.findMany()
const uploadIn = (text: string) => /"upload":"([0-9a-f]{32})"/.exec(text)?.[1] ?? ''

test('a photo without an account comes with the observation, cleaned, and is not shown once that is hidden', async () => {
	const fields = typed({ altText: 'Spanduk anggaran di balai desa' })
	const shown = await check(fields, { name: 'balai.jpg', bytes: photo })
	expect(shown.status).toBe(200)
	const [upload] = await uploads()
	expect(upload).toMatchObject({ organizationId: 'public', personId: '', state: 'CLEAN' })
	expect(upload?.removed).toContain('LOCATION')
	expect(uploadIn(shown.body.toString())).toBe(upload?.id)

	const body = new URLSearchParams({ ...fields, upload: upload?.id ?? '' }).toString()
	const sent = await press(site, `${OBSERVE}/send`, '', body)
	expect(sent.status).toBe(303)
	expect((await press(site, `${OBSERVE}/send`, '', body)).headers.location).toBe(sent.headers.location)
	expect(await uploads()).toEqual([])

	const [piece] = await site.database.db.evidence.findMany({ where: { kind: 'PHOTO' } })
	expect(piece).toMatchObject({ altText: 'Spanduk anggaran di balai desa', fileMediaType: 'image/jpeg' })
	const served = await site.ask(piece?.url ?? '')
	expect([served.status, served.headers['content-type']]).toEqual([200, 'image/jpeg'])
	expect((await sharp(served.body).metadata()).exif).toBeUndefined()
	expect((await site.ask('/id/commitments/k2')).body.toString()).toContain(piece?.url ?? 'nothing')

	const admin = await cookieOfPerson(site, 'admin')
	const recordId = piece?.recordId ?? ''
	const answer = new URLSearchParams({ reason: 'PERSONAL_DATA', noteId: 'Wajah seorang warga.' }).toString()
	const hidden = await press(site, `/id/admin/observations/${recordId}/hide`, admin, answer)
	expect(hidden.status).toBe(303)
	expect((await site.ask(piece?.url ?? '')).status).toBe(404)
})

test.each([
	['what it shows is not said', {}, 'jpg', 'evidence.alt-text.required'],
	['a program', { altText: 'Foto' }, 'exe', 'upload.refused.'],
	['a text', { altText: 'Foto' }, 'txt', 'observation.photo.picture'],
] as const)('%s: its sentence, and what was typed comes back', async (_what, over, ending, key) => {
	const bytes =
		ending === 'jpg' ? photo : Buffer.from(ending === 'txt' ? 'just words\n' : 'MZ\u0090\u0000program')
	const answer = await check(typed(over), { name: `photo.${ending}`, bytes })
	const text = answer.body.toString()
	expect([answer.status, text.includes(key), text.includes(anObservation().text)]).toEqual([422, true, true])
})

test('the number of a photo that is not there, or is an office’s, gives nothing away', async () => {
	const { db } = site.database
	const others = 'a'.repeat(32)
	const at = new Date()
	await db.upload.create({
		data: {
			id: others,
			organizationId: 'office',
			personId: 'officer',
			state: 'CLEAN',
			createdAt: at,
			updatedAt: at,
		},
	})
	for (const upload of [others, 'b'.repeat(32)]) {
		const fields = typed({ altText: 'Foto', upload })
		const answer = await press(site, OBSERVE, '', new URLSearchParams(fields).toString())
		expect([answer.status, answer.body.toString().includes('observation.photo.gone')]).toEqual([422, true])
	}
})

test('pictures without an account are limited by where they come from', async () => {
	const statuses: number[] = []
	for (let sent = 0; sent < 22; sent += 1) {
		const answer = await check(typed({ altText: 'Foto' }), { name: 'p.jpg', bytes: photo })
		statuses.push(answer.body.toString().includes('upload.refused.TOO_MANY_UPLOADS') ? 429 : answer.status)
	}
	expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(20)
	expect(statuses.at(-1)).toBe(429)
}, 120_000)
