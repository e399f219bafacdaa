import { SIGN_IN_LINK, fromLetter, newestIn } from './letters.ts'
import { takeSecondStep } from './second-step.ts'
import { SITE_HOST, expect, test } from './site.ts'

test('who asks for a link is told the same, whoever they are', async ({ page, lang, say, site }) => {
	for (const email of ['petugas.dinkes@contoh.example', 'nobody@contoh.example']) {
		await page.goto(`${site.baseUrl}/${lang}/sign-in`)
		await page.getByLabel(say('account.sign-in.email')).fill(email)
		await page.getByRole('button', { name: say('account.sign-in.submit') }).click()
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('account.sign-in.sent-title'))
	}
})

test('an address that cannot be one is sent back with what was typed', async ({ page, lang, say }) => {
	await page.goto(`/${lang}/sign-in?next=/${lang}/tasks`)
	await page.getByLabel(say('account.sign-in.email')).fill('petugas at contoh')
	await page.getByRole('button', { name: say('account.sign-in.submit') }).click()
	await expect(page.getByRole('alert')).toContainText(say('account.sign-in.email-invalid'))
	await expect(page.getByLabel(say('account.sign-in.email'))).toHaveValue('petugas at contoh')
	await expect(page).toHaveURL(/next=/)
})

test('a door leads to signing in, and signing out closes it again at once', async ({
	page,
	lang,
	say,
	signIn,
}) => {
	await page.goto(`/${lang}/tasks`)
	await expect(page).toHaveURL(new RegExp(`/${lang}/sign-in\\?next=`))
	await signIn('IMPLEMENTER')
	await page.goto(`/${lang}/tasks`)
	await expect(page).toHaveURL(new RegExp(`/${lang}/tasks$`))
	await page.goto(`/${lang}/sign-out`)
	await page.getByRole('button', { name: say('account.sign-out.submit') }).click()
	await expect(page).toHaveURL(new RegExp(`/${lang}$`))
	await page.goto(`/${lang}/tasks`)
	await expect(page).toHaveURL(/sign-in/)
})

test('a link that is used up says so in words', async ({ page, lang, say }) => {
	await page.goto(`/${lang}/sign-in/link?token=AbCdEfGhIjKlMnOpQrStUvWxYzAbCdEf`)
	await page.getByRole('button', { name: say('account.link.submit') }).click()
	await expect(page.getByText(say('account.link.refused'))).toBeVisible()
})

test('whoever fears for an account ends all its sessions at once, this one too', async ({
	page,
	lang,
	say,
	site,
	signIn,
}) => {
	const known = newestIn(site.outbox, SITE_HOST, SIGN_IN_LINK)
	await page.goto(`/${lang}/sign-in?next=/${lang}/sessions`)
	await page.getByLabel(say('account.sign-in.email')).fill(SITE_HOST)
	await page.getByRole('button', { name: say('account.sign-in.submit') }).click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('account.sign-in.sent-title'))
	const token = await fromLetter(site.outbox, SITE_HOST, SIGN_IN_LINK, known)
	await page.goto(`/${lang}/sign-in/link?token=${token}`)
	await page.getByRole('button', { name: say('account.link.submit') }).click()
	await takeSecondStep({ page, lang, say, signIn }, SITE_HOST)
	await page.goto(`/${lang}/sessions`)
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('own-session.title'))
	await expect(page.getByText(say('own-session.this'))).toHaveCount(1)
	await page.getByRole('button', { name: say('own-session.end-all') }).click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('account.sign-in.title'))
	await page.goto(`/${lang}/sessions`)
	await expect(page).toHaveURL(new RegExp(`/${lang}/sign-in`))
})
