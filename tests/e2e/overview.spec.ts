import { expect, test } from './site.ts'

test('who reports and who verifies see how their part stands; who does neither is told why there is nothing', async ({
	page,
	lang,
	say,
	signIn,
}) => {
	for (const role of ['IMPLEMENTER', 'CSO_MONITOR'] as const) {
		await signIn(role)
		await page.goto(`/${lang}/tasks`)
		await page.getByRole('link', { name: say('overview.title') }).click()
		await expect(page.getByRole('heading', { level: 1 })).toContainText(say('overview.title'))
		await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
		await expect(page.getByRole('img').first()).toBeVisible()
		expect(await page.locator('script').count()).toBe(0)
	}
	await signIn('INSTANCE_ADMIN')
	await page.goto(`/${lang}/overview`)
	await expect(page.getByText(say('overview.none'))).toBeVisible()
})
