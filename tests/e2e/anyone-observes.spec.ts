import { expect, test } from './site.ts'
import { settled } from './workspace-steps.ts'

const MILESTONE = 'contoh-2025-4-m3'
const SEEN = 'Di balai desa kami ada pertemuan tanya jawab pada hari Sabtu, dan notulennya ditempel.'

test('anyone says what they saw, everyone reads it, and the host hides it only with a reason', async ({
	page,
	lang,
	say,
	signIn,
}) => {
	await page.goto(`/${lang}/commitments/contoh-2025-4`)
	await page.locator(`a[href$="/milestones/${MILESTONE}/observe"]`).click()
	await settled(page, say)
	await page.getByLabel(say('observation.text'), { exact: true }).fill('Ada.')
	await page.getByRole('radio', { name: say('written-language.id') }).check()
	await page.getByRole('button', { name: say('observation.check') }).click()
	await expect(page.getByRole('alert')).toContainText(say('observation.text.short'))
	await page.getByLabel(say('observation.text'), { exact: true }).fill(SEEN)
	await page.getByRole('button', { name: say('observation.check') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('observation.check.title') })).toBeVisible()
	await settled(page, say)
	// Whoever is faster than a person who reads is asked to wait.
	await page.waitForTimeout(3_000)
	await page.getByRole('button', { name: say('observation.send') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('observation.receipt.title') })).toBeVisible()
	await settled(page, say)
	const recordId = page.url().split('/').at(-2) ?? ''

	await page.goto(`/${lang}/commitments/contoh-2025-4`)
	expect(await page.content()).toContain(SEEN)
	expect((await page.request.get(`/records/${recordId}.json`)).status()).toBe(200)

	await signIn('INSTANCE_ADMIN')
	await page.goto(`/${lang}/admin/observations`)
	await page.locator(`a[href$="/observations/${recordId}/hide"]`).click()
	await settled(page, say)
	await page.getByRole('button', { name: say('observation.hide.confirm') }).click()
	await expect(page.getByRole('alert')).toContainText(say('observation.hide.reason.required'))
	await page.getByRole('radio', { name: say('hiding-reason.ADVERTISING') }).check()
	await page.getByLabel(say('observation.hide.note-id')).fill('Tautan ke toko.')
	await page.getByRole('button', { name: say('observation.hide.confirm') }).click()

	await page.context().clearCookies()
	await page.goto(`/${lang}/commitments/contoh-2025-4`)
	expect(await page.content()).not.toContain(SEEN)
	expect((await page.goto(`/${lang}/records/${recordId}`))?.status()).toBe(410)
	await expect(page.getByText('Tautan ke toko.')).toBeVisible()
	await settled(page, say)
	expect((await page.request.get(`/records/${recordId}.json`)).status()).toBe(410)
	await page.goto(`/${lang}/observations/hidden`)
	await expect(page.getByText('Tautan ke toko.')).toBeVisible()
	await expect(page.getByText(new RegExp(`\\(${say('demonstration.mark')}\\)`)).first()).toBeVisible()
})

test('claims and findings stand side by side, on the page and in its file', async ({ page, lang, say }) => {
	await page.goto(`/${lang}/divergence?member=kabupaten-contoh`)
	await settled(page, say)
	await expect(page.getByRole('table', { name: say('divergence.table') })).toBeVisible()
	const href = await page.getByRole('link', { name: say('divergence.download.csv') }).getAttribute('href')
	const file = await page.request.get(href ?? '')
	expect([file.status(), file.headers()['content-type']]).toEqual([200, expect.stringContaining('text/csv')])
	const rows = (await file.text()).trim().split(/\r?\n/)
	expect(rows.length).toBeGreaterThan(3)
	expect(rows.slice(1).every((row) => row.includes('contoh-2025'))).toBe(true)
	expect(await (await page.request.get(href ?? '')).text()).toBe(await file.text())
})
