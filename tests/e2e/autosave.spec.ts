import type { Browser, Page } from '@playwright/test'
import { expect, test } from './site.ts'
import type { E2eSite } from './site.ts'
import { INSTITUTIONS, onward, openTask, settled } from './workspace-steps.ts'
import type { Desk } from './workspace-steps.ts'

// What is typed is kept every ten seconds. These journeys are made only in browsers with scripts
// (playwright.config.ts); without them the button saves, which the other journeys show.

const ANSWERED = /^(Quarterly report on answers to complaints|Laporan triwulanan tindak lanjut pengaduan)$/
/** Ten seconds until the next turn, and a little for the way. */
const ONE_TURN = { timeout: 13_000 }

/** The first page of a report answered, and the page of its long texts opened. */
async function toTexts(desk: Desk, milestone: RegExp): Promise<void> {
	const { page, say, signIn } = desk
	await signIn('IMPLEMENTER', INSTITUTIONS.kominfo)
	await openTask(desk, milestone)
	await page.getByRole('radio', { name: say('level.SUBSTANTIAL') }).check()
	await onward(desk)
	await page.waitForURL(/\/(done|evidence|check)$/)
	await page.goto(page.url().replace(/[^/]+$/, 'done'))
	await expect(page.getByRole('heading', { level: 1, name: say('task.done.title') })).toBeVisible()
}

/** The texts of the page, and where it says when it kept them. */
function textsOf(page: Page, say: Desk['say']) {
	const [saved = ''] = say('task.typed.kept', { time: '|' }).split('|')
	return {
		inIndonesian: page.getByLabel(say('workspace.in-indonesian'), { exact: true }),
		inEnglish: page.getByLabel(say('workspace.in-english'), { exact: true }),
		status: page.getByRole('status'),
		saved,
	}
}

/** The same page in another browser, of somebody who is signed in with the same appointment. */
async function anotherBrowser(browser: Browser, { site, lang, url }: At): Promise<Page> {
	const context = await browser.newContext({ locale: lang === 'id' ? 'id-ID' : 'en-GB' })
	const cookie = site.accounts['IMPLEMENTER']?.[INSTITUTIONS.kominfo] ?? ''
	const [name = '', value = ''] = cookie.split(/=(.*)/s)
	await context.addCookies([{ name, value: decodeURIComponent(value), url: site.baseUrl }])
	const page = await context.newPage()
	await page.goto(url)
	return page
}

type At = { site: E2eSite; lang: string; url: string }

test('what an officer types is on the server within ten seconds, and is there after the browser was closed', async ({
	page,
	browser,
	site,
	lang,
	say,
	signIn,
}) => {
	await toTexts({ page, lang, say, signIn }, ANSWERED)
	const { inIndonesian, inEnglish, status, saved } = textsOf(page, say)
	await inIndonesian.pressSequentially('Laporan triwulan pertama terbit')
	await inEnglish.fill('The first report is out')
	await expect(status).toContainText(saved, ONE_TURN)
	await expect(status).toHaveText(/\d\d[.:]\d\d/)
	await settled(page, say)

	const elsewhere = await anotherBrowser(browser, { site, lang, url: page.url() })
	await expect(textsOf(elsewhere, say).inIndonesian).toHaveValue('Laporan triwulan pertama terbit')
	await elsewhere.context().close()
	await page.reload()
	await expect(inIndonesian).toHaveValue('Laporan triwulan pertama terbit')
	await expect(inEnglish).toHaveValue('The first report is out')
})

test('of two who type at once the second is told, and sees both texts when the form is sent', async ({
	page,
	browser,
	site,
	lang,
	say,
	signIn,
}) => {
	const desk = { page, lang, say, signIn }
	await toTexts(desk, ANSWERED)
	const other = await anotherBrowser(browser, { site, lang, url: page.url() })
	const theirs = textsOf(other, say)
	await theirs.inIndonesian.fill('Laporan triwulan ketiga terbit.')
	await expect(theirs.status).toContainText(theirs.saved, ONE_TURN)

	const mine = textsOf(page, say)
	await mine.inIndonesian.fill('Laporan triwulan kedua terbit.')
	await expect(mine.status).toHaveText(say('task.typed.changed'), ONE_TURN)
	await expect(mine.inIndonesian).toHaveValue('Laporan triwulan kedua terbit.')
	await onward(desk)
	await expect(page.getByRole('alert')).toContainText(say('refusal.changed_meanwhile'))
	await expect(page.getByText('Laporan triwulan ketiga terbit.')).toBeVisible()
	await expect(mine.inIndonesian).toHaveValue('Laporan triwulan kedua terbit.')
	await settled(page, say)
	await page.getByRole('radio', { name: say('task.keep.BOTH') }).check()
	await onward(desk)
	await expect(page.getByRole('heading', { level: 1, name: say('task.evidence.title') })).toBeVisible()
	await other.reload()
	await expect(theirs.inIndonesian).toHaveValue(
		'Laporan triwulan ketiga terbit.\n\nLaporan triwulan kedua terbit.',
	)
	await other.context().close()
})

test('while the server cannot be reached the page says so, holds the text, and saves it when it is back', async ({
	page,
	context,
	lang,
	say,
	signIn,
}) => {
	const desk = { page, lang, say, signIn }
	await toTexts(desk, ANSWERED)
	const { inIndonesian, status, saved } = textsOf(page, say)
	const address = page.url()
	await context.setOffline(true)
	await inIndonesian.fill('Laporan triwulan keempat terbit')
	await expect(status).toHaveText(say('task.typed.failed'), ONE_TURN)
	await onward(desk)
	await expect(status).toHaveText(say('task.typed.offline'))
	expect(page.url()).toBe(address)
	await expect(inIndonesian).toHaveValue('Laporan triwulan keempat terbit')

	await context.setOffline(false)
	await expect(status).toContainText(saved, ONE_TURN)
	await page.reload()
	await expect(inIndonesian).toHaveValue('Laporan triwulan keempat terbit')
	await onward(desk)
	await expect(page.getByRole('heading', { level: 1, name: say('task.evidence.title') })).toBeVisible()
})
