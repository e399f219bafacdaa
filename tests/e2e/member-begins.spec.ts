import { SIGN_IN_LINK, fromLetter, newestIn } from './letters.ts'
import { takeSecondStep } from './second-step.ts'
import { SITE_HOST, expect, test } from './site.ts'
import type { E2eSite } from './site.ts'
import { stands } from './workspace-steps.ts'
import type { Desk } from './workspace-steps.ts'

const OFFICE = { en: 'Secretariat of Open City', id: 'Sekretariat Kota Terbuka' }
const MEMBER = { en: 'Open City', id: 'Kota Terbuka' }
const INSTITUTION = { en: 'Water Office of Open City', id: 'Dinas Air Kota Terbuka' }

test('a member begins: the host invites its point of contact, who brings in its people', async ({
	page,
	site,
	lang,
	say,
	signIn,
}) => {
	test.slow()
	const desk = { page, lang, say, signIn }
	const name = (text: { en: string; id: string }) => (lang === 'en' ? text.en : text.id)
	const poc = `narahubung.${lang}@kota-terbuka.example`
	const officer = `petugas.${lang}@kota-terbuka.example`

	await byLetter(desk, site)
	const host = await page.context().cookies()
	await test.step('whoever runs the site adds the member', async () => {
		await page.getByRole('link', { name: say('contacts.title') }).click()
		await stands(page)
		await page.getByRole('button', { name: say('member-new.title') }).click()
		await page.getByLabel(say('member.participation')).selectOption('OGP_LOCAL_MEMBER')
		await fillNames(desk, MEMBER)
		await page.getByLabel(say('member-new.country'), { exact: true }).fill('ID')
		await page.getByLabel(say('member.time-zone')).fill('Asia/Nowhere')
		await page.getByLabel(say('member.source')).fill('https://kota-terbuka.example/ogp')
		await page.getByRole('button', { name: say('member-new.add') }).click()
		await expect(page.getByRole('alert')).toContainText(say('member-new.time-zone.required'))
		await expect(page.getByLabel(say('member.source'))).toHaveValue('https://kota-terbuka.example/ogp')
		await stands(page)
		await page.getByLabel(say('member.time-zone')).fill('Asia/Jakarta')
		await page.getByRole('button', { name: say('member-new.add') }).click()
		await expect(page.getByText(say('people.done.added'))).toBeVisible()
	})

	await test.step('and invites its first point of contact, with the office', async () => {
		await page.getByRole('link', { name: `${say('contacts.invite')} ${name(MEMBER)}` }).click()
		await fillNames(desk, OFFICE)
		await page.getByLabel(say('cso.email')).fill(poc)
		await stands(page)
		await page.getByRole('button', { name: say('people.send') }).click()
		await expect(page.getByText(say('people.done.invited'))).toBeVisible()
		await stands(page)
	})

	await test.step('who takes it up by the letter and finds the people of the member', async () => {
		await takeUp(desk, site, { to: poc, name: 'Narahubung Kota Terbuka' })
		await takeSecondStep(desk, poc)
		await expect(page.getByRole('heading', { level: 1, name: say('task.title') })).toBeVisible()
		await page.getByRole('link', { name: say('people.title') }).click()
		await expect(page.getByText('Narahubung Kota Terbuka').first()).toBeVisible()
		await expect(page.getByText(say('people.last-poc'))).toBeVisible()
		await stands(page)
	})

	await test.step('registers an institution and invites an officer', async () => {
		await page.getByRole('button', { name: say('people.register') }).click()
		await stands(page)
		await fillNames(desk, INSTITUTION)
		await page.getByRole('button', { name: say('people.register.button') }).click()
		await page.getByRole('button', { name: `${say('cso.invite')} ${name(INSTITUTION)}` }).click()
		await page.getByLabel(say('cso.email')).fill(officer)
		await page.getByRole('radio', { name: say('role.IMPLEMENTER') }).check()
		await stands(page)
		await page.getByRole('button', { name: say('people.send') }).click()
		await expect(page.getByText(officer).first()).toBeVisible()
		await stands(page)
	})

	await test.step('who comes in, and may not invite anybody', async () => {
		await takeUp(desk, site, { to: officer, name: 'Petugas Dinas Air' })
		await expect(page.getByRole('heading', { level: 1, name: say('task.title') })).toBeVisible()
		await stands(page)
		expect((await page.goto(`/${lang}/people`))?.status()).toBe(403)
	})

	await test.step('while the host can invite no second point of contact', async () => {
		await page.context().clearCookies()
		await page.context().addCookies(host)
		await page.goto(`/${lang}/admin/members`)
		const row = page.getByRole('row').filter({ hasText: name(MEMBER) })
		await expect(row).toContainText(name(OFFICE))
		await expect(row.getByRole('link', { name: say('contacts.invite') })).toHaveCount(0)
	})
})

