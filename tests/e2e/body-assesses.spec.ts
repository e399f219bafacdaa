import type { Page } from '@playwright/test'
import { expect, test } from './site.ts'
import { onward, settled } from './workspace-steps.ts'

test('a Monitoring Body answers section by section, signs together and publishes one document', async ({
	page,
	lang,
	say,
	signIn,
}) => {
	test.slow()
	const desk = { page, lang, say, signIn }
	await signIn('MONITORING_BODY')
	await page.goto(`/${lang}/assess`)
	await settled(page, say)
	await page.getByRole('link', { name: say('assessment-kind.END_OF_PLAN') }).click()
	await settled(page, say)
	const overview = new URL(page.url()).pathname
	const sections = await page
		.locator('main a[href*="/pages/"]')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
	expect(sections.length).toBeGreaterThan(0)

	await page.goto(`${overview}/check`)
	await settled(page, say)
	await expect(page.getByRole('button', { name: say('assessment.publish.button'), exact: true })).toHaveCount(
		0,
	)
	for (const section of sections) {
		await page.goto(section)
		await settled(page, say)
		await answerAll(page)
		await onward(desk)
	}
	await page.goto(`${overview}/check`)
	await settled(page, say)
	await page.getByRole('button', { name: say('assessment.sign.button') }).click()
	await signIn('MONITORING_BODY', 1)
	await page.goto(`${overview}/check`)
	await page.getByRole('button', { name: say('assessment.sign.button') }).click()
	await settled(page, say)
	await page.getByRole('button', { name: say('assessment.publish.button'), exact: true }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('receipt.title') })).toBeVisible()
	await settled(page, say)
	const recordId = page.url().split('/').at(-1) ?? ''

	await page.context().clearCookies()
	await page.goto(`/${lang}/assessments/${recordId}`)
	await settled(page, say)
	const href = await page.getByRole('link', { name: say('report.page.pdf') }).getAttribute('href')
	const document = await page.request.get(href ?? '')
	expect([document.status(), document.headers()['content-type']]).toEqual([200, 'application/pdf'])
	expect((await document.body()).subarray(0, 5).toString()).toBe('%PDF-')
	const again = await page.request.get(href ?? '')
	expect((await document.body()).equals(await again.body())).toBe(true)
	await page.goto(`/${lang}/plans/contoh-2025`)
	await expect(page.getByRole('link', { name: say('assessment-kind.END_OF_PLAN') })).toBeVisible()

	for (const role of ['POC', 'IMPLEMENTER'] as const) {
		await signIn(role)
		expect((await page.goto(overview))?.status()).toBe(403)
	}
})

/** The first answer to each question of a page, with an explanation. */
async function answerAll(page: Page): Promise<void> {
	for (const question of await page.locator('main fieldset').all())
		await question.locator('input[type=radio], input[type=checkbox]').first().check()
	for (const text of await page.locator('main textarea[lang=id]').all())
		await text.fill('Hal ini kami baca dalam catatan terbuka dan kami tanyakan kepada warga.')
}
