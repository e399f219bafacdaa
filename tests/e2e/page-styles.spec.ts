import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './site.ts'

const PAGES = [
	...['', '/plans', '/plans/contoh-2025', '/plans/contoh-2025/dashboard', '/commitments/contoh-2025-2'],
	...['/members', '/expectations', '/divergence', '/search?q=data', '/calendar', '/practices'],
	...['/log', '/about', '/plans/contoh-2025/reports/progress-report', '/commitments?q=zzzz'],
]

for (const path of PAGES)
	test(`a page looks the same with only the styles it uses: ${path}`, async ({ page, lang }) => {
		const address = `/${lang}${path}`
		let differing = await differingPictures(page, address)
		// Other styles make other pictures every time; a record that changes between two of them does so once.
		for (let tried = 1; differing.length > 0 && tried < 3; tried += 1)
			differing = await differingPictures(page, address)
		expect(differing).toEqual([])
	})

/** Which of the three pictures are others when the whole stylesheet is linked. */
async function differingPictures(page: Page, address: string): Promise<readonly number[]> {
	await page.unrouteAll()
	const own = await pictures(page, address)
	await expect(page.locator('style')).toHaveCount(1)
	await expect(page.locator('link[rel=stylesheet]')).toHaveCount(0)
	await linkEverything(page)
	const linked = await pictures(page, address)
	await expect(page.locator('style')).toHaveCount(0)
	await expect(page.locator('link[rel=stylesheet]')).toHaveCount(1)
	return own.flatMap((picture, at) => (linked[at]?.equals(picture) ? [] : [at]))
}

/** The page on a phone, on a desk and on paper. */
async function pictures(page: Page, address: string): Promise<readonly Buffer[]> {
	const taken: Buffer[] = []
	for (const [width, media] of [
		[360, 'screen'],
		[1280, 'screen'],
		[800, 'print'],
	] as const) {
		await page.setViewportSize({ width, height: 800 })
		await page.emulateMedia({ media })
		const answer = await page.goto(address)
		expect(answer?.status()).toBe(200)
		taken.push(await page.screenshot({ fullPage: true }))
	}
	return taken
}

/** From now on pages come as they were made, with a link to the whole stylesheet of the build. */
async function linkEverything(page: Page): Promise<void> {
	const [sheet = ''] = readdirSync(join('build', 'client', 'assets')).filter((name) => name.endsWith('.css'))
	const link = `<link rel="stylesheet" href="/assets/${sheet}"/>`
	await page.route('**/*', async (route) => {
		if (route.request().resourceType() !== 'document') return route.continue()
		const response = await route.fetch()
		const html = (await response.text()).replace(/<style>[^]*?<\/style>/, link)
		await route.fulfill({ response, body: html })
	})
}
