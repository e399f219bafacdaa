import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from './site.ts'
import type { Desk } from './workspace-steps.ts'
import { settled } from './workspace-steps.ts'

const DESK = 'desk/kabupaten-contoh'
const MEETING = 'Rapat forum tentang usulan warga'
const PHOTO = 'Foto papan usulan'
const SHOWN = 'Papan dengan usulan warga yang ditempel berkelompok.'
const DECREE = 'Keputusan tentang tata tertib forum'
const folder = mkdtempSync(join(tmpdir(), 'renaksi-registers-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a meeting is refused while it is closed without a ground, then kept with its file, corrected, and public', async ({
	page,
	lang,
	say,
	signIn,
}) => {
	test.slow()
	const desk = { page, lang, say, signIn }
	await signIn('POC')
	await page.goto(`/${lang}/${DESK}`)
	await settled(page, say)
	await page.locator('a[href$="/meeting/new"]').click()
	await settled(page, say)
	await fillMeeting(desk)
	await refused(desk)

	await page.getByRole('radio', { name: say('meeting-access.OPEN'), exact: true }).check()
	await page.getByLabel(optional(desk, 'minutesOn')).fill('13-3-2026')
	await page.getByRole('button', { name: say('desk.check') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('desk.check.title') })).toBeVisible()
	await settled(page, say)
	await addPhoto(desk)
	const recordId = await publish(desk)
	await everyoneSees(desk, recordId)
	await correct(desk, recordId)
})

test('a document with its file stands in the repository under its phase', async ({
	page,
	lang,
	say,
	signIn,
}) => {
	test.slow()
	const desk = { page, lang, say, signIn }
	await signIn('POC')
	await page.goto(`/${lang}/${DESK}/document/new`)
	await page.getByLabel(inIndonesian(desk, 'document', 'title')).fill(DECREE)
	await page
		.getByLabel(say('desk.document.documentKind'))
		.selectOption({ label: say('evidence-kind.REGULATION') })
	await page.getByLabel(say('desk.document.datedOn'), { exact: true }).fill('2-3-2026')
	await page.getByRole('radio', { name: say('phase.CO_CREATION'), exact: true }).check()
	await page.getByRole('button', { name: say('desk.check') }).click()
	await addPhoto(desk)
	await publish(desk)

	await page.context().clearCookies()
	await page.goto(`/${lang}/members/kabupaten-contoh/repository`)
	await settled(page, say)
	await expect(page.getByText(DECREE).first()).toBeVisible()
	await expect(page.getByRole('link', { name: PHOTO })).toBeVisible()
})

const optional = ({ say }: Desk, field: string) =>
	say('field.optional', { label: say(`desk.meeting.${field}`) })
const inIndonesian = ({ say }: Desk, noun: string, field: string) =>
	say('field.in-language', { label: say(`desk.${noun}.${field}`), language: say('language.id') })

/** All that a meeting must say, but closed, and without what a closed one needs. */
async function fillMeeting(desk: Desk): Promise<void> {
	const { page, say } = desk
	const choose = (field: string, answer: string) =>
		page
			.getByRole('group', { name: say(`desk.meeting.${field}`) })
			.getByRole('radio', { name: say(answer), exact: true })
			.check()
	await page.getByLabel(inIndonesian(desk, 'meeting', 'title')).fill(MEETING)
	await choose('state', 'meeting-state.HELD')
	await choose('phase', 'phase.CO_CREATION')
	await choose('isOfForum', 'answer.yes')
	await page.getByLabel(say('desk.meeting.meetsOn'), { exact: true }).fill('12-3-2026')
	await choose('access', 'meeting-access.CLOSED_ART17')
	await page.getByLabel(say('sector.CSO'), { exact: true }).fill('9')
	await page.getByLabel(optional(desk, 'minutesOn')).fill('10-3-2026')
	await choose('presentsResults', 'answer.no')
	await choose('collectsComments', 'answer.yes')
}

