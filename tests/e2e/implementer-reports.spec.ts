import { expect, test } from './site.ts'
import type { Desk } from './workspace-steps.ts'
import {
	INSTITUTIONS,
	approve,
	fieldsOf,
	fillEvidence,
	linkTo,
	onward,
	openTask,
	publishReport,
	sendForm,
	settled,
} from './workspace-steps.ts'

const BUDGETS = /^(Budgets of all 120 villages online|Anggaran 120 desa tersedia daring)$/
const MEETINGS = /^(Open question meetings in every village|Pertemuan tanya jawab terbuka di setiap desa)$/
const PREPARATION = /^(Preparatory meetings in ten sub-districts|Pramusyawarah di sepuluh kecamatan)$/
const ANSWERS = /^(Reasoned answer to every proposal|Jawaban beralasan atas setiap usulan)$/
const SURVEY = /^(Residents assess the service|Warga menilai layanan)$/

test('an officer reports with proof in six pages, a second person publishes it, and both hold the receipt', async ({
	page,
	lang,
	say,
	signIn,
}) => {
	test.slow()
	const desk = { page, lang, say, signIn }
	await signIn('IMPLEMENTER', INSTITUTIONS.bapperida)
	await page.goto(`/${lang}/tasks`)
	await expect(page).toHaveTitle(say('site.title', { title: say('task.title') }))
	await settled(page, say)
	await openTask(desk, BUDGETS)

	let screens = 0
	let fields = 0
	const arrive = async (title: string) => {
		await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
		await settled(page, say)
		screens += 1
		fields += await fieldsOf(page)
	}

	await arrive(say('task.level.title'))
	await page.getByRole('radio', { name: say('level.LIMITED') }).check()
	await onward(desk)

	await arrive(say('task.done.title'))
	await onward(desk)
	await expect(page).toHaveTitle(say('site.title.errors', { title: say('task.done.title') }))
	await expect(page.getByRole('alert')).toContainText(say('progress-update.done.required'))
	await settled(page, say)
	await page
		.getByLabel(say('workspace.in-indonesian'), { exact: true })
		.fill('Anggaran 64 dari 120 desa tersedia daring.')
	await page
		.getByLabel(say('workspace.in-english'), { exact: true })
		.fill('Budgets of 64 of 120 villages are online.')
	await page.getByLabel(say('task.next-step.in-english')).fill('Ask the other 56 villages.')
	await onward(desk)

	await arrive(say('task.challenges.title'))
	await page.getByRole('checkbox', { name: say('challenge.RESOURCES') }).check()
	await onward(desk)

	await arrive(say('task.evidence.title'))
	const ofLink = await fieldsOf(page)
	await page.getByRole('link', { name: say('evidence.add.link.instead') }).click()
	const ofFile = await fieldsOf(page)
	fields += Math.max(0, ofFile - ofLink)
	await page.getByRole('link', { name: say('evidence.add.file.instead') }).click()
	await fillEvidence(desk, { url: 'javascript:alert(1)', what: 'Daftar desa' })
	await onward(desk)
	await expect(page.getByRole('alert')).toContainText(say('evidence.url.web'))
	await expect(page.getByLabel(say('task.evidence.what'))).toHaveValue('Daftar desa')
	await page.getByLabel(say('task.evidence.url')).fill('https://bapperida.contoh.example/anggaran-desa-64')
	await onward(desk)

	await arrive(say('task.check.title'))
	await expect(page.getByText('Budgets of 64 of 120 villages are online.')).toBeVisible()
	await expect(page.getByText('Ask the other 56 villages.')).toBeVisible()
	await sayMore(desk)
	await addProtected(desk)
	await page.getByRole('button', { name: say('task.check.send') }).click()

	// The longest way there is: of a milestone that is behind, with its reasons, and with a file in place of a link.
	// What only some reports need is asked on pages that only those who want them open, by a link (`sayMore`, `addProtected`).
	await arrive(say('task.submitted.title'))
	expect(screens).toBeLessThanOrEqual(6)
	expect(fields).toBeLessThanOrEqual(12)

	await signIn('INSTITUTION_LEAD', INSTITUTIONS.bapperida)
	await page.goto(`/${lang}/tasks`)
	await settled(page, say)
	await linkTo(page, 'approvals', BUDGETS).first().click()
	await expect(page.getByRole('heading', { level: 1, name: say('approval.title') })).toBeVisible()
	await settled(page, say)
	const approval = page.url()
	await page.getByRole('button', { name: say('approval.approve') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('receipt.title') })).toBeVisible()
	await settled(page, say)
	const recordId = page.url().split('/').at(-1) ?? ''
	await expect(page.getByText(say('receipt.number.value', { recordId, version: 1 }))).toBeVisible()

	const json = await page.request.get(`/records/${recordId}.json`)
	const record = (await json.json()) as { entry: { contentHash: string }; content: { doneEn: string } }
	expect(record.content.doneEn).toBe('Budgets of 64 of 120 villages are online.')
	await expect(page.getByText(record.entry.contentHash)).toBeVisible()

	const again = await sendForm(page, `${new URL(approval).pathname}/approve`, { version: '1' })
	expect([again.status(), again.headers()['location']]).toEqual([303, `/${lang}/receipts/${recordId}`])

	await page.getByRole('link', { name: say('receipt.record') }).click()
	await expect(page.getByText(/64 (of|dari) 120/).first()).toBeVisible()
	await expect(page.getByText('Ask the other 56 villages.').first()).toBeVisible()

	await signIn('IMPLEMENTER', INSTITUTIONS.bapperida)
	await openTask(desk, BUDGETS)
	await expect(page).toHaveURL(new RegExp(`/receipts/${recordId}$`))
})

