import { expect, test } from './site.ts'
import { settled, stands } from './workspace-steps.ts'

const PLAN = 'contoh-2025'

test('anyone finds every report of a plan, reads it as a page and takes it away as a file', async ({
	page,
	lang,
	say,
}) => {
	// Whole reports are long pages, and each is looked through.
	test.slow()
	await page.goto(`/${lang}/plans/${PLAN}`)
	await page.getByRole('link', { name: say('reports.link') }).click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('reports.title'))
	await settled(page, say)

	const list = page.getByRole('table', { name: say('reports.table') })
	const hrefs = await list
		.getByRole('link')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
	const pages = hrefs.filter((href) => href.startsWith(`/${lang}/`))
	for (const kind of [
		'progress-report',
		'status-report',
		'divergence-report',
		'checkpoint-report',
		'shadow-report',
	])
		expect(pages.some((href) => href.includes(`/reports/${kind}`))).toBe(true)
	for (const href of hrefs.filter((one) => one.startsWith('/files/')).slice(0, 4)) {
		const file = await page.request.get(href)
		expect([file.status(), (await file.body()).length > 5_000]).toEqual([200, true])
	}

	for (const kind of ['progress', 'status', 'divergence', 'checkpoint', 'shadow']) {
		const href = pages.find((one) => one.includes(`/reports/${kind}-report`)) ?? ''
		await page.goto(href)
		await expect(page.getByText(say(`report.${kind}.kicker`)).first()).toBeVisible()
		await expect(page.getByRole('heading', { level: 2, name: say('report.method') })).toBeVisible()
		await stands(page)
	}
})

test('a progress report names each expectation with its rule, its records and what would change it', async ({
	page,
	lang,
	say,
}) => {
	await page.goto(`/${lang}/plans/${PLAN}/reports/progress-report`)
	for (const chapter of ['since', 'expectations', 'requirements', 'calendar', 'consultations'])
		await expect(
			page.getByRole('heading', { level: 2, name: say(`report.${chapter}`), exact: true }).first(),
		).toBeVisible()
	await expect(page.getByText(say('expectation.change')).first()).toBeVisible()
	await stands(page)
})
