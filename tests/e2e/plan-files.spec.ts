import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import type { Say } from '#app/i18n/translate.ts'
import { cellAt, typed, withCells } from '#tests/factories/changed-workbook.ts'
import { expect, test } from './site.ts'
import { INSTITUTIONS, settled } from './workspace-steps.ts'

// Other journeys send reports of the same office: a site to itself.
test.use({ daysBehind: 3 })

const PLAN = 'contoh-2025'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What the one sheet of a CSV file has in its row of keys. */
const KEYS = 'plan.key, commitment.key, commitment.titleEn, milestone.titleEn'

type Form = { readonly page: Page; readonly say: Say }
type Cells = Readonly<Record<string, string>>

/** What a browser saves when a person follows a link or presses a button. */
async function saved(page: Page, link: Locator): Promise<Uint8Array> {
	const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
	return new Uint8Array(await readFile(await download.path()))
}

/** Chooses a file in the form of the page and sends it. */
async function send({ page, say }: Form, bytes: Uint8Array | string, name = 'kiriman.xlsx'): Promise<void> {
	await page
		.getByLabel(say('file-desk.file'), { exact: true })
		.setInputFiles({ name, mimeType: XLSX, buffer: Buffer.from(bytes) })
	await page.getByRole('button', { name: say('file-desk.read') }).click()
}

/** A workbook in which a person filled in cells of a sheet, by `key@row`. */
function filled(bytes: Uint8Array, sheet: string, cells: Cells): Uint8Array {
	const placed = Object.entries(cells).map(([place, inside]) => {
		const [key = '', row = ''] = place.split('@')
		return [cellAt(bytes, sheet, { key, row: Number(row) }), inside] as const
	})
	return withCells(bytes, sheet, Object.fromEntries(placed))
}

test('a plan goes out as a file and comes back: unchanged it does nothing, changed it is a proposed amendment', async ({
	page,
	lang,
	say,
	signIn,
}) => {
	const form = { page, say }
	const desk = `/${lang}/poc/files`
	await signIn('SECRETARIAT')
	await page.goto(`/${lang}/poc`)
	await page.getByRole('link', { name: say('plan-files.title'), exact: true }).click()
	await settled(page, say)
	const published = page.locator('section', { hasText: say('plan-files.published') })
	const bytes = await saved(page, published.getByRole('link', { name: /^Excel/ }).first())

	await send(form, bytes)
	await expect(page.getByText(say('plan-preview.nothing'))).toBeVisible()
	await expect(page.getByRole('button', { name: say('plan-preview.confirm.AMENDMENT') })).toHaveCount(0)
	await settled(page, say)

	await page.goto(desk)
	await send(form, 'nama;nilai\nsatu;dua\n', 'daftar.csv')
	const problems = page.getByRole('table', { name: say('file-desk.problems', { count: 1 }) })
	await expect(page.getByRole('alert')).toContainText(say('file-desk.problems', { count: 1 }))
	await expect(problems).toContainText(say('import.where.file'))
	await expect(problems).toContainText(say('import.error.template_wrong', { detail: KEYS }))
	await settled(page, say)

	const wrong = { 'titleEn@3': '<f>1+1</f><v>2</v>', 'endsOn@4': typed('31 June 2027') }
	await send(form, filled(bytes, 'Commitments', wrong))
	await expect(page.getByRole('alert')).toContainText(say('file-desk.problems', { count: 2 }))
	const place = `Commitments!${cellAt(bytes, 'Commitments', { key: 'endsOn', row: 4 })}`
	await expect(page.getByRole('row', { name: place })).toContainText('31 June 2027')
	await expect(page.getByText(say('import.error.cell_formula'))).toBeVisible()
	await settled(page, say)

	await send(form, filled(bytes, 'Commitments', { 'problemId@3': typed('Masalah yang ditulis ulang.') }))
	await expect(page.getByText(say('plan-preview.count', { count: 1 }))).toBeVisible()
	const row = page.getByRole('row', { name: 'Masalah yang ditulis ulang.' })
	await expect(row.getByRole('cell')).toHaveCount(2)
	await settled(page, say)
	await page.getByRole('button', { name: say('plan-preview.confirm.AMENDMENT') }).click()
	await expect(page).toHaveURL(new RegExp(`/poc/plans/${PLAN}/amendments/`))
	await expect(page.getByText('Masalah yang ditulis ulang.').first()).toBeVisible()
	await settled(page, say)

	await page.context().clearCookies()
	await page.goto(`/${lang}/commitments/${PLAN}-1`)
	await expect(page.getByText('Masalah yang ditulis ulang.')).toHaveCount(0)
})

