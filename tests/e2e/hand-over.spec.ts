import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import type { Say } from '#app/i18n/translate.ts'
import { expect, test } from './site.ts'
import { INSTITUTIONS, settled } from './workspace-steps.ts'

// A role passes at the beginning of a day: its site starts the day before.
test.use({ daysBehind: 1 })

const BAPPERIDA = INSTITUTIONS.bapperida
const NOTE = 'Berkas kertas ada di lemari kedua.'

type Desk = { readonly page: Page; readonly say: Say }

/** What is open under a heading of the page. */
function openUnder({ page, say }: Desk, what: string) {
	return page
		.locator('section', { has: page.getByRole('heading', { name: say(`hand-over.open.${what}`) }) })
		.getByRole('listitem')
}

test('the point of contact sees every role of the member, and what is owed with its own', async ({
	page,
	lang,
	say,
	signIn,
}) => {
	await signIn('POC')
	await page.goto(`/${lang}/tasks`)
	await page.getByRole('link', { name: say('hand-over.title') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('hand-over.title') })).toBeVisible()
	await settled(page, say)
	await page.getByRole('link', { name: new RegExp(`^${say('role.POC')}:`) }).click()
	await expect(openUnder({ page, say }, 'obligations')).not.toHaveCount(0)
	await expect(page.getByLabel(say('hand-over.person'), { exact: true })).toBeVisible()
	await settled(page, say)
})

test('a lead hands the role over: what is open is listed and packed, and the role moves on its day', async ({
	page,
	site,
	lang,
	say,
	signIn,
}) => {
	const desk = { page, say }
	await signIn('INSTITUTION_LEAD', BAPPERIDA)
	await page.goto(`/${lang}/hand-overs`)
	await page.getByRole('link', { name: new RegExp(`^${say('role.INSTITUTION_LEAD')}:`) }).click()
	await expect(openUnder(desk, 'reports')).not.toHaveCount(0)
	const findings = await openUnder(desk, 'findings').count()
	expect(findings).toBeGreaterThan(0)
	await settled(page, say)

	const first = page.getByLabel(say('hand-over.day'), { exact: true })
	const tomorrow = await first.inputValue()
	const note = page.getByLabel(say('hand-over.note'), { exact: true })
	await note.fill(NOTE)
	await first.fill('1-1-2020')
	await page.getByRole('button', { name: say('hand-over.send') }).click()
	const alert = page.getByRole('alert')
	await expect(alert).toContainText(say('hand-over.person.required'))
	await expect(alert).toContainText(say('hand-over.day.past'))
	await expect(first).toHaveValue('1-1-2020')
	await expect(note).toHaveValue(NOTE)
	await settled(page, say)

	await page.getByLabel(say('hand-over.person'), { exact: true }).selectOption({ index: 1 })
	await first.fill(tomorrow)
	await page.getByRole('button', { name: say('hand-over.send') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('hand-over.done.title') })).toBeVisible()
	await expect(page.getByText(NOTE)).toBeVisible()
	await expect(openUnder(desk, 'findings')).toHaveCount(findings)
	await settled(page, say)
	const done = page.url()
	const pack = await packOf(desk)
	expect(pack['index.txt']).toContain(NOTE)
	expect(Object.keys(pack).filter((name) => name.startsWith('records/'))).toHaveLength(findings)

	await page.goto(`/${lang}/tasks`)
	await expect(page.getByRole('heading', { name: say('task.approvals'), exact: true })).toBeVisible()
	await signIn('IMPLEMENTER', BAPPERIDA)
	await page.goto(`/${lang}/tasks`)
	await expect(page.getByRole('heading', { name: say('task.approvals'), exact: true })).toHaveCount(0)

	site.letDaysPass()
	await page.reload()
	await expect(page.getByRole('heading', { name: say('task.approvals'), exact: true })).toBeVisible()
	await settled(page, say)
	await page.goto(done)
	expect(await packOf(desk)).toEqual(pack)
	await signIn('INSTITUTION_LEAD', BAPPERIDA)
	await page.goto(`/${lang}/tasks`)
	await expect(page).toHaveURL(new RegExp(`/${lang}/sign-in\\?`))
})

/** The files of the pack, as texts. */
async function packOf({ page, say }: Desk): Promise<Readonly<Record<string, string>>> {
	const button = page.getByRole('button', { name: say('hand-over.pack') })
	const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
	const files = unzipSync(new Uint8Array(await readFile(await download.path())))
	return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]))
}
