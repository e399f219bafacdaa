import { afterAll, beforeAll, expect, test } from 'vitest'
import { withRules } from '#tests/factories/other-rules.ts'
import { aShippedRuleSet, aVersionForm } from '#tests/factories/rule-version.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import type { SmallSite } from '../http/small-site.ts'
import { cookieOfPerson, press, wholeSite } from '../withdrawal/whole-site.ts'

const FORM = '/en/admin/rules/rules-local-test/new'
const OTHERS = ['poc', 'monitor'] as const
const NEW = aVersionForm({ forumGapDays: '90', versionName: '2099.1', validFrom: '1-1-2099' })

let site: SmallSite
const cookies = new Map<PersonName, string>()
beforeAll(async () => {
	site = await wholeSite()
	await withRules(site.database, { rules: aShippedRuleSet().rules })
	for (const who of ['admin', ...OTHERS] as const) cookies.set(who, await cookieOfPerson(site, who))
}, 120_000)
afterAll(() => site.close())

const cookieOf = (who: PersonName) => cookies.get(who) ?? ''
const read = (path: string, who: PersonName = 'admin') =>
	site.ask(path, { headers: { cookie: cookieOf(who) } })
const send = (path: string, form: Readonly<Record<string, string>>, who: PersonName = 'admin') =>
	press(site, path, cookieOf(who), new URLSearchParams({ ...form }).toString())

test.each(OTHERS)('for %s there is no such form, and nothing to send', async (who) => {
	for (const path of ['/en/admin/rules', FORM]) expect((await read(path, who)).status, path).toBe(403)
	for (const path of [FORM, `${FORM}/change`, `${FORM}/publish`])
		expect((await send(path, NEW, who)).status, path).toBe(403)
	expect(await site.database.db.ruleSetPublication.count()).toBe(0)
})

test('the host sees every version and the form of a new one, in both languages', async () => {
	for (const path of ['/en/admin/rules', '/id/admin/rules', FORM, FORM.replace('/en/', '/id/')])
		expect((await read(path)).status, path).toBe(200)
	expect((await read('/en/admin/rules/none/new')).status).toBe(404)
})

test('what is wrong is said beside what was typed; what is right is shown in both languages before it is published', async () => {
	const refused = await send(FORM, { ...NEW, forumGapDays: 'often', noteEn: 'Words that stay.' })
	expect(refused.status).toBe(422)
	const again = refused.body.toString()
	for (const text of ['often', 'Words that stay.', 'rule-version.fault.whole']) expect(again).toContain(text)

	const checked = await send(FORM, NEW)
	expect(checked.status).toBe(200)
	for (const text of ['at least every 183 days', 'at least every 90 days', 'setiap 90 hari'])
		expect(checked.body.toString()).toContain(text)
	const changed = await send(`${FORM}/change`, NEW)
	expect([changed.status, changed.body.toString().includes('2099.1')]).toEqual([200, true])
	expect(await site.database.db.ruleSetPublication.count()).toBe(0)
})

test('it is published with a receipt, stands on public pages, and its name is taken from then on', async () => {
	const published = await send(`${FORM}/publish`, NEW)
	expect([published.status, published.headers.location]).toEqual([303, '/en/receipts/rules-local-2099.1'])
	expect((await read('/en/receipts/rules-local-2099.1')).status).toBe(200)
	for (const path of [
		'/en/rules',
		'/id/rules',
		'/en/rules/rules-local-2099.1',
		'/id/records/rules-local-2099.1',
	]) {
		const page = await site.ask(path)
		expect([path, page.status, page.body.toString().includes('2099.1')]).toEqual([path, 200, true])
	}
	const taken = await send(FORM, { ...NEW, forumGapDays: '60' })
	expect(taken.status).toBe(409)
	expect(taken.body.toString()).toContain('rule_version_known')
})
