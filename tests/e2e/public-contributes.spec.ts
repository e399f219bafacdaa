import { expect, test } from './site.ts'
import type { Desk } from './workspace-steps.ts'
import { settled } from './workspace-steps.ts'

const DESK = 'desk/kabupaten-contoh'
const TITLE = 'Konsultasi tentang jam buka kantor desa'
const GIVEN = 'Kantor desa sebaiknya buka juga pada hari Sabtu pagi.'
const ADVERTISED = 'Beli pulsa murah di toko kami, silakan kunjungi situsnya.'
const PAPER = 'Papan pengumuman dipindah ke depan balai desa.'
const REASON = 'Usulan dibahas dan masuk ke jadwal pelayanan mulai bulan depan.'

test('anyone contributes without an account, is answered with a reason, and only law and safety hide anything', async ({
	page,
	lang,
	say,
	signIn,
}) => {
	test.slow()
	const desk = { page, lang, say, signIn }
	const consultationId = await consult(desk)
	await page.context().clearCookies()
	await page.goto(`/${lang}/inputs`)
	await expect(page.getByText(`(${say('demonstration.mark')})`).first()).toBeVisible()
	await page.getByRole('link', { name: TITLE }).click()
	await settled(page, say)
	const given = await contribute(desk, consultationId, GIVEN)
	const advertised = await contribute(desk, consultationId, ADVERTISED)

	await signIn('POC')
	await answer(desk, consultationId, given)
	await takePaper(desk, consultationId)
	await hide(desk, advertised)

	await page.context().clearCookies()
	await page.goto(`/${lang}/inputs/${consultationId}`)
	await settled(page, say)
	const coverage = say('input.coverage', { count: 3, answered: '1', of: '3' })
	await expect(page.getByText(coverage)).toBeVisible()
	for (const said of [GIVEN, REASON, PAPER]) await expect(page.getByText(said)).toBeVisible()
	await expect(page.getByText(say('input.hidden.count', { count: 1, number: '1' }))).toBeVisible()
	await expect(page.getByText(ADVERTISED)).toHaveCount(0)
	await expect(page.getByText('Iklan toko.')).toBeVisible()
	expect((await page.goto(`/${lang}/records/${advertised}`))?.status()).toBe(410)
})

test('a practice of another member is found by a word of it, with its source', async ({
	page,
	lang,
	say,
}) => {
	await page.goto(`/${lang}/practices`)
	await page.getByLabel(say('practices.search')).fill('pinasa')
	await page.getByRole('button', { name: say('filter.apply') }).click()
	await page
		.getByRole('link', { name: /pinasa/i })
		.first()
		.click()
	await expect(page.getByRole('heading', { level: 1 })).toContainText(/pinasa/i)
})

const inIndonesian = ({ say }: Desk, field: string) =>
	say('field.in-language', { label: say(`desk.consultation.${field}`), language: say('language.id') })

/** A day as people of the example regency type it. */
function typedDay(fromToday: number): string {
	const [year, month, day] = new Date(Date.now() + fromToday * 86_400_000)
		.toISOString()
		.slice(0, 10)
		.split('-')
	return `${String(Number(day))}-${String(Number(month))}-${year ?? ''}`
}

/** Opens a consultation at the desk; gives its number. */
async function consult(desk: Desk): Promise<string> {
	const { page, say, lang, signIn } = desk
	await signIn('POC')
	await page.goto(`/${lang}/${DESK}/consultation/new`)
	await settled(page, say)
	await page.getByLabel(inIndonesian(desk, 'title')).fill(TITLE)
	await page.getByLabel(inIndonesian(desk, 'question')).fill('Kapan kantor desa sebaiknya buka?')
	await page.getByRole('radio', { name: say('input-channel.FORM'), exact: true }).check()
	await page.getByLabel(say('desk.consultation.opensOn'), { exact: true }).fill(typedDay(-2))
	await page.getByLabel(say('desk.consultation.closesOn'), { exact: true }).fill(typedDay(20))
	await page
		.getByRole('group', { name: say('desk.consultation.takesForms') })
		.getByRole('radio', { name: say('answer.yes'), exact: true })
		.check()
	await page.getByRole('button', { name: say('desk.check') }).click()
	await page.getByRole('button', { name: say('desk.publish') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('receipt.title') })).toBeVisible()
	return page.url().split('/').at(-1) ?? ''
}

