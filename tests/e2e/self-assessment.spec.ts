import type { Page } from '@playwright/test'
import { TEXT_SECTIONS } from '#app/domain/self-assessment/rules.ts'
import { expect, test } from './site.ts'
import type { Desk } from './workspace-steps.ts'
import { onward, sendForm, settled } from './workspace-steps.ts'

// The day of the site is today's: what comes after the last day for comments is walked through, over the same
// addresses, by tests/integration/http/reporting-cycle-self-assessment.test.ts.

const PLAN = 'contoh-2025'
const COMMENT = 'Portal belum memuat anggaran tahun berjalan.'
const REASON = 'Anggaran tahun berjalan dimuat bulan depan.'

test('government assesses itself, everyone comments without an account, and no comment stays without a reason', async ({
	page,
	lang,
	say,
	signIn,
}) => {
	test.slow()
	const desk = { page, lang, say, signIn }
	const place = `/${lang}/poc/plans/${PLAN}/self-assessments/end-of-term`
	await signIn('POC')
	await page.goto(`/${lang}/poc`)
	await page
		.getByRole('link', { name: say('poc.to-self-assessments') })
		.first()
		.click()
	await page.getByRole('link', { name: say('self-assessment.kind.END_OF_TERM'), exact: true }).click()
	await settled(page, say)
	await writeTexts(desk, place)
	await writeCommitments(desk, place)
	const address = await publishForComment(desk, place)
	await commentAsAnyone(desk, address)

	await signIn('SECRETARIAT')
	await answerTheComment(desk, place)
	await page.goto(`${place}/submit`)
	await expect(page.getByText(say('refusal.window_open'))).toBeVisible()
	await expect(page.getByRole('button', { name: say('self-assessment.submit.button') })).toHaveCount(0)
	await settled(page, say)
	const early = await sendForm(page, `${place}/submit`, { version: '1' })
	expect(early.status()).toBe(409)
	expect(await early.text()).toContain(say('refusal.window_open'))

	await page.context().clearCookies()
	await page.goto(address)
	await expect(page.getByText(COMMENT)).toBeVisible()
	await expect(page.getByText(say('assessment-comment.answers-later'))).toBeVisible()
	await expect(page.getByText(REASON)).toHaveCount(0)
	expect((await page.goto(`${place}/comments/1`))?.url()).toContain('/sign-in')
})

/** Writes every text of the outline; one in a single language, which is refused until it is said that it stays so. */
async function writeTexts(desk: Desk, place: string): Promise<void> {
	const { page, say } = desk
	for (const section of TEXT_SECTIONS) {
		await page.goto(textAddress(place, section))
		await page.getByLabel(say('workspace.in-indonesian'), { exact: true }).fill(`Tentang ${section}.`)
		if (section !== 'LESSONS')
			await page.getByLabel(say('workspace.in-english'), { exact: true }).fill(`About ${section}.`)
		await backToDesk(desk, place)
	}
	await page.goto(`${place}/recommendations`)
	await settled(page, say)
	await page.getByRole('button', { name: say('self-assessment.recommendations.say-none') }).click()
	await page.goto(`${place}/open`)
	const lessons = page.getByRole('link', { name: new RegExp(`^${say('self-assessment.section.LESSONS')}`) })
	await expect(lessons).toContainText(say('self-assessment.state.TO_TRANSLATE'))
	await expect(page.getByRole('button', { name: say('self-assessment.open.button') })).toHaveCount(0)
	await lessons.click()
	await page.getByRole('checkbox', { name: say('self-assessment.translation.mark') }).check()
	await backToDesk(desk, place)
}

/** Saves this page, which leads back to the overview. */
async function backToDesk(desk: Desk, place: string): Promise<void> {
	await onward(desk)
	await expect(desk.page).toHaveURL(new RegExp(`${place}$`))
}

function textAddress(place: string, section: string): string {
	return `${place}/texts/${section.toLowerCase().replaceAll('_', '-')}`
}

