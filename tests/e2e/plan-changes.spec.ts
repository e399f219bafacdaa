import { expect, test } from './site.ts'
import { fieldsOf, openTask, settled } from './workspace-steps.ts'

const PLAN = 'contoh-2025'
const MILESTONE = `${PLAN}-1-m2`
const KOMINFO = 2
const REQUESTS = /^(Every data request answered in public|Setiap permintaan data dijawab secara terbuka)$/

test('a date that is moved late is approved by a second person, and everyone sees both days', async ({
	page,
	lang,
	say,
	signIn,
}) => {
	const amendments = `/${lang}/poc/plans/${PLAN}/amendments`
	await signIn('SECRETARIAT')
	await page.goto(amendments)
	await page.getByRole('button', { name: say('amendment.begin') }).click()
	await page.locator('[name=reasonId]').fill('Pengadaan terlambat.')
	await page.getByLabel(say('amendment.proposedBy'), { exact: true }).fill('Dinas Kominfo')
	await page.getByLabel(say('amendment.agreedBy'), { exact: true }).fill('Forum')
	const effectiveOn = page.getByLabel(say('amendment.effectiveOn'), { exact: true })
	await effectiveOn.fill('31-6-2026')
	await page.getByRole('button', { name: say('amendment.save') }).click()
	await expect(page.getByRole('alert')).toBeVisible()
	await expect(effectiveOn).toHaveValue('31-6-2026')
	await settled(page, say)
	await effectiveOn.fill('30-11-2026')
	await page.getByRole('button', { name: say('amendment.save') }).click()

	const draft = page.url()
	await page.goto(`${draft}/records/${MILESTONE}`)
	await page.getByLabel(say('amendment.field.endsOn'), { exact: true }).fill('31-12-2027')
	await page.getByRole('button', { name: say('amendment.save') }).click()
	await expect(page.getByText(say('amendment.late.AFTER_END'))).toBeVisible()
	await settled(page, say)
	await page.goto(`${draft}/submit`)
	await page.getByRole('button', { name: say('amendment.submit') }).click()
	await expect(page.getByRole('button', { name: say('amendment.approve') })).toHaveCount(0)

	await signIn('POC')
	await page.goto(draft)
	await page.getByRole('button', { name: say('amendment.approve') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('receipt.title') })).toBeVisible()

	await page.context().clearCookies()
	await page.goto(`/${lang}/commitments/${PLAN}-1`)
	const baseline = page.getByRole('table', { name: say('amendment.baseline.dates') })
	await expect(baseline).toContainText(/2026[\s\S]*2027/)
	await expect(baseline).toContainText(say('amendment.late.AFTER_END'))
	await settled(page, say)
})

test('an officer without an account answers one report through a link, once', async ({
	page,
	lang,
	say,
	signIn,
}) => {
	await signIn('IMPLEMENTER', KOMINFO)
	await openTask({ page, lang, say, signIn }, REQUESTS)
	await page.getByRole('link', { name: say('update-link.offer') }).click()
	await page.getByLabel(say('update-link.name'), { exact: true }).fill('Petugas lapangan')
	await page.getByLabel(say('update-link.email'), { exact: true }).fill('lapangan@contoh.example')
	await page.getByRole('button', { name: say('update-link.give') }).click()
	await settled(page, say)
	const link = /http\S+update-link\S+/.exec(await page.locator('main').innerText())?.[0] ?? ''

	await page.context().clearCookies()
	await page.goto(link)
	expect(await fieldsOf(page)).toBeLessThanOrEqual(12)
	await page.getByRole('radio', { name: say('level.NOT_STARTED') }).check()
	const done = page.locator('[name=doneId]')
	await done.fill('Menunggu surat keputusan.')
	await page.getByRole('button', { name: say('update-link.send') }).click()
	await expect(page.getByRole('alert')).toBeVisible()
	await expect(done).toHaveValue('Menunggu surat keputusan.')
	await settled(page, say)
	await page.getByRole('checkbox', { name: say('challenge.APPROVALS') }).check()
	await page.getByRole('button', { name: say('update-link.send') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('update-link.sent.title') })).toBeVisible()

	await page.goto(link)
	await expect(page.getByText(say('update-link.refused.text'))).toBeVisible()
})
