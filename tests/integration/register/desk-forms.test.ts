import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findRegisters } from '#app/domain/member-register/queries.server.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import type { SmallSite } from '../http/small-site.ts'
import { formWith } from '../uploads/form-with.ts'
import { cookieOfPerson, press, wholeSite } from '../withdrawal/whole-site.ts'

let site: SmallSite
let picture: Buffer
const cookies = new Map<PersonName, string>()

beforeAll(async () => {
	site = await wholeSite()
	for (const who of ['poc', 'monitor'] as const) cookies.set(who, await cookieOfPerson(site, who))
	picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#2f4b8f' } })
		.png()
		.toBuffer()
}, 240_000)
afterAll(() => site.close())

const DESK = '/en/desk/example/meeting'
const MEETING = {
	'said.titleId': 'Rapat forum',
	'said.state': 'HELD',
	'said.phase': 'CO_CREATION',
	'said.isOfForum': 'yes',
	'said.meetsOn': '12-3-2026',
	'said.access': 'OPEN',
	'said.attendance.GOV': '4',
	'said.attendance.CSO': '6',
	'said.presentsResults': 'no',
	'said.collectsComments': 'yes',
} as const

type Form = Readonly<Record<string, string>>

const send = (path: string, form: Form, who: PersonName = 'poc') =>
	press(site, path, cookies.get(who) ?? '', new URLSearchParams(form).toString())
const sendFile = (path: string, form: Form, name: string) => {
	const { type, body } = formWith(form, { name, bytes: picture })
	const headers = { 'content-type': type, cookie: cookies.get('poc') ?? '', 'sec-fetch-site': 'same-origin' }
	return site.ask(path, { method: 'POST', headers, body })
}
const text = async (path: string, who?: PersonName) =>
	(await site.ask(path, { headers: { cookie: (who && cookies.get(who)) ?? '' } })).body.toString()
const uploads = () => site.database.db.upload.findMany({ orderBy: { createdAt: 'asc' } })

/** Sends a picture with what is said of it to the form of a meeting, and gives the number of the upload. */
async function addPicture(recordId: string, title: string): Promise<string> {
	const { seen = 0, ...rest } = { said: saidOf(), recordId }
	const act = JSON.stringify({ ...rest, seen, files: [], keeps: {} })
	const answer = await sendFile(
		`${DESK}/new/file/add`,
		{ act, kind: 'PHOTO', title, altText: 'Orang-orang duduk di balai desa.' },
		'IMG_1.png',
	)
	expect(answer.status, answer.body.toString().slice(0, 600)).toBe(200)
	expect(answer.body.toString()).toContain(title)
	return (await uploads()).at(-1)?.id ?? ''
}

function saidOf() {
	return {
		titleId: 'Rapat forum',
		state: 'HELD',
		phase: 'CO_CREATION',
		isOfForum: true,
		meetsOn: '2026-03-12',
		access: 'OPEN',
		attendance: { GOV: 4, CSO: 6 },
		presentsResults: false,
		collectsComments: true,
	}
}

const fileParts = (at: number, upload: string, title: string, kind = 'PHOTO'): Form => ({
	[`files[${String(at)}].upload`]: upload,
	[`files[${String(at)}].kind`]: kind,
	[`files[${String(at)}].title`]: title,
	[`files[${String(at)}].altText`]: 'Orang-orang duduk di balai desa.',
})

describe('the form of an act at the desk, without a script', () => {
	test.each([
		['a meeting closed without a ground', { 'said.access': 'CLOSED_ART17' }, 'meeting.ground.required'],
		['minutes before the meeting', { 'said.minutesOn': '1-3-2026' }, 'meeting.minutes-on.early'],
	])('%s has its sentence, and what was typed is kept', async (_what, over, sentence) => {
		const answer = await send(`${DESK}/new`, { ...MEETING, ...over, recordId: randomUUID(), seen: '0' })
		expect(answer.status).toBe(422)
		for (const said of [sentence, 'Rapat forum']) expect(answer.body.toString()).toContain(said)
	})

	test('what is in order is shown once more, and nothing is published', async () => {
		const answer = await send(`${DESK}/new`, { ...MEETING, recordId: randomUUID(), seen: '0' })
		expect([answer.status, await site.database.db.memberAct.count()]).toEqual([200, 0])
		expect(answer.body.toString()).toContain('"shown"')
	})

	test('a monitor has no desk', async () => {
		expect(
			(await send(`${DESK}/new`, { ...MEETING, recordId: randomUUID(), seen: '0' }, 'monitor')).status,
		).toBe(403)
	})
})

