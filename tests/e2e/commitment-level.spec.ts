import { expect, test } from './site.ts'
import { INSTITUTIONS, settled } from './workspace-steps.ts'

// Other journeys send reports of the same office: a site to itself.
test.use({ daysBehind: 3 })

const KOMINFO = INSTITUTIONS.kominfo
const WHY = 'Dua dari tiga layanan sudah berjalan.'

test('milestones suggest a level of the whole commitment, an officer states it in a sentence, a second person publishes it', async ({
	page,
	lang,
	say,
	signIn,
}) => {
	await signIn('IMPLEMENTER', KOMINFO)
	await page.goto(`/${lang}/tasks`)
	const levels = page.locator('section', {
		has: page.getByRole('heading', { name: say('commitment-level.list.own') }),
	})
	const link = levels.getByRole('link').first()
	const commitment = await link.innerText()
	await link.click()
	await expect(page.getByRole('heading', { level: 1, name: say('commitment-level.title') })).toBeVisible()
	const suggested = /come to: ([^,]+),|menunjukkan: ([^,]+),/
	await expect(page.getByText(suggested)).toBeVisible()
	await settled(page, say)

	await page.getByRole('radio', { name: say('level.SUBSTANTIAL') }).check()
	await page.getByRole('button', { name: say('commitment-level.send') }).click()
	await expect(page.getByRole('alert')).toContainText(say('commitment-level.sentence.required'))
	await expect(page.getByRole('radio', { name: say('level.SUBSTANTIAL') })).toBeChecked()
	await settled(page, say)
	await page.getByLabel(say('commitment-level.sentence.in-indonesian'), { exact: true }).fill(WHY)
	await page.getByRole('button', { name: say('commitment-level.send') }).click()
	await expect(page.getByText(say('commitment-level.waiting'))).toBeVisible()
	await settled(page, say)

	await signIn('INSTITUTION_LEAD', KOMINFO)
	await page.goto(`/${lang}/tasks`)
	await page
		.locator('section', { has: page.getByRole('heading', { name: say('commitment-level.list.approvals') }) })
		.getByRole('link', { name: commitment, exact: true })
		.click()
	await expect(page.getByText(WHY)).toBeVisible()
	await settled(page, say)
	await page.getByRole('button', { name: say('approval.return') }).click()
	await page.getByLabel(say('commitment-level.return.label')).fill('Sebutkan layanannya.')
	await settled(page, say)
	await page.getByRole('button', { name: say('approval.return.send') }).click()

	await signIn('IMPLEMENTER', KOMINFO)
	await page.goto(`/${lang}/tasks`)
	await levels.getByRole('link', { name: commitment, exact: true }).first().click()
	await expect(page.getByText('Sebutkan layanannya.')).toBeVisible()
	await expect(page.getByRole('radio', { name: say('level.SUBSTANTIAL') })).toBeChecked()
	await page.getByLabel(say('commitment-level.sentence.in-indonesian'), { exact: true }).fill(`${WHY} PPID.`)
	await page.getByRole('button', { name: say('commitment-level.send') }).click()

	await signIn('INSTITUTION_LEAD', KOMINFO)
	await page.goto(`/${lang}/tasks`)
	await page
		.locator('section', { has: page.getByRole('heading', { name: say('commitment-level.list.approvals') }) })
		.getByRole('link', { name: commitment, exact: true })
		.click()
	await page.getByRole('button', { name: say('approval.approve') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('receipt.title') })).toBeVisible()
	await expect(page.getByText(say('receipt.kind.commitment-level.published'))).toBeVisible()
	await page.getByRole('link', { name: say('receipt.record') }).click()
	await expect(page.getByText(`${WHY} PPID.`).first()).toBeVisible()
	await settled(page, say)
})