/** Says from the page of all answers what only some reports need: when work began, and that a machine helped. */
async function sayMore(desk: Desk): Promise<void> {
	const { page, say } = desk
	await page.getByRole('link', { name: say('task.more'), exact: true }).click()
	await page.getByLabel(say('task.translation.label')).selectOption({ label: say('translation.EN_CHECKED') })
	const startedOn = page.getByLabel(say('task.date.startedOn'), { exact: true })
	await startedOn.fill('2999-01-31')
	await onward(desk)
	await expect(page.getByRole('alert')).toContainText(say('progress-update.date.START_IN_FUTURE'))
	await expect(startedOn).toHaveValue('2999-01-31')
	await expect(page.getByLabel(say('task.translation.label'))).toHaveValue('EN_CHECKED')
	await settled(page, say)
	await startedOn.fill(`${String(new Date().getFullYear() - 1)}-01-02`)
	await onward(desk)
	await expect(page.getByRole('heading', { level: 1, name: say('task.check.title') })).toBeVisible()
	await expect(page.getByText(say('text-state.CHECKED')).first()).toBeVisible()
	await expect(page.getByRole('term').filter({ hasText: say('task.check.startedOn') })).toBeVisible()

	// Whoever changes the text afterwards, without these questions, loses none of their answers.
	const address = page.url()
	await page.goto(address.replace(/check$/, 'done'))
	await onward(desk)
	await expect(page).toHaveURL(address)
	await expect(page.getByText(say('text-state.CHECKED')).first()).toBeVisible()
	await expect(page.getByRole('term').filter({ hasText: say('task.check.startedOn') })).toBeVisible()
}

/** Adds a link that only one person may see; that nobody may see it for ever is refused, and nothing typed is lost. */
async function addProtected(desk: Desk): Promise<void> {
	const { page, say } = desk
	await page.goto(page.url().replace(/check$/, 'evidence'))
	await page.getByRole('link', { name: say('evidence.more.link') }).click()
	await fillEvidence(desk, { url: 'https://bapperida.contoh.example/notulen', what: 'Notulen rapat' })
	await page.getByRole('radio', { name: say('evidence.visibility.PROTECTED') }).check()
	await onward(desk)
	await expect(page.getByRole('alert')).toContainText(say('evidence.readers.required'))
	await expect(page.getByLabel(say('task.evidence.what'))).toHaveValue('Notulen rapat')
	await settled(page, say)
	await page.getByLabel(say('evidence.readers')).fill('narahubung@contoh.example')
	await onward(desk)
	await expect(page.getByRole('heading', { level: 1, name: say('task.check.title') })).toBeVisible()
	await expect(page.getByText(say('evidence.protected.mark'), { exact: true })).toBeVisible()
}

test('that nothing happened is said in two pages', async ({ page, lang, say, signIn }) => {
	const desk = { page, lang, say, signIn }
	await signIn('IMPLEMENTER', INSTITUTIONS.bapperida)
	await openTask(desk, MEETINGS)
	const damaged = await sendForm(page, new URL(page.url()).pathname, { version: 'x', level: 'NIL' })
	expect(damaged.status()).toBe(422)
	expect(await damaged.text()).toContain(say('form.version'))
	await page.getByRole('radio', { name: say('task.level.nil') }).check()
	await onward(desk)
	await expect(page.getByRole('heading', { level: 1, name: say('task.check.title') })).toBeVisible()
	await expect(page.getByText(say('task.check.nil'))).toBeVisible()
	await page.getByRole('button', { name: say('task.check.send') }).click()
	const recordId = await approve(desk, INSTITUTIONS.bapperida, MEETINGS, lang)
	const json = await page.request.get(`/records/${recordId}.json`)
	expect(await json.json()).toMatchObject({ content: { isNil: true, claimedLevel: 'NOT_STARTED' } })
})

