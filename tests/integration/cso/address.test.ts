import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askForAddress, changeAddress } from '#app/domain/address-change/commands.server.ts'
import { newAddressLetter, oldAddressLetter } from '#app/http/address-letters.server.ts'
import { as } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import type { SmallSite } from '../http/small-site.ts'
import { cookieOfPerson, wholeSite } from '../withdrawal/whole-site.ts'
import { eventsOf, send, statusOf } from './account-site.ts'

let site: SmallSite
beforeAll(async () => {
	site = await wholeSite()
}, 120_000)
afterAll(() => site.close())

const NOW = new Date()
const world = (name: PersonName, at = NOW) => as(site.database, name, at)
const addressOf = async (id: string) =>
	(await site.database.db.person.findUniqueOrThrow({ where: { id } })).email
/** The link that somebody gets by letter when they ask for an address. */
async function linkFor(name: PersonName, email: string) {
	const { link } = await askForAddress(world(name), { email })
	return { link, token: site.accounts.sealLink(JSON.stringify(link), name) }
}
const confirmPath = (token: string) => `/en/cso/address/confirm?token=${encodeURIComponent(token)}`

describe('the address of somebody who acts for civil society', () => {
	let [cookie, token] = ['', '']

	test('is not changed by asking, whoever else has the address', async () => {
		cookie = await cookieOfPerson(site, 'monitor')
		for (const email of ['New@Watch.example', 'poc@example.org']) {
			const answer = await send(site, cookie, { path: '/en/cso/address', form: { email } })
			expect([answer.status, answer.headers.location]).toEqual([303, '/en/cso/address/sent'])
		}
		expect(await addressOf('monitor')).toBe('monitor@example.org')
		expect(await statusOf(send(site, cookie, { path: '/en/cso/address', form: { email: 'no' } }))).toBe(422)
	})

	test('is shown before it changes, to who asked and to nobody else', async () => {
		;({ token } = await linkFor('monitor', 'new@watch.example'))
		const page = await site.ask(confirmPath(token), { headers: { cookie } })
		expect(page.body.toString()).toContain('new@watch.example')
		for (const who of ['owner', 'monitoringBody'] as const)
			expect(await statusOf(send(site, who, { path: confirmPath(token) }))).toBe(404)
		expect((await site.ask(confirmPath(token))).status).toBe(302)
		expect(await addressOf('monitor')).toBe('monitor@example.org')
	})

	test('changes once by the link, with an act on the organization’s page that names nobody', async () => {
		const answers = await Promise.all([1, 2].map(() => send(site, cookie, { path: confirmPath(token) })))
		expect(answers.map(({ status }) => status).sort()).toEqual([303, 410])
		expect(await addressOf('monitor')).toBe('new@watch.example')
		expect((await eventsOf(site, 'cso')).at(-1)).toMatch(/^ADDRESS_CHANGED \d by cso$/)
		const page = (await site.ask('/en/organizations/cso')).body.toString()
		expect(page).toContain('ADDRESS_CHANGED')
		expect(page).not.toContain('watch.example')
	})

	test('is the sealed one from then on: rights stay, and the next link goes there', async () => {
		expect((await site.ask('/en/verify', { headers: { cookie } })).status).toBe(200)
		const link = new URL(await site.accounts.linkFor({ email: 'new@watch.example', locale: 'en' }))
		const request = new Request(link, { headers: { 'x-ogp-client-ip': '198.51.100.9' } })
		expect(await site.accounts.signIn(link.searchParams.get('token') ?? '', request)).not.toBeNull()
		await expect(site.accounts.linkFor({ email: 'monitor@example.org', locale: 'en' })).rejects.toThrow()
	})

	test('is not changed by a link from before the last change, nor by one that is too old', async () => {
		const { link } = await linkFor('monitor', 'third@watch.example')
		const late = new Date(NOW.getTime() + 24 * 3_600_000)
		await expect(changeAddress(world('monitor', late), link)).rejects.toMatchObject({
			reason: 'link_expired',
		})
		await changeAddress(world('monitor'), link)
		await expect(changeAddress(world('monitor'), link)).rejects.toMatchObject({ reason: 'link_used' })
	})

	test('does not become the address of somebody else', async () => {
		const { link } = await linkFor('monitor', 'owner@example.org')
		await expect(changeAddress(world('monitor'), link)).rejects.toMatchObject({ reason: 'address_known' })
	})
})

describe('nobody else changes it', () => {
	test.each(['admin', 'poc', 'secretariat', 'officer', 'irm'] as const)(
		'%s neither asks nor confirms, also with the link in hand',
		async (who) => {
			const { link, token } = await linkFor('owner', 'mole@government.example')
			for (const path of ['/en/cso/address', confirmPath(token)])
				expect(await statusOf(send(site, who, { path, form: { email: 'mole@government.example' } }))).toBe(
					403,
				)
			await expect(changeAddress(world(who), link)).rejects.toMatchObject({ reason: 'not_found' })
			await expect(askForAddress(world(who), { email: 'a@b.example' })).rejects.toMatchObject({
				reason: 'not_found',
			})
			expect(await addressOf('owner')).toBe('owner@example.org')
		},
	)

	test('a link whose address or person was rewritten opens nothing', async () => {
		const { link } = await linkFor('owner', 'new@cso.example')
		const cookie = await cookieOfPerson(site, 'owner')
		const forged = Buffer.from(JSON.stringify({ ...link, email: 'mole@government.example' })).toString(
			'base64url',
		)
		const seal = site.accounts.sealLink(JSON.stringify(link), 'owner').split('.')[1] ?? ''
		for (const token of [`${forged}.${seal}`, site.accounts.sealLink(JSON.stringify(link), 'monitor'), ''])
			expect(await statusOf(send(site, cookie, { path: confirmPath(token) }))).toBe(404)
	})
})

test('a member of the Monitoring Body changes their own, with an act on the body’s page', async () => {
	const { link } = await linkFor('monitoringBody', 'seat@body.example')
	await changeAddress(world('monitoringBody'), link)
	expect((await eventsOf(site, 'body')).at(-1)).toMatch(/^ADDRESS_CHANGED \d by body$/)
})

test.each(['en', 'id'])(
	'the letters (%s): the link goes to the new address alone, the old one learns of the change',
	(locale) => {
		const asked = newAddressLetter({
			email: 'new@x.example',
			locale,
			token: 't.s',
			baseUrl: 'https://site.example',
		})
		expect(asked.to).toBe('new@x.example')
		expect(asked.text).toContain(`https://site.example/${locale}/cso/address/confirm?token=t.s`)
		const changed = { recordId: 'r', from: 'old@x.example', to: 'new@x.example', locale }
		const told = oldAddressLetter(changed, 'https://site.example')
		expect(told.to).toBe('old@x.example')
		expect(told.text).toContain(`https://site.example/${locale}/records/r`)
		expect(told.text).not.toMatch(/token|new@x/)
	},
)
