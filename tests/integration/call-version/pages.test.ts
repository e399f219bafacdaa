import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCallForm, aCorrectionForm } from '#tests/factories/call-version.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import type { SmallSite } from '../http/small-site.ts'
import { cookieOfPerson, press, wholeSite } from '../withdrawal/whole-site.ts'

const NEW = '/en/admin/calls/new'
const ID = 'ogp-local-2027'
const CORRECT = `/en/admin/calls/${ID}/new`
const OTHERS = ['poc', 'monitor', 'owner'] as const

let site: SmallSite
const cookies = new Map<PersonName, string>()
beforeAll(async () => {
	site = await wholeSite()
	for (const who of ['admin', ...OTHERS] as const) cookies.set(who, await cookieOfPerson(site, who))
}, 120_000)
afterAll(() => site.close())

const cookieOf = (who: PersonName) => cookies.get(who) ?? ''
const read = (path: string, who: PersonName = 'admin') =>
	site.ask(path, { headers: { cookie: cookieOf(who) } })
const send = (path: string, form: Readonly<Record<string, string>>, who: PersonName = 'admin') =>
	press(site, path, cookieOf(who), new URLSearchParams({ ...form }).toString())
const publications = () => site.database.db.applicationCallPublication.count()

test.each(OTHERS)('for %s there is no such form, and nothing to send', async (who) => {
	for (const path of ['/en/admin/calls', NEW]) expect((await read(path, who)).status, path).toBe(403)
	for (const path of [NEW, `${NEW}/change`, `${NEW}/publish`])
		expect((await send(path, aCallForm(), who)).status, path).toBe(403)
	expect(await publications()).toBe(0)
})

test('a guest is led to sign in', async () => {
	expect([303, 302]).toContain((await site.ask(NEW)).status)
	expect(await publications()).toBe(0)
})

test('the host finds every call and both forms in both languages, and none of a call that is not there', async () => {
	for (const path of ['/en/admin/calls', NEW, '/en/admin/calls/ogp-local-2020/new'])
		for (const one of [path, path.replace('/en/', '/id/')]) expect((await read(one)).status, one).toBe(200)
	expect((await read('/en/admin/calls/none/new')).status).toBe(404)
	expect((await send('/en/admin/calls/none/new', aCorrectionForm(1))).status).toBe(404)
})

test('what is wrong is said beside what was typed; what is right is shown before it is published', async () => {
	const wrong = { closesOn: '1-1-2027', fieldSetId: 'NEW', fields: '', criteria: 'Hanya satu bagian' }
	const refused = await send(NEW, aCallForm(wrong))
	expect(refused.status).toBe(422)
	const again = refused.body.toString()
	for (const text of ['call-version.closes.early', 'call-version.fields.required', 'Hanya satu bagian'])
		expect(again).toContain(text)
	const checked = await send(NEW, aCallForm())
	expect([checked.status, await publications()]).toEqual([200, 0])
	expect(checked.body.toString()).toContain('Call of 2027')
	const changed = await send(`${NEW}/change`, aCallForm())
	expect([changed.status, changed.body.toString().includes('Call of 2027')]).toEqual([200, true])
})

test('a call is published with a receipt and stands on public pages at once; so does its extension', async () => {
	expect((await site.ask('/en/calls')).body.toString()).not.toContain(ID)
	const published = await send(`${NEW}/publish`, aCallForm())
	expect([published.status, published.headers.location]).toEqual([303, `/en/receipts/${ID}`])
	expect((await read(`/en/receipts/${ID}`)).status).toBe(200)
	for (const path of ['/en/calls', '/id/calls', `/en/calls/${ID}`, `/id/records/${ID}`]) {
		const page = await site.ask(path)
		expect([path, page.status, page.body.toString().includes(ID)]).toEqual([path, 200, true])
	}
	const extension = aCorrectionForm(1, { extendedTo: '30-4-2027' })
	const preview = (await send(CORRECT, extension)).body.toString()
	expect(preview).toContain('"changed":["EXTENDED"]')
	expect((await send(`${CORRECT}/publish`, extension)).status).toBe(303)
	const page = (await site.ask(`/en/calls/${ID}`)).body.toString()
	for (const text of ['2027-04-30', 'OGP extended the call.', '"changed":["EXTENDED"]'])
		expect(page).toContain(text)
	expect((await site.ask(`/en/records/${ID}?version=1`)).status).toBe(200)
})

test('a form that is sent again changes nothing, and one that somebody was quicker than is shown again', async () => {
	const count = await publications()
	expect((await send(`${NEW}/publish`, aCallForm())).status).toBe(303)
	expect((await send(NEW, aCallForm({ nameEn: 'Another' }))).status).toBe(409)
	const late = await send(CORRECT, aCorrectionForm(1, { extendedTo: '7-5-2027' }))
	expect([late.status, late.body.toString().includes('changed_meanwhile')]).toEqual([409, true])
	expect(await publications()).toBe(count)
})
