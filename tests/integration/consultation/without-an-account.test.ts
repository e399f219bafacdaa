import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { given } from '#app/domain/given.ts'
import { addDays, utcDay } from '#app/domain/calendar.ts'
import { aContribution, consult } from '#tests/factories/consultation.ts'
import { aTicket } from '#tests/factories/observation.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import type { SmallSite } from '../http/small-site.ts'
import { cookieOfPerson, press, wholeSite } from '../withdrawal/whole-site.ts'

let site: SmallSite
let open: string
let closed: string
const cookies = new Map<PersonName, string>()

beforeAll(async () => {
	site = await wholeSite({ trustedProxies: 1 })
	const now = new Date()
	const today = utcDay(now)
	const window = (from: number, until: number) => ({
		opensOn: addDays(today, from),
		closesOn: addDays(today, until),
	})
	open = await consult(site.database, window(-5, 5), now)
	closed = await consult(site.database, window(-9, -3), now)
	for (const who of ['poc', 'secretariat', 'lead', 'monitor', 'admin'] as const)
		cookies.set(who, await cookieOfPerson(site, who))
}, 240_000)
afterAll(() => site.close())

const form = (over: Readonly<Record<string, string>> = {}) =>
	new URLSearchParams(given({ ...aContribution({ ticket: aTicket(new Date()) }), ...over })).toString()
const send = (path: string, body: string, who?: PersonName) =>
	press(site, path, (who && cookies.get(who)) ?? '', body)
/** A form without an account that comes by way of the proxy, from an address. */
const sendFrom = (address: string, path: string, body: string) =>
	site.ask(path, {
		method: 'POST',
		body,
		headers: {
			'content-type': 'application/x-www-form-urlencoded',
			'sec-fetch-site': 'same-origin',
			'x-forwarded-for': address,
		},
	})
const see = async (path: string, who?: PersonName) => {
	const headers = { cookie: (who && cookies.get(who)) ?? '' }
	const { status, body } = await site.ask(path, { headers })
	return { status, text: body.toString() }
}
const numberIn = (location: string | undefined) =>
	/public-contributions\/([^/]+)\/receipt/.exec(location ?? '')?.[1] ?? ''
const stored = () => site.database.db.memberAct.count({ where: { kind: 'public-contribution.published' } })

describe('without an account and without a script', () => {
	test('consultations are listed, shown, and have a form; what is none does not exist', async () => {
		expect((await see('/id/inputs')).text).toContain(open)
		expect((await see(`/en/inputs/${open}`)).status).toBe(200)
		expect((await see(`/en/inputs/${open}/contribute`)).text).toContain('"ticket"')
		expect((await see('/en/inputs/k1')).status).toBe(404)
		expect((await send('/en/inputs/nowhere/contribute/send', form())).status).toBe(404)
	})

	test('what is typed is shown once more, sent, and receipted; sent again it is the same', async () => {
		const body = form({ name: 'Kelompok tani' })
		const before = await stored()
		const check = await sendFrom('203.0.113.1', `/id/inputs/${open}/contribute`, body)
		expect([check.status, check.body.toString().includes('"shown"'), await stored()]).toEqual([
			200,
			true,
			before,
		])
		const sent = await sendFrom('203.0.113.1', `/id/inputs/${open}/contribute/send`, body)
		expect(sent.status).toBe(303)
		const again = await sendFrom('203.0.113.1', `/id/inputs/${open}/contribute/send`, body)
		expect(again.headers.location).toBe(sent.headers.location)
		expect(await stored()).toBe(before + 1)
		expect((await see(sent.headers.location ?? '')).status).toBe(200)
		expect((await see(`/en/inputs/${open}`)).text).toContain('Kelompok tani')
		expect((await see(`/en/records/${numberIn(sent.headers.location)}`)).status).toBe(200)
	})

	test.each([
		['nothing', () => '', 422, 'contribution.text.required'],
		['a text that is too short', () => form({ text: 'ya' }), 422, 'contribution.text.short'],
		['a text of 900 kB', () => form({ text: 'x'.repeat(900_000) }), 422, 'field.too-long'],
		['a filled trap', () => form({ website: 'https://spam.example' }), 422, 'observation.website.filled'],
		[
			'a form just opened',
			() => form({ ticket: aTicket(new Date(Date.now() + 60_000)) }),
			409,
			'sent_too_fast',
		],
		['a part that no form has', () => form({ email: 'a@b.example' }), 422, 'form.unknown-field'],
	])('%s has its sentence', async (_what, body, status, reason) => {
		const answer = await sendFrom('203.0.114.2', `/id/inputs/${open}/contribute/send`, body())
		expect([answer.status, answer.body.toString().includes(reason)]).toEqual([status, true])
	})

	test('a contribution of more than 1 MB is refused before it is read', async () => {
		const answer = await sendFrom(
			'203.0.115.2',
			`/id/inputs/${open}/contribute`,
			form({ text: 'x'.repeat(2 ** 20) }),
		)
		expect(answer.status).toBe(413)
	})

	test('a closed one says so, with what was typed', async () => {
		const text = 'Masukan yang terlambat sekali.'
		const answer = await sendFrom('203.0.116.2', `/en/inputs/${closed}/contribute/send`, form({ text }))
		expect([answer.status, answer.body.toString().includes(text)]).toEqual([409, true])
		expect(answer.body.toString()).toContain('consultation_closed')
	})

	test('of 1,000 contributions by one address, twenty are taken in an hour; another address goes on', async () => {
		const before = await stored()
		const answers: number[] = []
		for (let at = 0; at < 1000; at += 1) {
			const body = form({ ticket: aTicket(new Date(), at.toString(16).padStart(32, '0')) })
			const { status } = await sendFrom('198.51.100.77', `/en/inputs/${open}/contribute/send`, body)
			answers.push(status)
		}
		expect(answers.filter((status) => status === 303)).toHaveLength(20)
		expect(answers.filter((status) => status === 429)).toHaveLength(980)
		expect(await stored()).toBe(before + 20)
		const other = await sendFrom('192.0.2.9', `/en/inputs/${open}/contribute/send`, form())
		expect(other.status).toBe(303)
	}, 120_000)
})

