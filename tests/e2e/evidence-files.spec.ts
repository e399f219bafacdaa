import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from './site.ts'
import type { Desk } from './workspace-steps.ts'
import { declareNone, onward, settled } from './workspace-steps.ts'

const PORTAL = /^(Fifty priority datasets on the portal|Lima puluh dataset prioritas di portal)$/
const FORUM = 0
const TITLE = 'Kantor yang tutup'
const SEEN = 'Pintu yang tertutup dengan pengumuman'
const SECRET = 'Wawancara dengan seorang pegawai'
const folder = mkdtempSync(join(tmpdir(), 'renaksi-evidence-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a monitor puts a photo and a protected interview forward, and everyone sees what may be seen', async ({
	page,
	lang,
	say,
	signIn,
}) => {
	test.slow()
	const desk = { page, lang, say, signIn }
	await signIn('CSO_MONITOR', FORUM)
	await toEvidence(desk)
	await page.getByRole('link', { name: say('evidence.add.link.instead') }).click()
	await expect(page.getByText(say('evidence.cleaning.stays'))).toBeVisible()
	await settled(page, say)

	await refuse(desk)
	await page.getByLabel(say('evidence.file'), { exact: true }).setInputFiles(await photo())
	if (hasScripts()) await expect(page.getByRole('status')).toContainText('photo.jpg')
	await page.getByLabel(say('task.evidence.what')).fill(TITLE)
	await onward(desk)
	await expect(page.getByRole('alert')).toContainText(say('evidence.alt-text.required'))
	await expect(page.getByLabel(say('task.evidence.what'))).toHaveValue(TITLE)
	await expect(page.getByRole('checkbox', { name: say('file-kind.JPEG') })).toBeChecked()
	await settled(page, say)
	await page.getByLabel(say('task.evidence.kind')).selectOption({ label: say('evidence-kind.PHOTO') })
	await page.getByLabel(say('evidence.alt-text'), { exact: true }).fill(SEEN)
	await page.getByRole('radio', { name: say('stance.CONTRADICTS') }).check()
	await page.getByRole('button', { name: say('task.evidence.another') }).click()

	await addInterview(desk)
	await expect(page.getByRole('heading', { level: 1, name: say('finding.check.title') })).toBeVisible()
	await settled(page, say)
	await page.getByRole('button', { name: say('finding.check.publish') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('receipt.title') })).toBeVisible()
	const recordId = page.url().split('/').at(-1) ?? ''
	await readersSee(desk, recordId)
})

/** From the queue to the question of evidence. */
async function toEvidence(desk: Desk): Promise<void> {
	const { page, say, lang } = desk
	await page.goto(`/${lang}/verify`)
	await page.getByRole('link', { name: PORTAL }).first().click()
	const begin = page.getByRole('button', { name: say('verify.begin') })
	if ((await begin.count()) > 0) await begin.click()
	else {
		await declareNone(desk)
	}
	await page.getByRole('radio', { name: say('level.LIMITED') }).check()
	await page.getByRole('radio', { name: say('outcome.PARTLY_CONFIRMED'), exact: true }).check()
	await onward(desk)
	await page.getByRole('radio', { name: say('method.SITE_VISIT') }).check()
	await page.getByRole('radio', { name: say('confidence.HIGH') }).check()
	await page
		.getByLabel(say('finding.rationale.id'))
		.fill('Kami mengunjungi kantor itu tiga kali dan menemukannya tertutup setiap kali.')
	await onward(desk)
	await settled(page, say)
}

/** A file that is not taken is named by its own sentence, and loses nothing that was typed. */
async function refuse(desk: Desk): Promise<void> {
	const { page, say } = desk
	const path = join(folder, 'drawing.svg')
	writeFileSync(path, '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
	await page.getByLabel(say('task.evidence.what')).fill('Gambar')
	await page.getByLabel(say('evidence.file'), { exact: true }).setInputFiles(path)
	if (hasScripts()) {
		await expect(page.getByRole('status')).toContainText(say('upload.refused.MARKUP'))
	} else {
		await onward(desk)
		await expect(page.getByRole('alert')).toContainText(say('upload.refused.MARKUP'))
	}
	await expect(page.getByLabel(say('task.evidence.what'))).toHaveValue('Gambar')
}

/** A piece that only one point of contact may see, until a day far ahead. */
async function addInterview(desk: Desk): Promise<void> {
	const { page, say } = desk
	await page.getByLabel(say('finding.evidence.url')).fill('Catatan 3/2026')
	await page.getByLabel(say('task.evidence.kind')).selectOption({ label: say('evidence-kind.INTERVIEW') })
	await page.getByLabel(say('task.evidence.what')).fill(SECRET)
	await page.getByRole('radio', { name: say('stance.CONTEXT') }).check()
	await page.getByRole('radio', { name: say('evidence.visibility.PROTECTED') }).check()
	await onward(desk)
	await expect(page.getByRole('alert')).toContainText(say('evidence.readers.required'))
	await settled(page, say)
	await page.getByLabel(say('evidence.embargo')).fill('2099-01-31')
	await onward(desk)
}

async function readersSee({ page, say, lang, signIn }: Desk, recordId: string): Promise<void> {
	await page.context().clearCookies()
	await page.goto(`/${lang}/records/${recordId}`)
	await page.getByRole('link', { name: TITLE }).click()
	await expect(page.getByRole('img', { name: SEEN })).toBeVisible()
	await settled(page, say)
	const file = page.getByRole('button', {
		name: downloadStart(say('evidence.download', { facts: '' })),
	})
	const address = (await file.getAttribute('href')) ?? ''
	const answer = await page.request.get(address)
	expect(answer.headers()).toMatchObject({
		'content-type': 'image/jpeg',
		'x-content-type-options': 'nosniff',
	})
	expect((await sharp(await answer.body()).metadata()).exif).toBeUndefined()
	await expect(page.getByText(/[0-9a-f]{64}/).first()).toContainText(/^[0-9a-f]{64}$/)

	const hidden = `/${lang}/evidence/${recordId}.1.1`
	await page.goto(hidden)
	await expect(page.getByText(say('evidence.hidden'))).toBeVisible()
	await settled(page, say)
	for (const path of [hidden, `/records/${recordId}.json`, '/api/v1/plans', `/${lang}/records/${recordId}`])
		expect(await (await page.request.get(path)).text()).not.toContain(SECRET)

	await readProtected({ page, say, lang, signIn }, `/${lang}/protected-evidence/${recordId}.1.1`)
}

async function readProtected({ page, say, signIn }: Desk, path: string): Promise<void> {
	expect((await page.request.get(path, { maxRedirects: 0 })).status()).toBe(302)
	await signIn('POC')
	expect((await page.request.get(path)).status()).toBe(404)
	await signIn('CSO_MONITOR', FORUM)
	await page.goto(path)
	await expect(page.getByRole('heading', { level: 1, name: SECRET })).toBeVisible()
	await settled(page, say)
}

function hasScripts(): boolean {
	return !test.info().project.name.endsWith('-nojs')
}

function downloadStart(words: string): RegExp {
	return new RegExp(`^${words.split('(')[0]?.trim() ?? ''}`)
}

/** A photo that says where and with what it was made. */
async function photo(): Promise<string> {
	const path = join(folder, 'photo.jpg')
	const picture = sharp({ create: { width: 640, height: 480, channels: 3, background: '#356' } }).jpeg()
	await picture.withExif({ IFD0: { Make: 'SecretCam' } }).toFile(path)
	expect(readFileSync(path).includes('SecretCam')).toBe(true)
	return path
}