/** Confirms the level of each commitment: where claims suggest one, it stands there already. */
async function writeCommitments(desk: Desk, place: string): Promise<void> {
	const { page, say } = desk
	const addresses = await commitmentsOf(page)
	let suggested = 0
	for (const address of addresses) {
		await page.goto(address)
		const chosen = page.getByRole('radio', { checked: true })
		suggested += await chosen.count()
		if ((await chosen.count()) === 0) await page.getByRole('radio', { name: say('level.LIMITED') }).check()
		for (const what of ['results', 'next'] as const) {
			await page.getByLabel(say(`self-assessment.${what}.id`), { exact: true }).fill('Berjalan.')
			await page.getByLabel(say(`self-assessment.${what}.en`), { exact: true }).fill('Under way.')
		}
		if (address === addresses[0]) await settled(page, say)
		await backToDesk(desk, place)
	}
	expect(suggested).toBeGreaterThan(0)
	expect(addresses.length).toBeGreaterThan(1)
	await page.goto(`${place}/preview`)
	await settled(page, say)
}

async function commitmentsOf(page: Page): Promise<readonly string[]> {
	const links = page.locator('main a[href*="/commitments/"]')
	return links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''))
}

/** Too short a time is refused with a sentence; then the draft is frozen and everyone finds it from the plan's page. */
async function publishForComment({ page, lang, say }: Desk, place: string): Promise<string> {
	await page.goto(`${place}/open`)
	const days = page.getByLabel(say('self-assessment.days'), { exact: true })
	await days.fill('5')
	await page.getByRole('button', { name: say('self-assessment.open.button') }).click()
	await expect(page.getByRole('alert')).toContainText(say('self-assessment.days.required'))
	await expect(days).toHaveValue('5')
	await settled(page, say)
	await days.fill('14')
	await page.getByRole('button', { name: say('self-assessment.open.button') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('receipt.title') })).toBeVisible()
	const receipt = new URL(page.url()).pathname
	const again = await sendForm(page, `${place}/open`, { version: '1', days: '14' })
	expect([again.status(), again.headers()['location']]).toEqual([303, receipt])

	await page.context().clearCookies()
	await page.goto(`/${lang}/plans/${PLAN}`)
	await page.getByRole('link', { name: say('self-assessment.kind.END_OF_TERM'), exact: true }).click()
	await expect(page.getByText('Tentang LESSONS.')).toBeVisible()
	await expect(page.getByText(say('self-assessment.not-translated.id'))).toHaveCount(lang === 'en' ? 1 : 0)
	await settled(page, say)
	return new URL(page.url()).pathname
}

/** A comment that says nothing is refused; one without a name stands on the page at once, with its number. */
async function commentAsAnyone({ page, say }: Desk, address: string): Promise<void> {
	await page
		.getByRole('link', { name: say('assessment-comment.leave') })
		.first()
		.click()
	const organization = page.getByLabel(say('assessment-comment.organization'), { exact: true })
	await organization.fill('Warga Desa')
	await page.getByRole('button', { name: say('assessment-comment.send') }).click()
	await expect(page.getByRole('alert')).toContainText(say('assessment-comment.body.required'))
	await expect(organization).toHaveValue('Warga Desa')
	await settled(page, say)
	await page.getByLabel(say('assessment-comment.body'), { exact: true }).fill(COMMENT)
	await page.getByRole('button', { name: say('assessment-comment.send') }).click()
	await expect(page).toHaveURL(new RegExp(`${address}#comment-1$`))
	await expect(page.locator('#comment-1')).toContainText(COMMENT)
	await expect(page.locator('#comment-1')).toContainText(say('assessment-comment.unsigned'))
	await settled(page, say)
}

/** What became of it is said with a reason, and stands on the desk. */
async function answerTheComment({ page, say, lang, signIn }: Desk, place: string): Promise<void> {
	await page.goto(place)
	await expect(page.getByText(say('assessment-comment.not-answered'), { exact: true })).toBeVisible()
	await page.locator('a[href$="/comments/1"]').click()
	await page.getByRole('radio', { name: say('disposition.PARTLY') }).check()
	await onward({ page, say, lang, signIn })
	await expect(page.getByRole('alert')).toContainText(say('assessment-comment.answer.required'))
	await expect(page.getByRole('radio', { name: say('disposition.PARTLY') })).toBeChecked()
	await settled(page, say)
	await page.getByLabel(say('assessment-comment.answer.id'), { exact: true }).fill(REASON)
	await onward({ page, say, lang, signIn })
	await expect(page.getByText(say('disposition.PARTLY'), { exact: true })).toBeVisible()
}
