import type { Page } from '@playwright/test'
import type { Say } from '#app/i18n/translate.ts'
import { expect, test } from './site.ts'
import { settled } from './workspace-steps.ts'

// The text of a plan is open to comments for at least two weeks: its site starts before them.
test.use({ daysBehind: 20 })

const DRAFT = 'contoh-berikutnya'
const FIRST =
	/^1\. (Answers to requests for information are published|Jawaban atas permohonan informasi diterbitkan)$/
const SECOND = /^2\. (Citizens rank small road repairs|Warga menentukan urutan perbaikan jalan kecil)$/
const FIRST_MILESTONE = /(Publish the answers of the first year|Menerbitkan jawaban tahun pertama)/

type Form = { readonly page: Page; readonly say: Say }

/** A field of a plan's form by its words; one that is asked in both languages is filled in Indonesian. */
function field({ page, say }: Form, name: string) {
	const label = say(`plan-draft.field.${name}`)
	return page
		.getByLabel(label, { exact: true })
		.or(page.getByLabel(say('plan-draft.label.id', { label }), { exact: true }))
}

async function save({ page, say }: Form): Promise<void> {
	await page.getByRole('button', { name: say('plan-draft.save'), exact: true }).click()
}

/** A form that came back: what is wrong stands above it, and what was typed is still there. */
async function comesBack(
	form: Form,
	sentence: string,
	typed: Readonly<Record<string, string>>,
): Promise<void> {
	await expect(form.page.getByRole('alert')).toContainText(form.say(sentence))
	for (const [name, text] of Object.entries(typed)) await expect(field(form, name)).toHaveValue(text)
	await settled(form.page, form.say)
}

test('a plan is begun with what is known, and a wrong day loses nothing that was typed', async ({
	page,
	lang,
	say,
	signIn,
}) => {
	const form = { page, say }
	await signIn('SECRETARIAT')
	await page.goto(`/${lang}/poc/drafts`)
	await settled(page, say)
	await page.getByRole('button', { name: say('plan-drafts.begin') }).click()
	await settled(page, say)
	await field(form, 'title').fill('Rencana aksi berikutnya')
	await field(form, 'startsOn').fill('31-6-2030')
	await save(form)
	await comesBack(form, 'day.not-in-calendar', { title: 'Rencana aksi berikutnya', startsOn: '31-6-2030' })
	await field(form, 'startsOn').fill('30-6-2030')
	await field(form, 'endsOn').fill('29-6-2030')
	await save(form)
	await comesBack(form, 'day.end-before-start', { title: 'Rencana aksi berikutnya', endsOn: '29-6-2030' })
	await field(form, 'endsOn').fill('')
	await save(form)

	await expect(page.getByRole('heading', { level: 1, name: 'Rencana aksi berikutnya' })).toBeVisible()
	const needed = page.locator('#problems')
	await expect(needed).toContainText(say('plan-draft.notice.PLAN_DATES'))
	await expect(needed).toContainText(say('plan-draft.notice.NO_COMMITMENTS'))
	await settled(page, say)
})

test('a plan is written, opened to consultation, sent and approved by a second person, and is the baseline', async ({
	page,
	site,
	lang,
	say,
	signIn,
}) => {
	test.slow()
	const form = { page, say }
	const draft = `/${lang}/poc/drafts/${DRAFT}`
	await signIn('SECRETARIAT')
	await page.goto(draft)
	await expect(page.locator('#problems').getByRole('link')).not.toHaveCount(0)
	await expect(page.locator('#warnings')).toContainText(FIRST_MILESTONE)
	await settled(page, say)
	await writeSecondCommitment(form)
	await answerProtocol(form, draft)

	await page.goto(draft)
	await expect(page.locator('#problems')).toHaveCount(0)
	await expect(page.getByText(say('plan-draft.next.ready'))).toBeVisible()
	const consultation = await openToConsultation(form)
	site.letDaysPass()

	await page.goto(`${draft}/submit`)
	await settled(page, say)
	await page.getByRole('button', { name: say('plan-draft.submit') }).click()
	await page.goto(`${draft}/approve`)
	await expect(page.getByText(say('plan-draft.approve.other'))).toBeVisible()
	await expect(page.getByRole('button', { name: say('plan-draft.approve') })).toHaveCount(0)
	await page.goto(`${draft}/facts`)
	await expect(page.getByText(say('refusal.draft_already_submitted'))).toBeVisible()

	await signIn('POC')
	await page.goto(draft)
	await page.getByRole('link', { name: say('plan-draft.to-approval') }).click()
	await expect(page.getByText('Warga memilih perbaikan.').first()).toBeVisible()
	await settled(page, say)
	await page.getByRole('button', { name: say('plan-draft.approve') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('receipt.title') })).toBeVisible()
	await settled(page, say)

	await page.context().clearCookies()
	await page.goto(consultation)
	await page.getByRole('link', { name: say('consultation.approved') }).click()
	await expect(page).toHaveURL(new RegExp(`/${lang}/plans/${DRAFT}$`))
	await settled(page, say)
	await page
		.getByRole('link', { name: /^(Warga menentukan urutan|Citizens rank small)/ })
		.first()
		.click()
	for (const text of ['Warga memilih perbaikan.', 'Daftar menjadi terbuka.', 'Daftar jalan diterbitkan'])
		await expect(page.getByText(text)).toBeVisible()
	await expect(page.getByText(/^(Version|Versi) 1\b/).first()).toBeVisible()
	await settled(page, say)
	await page.goto(`/${lang}/commitments/${DRAFT}-1`)
	await page.getByText(say('milestone.protocol'), { exact: true }).click()
	await expect(page.getByText('Laman memuat seluruh jawaban.')).toBeVisible()
	await settled(page, say)
})