describe('at the desk', () => {
	const DESK = () => `/en/desk/example/consultation/${open}`

	test('contributions are answered, singly and several at once, by those who asked alone', async () => {
		const one = await send(`/en/inputs/${open}/contribute/send`, form({ text: 'Usul tentang air bersih.' }))
		const number = numberIn(one.headers.location)
		const body = (over: Readonly<Record<string, string>> = {}) =>
			new URLSearchParams({
				contributionIds: number,
				seen: '0',
				outcome: 'PARTLY',
				reasonId: 'Sebagian.',
				...over,
			}).toString()
		const place = `${DESK()}/answers/${number}`
		expect((await see(place, 'poc')).status).toBe(200)
		for (const who of ['lead', 'monitor', 'admin'] as const)
			expect((await send(`${place}/publish`, body(), who)).status).toBe(403)
		expect((await send(`${place}/publish`, body())).headers.location).toContain('/sign-in')
		const faulty = await send(place, body({ reasonId: '' }), 'poc')
		expect([faulty.status, faulty.body.toString().includes('field.either-language')]).toEqual([422, true])
		expect((await send(place, body(), 'poc')).body.toString()).toContain('"shown"')
		const published = await send(`${place}/publish`, body(), 'poc')
		expect([published.status, published.headers.location?.startsWith('/en/receipts/')]).toEqual([303, true])
		expect((await see(published.headers.location ?? '', 'poc')).status).toBe(200)
		const queue = await site.database.db.memberAct.findMany({
			where: { kind: 'public-contribution.published', subjectId: open, recordId: { not: number } },
			take: 2,
		})
		const several = new URLSearchParams({ outcome: 'MERGED', reasonEn: 'The same.' })
		for (const { recordId } of queue) several.append('contributionIds', recordId)
		expect((await send(`${DESK()}/answers/check`, several.toString(), 'secretariat')).status).toBe(200)
		const done = await send(`${DESK()}/answers/publish`, several.toString(), 'secretariat')
		expect([done.status, done.headers.location]).toEqual([303, `${DESK()}/answers`])
		const answers = { where: { kind: 'reasoned-answer.published' } }
		expect(await site.database.db.memberAct.count(answers)).toBe(3)
		expect((await send(`${DESK()}/answers/check`, 'outcome=MERGED&reasonEn=x', 'poc')).status).toBe(422)
	})

	test('paper comes in as a file, and the template is there', async () => {
		const day = addDays(utcDay(new Date()), -2)
		const boundary = randomUUID()
		const csv = `number,received on,text\n1,${day},Usul di atas kertas.\n`
		const upload = (text: string) =>
			site.ask(`${DESK()}/paper`, {
				method: 'POST',
				headers: {
					'content-type': `multipart/form-data; boundary=${boundary}`,
					'sec-fetch-site': 'same-origin',
					cookie: cookies.get('poc') ?? '',
				},
				body: `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="kertas.csv"\r\nContent-Type: text/csv\r\n\r\n${text}\r\n--${boundary}--\r\n`,
			})
		expect((await see(`${DESK()}/paper/template.csv`, 'poc')).text).toContain('Received on')
		expect((await upload('x')).status).toBe(422)
		const read = await upload(csv)
		expect(read.status).toBe(303)
		const before = await stored()
		expect((await see(read.headers.location ?? '', 'poc')).status).toBe(200)
		expect((await see(read.headers.location ?? '', 'secretariat')).status).toBe(404)
		for (let time = 0; time < 2; time += 1)
			expect((await send(`${read.headers.location ?? ''}/confirm`, '', 'poc')).status).toBe(303)
		expect(await stored()).toBe(before + 1)
	})
})

test('a hidden contribution says that, when and why at every public address, and no more', async () => {
	const text = 'Rahasia tetangga di rumah nomor tiga.'
	const sent = await sendFrom(
		'192.0.3.9',
		`/id/inputs/${open}/contribute/send`,
		form({ text, name: 'Nama rahasia' }),
	)
	const number = numberIn(sent.headers.location)
	const path = `/en/admin/public-contributions/${number}/hide`
	const HIDE = 'reason=PERSONAL_DATA&noteId=Menyebut+nama+tetangga.'
	for (const who of ['poc', 'secretariat', 'lead', 'monitor'] as const)
		expect((await send(path, HIDE, who)).status).toBe(403)
	expect((await send(path, 'reason=UNWELCOME', 'admin')).status).toBe(422)
	expect((await see('/en/admin/public-contributions', 'admin')).text).toContain(number)
	const hidden = await send(path, HIDE, 'admin')
	expect(hidden.status).toBe(303)
	expect((await see(hidden.headers.location ?? '', 'admin')).status).toBe(200)
	await site.publicLog.publish()
	const places = [
		[`/en/records/${number}`, 410],
		[`/records/${number}.json`, 410],
		[`/en/inputs/${open}`, 200],
		[`/id/public-contributions/${number}/receipt`, 200],
	] as const
	for (const [place, status] of places) {
		const page = await see(place)
		expect([place, page.status]).toEqual([place, status])
		expect(page.text).not.toMatch(/Rahasia tetangga|Nama rahasia/)
		if (!place.endsWith('receipt')) expect(page.text).toContain('PERSONAL_DATA')
	}
	expect((await see(`/log/receipt/${number}`)).status).toBe(200)
})
