import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { given } from '#app/domain/given.ts'
import { declareInterests } from '#app/domain/conflict/commands.server.ts'
import { beginVerification } from '#app/domain/verification/commands.server.ts'
import { NO_INTEREST } from '#tests/factories/finding.ts'
import { aTicket, anObservation } from '#tests/factories/observation.ts'
import { as } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import type { SmallSite } from '../http/small-site.ts'
import { cookieOfPerson, press, wholeSite } from '../withdrawal/whole-site.ts'

let site: SmallSite
const cookies = new Map<PersonName, string>()

beforeAll(async () => {
	site = await wholeSite()
	for (const who of ['poc', 'secretariat', 'lead', 'monitor', 'admin'] as const)
		cookies.set(who, await cookieOfPerson(site, who))
}, 240_000)
afterAll(() => site.close())

const form = (over: Readonly<Record<string, string>> = {}) =>
	new URLSearchParams(given({ ...anObservation({ ticket: aTicket(new Date()) }), ...over })).toString()
const send = (path: string, body: string, who?: PersonName) =>
	press(site, path, (who && cookies.get(who)) ?? '', body)
const see = async (path: string) => {
	const { status, body } = await site.ask(path)
	return { status, text: body.toString() }
}
const numberIn = (location: string | undefined) =>
	/observations\/([^/]+)\/receipt/.exec(location ?? '')?.[1] ?? ''

const OBSERVE = '/id/milestones/m3/observe'

describe('without an account and without a script', () => {
	test.each(['/en/milestones/m3/observe', OBSERVE])('%s is there for anyone', async (path) => {
		const page = await see(path)
		expect([page.status, page.text.includes('"ticket"')]).toEqual([200, true])
	})

	test('what is typed is shown once more, sent, and receipted; sent again it is the same', async () => {
		const body = form()
		const check = await send(OBSERVE, body)
		expect([check.status, check.body.toString().includes('"shown"')]).toEqual([200, true])
		expect(await site.database.db.observation.count()).toBe(0)
		const sent = await send(`${OBSERVE}/send`, body)
		expect(sent.status).toBe(303)
		const again = await send(`${OBSERVE}/send`, body)
		expect(again.headers.location).toBe(sent.headers.location)
		expect(await site.database.db.observation.count()).toBe(1)
		expect((await see(sent.headers.location ?? '')).status).toBe(200)
		const commitment = await see('/api/v1/commitments/k2')
		expect(commitment.text).toContain(anObservation().text)
		expect((await see('/en/commitments/k2')).text).toContain(anObservation().text)
	})

	test.each([
		['nothing', '', 422, 'observation.text.required'],
		[
			'text of another direction, too short',
			form({ text: '\u0645\u0631\u062d\u0628\u0627' }),
			422,
			'observation.text.short',
		],
		['a huge text', form({ text: 'x'.repeat(20_000) }), 422, 'field.too-long'],
		['a filled trap', form({ website: 'https://spam.example' }), 422, 'observation.website.filled'],
		[
			'a form that was opened in an hour from now',
			form({ ticket: aTicket(new Date(Date.now() + 3_660_000)) }),
			409,
			'sent_too_fast',
		],
		['a text that comes twice', `${form()}&text=x`, 422, 'observation.text.required'],
		['a file in place of a text', 'text[0].url=x&text=%00', 400, 'bad_form'],
	])('%s has its sentence', async (_what, body, status, reason) => {
		const answer = await send(`${OBSERVE}/send`, body)
		expect(answer.status).toBe(status)
		if (status !== 400) expect(answer.body.toString()).toContain(reason)
	})

	test('a milestone that is none does not exist', async () => {
		expect((await see('/en/milestones/k2/observe')).status).toBe(404)
		expect((await send('/en/milestones/nowhere/observe/send', form())).status).toBe(404)
	})
})