test('somebody who watches the member is invited like anybody, and cannot take it up', async ({
	page,
	site,
	lang,
	say,
	signIn,
}) => {
	const watching = 'pemantau.forum-warga@contoh.example'
	await signIn('POC')
	await page.goto(`/${lang}/people`)
	const office = lang === 'en' ? 'Health Office of Example Regency' : 'Dinas Kesehatan Contoh'
	await page.getByRole('button', { name: `${say('cso.invite')} ${office}` }).click()
	await page.getByLabel(say('cso.email')).fill(watching)
	await page.getByRole('button', { name: say('people.send') }).click()
	await expect(page.getByText(say('people.done.invited'))).toBeVisible()
	await page.context().clearCookies()
	const token = await fromLetter(site.outbox, watching, /invitation\?token=(?:3D)?/)
	await page.goto(`/${lang}/invitation?token=${token}`)
	await page.getByRole('button', { name: say('invitation.join.private') }).click()
	await expect(page.getByRole('alert')).toContainText(say('refusal.judge_and_judged'))
})

async function fillNames({ page, say }: Desk, text: { en: string; id: string }): Promise<void> {
	await page.getByLabel(say('hosted.name-id')).fill(text.id)
	await page.getByLabel(say('hosted.name-en')).fill(text.en)
}

/** Signs whoever runs the site in by the letter that they ask for. */
async function byLetter(desk: Desk, site: E2eSite): Promise<void> {
	const { page, lang, say } = desk
	await page.context().clearCookies()
	await page.goto(`${site.baseUrl}/${lang}/sign-in`)
	await page.getByLabel(say('account.sign-in.email')).fill(SITE_HOST)
	const known = newestIn(site.outbox, SITE_HOST, SIGN_IN_LINK)
	await page.getByRole('button', { name: say('account.sign-in.submit') }).click()
	const token = await fromLetter(site.outbox, SITE_HOST, SIGN_IN_LINK, known)
	await page.goto(`/${lang}/sign-in/link?token=${token}`)
	await page.getByRole('button', { name: say('account.link.submit') }).click()
	await takeSecondStep(desk, SITE_HOST)
	await expect(page.getByRole('heading', { level: 1, name: say('task.title') })).toBeVisible()
}

/** Takes the newest invitation up. */
async function takeUp(
	{ page, lang, say }: Desk,
	{ outbox }: E2eSite,
	{ to, name }: { to: string; name: string },
): Promise<void> {
	await page.context().clearCookies()
	const token = await fromLetter(outbox, to, /invitation\?token=(?:3D)?/)
	await page.goto(`/${lang}/invitation?token=${token}`)
	await expect(page.getByText(say('invitation.private'))).toBeVisible()
	await stands(page)
	await page.getByLabel(say('cso.display-name')).fill(name)
	await page.getByRole('button', { name: say('invitation.join.private') }).click()
	await page.getByRole('button', { name: say('account.link.submit') }).click()
}
