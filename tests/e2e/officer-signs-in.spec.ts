import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
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

	await page.getByLabel(say('account.sign-in.email')).fill(OFFICER)
	await page.getByRole('button', { name: say('account.sign-in.submit') }).click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('account.sign-in.sent-title'))

	// The answer does not wait for the mail: how long it takes must not tell who has an account.
	await expect.poll(() => tokenFrom(site.outbox)).not.toBeNull()
	const link = `/${lang}/sign-in/link?token=${tokenFrom(site.outbox) ?? ''}`
	await page.goto(link)
	await page.getByRole('button', { name: say('account.link.submit') }).click()
	await expect(page).toHaveURL(new RegExp(`/${lang}/tasks$`))

	await page.context().clearCookies()
	await page.goto(link)
	await page.getByRole('button', { name: say('account.link.submit') }).click()
	await expect(page.getByText(say('account.link.refused'))).toBeVisible()
})

/** The token of the newest link to sign in; null where none has come. Other letters lie in the outbox too. */
function tokenFrom(outbox: string): string | null {
	const names = existsSync(outbox) ? readdirSync(outbox).sort() : []
	const mails = names.map((name) => readFileSync(join(outbox, name), 'utf8').replace(/=\n/g, ''))
	const links = mails.flatMap((mail) => /sign-in\/link\?token=(?:3D)?([\w.-]+)/.exec(mail)?.[1] ?? [])
	return links.at(-1) ?? null
}
