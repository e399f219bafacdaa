import { expect, test } from './site.ts'
import { fillEvidence, onward, sendForm, settled } from './workspace-steps.ts'

const FINDING = 'contoh-2025-v7'
const BAPPERIDA = 0
const BUDGET_WATCH = 1
const REPLY = 'Sembilan anggaran lama sudah diganti dengan anggaran tahun ini.'
const REASON = 'Dua dari sembilan anggaran itu masih anggaran tahun lalu.'

test('an institution replies to a finding, its author decides, and everyone reads the whole thread', async ({
	page,
	lang,
	say,
	signIn,
}) => {
	test.slow()
	const desk = { page, lang, say, signIn }
	await signIn('IMPLEMENTER', BAPPERIDA)
	await page.goto(`/${lang}/tasks`)
	await expect(page.getByRole('heading', { name: say('reply.waiting.title') })).toBeVisible()
	await settled(page, say)
	await page.locator(`a[href$="/findings/${FINDING}/reply"]`).click()
	await settled(page, say)
	await onward(desk)
	await expect(page.getByRole('alert')).toContainText(say('reply.text.required'))
	await page.getByLabel(say('workspace.in-indonesian'), { exact: true }).fill(REPLY)
	await onward(desk)
	await fillEvidence(desk, { url: 'https://bapperida.contoh.example/anggaran-baru', what: 'Daftar anggaran' })
	await settled(page, say)
	await onward(desk)
	await expect(page.getByRole('heading', { level: 1, name: say('reply.check.title') })).toBeVisible()
	await settled(page, say)
	await page.getByRole('button', { name: say('reply.check.publish') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('receipt.title') })).toBeVisible()
	await settled(page, say)

	await page.goto(`/${lang}/findings/${FINDING}/decision`)
	await expect(page.getByText(say('refusal.not_allowed'))).toBeVisible()
	await signIn('CSO_MONITOR', BUDGET_WATCH)
	await page.goto(`/${lang}/verify`)
	await expect(page.getByRole('heading', { name: say('decision.waiting.title') })).toBeVisible()
	await settled(page, say)
	await page.locator(`a[href$="/findings/${FINDING}/decision"]`).click()
	await expect(page.getByText(REPLY)).toBeVisible()
	await settled(page, say)
	const values = { before: '0', now: '1' }
	await page.getByRole('radio', { name: say('decision.choice.MAINTAINED', values) }).check()
	await onward(desk)
	await expect(page.getByRole('alert')).toContainText(say('decision.reason.required'))
	await page.getByLabel(say('decision.reason.id')).fill(REASON)
	await onward(desk)
	await settled(page, say)
	await page.getByRole('button', { name: say('decision.check.publish') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('receipt.title') })).toBeVisible()

	await page.context().clearCookies()
	await page.goto(`/${lang}/records/${FINDING}`)
	for (const words of [REPLY, REASON]) await expect(page.getByText(words)).toBeVisible()
	await settled(page, say)
	await page.goto(`/${lang}/commitments/contoh-2025-4`)
	expect(await page.content()).toContain(REASON)
	await settled(page, say)
})

test('whoever stands back judges nothing of the commitment, and the implementing side never does', async ({
	page,
	lang,
	say,
	signIn,
}) => {
	const HEALTH = 'contoh-2025-3'
	await signIn('IMPLEMENTER', 1)
	for (const path of [`verify/commitments/${HEALTH}`, 'verify/milestones/contoh-2025-3-m1']) {
		expect((await page.goto(`/${lang}/${path}`))?.status()).toBe(403)
	}
	const declared = { personInterests: 'NONE', organizationInterests: 'NONE' }
	const refused = await sendForm(page, `/${lang}/verify/milestones/contoh-2025-3-m1`, declared)
	expect(refused.status()).toBe(403)

	await signIn('CSO_MONITOR', BUDGET_WATCH)
	await page.goto(`/${lang}/verify/commitments/${HEALTH}/stand-back`)
	await settled(page, say)
	await page.getByRole('button', { name: say('recusal.publish') }).click()
	await expect(page.getByRole('alert')).toContainText(say('recusal.scope.required'))
	await page
		.getByRole('radio', { name: say('recusal.scope.ORGANIZATION', { organization: '' }).trim() })
		.check()
	await page.getByRole('checkbox', { name: say('interest.FUNDED_BY') }).check()
	await page.getByLabel(say('recusal.reason.id')).fill('Dinas membiayai pelatihan kami tahun ini.')
	await page.getByRole('radio', { name: say('recusal.replacement.OTHER_ORGANIZATION') }).check()
	await page.getByLabel(say('recusal.other')).selectOption('contoh-forum-warga')
	await page.getByRole('button', { name: say('recusal.publish') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('receipt.title') })).toBeVisible()

	await page.goto(`/${lang}/verify/milestones/contoh-2025-3-m2`)
	await expect(page.getByText(say('refusal.recused'))).toBeVisible()
	await settled(page, say)
	await page.context().clearCookies()
	await page.goto(`/${lang}/commitments/${HEALTH}`)
	await expect(page.getByRole('heading', { name: say('recusal.heading') })).toBeVisible()
	await settled(page, say)
})
