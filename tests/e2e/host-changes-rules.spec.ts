import { expect, test } from './site.ts'

test.setTimeout(180_000)

test('the host writes a version of the rules, sees what it would change, publishes it, and everyone can read it', async ({
	page,
	lang,
	say,
	signIn,
}) => {
	await signIn('INSTANCE_ADMIN')
	await page.goto(`/${lang}/admin/rules`)
	await page
		.locator('tr', { hasText: say('member-level.LOCAL') })
		.getByRole('link', { name: say('rule-version.new') })
		.click()

	// Nothing typed is lost where a number is wrong.
	const name = page.getByLabel(say('rule-version.field.versionName'))
	await name.fill('2099.1')
	await page.getByLabel(say('rule-version.field.validFrom')).fill('1-1-2099')
	await page.getByLabel(say('rule-basis.OURS')).check()
	await page
		.getByLabel(say('rule-version.field.source'), { exact: true })
		.fill('Keputusan pengelola, butir 3')
	await page.getByLabel(say('rule-version.field.noteId')).fill('Forum bertemu lebih sering.')
	await page.getByLabel(say('rule-version.field.noteEn')).fill('The forum meets more often.')
	const gap = page.locator('#rule-forumGapDays')
	await gap.fill('often')
	await page.getByRole('button', { name: say('rule-version.check') }).click()
	await expect(page.getByRole('alert').or(page.locator('.govuk-error-summary')).first()).toBeVisible()
	await expect(name).toHaveValue('2099.1')
	await expect(gap).toHaveValue('often')

	await gap.fill('92')
	await page.getByRole('button', { name: say('rule-version.check') }).click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		new RegExp(say('rule-version.check.title')),
	)
	await expect(page.getByText('The forum meets at least every 92 days.')).toBeVisible()
	await expect(page.getByText('Forum bertemu sekurang-kurangnya setiap 92 hari.')).toBeVisible()

	// Back to the form with all that was typed, and on.
	await page.getByRole('button', { name: say('rule-version.change') }).click()
	await expect(gap).toHaveValue('92')
	await gap.fill('91')
	await page.getByRole('button', { name: say('rule-version.check') }).click()
	await expect(page.getByText('The forum meets at least every 91 days.')).toBeVisible()
	await page.getByRole('button', { name: say('rule-version.publish') }).click()

	await expect(page.getByText(say('receipt.kind.rule-set.published'))).toBeVisible()
	await page.goto(`/${lang}/rules`)
	await page.getByRole('link', { name: /2099\.1/ }).click()
	await expect(page.getByText(/(every 91 days|setiap 91 hari)/).first()).toBeVisible()
	await page.goto(`/${lang}/records/rules-local-2099.1`)
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(new RegExp(say('act.rule-set.published')))
	await expect(page.getByText(/(every 91 days|setiap 91 hari)/).first()).toBeVisible()
})