/** Each fault has its sentence, and nothing that was typed is lost. */
async function refused(desk: Desk): Promise<void> {
	const { page, say } = desk
	await page.getByRole('button', { name: say('desk.check') }).click()
	const faults = ['ground.required', 'closed-by.required', 'results.required', 'minutes-on.early']
	for (const fault of faults) await expect(page.getByRole('alert')).toContainText(say(`meeting.${fault}`))
	await expect(page.getByLabel(inIndonesian(desk, 'meeting', 'title'))).toHaveValue(MEETING)
	await expect(page.getByLabel(say('sector.CSO'), { exact: true })).toHaveValue('9')
	await expect(page.getByLabel(optional(desk, 'minutesOn'))).toHaveValue(/10.?0?3.?2026|10-3-2026/)
	await settled(page, say)
}

/** From the check of an act to its form of a file and back, once without words for what the picture shows. */
async function addPhoto({ page, say }: Desk): Promise<void> {
	await page.getByRole('button', { name: say('desk.files.add') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('desk.file.title') })).toBeVisible()
	await settled(page, say)
	await page.getByLabel(say('evidence.file'), { exact: true }).setInputFiles(await photo())
	if (!test.info().project.name.endsWith('-nojs'))
		await expect(page.getByRole('status')).toContainText('photo.jpg')
	await page.getByLabel(say('task.evidence.kind')).selectOption({ label: say('evidence-kind.PHOTO') })
	await page.getByLabel(say('task.evidence.what')).fill(PHOTO)
	await page.getByRole('button', { name: say('desk.file.save') }).click()
	await expect(page.getByRole('alert')).toContainText(say('evidence.alt-text.required'))
	await expect(page.getByLabel(say('task.evidence.what'))).toHaveValue(PHOTO)
	await page.getByLabel(say('evidence.alt-text'), { exact: true }).fill(SHOWN)
	await page.getByRole('button', { name: say('desk.file.save') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('desk.check.title') })).toBeVisible()
	await expect(page.getByText(SHOWN)).toBeVisible()
	await settled(page, say)
}

async function photo(): Promise<string> {
	const path = join(folder, 'photo.jpg')
	const picture = { create: { width: 320, height: 240, channels: 3, background: '#1f6f4a' } } as const
	writeFileSync(path, await sharp(picture).jpeg().toBuffer())
	return path
}

/** Publishes what was checked; gives the record's number. */
async function publish({ page, say }: Desk): Promise<string> {
	await page.getByRole('button', { name: say('desk.publish') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('receipt.title') })).toBeVisible()
	await settled(page, say)
	return page.url().split('/').at(-1) ?? ''
}

async function everyoneSees({ page, say, lang }: Desk, recordId: string): Promise<void> {
	await page.context().clearCookies()
	await page.goto(`/${lang}/members/kabupaten-contoh/registers?list=meeting`)
	await settled(page, say)
	await expect(page.getByText(MEETING).first()).toBeVisible()
	await page.getByRole('link', { name: PHOTO }).click()
	await settled(page, say)
	await expect(page.getByRole('img', { name: SHOWN })).toBeVisible()
	await page.goto(`/${lang}/records/${recordId}`)
	await expect(page.getByRole('link', { name: PHOTO })).toBeVisible()
}

/** A next version says why it follows, and of each file whether it stays. */
async function correct(desk: Desk, recordId: string): Promise<void> {
	const { page, say, lang, signIn } = desk
	await signIn('POC')
	await page.goto(`/${lang}/${DESK}/meeting/${recordId}`)
	await settled(page, say)
	await page.getByLabel(say('sector.CSO'), { exact: true }).fill('11')
	await page.getByRole('button', { name: say('desk.check') }).click()
	const alert = page.getByRole('alert')
	for (const fault of ['member-act.reason.required', 'desk.files.keep.required'])
		await expect(alert).toContainText(say(fault))
	await expect(page.getByLabel(say('sector.CSO'), { exact: true })).toHaveValue('11')
	await page.getByRole('radio', { name: say('desk.files.keep'), exact: true }).check()
	await page.getByLabel(say('desk.reason'), { exact: true }).fill('Dua orang datang kemudian.')
	await page.getByRole('button', { name: say('desk.check') }).click()
	await expect(page.getByText(PHOTO)).toBeVisible()
	await publish(desk)
	await page.context().clearCookies()
	await page.goto(`/${lang}/records/${recordId}`)
	await expect(page.getByText('Dua orang datang kemudian.')).toBeVisible()
	await expect(page.getByRole('link', { name: PHOTO })).toBeVisible()
	await settled(page, say)
}
