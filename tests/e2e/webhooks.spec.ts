import { expect, test } from './site.ts'

test('a monitor has a program called, tries it out, and ends it', async ({ page, lang, say, signIn }) => {
	await signIn('CSO_MONITOR')
	await page.goto(`/${lang}/about/api#webhooks`)
	await expect(page.locator('#webhooks')).toBeVisible()
	await page.goto(`/${lang}/notices`)
	await page.getByRole('link', { name: say('webhook.link') }).click()
	await expect(page.getByText(say('webhook.none'))).toBeVisible()

	await page.getByLabel(say('webhook.url'), { exact: true }).fill('http://program.example/hook')
	await page.getByRole('button', { name: say('webhook.make') }).click()
	await expect(page.getByRole('link', { name: say('webhook.url.https') })).toBeVisible()
	await expect(page.getByLabel(say('webhook.url'), { exact: true })).toHaveValue(
		'http://program.example/hook',
	)

	await page.getByLabel(say('webhook.url'), { exact: true }).fill('https://127.0.0.1/hook')
	await page.getByRole('button', { name: say('webhook.make') }).click()
	await expect(page.getByText(say('webhook.calls.none'))).toBeVisible()
	await page.getByText(say('webhook.secret'), { exact: true }).click()
	await expect(page.getByText(/^whsec_[A-Za-z0-9+/=]{40,}$/)).toBeVisible()

	await page.getByRole('button', { name: say('webhook.test') }).click()
	await expect(page.getByRole('cell', { name: say('webhook.fault.FORBIDDEN_ADDRESS') })).toBeVisible()
	await page.getByRole('button', { name: say('webhook.end') }).click()
	await expect(page.getByText(say('webhook.none'))).toBeVisible()
})
