import type { Page } from '@playwright/test'
import type { Role } from '#app/access/policy.ts'
import { expect, test } from './site.ts'
import type { Desk } from './workspace-steps.ts'
import { INSTITUTIONS, declareNone, onward, publishReport, sendForm, settled } from './workspace-steps.ts'

const TRAINING = /^(Volunteers trained in twenty sub-districts|Kader terlatih di dua puluh kecamatan)$/
const RULE = /^(Rule on which contracts are published|Aturan kontrak yang diterbitkan)$/
const CONTRACTS = /^(Contracts of the running year published|Kontrak tahun berjalan diterbitkan)$/
const FORUM = 0
const REASONS = 'We visited all twenty sub-districts and found trained volunteers in twelve of them.'

test('a monitor judges a claim on own evidence and publishes it alone', async ({
	page,
	lang,
	say,
	signIn,
}) => {
	test.slow()
	const desk = { page, lang, say, signIn }
	await signIn('CSO_MONITOR', FORUM)
	await page.goto(`/${lang}/tasks`)
	await settled(page, say)
	await page.getByRole('link', { name: say('verify.title'), exact: true }).click()
	await expect(page).toHaveURL(new RegExp(`/${lang}/verify$`))
	await settled(page, say)
	await page.getByRole('link', { name: TRAINING }).click()

	await expect(page.getByRole('heading', { level: 1, name: say('verify.subject.title') })).toBeVisible()
	await expect(page.getByRole('heading', { name: say('claim.heading') })).toBeVisible()
	await settled(page, say)
	await page.getByRole('button', { name: say('verify.declaration.send') }).click()
	await expect(page.getByRole('alert')).toContainText(say('verification.interest.required'))
	await page.getByRole('checkbox', { name: say('interest-choice.PERSON.OTHER'), exact: true }).check()
	await page.getByRole('button', { name: say('verify.declaration.send') }).click()
	await expect(page.getByRole('alert')).toContainText(say('verification.statement.required'))
	await settled(page, say)
	await expect(
		page.getByRole('checkbox', { name: say('interest-choice.PERSON.OTHER'), exact: true }),
	).toBeChecked()
	await page.getByRole('checkbox', { name: say('interest-choice.PERSON.OTHER'), exact: true }).uncheck()
	await declareNone(desk)

	const draftId = await writeFinding(desk, 'LIMITED', 'CONFIRMED')
	await expect(page.getByText(say('independence.INDEPENDENT'), { exact: true })).toBeVisible()
	await settled(page, say)

	await governmentFindsNothing(desk, draftId)

	await signIn('CSO_MONITOR', FORUM)
	await page.goto(`/${lang}/verifications/${draftId}/check`)
	await page.getByRole('button', { name: say('finding.check.publish') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('receipt.title') })).toBeVisible()
	await settled(page, say)
	await expect(page.getByText(say('receipt.number.value', { recordId: draftId, version: 1 }))).toBeVisible()

	const before = await (await page.request.get(`/records/${draftId}.json`)).json()
	expect(before).toMatchObject({
		content: { verifiedLevel: 'LIMITED', outcome: 'CONFIRMED', independence: 'INDEPENDENT' },
	})
	const again = await sendForm(page, `/${lang}/verifications/${draftId}/publish`, { version: '4' })
	expect([again.status(), again.headers()['location']]).toEqual([303, `/${lang}/receipts/${draftId}`])
	await governmentFindsNothing(desk, draftId)
	expect(await (await page.request.get(`/records/${draftId}.json`)).json()).toEqual(before)

	await page.goto(`/${lang}/records/${draftId}`)
	await expect(page.getByText(REASONS).first()).toBeVisible()
	await signIn('CSO_MONITOR', FORUM)
	await page.goto(`/${lang}/verify`)
	await expect(page.getByRole('link', { name: TRAINING })).toHaveCount(0)
})

test('a milestone past its end without a claim is judged as it was promised', async ({
	page,
	lang,
	say,
	signIn,
}) => {
	const desk = { page, lang, say, signIn }
	await signIn('CSO_MONITOR', FORUM)
	await page.goto(`/${lang}/verify`)
	await page.getByRole('link', { name: RULE }).click()
	await expect(page.getByText(say('verify.no-claim'))).toBeVisible()
	await declareNone(desk)
	await expect(page.getByText(say('finding.outcome.promised'))).toBeVisible()
	await page.getByRole('radio', { name: say('finding.level.none') }).check()
	await page.getByRole('radio', { name: say('outcome.NOT_CONFIRMED') }).check()
	await onward(desk)
	await expect(page.getByRole('alert')).toContainText(say('verification.level.only-cannot-verify'))
	await settled(page, say)
})