describe('a file with an act', () => {
	const recordId = randomUUID()
	const envelope = { ...MEETING, recordId, seen: '0' }

	test('without words for what a picture shows it is asked for again, with the act and the file', async () => {
		const act = JSON.stringify({ said: saidOf(), recordId, seen: 0, files: [], keeps: {} })
		const answer = await sendFile(`${DESK}/new/file/add`, { act, kind: 'PHOTO', title: 'Foto' }, 'IMG_1.png')
		expect(answer.status).toBe(422)
		for (const said of ['evidence.alt-text.required', 'Rapat forum', '"received":{'])
			expect(answer.body.toString()).toContain(said)
		await site.database.db.upload.deleteMany()
	})

	test('of another person it is none, and is named as not here any more', async () => {
		const upload = await addPicture(recordId, 'Foto rapat')
		await site.database.db.upload.update({ where: { id: upload }, data: { personId: 'officer' } })
		const form = { ...envelope, ...fileParts(0, upload, 'Foto rapat') }
		const check = await send(`${DESK}/new`, form)
		expect(check.body.toString()).toContain('"gone":["Foto rapat"]')
		const published = await send(`${DESK}/new/publish`, form)
		expect([published.status, await site.database.db.memberAct.count()]).toEqual([409, 0])
		await site.database.db.upload.deleteMany()
	})

	test('is published and sealed with it, once, and shown where the act is shown', async () => {
		const upload = await addPicture(recordId, 'Foto rapat')
		const form = { ...envelope, ...fileParts(0, upload, 'Foto rapat') }
		const published = await send(`${DESK}/new/publish`, form)
		expect(published.headers.location).toBe(`/en/receipts/${recordId}`)
		expect((await send(`${DESK}/new/publish`, form)).headers.location).toBe(`/en/receipts/${recordId}`)
		const rows = await site.database.db.evidence.findMany({ where: { recordId } })
		expect(rows).toMatchObject([{ kind: 'PHOTO', visibility: 'PUBLIC', fileMediaType: 'image/png' }])
		expect(await uploads()).toEqual([])
		const record = JSON.parse(await text(`/records/${recordId}.json`)) as {
			content: { evidence: unknown[] }
			matchesEntry: boolean
		}
		expect(record.content.evidence).toMatchObject([{ title: 'Foto rapat', file: { mediaType: 'image/png' } }])
		expect((await text(`/en/records/${recordId}`)).includes('Foto rapat')).toBe(true)
		expect((await text('/id/members/example/registers')).includes('Foto rapat')).toBe(true)
		expect((await site.ask(`/en/evidence/${rows[0]?.id ?? ''}`)).status).toBe(200)
		const file = `/files/evidence/${rows[0]?.fileSha256 ?? ''}.png`
		expect((await site.ask(file)).headers['content-type']).toBe('image/png')
	})

	test('put forward as the minutes is the minutes of its meeting; a picture is not', async () => {
		const minuted = randomUUID()
		const upload = await addPicture(minuted, 'Notula rapat')
		const parts = fileParts(0, upload, 'Notula rapat', 'MINUTES')
		const form = { ...envelope, recordId: minuted, ...parts }
		expect((await send(`${DESK}/new/publish`, form)).headers.location).toBe(`/en/receipts/${minuted}`)
		const registers = await findRegisters({ db: site.database.db }, 'example')
		const of = (id: string) => registers.of['meeting.published'].find((one) => one.recordId === id)
		expect([of(minuted)?.hasMinutesFile, of(recordId)?.hasMinutesFile]).toEqual([true, undefined])
	})

	test('a correction says of each file whether it stays; one that goes stays with the version before', async () => {
		const next = {
			...MEETING,
			recordId,
			seen: '1',
			reason: 'Jumlah hadirin keliru.',
			'said.attendance.CSO': '7',
		}
		const unsaid = await send(`${DESK}/${recordId}`, next)
		expect([unsaid.status, unsaid.body.toString().includes('desk.files.keep.required')]).toEqual([422, true])
		const kept = await send(`${DESK}/${recordId}/publish`, { ...next, 'keeps.p0': 'KEEP' })
		expect(kept.headers.location).toBe(`/en/receipts/${recordId}`)
		const upload = await addPicture(recordId, 'Daftar hadir')
		const dropped = await send(`${DESK}/${recordId}/publish`, {
			...next,
			seen: '2',
			'keeps.p0': 'DROP',
			...fileParts(0, upload, 'Daftar hadir'),
		})
		expect(dropped.headers.location).toBe(`/en/receipts/${recordId}`)
		const rows = await site.database.db.evidence.findMany({ where: { recordId }, orderBy: { id: 'asc' } })
		expect(rows.map((row) => [row.recordVersion, row.title])).toEqual([
			[1, 'Foto rapat'],
			[2, 'Foto rapat'],
			[3, 'Daftar hadir'],
		])
		expect((await site.ask(`/en/evidence/${recordId}.1.0`)).status).toBe(200)
	})
})
