import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './site.ts'

/** What the page says; its words are its own, so that it works alone. */
const WORDS = {
	en: {
		noScript: 'Scripts are switched off, so nothing can be checked here.',
		files: 'Files',
		paste: 'Or paste the text of one of them',
		add: 'Add this text',
		key: 'Get the key from this site',
		open: 'Not proven yet: nothing wrong was found, but something is missing for a proof.',
		ok: 'Proven: all that was checked is in order.',
		bad: 'Do not rely on this: something does not match.',
	},
	id: {
		noScript: 'Skrip dimatikan, sehingga tidak ada yang dapat diperiksa di sini.',
		files: 'Berkas',
		paste: 'Atau tempelkan teks salah satunya',
		add: 'Tambahkan teks ini',
		key: 'Ambil kunci dari situs ini',
		open: 'Belum terbukti: tidak ditemukan kesalahan, tetapi masih ada yang kurang untuk membuktikannya.',
		ok: 'Terbukti: semua yang diperiksa benar.',
		bad: 'Jangan andalkan ini: ada yang tidak cocok.',
	},
} as const

async function isAccessible(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze()
	expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html ?? ''}`)).toEqual([])
}

async function saysNoScript(page: Page, words: string): Promise<void> {
	const place = page.locator('noscript')
	await expect(place).toBeVisible()
	expect(await place.textContent()).toContain(words)
}

test('anyone checks a record of the site with the page that needs no site', async ({
	page,
	site,
	lang,
	javaScriptEnabled,
}) => {
	const words = WORDS[lang]
	await page.goto(`/verify.html#${lang}`)
	if (!javaScriptEnabled) {
		await saysNoScript(page, words.noScript)
		return
	}
	const id = site.objects.verification?.[0]?.id ?? ''
	const [receipt, record] = await Promise.all([
		page.request.get(`/log/receipt/${id}`),
		page.request.get(`/records/${id}.json`),
	])
	const verdict = page.getByRole('status')
	await page.getByLabel(words.files).setInputFiles([
		{ name: `${id}.tlog-proof`, mimeType: 'text/plain', buffer: await receipt.body() },
		{ name: `${id}.json`, mimeType: 'application/json', buffer: await record.body() },
	])
	await expect(verdict).toHaveText(words.open)
	await page.getByRole('button', { name: words.key }).click()
	await expect(verdict).toHaveText(words.ok)
	await expect(page.getByText(`${site.baseUrl}/log/key`).first()).toBeVisible()
	await isAccessible(page)

	const altered = (await record.text()).replace(/"rationale(En|Id)":"./, '"rationale$1":"~')
	await page.getByLabel(words.paste).fill(altered)
	await page.getByRole('button', { name: words.add }).click()
	await expect(verdict).toHaveText(words.bad)
})

test('the page opens from a folder, in the language of its reader, and on a telephone', async ({
	page,
	lang,
	javaScriptEnabled,
}) => {
	const words = WORDS[lang]
	const file = join(import.meta.dirname, '../../public/verify.html')
	await page.setViewportSize({ width: 360, height: 700 })
	await page.goto(`file://${file}`)
	if (!javaScriptEnabled) {
		await saysNoScript(page, words.noScript)
		return
	}
	await page.getByLabel(words.paste).fill('nothing that is known here')
	await page.getByRole('button', { name: words.add }).click()
	await expect(page.getByRole('status')).toHaveText(words.bad)
	expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
	await isAccessible(page)
})