test('an office fills in its open reports without a connection, sees what becomes of each row, and sends them', async ({
	page,
	lang,
	say,
	signIn,
}) => {
	const form = { page, say }
	const desk = `/${lang}/tasks/file`
	await signIn('IMPLEMENTER', INSTITUTIONS.kominfo)
	await page.goto(`/${lang}/tasks`)
	await page.getByRole('link', { name: say('update-file.title') }).click()
	await settled(page, say)
	const bytes = await saved(page, page.getByRole('button', { name: say('update-file.download') }))

	await send(form, 'nama;nilai\nsatu;dua\n', 'daftar.csv')
	await expect(page.getByRole('alert')).toContainText(say('file-desk.problems', { count: 1 }))
	await settled(page, say)

	const faulty = { 'level@3': typed('LIMITED'), 'startedOn@3': typed('31 June 2026') }
	await send(form, filled(bytes, 'Updates', faulty))
	const rows = page.getByRole('table', { name: say('update-file.rows') }).getByRole('row')
	const first = rows.nth(1)
	await expect(first).toContainText(say('update-file.verdict.FAULTY'))
	await expect(first).toContainText('31 June 2026')
	await settled(page, say)

	await page.getByRole('link', { name: say('plan-preview.another') }).click()
	await send(form, filled(bytes, 'Updates', { ...faulty, ...ANSWERS }))
	await expect(first).toContainText(say('update-file.verdict.READY'))
	await expect(rows.nth(2)).toContainText(say('update-file.verdict.UNCHANGED'))
	const milestone = await first.getByRole('cell').nth(0).innerText()
	await settled(page, say)
	await page.getByRole('button', { name: say('update-file.confirm', { count: 1 }) }).click()
	await expect(page.getByText(say('update-file.sent', { count: 1 }))).toBeVisible()
	await expect(first).toContainText(say('update-file.verdict.SENT'))
	await settled(page, say)

	await signIn('INSTITUTION_LEAD', INSTITUTIONS.kominfo)
	await page.goto(`/${lang}/tasks`)
	// A finding on the same milestone may wait for a reply: the report is the link to an approval.
	await page.locator('a[href*="/approvals/"]', { hasText: milestone }).first().click()
	await expect(page.getByText('Rapat pertama dari berkas.')).toBeVisible()
	await settled(page, say)
	await page.getByRole('button', { name: say('approval.approve') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('receipt.title') })).toBeVisible()

	await signIn('IMPLEMENTER', INSTITUTIONS.kominfo)
	await page.goto(desk)
	await send(form, filled(bytes, 'Updates', { ...ANSWERS, 'doneId@3': typed('Sesuatu yang lain.') }))
	await expect(first).toContainText(say('update-file.verdict.CHANGED'))
})

const ANSWERS: Cells = {
	'level@3': typed('LIMITED'),
	'doneId@3': typed('Rapat pertama dari berkas.'),
	'startedOn@3': typed('2026-03-01'),
	'challenge1@3': typed('FUNDING'),
	'evidence1Url@3': typed('https://contoh.example/notulen'),
	'evidence1Kind@3': typed('MINUTES'),
	'evidence1Title@3': typed('Notulen rapat'),
}
