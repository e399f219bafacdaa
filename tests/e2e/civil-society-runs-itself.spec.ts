import { fromLetter } from './letters.ts'
import { expect, test } from './site.ts'
import type { Desk } from './workspace-steps.ts'
import { declareNone, onward, settled } from './workspace-steps.ts'

/** The organization of the demonstration in which a colleague reads each finding. */
const VOICE = 2
const BUDGETS = /^(Budgets of all 120 villages online|Anggaran 120 desa tersedia daring)$/
const REASONS = 'We opened all budgets on the page and asked in six villages which year they are of.'

test('an owner invites a person, who comes in by the letter and stands in public as a number', async ({
	page,
	site,
	lang,
	say,
	signIn,
}) => {
	const desk = { page, lang, say, signIn }
	await signIn('CSO_OWNER', VOICE)
	await page.goto(`/${lang}/cso`)
	await settled(page, say)
	await page.getByRole('button', { name: say('cso.invite') }).click()
	await page.getByLabel(say('cso.email')).fill('rekan.suara-perempuan@contoh.example')
	await settled(page, say)
	await page.getByRole('button', { name: say('cso.invite.send') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('receipt.title') })).toBeVisible()
	await join(
		desk,
		{ outbox: site.outbox, to: 'rekan.suara-perempuan@contoh.example' },
		'Pemantau baru (peragaan)',
	)
	await page.goto(`/${lang}/verify`)
	await expect(page.getByRole('heading', { level: 1, name: say('verify.title') })).toBeVisible()

	await page.context().clearCookies()
	await page.goto(`/${lang}/organizations/contoh-suara-perempuan`)
	const joined = say('account-event.PERSON_JOINED', { number: '3', role: say('role.CSO_MONITOR') })
	await expect(page.getByText(joined)).toBeVisible()
	await settled(page, say)
})

test('the host invites only the first person of an organization, and its page says so', async ({
	page,
	site,
	lang,
	say,
	signIn,
}) => {
	const desk = { page, lang, say, signIn }
	await signIn('INSTANCE_ADMIN')
	await page.goto(`/${lang}/admin/organizations`)
	await settled(page, say)
	await page.getByRole('button', { name: say('hosted.new') }).click()
	await page.getByLabel(say('hosted.name-id')).fill('Jaringan Pemuda Contoh')
	await page.getByLabel(say('hosted.name-en')).fill('Example Youth Network')
	await page.getByLabel(say('cso.email')).fill('ketua.jaringan-pemuda@contoh.example')
	await settled(page, say)
	await page.getByRole('button', { name: say('hosted.register') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('receipt.title') })).toBeVisible()
	await page.goto(`/${lang}/admin/organizations`)
	const name = lang === 'en' ? 'Example Youth Network' : 'Jaringan Pemuda Contoh'
	const address = await page.getByRole('link', { name }).first().getAttribute('href')

	await page.context().clearCookies()
	await page.goto(address ?? '')
	await expect(page.getByText(say('organization.by'))).toBeVisible()
	await settled(page, say)
	await join(
		desk,
		{ outbox: site.outbox, to: 'ketua.jaringan-pemuda@contoh.example' },
		'Ketua Jaringan Pemuda (peragaan)',
	)
	await page.goto(`/${lang}/cso`)
	await expect(page.getByText('ketua.jaringan-pemuda@contoh.example').first()).toBeVisible()
})

test('a finding that takes over what a resident saw is read by a colleague before it is published', async ({
	page,
	lang,
	say,
	signIn,
}) => {
	test.slow()
	const desk = { page, lang, say, signIn }
	await signIn('CSO_MONITOR', VOICE)
	await page.goto(`/${lang}/verify`)
	await page.getByRole('link', { name: BUDGETS }).click()
	await settled(page, say)
	await declareNone(desk)
	await page.getByRole('radio', { name: say('level.LIMITED') }).check()
	await page.getByRole('radio', { name: say('outcome.CONFIRMED'), exact: true }).check()
	await onward(desk)
	await page.getByRole('radio', { name: say('method.DATA_ANALYSIS') }).check()
	await page.getByRole('radio', { name: say('confidence.HIGH') }).check()
	await page.getByLabel(say('finding.rationale.en')).fill(REASONS)
	await onward(desk)
	const draftId = page.url().split('/').at(-2) ?? ''
	await page.locator(`a[href$="/verifications/${draftId}/observations"]`).click()
	await settled(page, say)
	await page.getByRole('radio', { name: say('stance.CONTRADICTS') }).check()
	await page.getByRole('button', { name: say('observation.take-over') }).click()
	await page.goto(`/${lang}/verifications/${draftId}/check`)
	await settled(page, say)
	await expect(page.getByRole('button', { name: say('finding.check.publish') })).toHaveCount(0)
	await page.getByRole('button', { name: say('finding-review.ask') }).click()

	await signIn('CSO_OWNER', VOICE)
	await page.goto(`/${lang}/verify/reviews`)
	await settled(page, say)
	await page.getByRole('link', { name: BUDGETS }).click()
	await settled(page, say)
	await expect(page.getByText(say('independence.INDEPENDENT'), { exact: true })).toBeVisible()
	await page.getByRole('button', { name: say('finding-review.pass') }).click()

	await signIn('CSO_MONITOR', VOICE)
	await page.goto(`/${lang}/verifications/${draftId}/check`)
	await settled(page, say)
	await page.getByRole('button', { name: say('finding.check.publish') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('receipt.title') })).toBeVisible()
	expect(await (await page.request.get(`/records/${draftId}.json`)).json()).toMatchObject({
		content: { isPeerReviewed: true, independence: 'INDEPENDENT', evidence: [{ stance: 'CONTRADICTS' }] },
	})
	await page.context().clearCookies()
	await page.goto(`/${lang}/records/${draftId}`)
	await expect(page.locator('a[href$="/records/contoh-2025-o1"]')).toBeVisible()
	await settled(page, say)
})

/** Takes up the newest invitation and signs in for the first time. */
async function join(
	{ page, lang, say }: Desk,
	{ outbox, to }: { outbox: string; to: string },
	name: string,
): Promise<void> {
	await page.context().clearCookies()
	const token = await fromLetter(outbox, to, /invitation\?token=(?:3D)?/)
	await page.goto(`/${lang}/invitation?token=${token}`)
	await settled(page, say)
	await page.getByLabel(say('cso.display-name')).fill(name)
	await page.getByRole('button', { name: say('invitation.join') }).click()
	await page.getByRole('button', { name: say('account.link.submit') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('receipt.title') })).toBeVisible()
	await page.goto(`/${lang}/tasks`)
	await expect(page.getByText(name).first()).toBeVisible()
}
