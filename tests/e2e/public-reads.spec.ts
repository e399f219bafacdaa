import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './site.ts'

const PLAN = 'contoh-2025'
const COMMITMENT = 'contoh-2025-2'

test('anyone follows a promise from the home page to each act and the report', async ({
	page,
	request,
	lang,
	say,
}) => {
	await open(page, `/${lang}`)
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('home.title'))

	await page
		.getByRole('link', { name: /Example Regency 2025|Kabupaten Contoh 2025/ })
		.first()
		.click()
	await expect(page).toHaveURL(new RegExp(`/${lang}/plans/${PLAN}$`))
	await settle(page)
	await expect(page.getByText(say('demonstration.title')).first()).toBeVisible()

	await page
		.getByRole('region', { name: say('plan.commitments') })
		.getByRole('link')
		.nth(1)
		.click()
	await expect(page).toHaveURL(new RegExp(`/${lang}/commitments/${COMMITMENT}$`))
	await settle(page)
	for (const judge of ['claimed', 'verified', 'coded'] as const) {
		await expect(page.getByText(say(`judge.${judge}`)).first()).toBeVisible()
	}
	await expect(
		page.getByText(say('divergence.sentence.verified.GOVERNMENT_HIGHER', { count: 1 })).first(),
	).toBeVisible()

	const acts = await page
		.getByRole('heading', { name: say('commitment.timeline') })
		.locator('xpath=following-sibling::ol')
		.locator('a[href*="/records/"]')
		.all()
	expect(acts.length).toBeGreaterThanOrEqual(4)
	const addresses = await Promise.all(acts.map((act) => act.getAttribute('href')))
	for (const address of addresses) {
		await open(page, address ?? '')
		await expect(page.getByText(say('record.sealed.yes'))).toBeVisible()
		const json = await request.get(
			(await page.getByRole('link', { name: say('record.json') }).getAttribute('href')) ?? '',
		)
		expect(json.status()).toBe(200)
		expect(await json.json()).toHaveProperty('entry.contentHash')
	}

	await open(page, `/${lang}/plans/${PLAN}`)
	const pdf = await request.get(
		(await page.getByRole('link', { name: say('plan.download.pdf') }).getAttribute('href')) ?? '',
	)
	expect(pdf.headers()['content-type']).toBe('application/pdf')
	expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
})

test('the dashboard is narrowed by its address, in words when the address is wrong', async ({
	page,
	lang,
	say,
}) => {
	await open(page, `/${lang}/plans/${PLAN}/dashboard`)
	const gaps = page
		.getByRole('region', { name: say('plan.commitments'), exact: true })
		.locator('td:last-child')
	const total = await gaps.count()
	// How many there are is what the whole list says, since other journeys publish on the same site.
	const shown = await gaps.filter({ hasText: say('divergence.GOVERNMENT_HIGHER') }).count()
	expect(shown).toBeGreaterThan(0)
	expect(shown).toBeLessThan(total)
	await page.getByRole('combobox', { name: say('dashboard.filter.state') }).selectOption('GOVERNMENT_HIGHER')
	await page.getByRole('button', { name: say('filter.apply') }).click()
	await expect(page).toHaveURL(/state=GOVERNMENT_HIGHER/)
	await expect(page.getByRole('status')).toHaveText(say('dashboard.count', { shown, total }))

	await open(page, `/${lang}/plans/${PLAN}/dashboard?state=WORSE&q=data`)
	await expect(page.getByText(say('query.not-understood', { parts: 'state' }))).toBeVisible()
	await expect(page.getByLabel(say('dashboard.filter.words'))).toHaveValue('data')
})

test('whoever wants the data finds each table in four formats, with every column explained', async ({
	page,
	request,
	lang,
	say,
}) => {
	await open(page, `/${lang}/data`, { isDescribed: true })
	const [dataset] = await page.locator('script[type="application/ld+json"]').allTextContents()
	const described = JSON.parse(dataset ?? '') as { name: string; distribution: { contentUrl: string }[] }
	expect(described.name).toBe(say('open-data.title'))
	for (const { contentUrl } of described.distribution) {
		const path = new URL(contentUrl).pathname
		expect((await request.get(path)).status(), path).toBe(200)
		await expect(page.locator(`a[href="${path}"]`)).toHaveCount(1)
	}
	const archive = await request.get('/files/open-data/site.zip')
	expect([archive.status(), archive.headers()['content-type']]).toEqual([200, 'application/zip'])
	expect(new URL(archive.url()).pathname).toMatch(/site-\d+\.zip$/)
})

test('an address that leads nowhere says so in the reader’s language', async ({ page, lang, say }) => {
	for (const path of ['plans/none', 'commitments/none', 'records/none', 'members/none', 'nowhere']) {
		const answer = await page.goto(`/${lang}/${path}`)
		expect(answer?.status()).toBe(404)
		await expect(page.getByText(say('refusal.not_found'))).toBeVisible()
	}
})

/** Opens a page that must be readable without any script. */
async function open(page: Page, address: string, { isDescribed = false } = {}): Promise<void> {
	const answer = await page.goto(address)
	expect(answer?.status()).toBe(200)
	await settle(page, isDescribed ? ':not([type="application/ld+json"])' : '')
}

/** No scripts, one main heading, and nothing that axe objects to where it can run. */
async function settle(page: Page, but = ''): Promise<void> {
	expect(await page.locator(`script${but}, link[rel=modulepreload]`).count()).toBe(0)
	expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
	if (test.info().project.name.endsWith('-nojs')) return
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag22aa', 'best-practice'])
		.analyze()
	expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html ?? ''}`)).toEqual([])
}