test('a report that comes back says why, and is corrected', async ({ page, lang, say, signIn }) => {
	const desk = { page, lang, say, signIn }
	await signIn('IMPLEMENTER', INSTITUTIONS.bapperida)
	await openTask(desk, ANSWERS)
	await page.getByRole('radio', { name: say('level.NOT_STARTED') }).check()
	await onward(desk)
	await page.getByLabel(say('workspace.in-english'), { exact: true }).fill('Not begun.')
	await onward(desk)
	await page.getByRole('checkbox', { name: say('challenge.OTHER'), exact: true }).check()
	await onward(desk)
	await expect(page.getByRole('alert')).toContainText(say('progress-update.challenge-text.required'))
	await expect(page.getByRole('checkbox', { name: say('challenge.OTHER'), exact: true })).toBeChecked()
	await page.getByLabel(say('task.challenges.text')).fill('The table has no owner yet.')
	await onward(desk)
	await page.getByRole('button', { name: say('task.check.send') }).click()

	await signIn('INSTITUTION_LEAD', INSTITUTIONS.bapperida)
	await page.goto(`/${lang}/tasks`)
	await linkTo(page, 'approvals', ANSWERS).first().click()
	await page.getByRole('button', { name: say('approval.return') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('approval.return.title') })).toBeVisible()
	await settled(page, say)
	await page.getByRole('button', { name: say('approval.return.send') }).click()
	await expect(page.getByRole('alert')).toContainText(say('progress-update.return.required'))
	await page.getByLabel(say('approval.return.title')).fill('Name who will own the table.')
	await page.getByRole('button', { name: say('approval.return.send') }).click()

	await signIn('IMPLEMENTER', INSTITUTIONS.bapperida)
	await openTask(desk, ANSWERS)
	await expect(page.getByText('Name who will own the table.')).toBeVisible()
	await settled(page, say)
})

test('of two who answer at once the second sees both texts and loses neither', async ({
	page,
	context,
	lang,
	say,
	signIn,
}) => {
	const desk = { page, lang, say, signIn }
	await signIn('IMPLEMENTER', INSTITUTIONS.bapperida)
	await openTask(desk, PREPARATION)
	await page.getByRole('radio', { name: say('level.COMPLETE') }).check()
	await onward(desk)
	const other = await context.newPage()
	await other.goto(page.url())
	await other.getByLabel(say('workspace.in-english'), { exact: true }).fill('All ten meetings were held.')
	await onward({ ...desk, page: other })

	await page.getByLabel(say('workspace.in-english'), { exact: true }).fill('Nine of ten meetings were held.')
	await onward(desk)
	await expect(page.getByRole('alert')).toContainText(say('refusal.changed_meanwhile'))
	await expect(page.getByText('All ten meetings were held.')).toBeVisible()
	await expect(page.getByLabel(say('workspace.in-english'), { exact: true })).toHaveValue(
		'Nine of ten meetings were held.',
	)
	await settled(page, say)
	await page.getByRole('radio', { name: say('task.keep.BOTH') }).check()
	await onward(desk)
	await expect(page.getByRole('heading', { level: 1, name: say('task.evidence.title') })).toBeVisible()
	await page.goto(page.url().replace(/evidence$/, 'check'))
	await expect(
		page.getByText(/All ten meetings were held\.\s+Nine of ten meetings were held\./),
	).toBeVisible()
})

test('a published report is corrected by its next version, and others never see the draft', async ({
	page,
	lang,
	say,
	signIn,
}) => {
	const desk = { page, lang, say, signIn }
	const recordId = await publishReport(desk, INSTITUTIONS.dinkes, SURVEY, 'Survei berjalan di 12 kecamatan.')
	await signIn('IMPLEMENTER', INSTITUTIONS.dinkes)
	await page.goto(`/${lang}/receipts/${recordId}`)
	await page.getByRole('link', { name: say('receipt.successor') }).click()
	const level = page.url()
	await expect(page.getByText(say('task.correction'))).toBeVisible()
	await page.getByRole('radio', { name: say('level.COMPLETE') }).check()
	await onward(desk)
	await expect(page.getByRole('heading', { level: 1, name: say('task.check.title') })).toBeVisible()
	await expect(page.getByText('Survei berjalan di 12 kecamatan.').first()).toBeVisible()

	for (const [role, status] of [
		['INSTITUTION_LEAD', 403],
		['CSO_MONITOR', 403],
		['POC', 403],
	] as const) {
		await signIn(role)
		expect((await page.goto(level))?.status()).toBe(status)
		await expect(page.getByText(say('refusal.not_allowed'))).toBeVisible()
	}
	await signIn('IMPLEMENTER', INSTITUTIONS.bapperida)
	expect((await page.goto(level))?.status()).toBe(404)
	expect((await sendForm(page, new URL(level).pathname, { version: '1', level: 'NIL' })).status()).toBe(404)
	const json = await page.request.get(`/records/${recordId}.json`)
	expect(await json.json()).toMatchObject({ entry: { version: 1 } })
})
