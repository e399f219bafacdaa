import { expect, test } from './site.ts'

test('anyone counts commitments by what they choose, shares the address and takes the table away', async ({
	page,
	request,
	lang,
	say,
}) => {
	await page.goto(`/${lang}/dashboard`)
	await page.getByRole('link', { name: say('explore.link'), exact: true }).click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('explore.title'))
	await page.getByLabel(say('explore.measure'), { exact: true }).selectOption('coded')
	await page.getByLabel(say('explore.group'), { exact: true }).selectOption('year')
	await page.getByRole('button', { name: say('explore.apply') }).click()
	await expect(page).toHaveURL(/measure=coded&group=year/)
	const table = page.getByRole('table', {
		name: say('explore.caption', { group: say('explore.group.year') }),
	})
	const cells = (await table.locator('tbody tr').last().locator('td').allTextContents()).map(Number)
	expect(cells.at(-1)).toBe(cells.slice(0, -1).reduce((sum, count) => sum + count, 0))
	const csv = await request.get(
		(await page.getByRole('link', { name: say('explore.file.csv') }).getAttribute('href')) ?? '',
	)
	expect((await csv.text()).trim().split('\r\n')).toHaveLength((await table.locator('tbody tr').count()) + 1)
	const shared = await page.getByRole('link', { name: say('explore.share') }).getAttribute('href')
	await page.goto(shared ?? '')
	await expect(page.getByLabel(say('explore.measure'), { exact: true })).toHaveValue('coded')
	await page.goto(`/${lang}/explore?measure=people&group=year`)
	await expect(page.getByText(say('query.not-understood', { parts: 'measure' }))).toBeVisible()
})

test('where scripts run, the arrow keys read the bars; without them the drawing stays', async ({
	page,
	lang,
	say,
}) => {
	const scripts: Promise<number>[] = []
	page.on('response', (answer) => {
		if (!answer.url().endsWith('.js')) return
		scripts.push(
			answer
				.request()
				.sizes()
				.then(({ responseBodySize }) => responseBodySize),
		)
	})
	await page.goto(`/${lang}/explore?measure=coded&group=year`)
	if (test.info().project.name.endsWith('-nojs')) {
		await expect(page.locator('.app-explore__drawn > svg')).toBeVisible()
		return
	}
	const live = page.getByRole('application')
	await expect(live).toBeVisible()
	await expect(page.locator('.app-explore__drawn > svg')).toBeHidden()
	await live.focus()
	await page.keyboard.press('ArrowRight')
	await expect(page.locator('.recharts-tooltip-wrapper')).toContainText(say('level.COMPLETE'))
	const bytes = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0)
	// What the page may load to come to life, with its chart.
	expect(bytes).toBeLessThan(250_000)
})