/** Says something to a consultation; gives the number of the contribution. */
async function contribute({ page, say, lang }: Desk, consultationId: string, text: string): Promise<string> {
	await page.goto(`/${lang}/inputs/${consultationId}`)
	await page.getByRole('button', { name: say('contribution.give') }).click()
	await settled(page, say)
	const field = page.getByLabel(say('contribution.text'), { exact: true })
	await field.fill('Ya.')
	await page.getByRole('radio', { name: say('written-language.id') }).check()
	await page.getByRole('button', { name: say('observation.check') }).click()
	await expect(page.getByRole('alert')).toContainText(say('contribution.text.short'))
	await field.fill(text)
	await page.getByRole('button', { name: say('observation.check') }).click()
	await settled(page, say)
	// Whoever is faster than a person who reads is asked to wait.
	await page.waitForTimeout(3_000)
	await page.getByRole('button', { name: say('observation.send') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('contribution.receipt.title') })).toBeVisible()
	await settled(page, say)
	return page.url().split('/').at(-2) ?? ''
}

/** An answer without a reason is refused; with one it is published. */
async function answer(
	{ page, say, lang }: Desk,
	consultationId: string,
	contributionId: string,
): Promise<void> {
	await page.goto(`/${lang}/${DESK}/consultation/${consultationId}/answers`)
	await settled(page, say)
	await page.locator(`a[href$="/answers/${contributionId}"]`).click()
	await settled(page, say)
	await page.getByRole('radio', { name: say('answer-outcome.ACCEPTED'), exact: true }).check()
	await page.getByRole('button', { name: say('desk.check') }).click()
	await expect(page.getByRole('alert')).toContainText(say('field.either-language'))
	await expect(page.getByRole('radio', { name: say('answer-outcome.ACCEPTED'), exact: true })).toBeChecked()
	const label = say('desk.reasoned-answer.reason')
	const language = say('written-language.id')
	await page.getByLabel(say('field.in-language', { label, language }), { exact: true }).fill(REASON)
	await page.getByRole('button', { name: say('desk.check') }).click()
	await page.getByRole('button', { name: say('desk.publish') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('receipt.title') })).toBeVisible()
}

/** A contribution that came on paper is taken in from a table. */
async function takePaper({ page, say, lang }: Desk, consultationId: string): Promise<void> {
	await page.goto(`/${lang}/${DESK}/consultation/${consultationId}/paper`)
	await settled(page, say)
	const columns = ['number', 'receivedOn', 'text', 'sector', 'name']
	const head = columns.map((column) => say(`paper.column.${column}`)).join(',')
	const buffer = Buffer.from(`${head}\n1,${typedDay(-1)},${PAPER},COMMUNITY,\n`)
	await page.locator('input[type=file]').setInputFiles({ name: 'kertas.csv', mimeType: 'text/csv', buffer })
	await page.getByRole('button', { name: say('file-desk.read') }).click()
	await settled(page, say)
	await page.getByRole('button', { name: say('paper.confirm', { count: 1, number: '1' }) }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('paper.done') })).toBeVisible()
}

/** The host hides a contribution with a ground and a note that everyone reads. */
async function hide({ page, say, lang, signIn }: Desk, contributionId: string): Promise<void> {
	await signIn('INSTANCE_ADMIN')
	await page.goto(`/${lang}/tasks`)
	await page.getByRole('link', { name: say('contribution.hosted.title') }).click()
	await page.locator(`a[href$="/public-contributions/${contributionId}/hide"]`).click()
	await settled(page, say)
	await page.getByRole('button', { name: say('observation.hide.confirm') }).click()
	await expect(page.getByRole('alert')).toContainText(say('observation.hide.reason.required'))
	await page.getByRole('radio', { name: say('hiding-reason.ADVERTISING') }).check()
	await page.getByLabel(say('observation.hide.note-id')).fill('Iklan toko.')
	await page.getByRole('button', { name: say('observation.hide.confirm') }).click()
}
