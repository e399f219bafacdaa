import { expect, test } from './site.ts'
import { settled } from './workspace-steps.ts'

test('the point of contact sees what is late and missing, and compiles the report in both languages', async ({
	page,
	lang,
	say,
	signIn,
}) => {
	await signIn('POC')
	await page.goto(`/${lang}/tasks`)
	await expect(page).toHaveTitle(say('site.title', { title: say('task.title') }))
	await settled(page, say)
	await page.getByRole('link', { name: say('poc.title'), exact: true }).click()
	await expect(page).toHaveURL(new RegExp(`/${lang}/poc$`))
	await expect(page).toHaveTitle(say('site.title', { title: say('poc.title') }))
	await expect(page.getByRole('heading', { name: say('poc.late'), exact: true })).toBeVisible()
	await expect(page.getByRole('heading', { name: say('poc.unverified') })).toBeVisible()
	await expect(page.getByRole('table', { name: say('chart.completion.caption') })).toBeVisible()
	await settled(page, say)

	await page.getByRole('button', { name: say('poc.to-report') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('poc.report.title') })).toBeVisible()
	await settled(page, say)
	await page.getByRole('button', { name: say('poc.report.compile') }).click()
	// Two files are drawn meanwhile, and the page changes by itself when they are: on a busy machine that takes a while.
	await expect(page.getByRole('heading', { level: 1, name: say('poc.compiled.title') })).toBeVisible({
		timeout: 60_000,
	})
	await settled(page, say)
	const compiled = page.url()

	for (const language of ['en', 'id'] as const) {
		const href = await page
			.getByRole('link', { name: say(`poc.compiled.pdf.${language}`) })
			.getAttribute('href')
		const first = await page.request.get(href ?? '')
		expect([first.status(), first.headers()['content-type']]).toEqual([200, 'application/pdf'])
		expect((await first.body()).equals(await (await page.request.get(href ?? '')).body())).toBe(true)
	}

	await expect(page.getByRole('heading', { name: say('poc.compiled.receipt') })).toBeVisible()
	await expect(page.getByText(say('receipt.kind.report.published'))).toBeVisible()
	const proof = await page.getByRole('link', { name: say('receipt.file') }).getAttribute('href')
	expect(await (await page.request.get(proof ?? '')).text()).toMatch(/^c2sp\.org\/tlog-proof@v1\nextra /)

	await signIn('SECRETARIAT')
	await page.goto(`/${lang}/poc`)
	await page.getByRole('button', { name: say('poc.to-report') }).click()
	await page.getByRole('button', { name: say('poc.report.compile') }).click()
	await expect(page).toHaveURL(compiled)
})

test('nobody else sees what is missing or compiles', async ({ page, lang, say, signIn }) => {
	for (const role of ['IMPLEMENTER', 'INSTITUTION_LEAD', 'CSO_MONITOR', 'CSO_OWNER'] as const) {
		await signIn(role)
		for (const path of ['poc', 'poc/plans/contoh-2025/report']) {
			expect((await page.goto(`/${lang}/${path}`))?.status()).toBe(403)
			await expect(page.getByText(say('refusal.not_allowed'))).toBeVisible()
		}
	}
	await page.context().clearCookies()
	await page.goto(`/${lang}/poc`)
	await expect(page).toHaveURL(new RegExp(`/${lang}/sign-in\\?next=%2F${lang}%2Fpoc$`))
})
