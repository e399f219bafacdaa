import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { cookieOfPerson, press, wholeSite } from '../withdrawal/whole-site.ts'
import type { SmallSite } from './small-site.ts'

const FORM = '/en/codings/plan/k1/completion-end'
const TYPED = {
	version: '0',
	corrects: '',
	value: 'LIMITED',
	product: 'Results report of the example',
	codedOn: '2024',
	sourceUrl: 'https://www.opengovpartnership.org/documents/example',
	locator: 'page 12',
}

let site: SmallSite
const cookies = new Map<PersonName, string>()
beforeAll(async () => {
	site = await wholeSite()
	for (const who of ['irm', 'poc'] as const) cookies.set(who, await cookieOfPerson(site, who))
}, 120_000)
afterAll(() => site.close())

const read = (path: string, who: PersonName) =>
	site.ask(path, { headers: { cookie: cookies.get(who) ?? '' } })
const send = (path: string, over: Partial<typeof TYPED> = {}, who: PersonName = 'irm') =>
	press(site, path, cookies.get(who) ?? '', new URLSearchParams({ ...TYPED, ...over }).toString())

test.each(['en', 'id'])('every page of entering a value is there in %s', async (locale) => {
	for (const path of [
		'',
		'/plan',
		'/plan/k1',
		'/plan/whole-plan',
		'/plan/k1/diog',
		'/plan/whole-plan/plan-total',
	])
		expect((await read(`/${locale}/codings${path}`, 'irm')).status, path).toBe(200)
})

test.each([
	'/en/codings/another-plan',
	'/en/codings/plan/another-commitment/diog',
	'/en/codings/plan/k1/plan-total',
	'/en/codings/plan/k1/ambition',
])('%s is not found', async (path) => {
	expect((await read(path, 'irm')).status).toBe(404)
})

test('a point of contact has no such pages', async () => {
	expect((await read('/en/codings', 'poc')).status).toBe(403)
	expect((await send(`${FORM}/publish`, {}, 'poc')).status).toBe(403)
})

test.each([
	['a value of another scale', { value: 'TRANSFORMATIVE' }, 422, 'irm-coding.value.required'],
	['a year before the partnership', { codedOn: '2010' }, 422, 'irm-coding.on.too-early'],
	['a year ahead', { codedOn: '2999' }, 409, 'coded_ahead'],
])('%s has its sentence, and nothing typed is lost', async (_what, over, status, sentence) => {
	const answer = await send(`${FORM}/check`, over)
	const page = answer.body.toString()
	expect(answer.status).toBe(status)
	expect(page).toContain(sentence)
	expect(page).toContain('Results report of the example')
	expect(page).toContain('page 12')
})

test('a value is checked, published and receipted; typed once more it leads to what is here', async () => {
	const checked = await send(`${FORM}/check`)
	expect([checked.status, checked.body.toString().includes('"shown"')]).toEqual([200, true])
	const published = await send(`${FORM}/publish`)
	expect([published.status, published.headers.location]).toEqual([
		303,
		expect.stringMatching(/^\/en\/receipts\//),
	])
	const again = await send(`${FORM}/check`, { product: 'The same report, by another name' })
	expect(again.status).toBe(409)
	expect(again.body.toString()).toContain('coding_known')
	const page = (await site.ask('/en/commitments/k1')).body.toString()
	expect(page).toContain('Results report of the example')
	expect(page).toContain('"importedBy":null')
})