test('what was seen of a milestone has a page of its own, and a page that is none does not exist', async () => {
	await send(`${OBSERVE}/send`, form({ text: 'Papan di balai desa kosong.' }))
	const list = await see('/id/milestones/m3/observations')
	expect([list.status, list.text.includes('Papan di balai desa kosong.')]).toEqual([200, true])
	expect((await see('/en/milestones/m3/observations?page=2')).status).toBe(404)
	expect((await see('/en/milestones/nowhere/observations')).status).toBe(404)
	expect((await see('/en/observations/hidden?page=2')).status).toBe(404)
	expect((await see('/en/milestones/m3/observations?page=x')).status).toBe(200)
})

test('a monitor takes an observation over into a draft of theirs, once', async () => {
	const sent = await send(`${OBSERVE}/send`, form({ text: 'Papan anggaran sudah terpasang.' }))
	const number = numberIn(sent.headers.location)
	const monitor = as(site.database, 'monitor', new Date())
	await declareInterests(monitor, { milestoneId: 'm3' }, NO_INTEREST)
	const { id, version } = await beginVerification(monitor, { milestoneId: 'm3' })
	const place = `/en/verifications/${id}/observations`
	const list = await site.ask(place, { headers: { cookie: cookies.get('monitor') ?? '' } })
	expect([list.status, list.body.toString().includes(number)]).toEqual([200, true])
	const take = (who: PersonName, over: Readonly<Record<string, string>> = {}) =>
		send(
			`${place}/${number}/take-over`,
			new URLSearchParams({ version: String(version), stance: 'CONTRADICTS', ...over }).toString(),
			who,
		)
	expect((await take('poc')).status).toBe(403)
	expect((await take('monitor', { stance: 'NICE' })).status).toBe(422)
	const taken = await take('monitor')
	expect([taken.status, taken.headers.location]).toEqual([303, `/en/verifications/${id}/evidence`])
	expect((await take('monitor')).status).toBe(303)
	const draft = await site.database.db.verificationDraft.findUniqueOrThrow({ where: { id } })
	expect(draft.evidence).toMatchObject([
		{ kind: 'WEBPAGE', stance: 'CONTRADICTS', url: `http://localhost:4210/en/records/${number}` },
	])
})

describe('hiding', () => {
	const HIDE = 'reason=PERSONAL_DATA&noteId=Menyebut+nama+tetangga.'

	test('is for the host alone; afterwards every public address says that, when and why, and no more', async () => {
		const text = 'Rahasia tetangga di rumah nomor tiga.'
		const url = 'https://rahasia.example/foto'
		const number = numberIn((await send(`${OBSERVE}/send`, form({ text, url }))).headers.location)
		const path = `/en/admin/observations/${number}/hide`
		for (const who of ['poc', 'secretariat', 'lead', 'monitor'] as const)
			expect((await send(path, HIDE, who)).status).toBe(403)
		expect((await send(path, HIDE)).headers.location).toContain('/sign-in')
		expect((await send(path, 'reason=UNWELCOME', 'admin')).status).toBe(422)
		expect((await send('/en/admin/observations/k1/hide', HIDE, 'admin')).status).toBe(404)
		const hidden = await send(path, HIDE, 'admin')
		expect(hidden.status).toBe(303)
		const receipt = await site.ask(hidden.headers.location ?? '', {
			headers: { cookie: cookies.get('admin') ?? '' },
		})
		expect(receipt.status).toBe(200)
		await site.publicLog.publish()
		const places = [
			[`/en/records/${number}`, 410],
			[`/records/${number}.json`, 410],
			['/en/commitments/k2', 200],
			['/api/v1/commitments/k2', 200],
			['/en/observations/hidden', 200],
			[`/id/observations/${number}/receipt`, 200],
		] as const
		for (const [place, status] of places) {
			const page = await see(place)
			expect([place, page.status]).toEqual([place, status])
			expect(page.text).not.toMatch(/Rahasia tetangga|rahasia\.example/)
			if (!place.endsWith('receipt')) expect(page.text).toContain('PERSONAL_DATA')
		}
		expect((await see(`/log/receipt/${number}`)).status).toBe(200)
	})
})