/** Goes through the screens of a commitment of which there was only a title, makes mistakes, and adds a milestone. */
async function writeSecondCommitment(form: Form): Promise<void> {
	const { page, say } = form
	await page.getByRole('link', { name: SECOND }).click()
	await settled(page, say)
	await page.getByRole('link', { name: say('plan-draft.screen.what') }).click()
	await field(form, 'problem').fill('Warga tidak tahu jalan mana yang diperbaiki.')
	await field(form, 'baseline').fill('Belum ada daftar.')
	await save(form)
	await field(form, 'description').fill('Warga memilih perbaikan.')
	await field(form, 'contribution').fill('Daftar menjadi terbuka.')
	await settled(page, say)
	await save(form)

	await expect(page.getByRole('heading', { level: 1, name: say('plan-draft.screen.who') })).toBeVisible()
	await field(form, 'lead').selectOption({ index: 1 })
	await field(form, 'startsOn').fill('1-1-2020')
	await field(form, 'endsOn').fill('31-12-2019')
	await save(form)
	await comesBack(form, 'day.end-before-start', { startsOn: '1-1-2020', endsOn: '31-12-2019' })
	await field(form, 'endsOn').fill('31-12-2020')
	await save(form)

	await expect(page.getByRole('heading', { level: 1, name: say('plan-draft.screen.values') })).toBeVisible()
	await settled(page, say)
	await page.getByLabel(say('ogp-value.PARTICIPATION'), { exact: true }).fill('Warga ikut memilih.')
	await field(form, 'policyAreas').fill('Infrastructure & Transport')
	await save(form)
	await addMilestone(form)
	await mendDaysOutsidePlan(form)
}

async function addMilestone(form: Form): Promise<void> {
	const { page, say } = form
	await page.getByRole('button', { name: say('plan-draft.milestone.add') }).click()
	await settled(page, say)
	await field(form, 'activity').fill('Daftar jalan diterbitkan')
	await field(form, 'endsOn').fill('31-6-2020')
	await save(form)
	await comesBack(form, 'day.not-in-calendar', { activity: 'Daftar jalan diterbitkan', endsOn: '31-6-2020' })
	await field(form, 'endsOn').fill('')
	await save(form)
	await expect(
		page.getByRole('heading', { level: 1, name: say('milestone-draft.protocol.title') }),
	).toBeVisible()
	await page.getByRole('link', { name: say('ui.back') }).click()
}

/** Days outside the plan are allowed and shown; the sentence leads to the field where they are changed. */
async function mendDaysOutsidePlan(form: Form): Promise<void> {
	const { page, say } = form
	const warnings = page.locator('#warnings')
	const outside = say('plan-draft.notice.COMMITMENT_OUTSIDE_PLAN', { name: '' })
	for (const code of ['MILESTONE_NO_END', 'NO_DELIVERABLE', 'NO_PROTOCOL'])
		await expect(warnings).toContainText(say(`plan-draft.notice.${code}`, { name: '' }))
	await expect(warnings).toContainText(outside)
	await settled(page, say)
	await warnings.getByRole('link', { name: outside }).click()
	await settled(page, say)
	await field(form, 'startsOn').fill('')
	await field(form, 'endsOn').fill('')
	await save(form)
	await expect(warnings).not.toContainText(outside)
	await expect(warnings).toContainText(say('plan-draft.notice.COMMITMENT_NO_END', { name: '' }))
}

/** Says how the milestone can be verified of which nobody had said it. */
async function answerProtocol(form: Form, draft: string): Promise<void> {
	const { page, say } = form
	await page.goto(draft)
	await page.getByRole('link', { name: FIRST }).click()
	await page.getByRole('link', { name: new RegExp(`^${say('milestone-draft.protocol')} `) }).click()
	await field(form, 'what').fill('Laman memuat seluruh jawaban.')
	await field(form, 'who').fill('Forum warga')
	await field(form, 'byOn').fill('30-2-2027')
	await save(form)
	await comesBack(form, 'day.not-in-calendar', { what: 'Laman memuat seluruh jawaban.', byOn: '30-2-2027' })
	await field(form, 'byOn').fill('')
	await save(form)
	await expect(page.locator('#warnings')).toHaveCount(0)
}

/** Opens the text to comments; while it is open the plan cannot be sent, and everyone can read it. Gives its page. */
async function openToConsultation(form: Form): Promise<string> {
	const { page, say } = form
	await page.getByRole('button', { name: say('plan-draft.consultation.open') }).click()
	await settled(page, say)
	const closes = page.getByLabel(say('plan-draft.consultation.closes'), { exact: true })
	const earliest = await closes.inputValue()
	await closes.fill(earliest.replace(/\d+$/, (year) => String(Number(year) - 1)))
	await page.getByRole('button', { name: say('plan-draft.consultation.publish') }).click()
	await expect(page.getByRole('alert')).toContainText(say('refusal.consultation_too_short'))
	await closes.fill(earliest)
	await page.getByRole('button', { name: say('plan-draft.consultation.publish') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('receipt.title') })).toBeVisible()
	const recordId = page.url().split('/').at(-1) ?? ''
	const lang = new URL(page.url()).pathname.split('/')[1] ?? ''

	await page.goto(`/${lang}/poc/drafts/${DRAFT}`)
	await expect(page.locator('#problems')).toContainText(say('plan-draft.notice.CONSULTATION_OPEN'))
	await expect(page.getByRole('button', { name: say('plan-draft.submit'), exact: true })).toHaveCount(0)
	await settled(page, say)
	const consultation = `/${lang}/consultations/${recordId}`
	await page.goto(consultation)
	await expect(page.getByText('Warga memilih perbaikan.')).toBeVisible()
	await settled(page, say)
	return consultation
}
