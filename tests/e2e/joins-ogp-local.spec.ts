import { expect, test } from './site.ts'
import type { Desk } from './workspace-steps.ts'
import { sendForm, settled } from './workspace-steps.ts'

const APPLICATION = 'contoh-pernyataan-minat'
const CALL = /(Demonstration call of OGP Local|Undangan peragaan OGP Local)/
const CAPACITY = 'Dua petugas pemerintah dan dua petugas organisasi warga bekerja tetap untuk ko-kreasi.'
const BENEFIT = 'Warga mengetahui anggaran desanya dan ikut menentukan perbaikan jalan kecil.'

const address = (lang: string, rest = '') => `/${lang}/applications/${APPLICATION}${rest}`

/** Saves a text of a field, and stands behind it. */
async function writeAndConfirm(desk: Desk, field: string, text: string): Promise<void> {
	const { page, say, lang } = desk
	await page.goto(address(lang, `/texts/${field}/write`))
	await page.getByLabel(say('application.text.label'), { exact: true }).fill(text)
	await page.getByRole('button', { name: say('application.text.save') }).click()
	await confirm(desk, 1)
}

/** Stands behind the version that the page shows. */
async function confirm({ page, say }: Desk, version: number): Promise<void> {
	await page.getByRole('button', { name: say('application.confirm', { version }) }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('application.title') })).toBeVisible()
}

test('civil society finds the draft, writes what is missing, and a 2,001st character loses nothing', async ({
	page,
	lang,
	say,
	signIn,
}) => {
	const desk = { page, say, lang, signIn }
	await signIn('CSO_MONITOR')
	await page.goto(`/${lang}/tasks`)
	await page.getByRole('link', { name: say('application.list.title') }).click()
	await settled(page, say)
	await page.getByRole('link', { name: CALL }).first().click()
	await settled(page, say)
	await expect(page.getByText(say('application-field.waits-for-other'))).toBeVisible()
	await page.getByRole('link', { name: /^(Capacity and resources|Kapasitas dan sumber daya)$/ }).click()
	const text = page.getByLabel(say('application.text.label'), { exact: true })
	const long = `${'a'.repeat(2000)}🙂`
	await text.fill(long)
	await page.getByRole('button', { name: say('application.text.save') }).click()
	await expect(page.getByRole('alert')).toContainText(say('application.text.too-long'))
	await expect(text).toHaveValue(long)
	await settled(page, say)
	const [counted, most] = lang === 'en' ? ['2,001', '2,000'] : ['2.001', '2.000']
	const over = page.getByText(say('application.length.over', { count: counted, most, left: '1' }))
	await expect(over).toBeVisible()
	await text.fill(`${'a'.repeat(1999)}🙂`)
	if (!test.info().project.name.endsWith('-nojs')) {
		await expect(over).toHaveCount(0)
		const full = say('application.length.near', { count: most, most, left: '0' })
		await expect(page.getByRole('status').filter({ hasText: full })).toBeAttached()
	}
	await page.getByRole('button', { name: say('application.text.save') }).click()
	await settled(page, say)
	await page
		.getByRole('link', { name: say('application.text.change') })
		.or(page.getByRole('button', { name: say('application.text.change') }))
		.click()
	await text.fill(CAPACITY)
	await page.getByRole('button', { name: say('application.text.save') }).click()
	await confirm(desk, 2)
	await writeAndConfirm(desk, 'BENEFIT', BENEFIT)
	await page.goto(address(lang, '/texts/TRACK_RECORD'))
	await confirm(desk, 1)
})

test('of two who write at once the second sees both texts', async ({ page, lang, say, signIn }) => {
	await signIn('SECRETARIAT')
	await page.goto(address(lang, '/texts/BENEFIT/write'))
	await signIn('CSO_MONITOR', 1)
	const theirs = `${BENEFIT} Sekolah juga.`
	await sendForm(page, address(lang, '/texts/BENEFIT/write'), { version: '1', text: theirs })
	await signIn('SECRETARIAT')
	const ours = `${BENEFIT} Puskesmas juga.`
	const text = page.getByLabel(say('application.text.label'), { exact: true })
	await text.fill(ours)
	await page.getByRole('button', { name: say('application.text.save') }).click()
	await expect(page.getByRole('region', { name: say('workspace.stored') })).toContainText(theirs)
	await expect(text).toHaveValue(ours)
	await settled(page, say)
	await page.getByRole('button', { name: say('application.text.save') }).click()
	await page.goto(address(lang, '/history'))
	await settled(page, say)
	for (const kept of [theirs, ours]) await expect(page.getByText(kept).first()).toBeAttached()
})

test('both sides confirm the same versions, government publishes the submission, and everyone reads it', async ({
	page,
	lang,
	say,
	signIn,
}) => {
	const desk = { page, say, lang, signIn }
	await signIn('CSO_MONITOR')
	await page.goto(address(lang, '/texts/BENEFIT'))
	await settled(page, say)
	const stale = await sendForm(page, address(lang, '/texts/BENEFIT/confirm'), { version: '1' })
	expect(stale.status()).toBe(409)
	expect(await stale.text()).toContain(say('refusal.text_changed').slice(0, 40))
	await confirm(desk, 3)
	await signIn('SECRETARIAT')
	for (const [field, version] of [
		['REASONS', 2],
		['TRACK_RECORD', 1],
		['CAPACITY', 2],
		['BENEFIT', 3],
	] as const) {
		await page.goto(address(lang, `/texts/${field}`))
		await confirm(desk, version)
	}
	await settled(page, say)
	await expect(page.getByText(say('application-state.AGREED'), { exact: true }).first()).toBeVisible()
	await page.getByRole('button', { name: say('application.way.submit') }).click()
	await settled(page, say)
	await page.getByRole('button', { name: say('application.step.button.submit') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('receipt.title') })).toBeVisible()
	await page.goto(`/${lang}/records/${APPLICATION}`)
	await expect(page.getByText(CAPACITY)).toBeVisible()
	await page.goto(`/${lang}/calls/contoh-undangan`)
	await expect(page.getByRole('heading', { level: 1, name: CALL })).toBeVisible()
	await expect(page.getByRole('link', { name: new RegExp(say('application-state.SUBMITTED')) })).toBeVisible()
})

test('the texts leave as a document and as text, and stay as they were sent', async ({
	page,
	lang,
	say,
	signIn,
}) => {
	await signIn('CSO_MONITOR')
	await page.goto(address(lang))
	await expect(page.getByText(say('application.read-only.sent'))).toBeVisible()
	const get = (ending: string) => page.context().request.get(address(lang, `/application.${ending}`))
	const [pdf, text] = await Promise.all([get('pdf'), get('txt')])
	expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
	expect(await text.text()).toContain(CAPACITY)
	await signIn('IMPLEMENTER')
	expect((await get('txt')).status()).toBe(403)
})
