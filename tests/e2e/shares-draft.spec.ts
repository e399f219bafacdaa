import { expect, test } from './site.ts'
import type { E2eSite } from './site.ts'
import { settled, stands } from './workspace-steps.ts'
import type { Desk } from './workspace-steps.ts'

/** A site that starts this many days in the past: the shortest round, opened then, is over today. */
test.use({ daysBehind: 8 })

const PLAN = 'contoh-2025'
const DISSENT = 'Dua desa belum terhitung.'

test('a draft is shared, an organization dissents from it, and the published report prints what it said', async ({
	page,
	lang,
	say,
	signIn,
	site,
}) => {
	test.slow()
	const desk = { page, lang, say, signIn }
	const draft = await share(desk)
	await dissentFrom(desk, draft)

	// Whoever judges nothing of this member has no such page, and neither has the public.
	await signIn('IMPLEMENTER')
	expect((await page.goto(draft))?.status()).toBe(403)
	await page.context().clearCookies()
	await page.goto(draft)
	await expect(page).toHaveURL(/sign-in/)

	const recordId = await compile(desk, site, draft)
	await page.context().clearCookies()
	await page.goto(`/${lang}/reports/${recordId}`)
	await expect(page.getByText(DISSENT)).toBeVisible()
	await stands(page)
})

/** The point of contact shares the progress report for the fewest days; gives the address of the draft. */
async function share({ page, lang, say, signIn }: Desk): Promise<string> {
	await signIn('POC')
	await page.goto(`/${lang}/poc/plans/${PLAN}/report`)
	await page.getByRole('link', { name: say('report-draft.open.link') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('report-draft.open.title') })).toBeVisible()
	await settled(page, say)
	const days = page.getByLabel(say('report-draft.days'), { exact: true })
	await days.fill('6')
	await page.getByRole('button', { name: say('report-draft.open.button') }).click()
	await expect(page.getByRole('alert')).toContainText(say('report-draft.days.wrong'))
	await expect(days).toHaveValue('6')
	await days.fill('7')
	await page.getByRole('button', { name: say('report-draft.open.button') }).click()
	await expect(page.getByText(say('report-draft.dissents.none'))).toBeVisible()
	await stands(page)
	return page.url()
}

/** A monitor finds the draft among what waits, and says what is missing. */
async function dissentFrom({ page, lang, say, signIn }: Desk, draft: string): Promise<void> {
	await signIn('CSO_MONITOR')
	await page.goto(`/${lang}/verify`)
	await page.locator(`a[href="${new URL(draft).pathname}"]`).click()
	await page.getByRole('button', { name: say('report-draft.dissent') }).click()
	await page.getByLabel(say('remark.url')).fill('javascript:alert(1)')
	await page.getByRole('button', { name: say('report-draft.dissent.button') }).click()
	await expect(page.getByRole('alert')).toBeVisible()
	await settled(page, say)
	await page.getByLabel(say('remark.url')).fill('')
	await page.getByLabel(say('remark.text.id')).fill(DISSENT)
	await page.getByRole('button', { name: say('report-draft.dissent.button') }).click()
	await expect(page).toHaveURL(draft)
	await expect(page.getByText(DISSENT)).toBeVisible()
	await stands(page)
}

/** No report comes out before the last day is over, and the one after it does; gives its number. */
async function compile({ page, lang, say, signIn }: Desk, site: E2eSite, draft: string): Promise<string> {
	await signIn('POC')
	await page.goto(`/${lang}/poc/plans/${PLAN}/report`)
	await page.getByRole('button', { name: say('poc.report.compile') }).click()
	await expect(page.getByText(say('refusal.draft_round_open'))).toBeVisible()
	site.letDaysPass()
	await page.goto(draft)
	await page.getByRole('button', { name: say('report-draft.compile') }).click()
	await page.getByRole('button', { name: say('poc.report.compile') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('poc.compiled.title') })).toBeVisible({
		timeout: 60_000,
	})
	await settled(page, say)
	return page.url().split('/').at(-1) ?? ''
}
