import { SIGN_IN_LINK, fromLetter, newestIn } from './letters.ts'
import { expect, test } from './site.ts'

const OFFICER = 'petugas.kominfo@contoh.example'

test('an officer comes in by the one-time link from the mail, once, and finds the tasks', async ({
	page,
	site,
	lang,
	say,
}) => {
	await page.goto(`/${lang}/tasks`)
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('account.sign-in.title'))
	await page.getByLabel(say('account.sign-in.email')).fill('nobody')
	await page.getByRole('button', { name: say('account.sign-in.submit') }).click()
	await expect(page.getByRole('alert')).toContainText(say('account.sign-in.email-invalid'))
	await expect(page.getByLabel(say('account.sign-in.email'))).toHaveValue('nobody')
	await expect(page).toHaveTitle(say('site.title.errors', { title: say('account.sign-in.title') }))

	const known = newestIn(site.outbox, OFFICER, SIGN_IN_LINK)
	await page.getByLabel(say('account.sign-in.email')).fill(OFFICER)
	await page.getByRole('button', { name: say('account.sign-in.submit') }).click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('account.sign-in.sent-title'))

	// The answer does not wait for the mail: how long it takes must not tell who has an account.
	const link = `/${lang}/sign-in/link?token=${await fromLetter(site.outbox, OFFICER, SIGN_IN_LINK, known)}`
	await page.goto(link)
	await page.getByRole('button', { name: say('account.link.submit') }).click()
	await expect(page).toHaveURL(new RegExp(`/${lang}/tasks$`))

	await page.context().clearCookies()
	await page.goto(link)
	await page.getByRole('button', { name: say('account.link.submit') }).click()
	await expect(page.getByText(say('account.link.refused'))).toBeVisible()
})
