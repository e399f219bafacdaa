import type { Page } from '@playwright/test'
import { EXPECTATIONS } from '#app/domain/expectation/view.ts'
import { expect, test } from './site.ts'
import { settled, stands } from './workspace-steps.ts'

const MEMBER = /^(Example Regency|Kabupaten Contoh) \(/
const PAST = '2026-06-30'

/** The address of a link on the page. */
async function addressOf(page: Page, name: string): Promise<string> {
	return (await page.getByRole('link', { name, exact: true }).getAttribute('href')) ?? ''
}

test('anyone reads all members side by side, then why one stands where it stands, down to a record', async ({
	page,
	lang,
	say,
}) => {
	await page.goto(`/${lang}`)
	await page
		.getByRole('contentinfo')
		.getByRole('link', { name: say('site.footer.expectations') })
		.click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('expectations.title'))
	await stands(page)
	const names = await page
		.getByRole('table')
		.getByRole('rowheader')
		.or(page.locator('tbody td:first-child'))
		.allInnerTexts()
	expect(names.length).toBeGreaterThan(20)
	expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, lang)))

	await page.getByRole('link', { name: MEMBER }).click()
	await expect(page).toHaveURL(new RegExp(`/${lang}/expectations/kabupaten-contoh`))
	await settled(page, say)
	for (const code of EXPECTATIONS)
		await expect(page.getByRole('heading', { level: 2, name: say(`expectation.${code}`) })).toBeVisible()

	const second = page.locator('#E2_COMMITMENTS')
	await expect(second.getByText(say('expectation-rule.active'))).toBeVisible()
	await expect(second.getByRole('heading', { name: say('commitment-tests.title') })).toBeVisible()
	await page
		.locator('#E1_DECLARATION')
		.getByRole('link', { name: say('act.endorsement.published') })
		.first()
		.click()
	await expect(page.getByText(say('record.sealed.yes'))).toBeVisible()
})

test('the levels of an earlier day stand in the address, with their history', async ({ page, lang, say }) => {
	await page.goto(`/${lang}/expectations/kabupaten-contoh`)
	await page.getByLabel(say('expectations.on')).fill(PAST)
	await page.getByRole('button', { name: say('expectations.on.button') }).click()
	await expect(page).toHaveURL(new RegExp(`on=${PAST}`))
	await settled(page, say)
	await expect(page.getByRole('table', { name: say('standing-history.caption') })).toBeVisible()

	await page.goto(`/${lang}/expectations?on=2099-01-01`)
	await expect(page.getByText(say('expectations.on.future'))).toBeVisible()
})

test('the same levels are had as a table, one row for each member and expectation', async ({
	page,
	request,
	lang,
	say,
}) => {
	await page.goto(`/${lang}/expectations?on=${PAST}`)
	const answer = await request.get(await addressOf(page, say('expectations.files.csv')))
	expect(answer.headers()['content-type']).toContain('text/csv')
	const [head = '', ...rows] = (await answer.text()).trim().split(/\r?\n/)
	expect(head).toContain('expectation')
	const own = rows.filter((row) => row.includes('kabupaten-contoh'))
	expect(EXPECTATIONS.every((code) => own.some((row) => row.includes(code)))).toBe(true)
	expect(own.every((row) => row.includes(PAST))).toBe(true)
})