test('a claim that is superseded while it is judged is shown before anything is published', async ({
	page,
	lang,
	say,
	signIn,
}) => {
	test.slow()
	const desk = { page, lang, say, signIn }
	const claimId = await publishReport(
		desk,
		INSTITUTIONS.kominfo,
		CONTRACTS,
		'Kontrak Januari sampai September diterbitkan.',
	)
	await signIn('CSO_MONITOR', FORUM)
	await page.goto(`/${lang}/verify`)
	await page.getByRole('link', { name: CONTRACTS }).click()
	await declareOrBegin(desk)
	const draftId = await writeFinding(desk, 'SUBSTANTIAL', 'CONFIRMED')

	await correct(desk, claimId)

	await signIn('CSO_MONITOR', FORUM)
	const refused = await sendForm(page, `/${lang}/verifications/${draftId}/publish`, { version: '4' })
	expect(refused.status()).toBe(409)
	await page.goto(`/${lang}/verifications/${draftId}/check`)
	await expect(page.getByText(say('finding.newer.title'))).toBeVisible()
	await expect(page.getByRole('button', { name: say('finding.check.publish') })).toHaveCount(0)
	await settled(page, say)
	await page.getByRole('button', { name: say('finding.newer.take') }).click()
	await expect(page.getByRole('radio', { name: say('level.SUBSTANTIAL') })).toBeChecked()
	await page.getByRole('radio', { name: say('outcome.PARTLY_CONFIRMED') }).check()
	await onward(desk)
	await page.getByRole('button', { name: say('finding.check.publish') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('receipt.title') })).toBeVisible()
	expect(await (await page.request.get(`/records/${draftId}.json`)).json()).toMatchObject({
		content: { claimVersion: 2 },
	})
})

/** From the first question of a finding to its check; gives the draft's id. */
async function writeFinding(desk: Desk, level: string, outcome: string): Promise<string> {
	const { page, say } = desk
	await expect(page.getByRole('heading', { level: 1, name: say('finding.title') })).toBeVisible()
	await settled(page, say)
	await page.getByRole('radio', { name: say(`level.${level}`) }).check()
	await page.getByRole('radio', { name: say(`outcome.${outcome}`), exact: true }).check()
	await onward(desk)
	await page.getByRole('radio', { name: say('method.SITE_VISIT') }).check()
	await page.getByRole('radio', { name: say('confidence.HIGH') }).check()
	await page.getByLabel(say('finding.rationale.en')).fill('Too short.')
	await onward(desk)
	await expect(page.getByRole('alert')).toContainText(say('verification.rationale.too-short'))
	await expect(page.getByLabel(say('finding.rationale.en'))).toHaveValue('Too short.')
	await settled(page, say)
	await page.getByLabel(say('finding.rationale.en')).fill(REASONS)
	await onward(desk)
	await settled(page, say)
	await page.getByLabel(say('finding.evidence.url')).fill('https://forumwarga.contoh.example/kunjungan')
	await page.getByLabel(say('task.evidence.kind')).selectOption({ label: say('evidence-kind.REPORT') })
	await page.getByLabel(say('task.evidence.what')).fill('Catatan kunjungan')
	await page.getByRole('radio', { name: say('stance.SUPPORTS') }).check()
	await onward(desk)
	await expect(page.getByRole('heading', { level: 1, name: say('finding.check.title') })).toBeVisible()
	return page.url().split('/').at(-2) ?? ''
}

async function declareOrBegin(desk: Desk): Promise<void> {
	const begin = desk.page.getByRole('button', { name: desk.say('verify.begin') })
	if ((await begin.count()) > 0) return begin.click()
	return declareNone(desk)
}

/** The officer and the lead publish the next version of the claim. */
async function correct(desk: Desk, recordId: string): Promise<void> {
	const { page, say, lang, signIn } = desk
	await signIn('IMPLEMENTER', INSTITUTIONS.kominfo)
	await page.goto(`/${lang}/receipts/${recordId}`)
	await page.getByRole('link', { name: say('receipt.successor') }).click()
	await page.getByRole('radio', { name: say('level.COMPLETE') }).check()
	await onward(desk)
	await page.getByRole('button', { name: say('task.check.send') }).click()
	await signIn('INSTITUTION_LEAD', INSTITUTIONS.kominfo)
	await page.goto(`/${lang}/tasks`)
	await page.getByRole('link', { name: CONTRACTS }).first().click()
	await page.getByRole('button', { name: say('approval.approve') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('receipt.title') })).toBeVisible()
}

const OUTSIDERS: readonly Role[] = ['IMPLEMENTER', 'INSTITUTION_LEAD', 'POC', 'SECRETARIAT']

/** No government account opens, changes or publishes a finding, whatever the address. */
async function governmentFindsNothing({ page, lang, signIn }: Desk, draftId: string): Promise<void> {
	for (const role of OUTSIDERS) {
		await signIn(role)
		for (const step of ['finding', 'reasons', 'evidence', 'check']) {
			expect(await statusOf(page, `/${lang}/verifications/${draftId}/${step}`)).toBe(403)
		}
		const finding = { version: '4', level: 'COMPLETE', outcome: 'CONFIRMED' }
		for (const [step, form] of [
			['finding', finding],
			['evidence/0/remove', { version: '4' }],
			['publish', { version: '4' }],
		] as const) {
			expect((await sendForm(page, `/${lang}/verifications/${draftId}/${step}`, form)).status()).toBe(403)
		}
	}
	await signIn('CSO_OWNER')
	expect(await statusOf(page, `/${lang}/verifications/${draftId}/check`)).toBe(404)
}

async function statusOf(page: Page, path: string): Promise<number> {
	return (await page.context().request.get(path, { maxRedirects: 0 })).status()
}
