import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { KEY } from '#tests/factories/published-claim.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { countsOf } from '#tests/factories/stored-plan.ts'
import { cookieOfPerson, press, wholeSite } from '../withdrawal/whole-site.ts'
import type { Answer, SmallSite } from './small-site.ts'

const TASK = `/en/tasks/${KEY.milestoneId}/${KEY.checkpointCode}`
const WHO = ['officer', 'colleague', 'lead', 'otherOfficer', 'otherLead', 'poc', 'monitor', 'admin'] as const
/** The report is not this person's to write: it does not exist for them, or their role writes none. */
const OTHERS = [
	['otherOfficer', 404],
	['lead', 403],
	['otherLead', 403],
	['poc', 403],
	['monitor', 403],
	['admin', 403],
] as const

let site: SmallSite
const cookies = new Map<PersonName, string>()

beforeAll(async () => {
	site = await wholeSite()
	// The day of the site is today's: this period is open for good, and that one is over.
	const always = { opensOn: '2020-01-01', dueOn: '2020-03-31', lockedOn: null }
	await site.database.db.checkpoint.updateMany({ where: { code: KEY.checkpointCode }, data: always })
	const over = { opensOn: '2020-01-01', dueOn: '2020-01-31', lockedOn: '2020-02-29' }
	await site.database.db.checkpoint.updateMany({ where: { code: 'B03' }, data: over })
	for (const who of WHO) cookies.set(who, await cookieOfPerson(site, who))
}, 120_000)
afterAll(() => site.close())
beforeEach(() => site.database.db.progressUpdateDraft.deleteMany())

const cookie = (who: PersonName) => cookies.get(who) ?? ''
const read = (who: PersonName, path: string) => site.ask(path, { headers: { cookie: cookie(who) } })
const send = (who: PersonName, step: string, form: Record<string, string>) =>
	press(site, `${TASK}/${step}`, cookie(who), new URLSearchParams(form).toString())

/** A form of a program that says which version it changes. */
function sendMatching(tag: string, step: string, form: Record<string, string>): Promise<Answer> {
	return site.ask(`${TASK}/${step}`, {
		method: 'POST',
		headers: {
			'content-type': 'application/x-www-form-urlencoded',
			'sec-fetch-site': 'same-origin',
			cookie: cookie('officer'),
			'if-match': tag,
		},
		body: new URLSearchParams(form).toString(),
	})
}

const json = ({ body }: Answer): unknown => JSON.parse(body.toString())
const drafts = () =>
	site.database.db.progressUpdateDraft.findMany({ select: { doneId: true, version: true, state: true } })

/** A draft of version 1 with a level, and of version 2 with a text of the officer. */
async function aDraft(): Promise<void> {
	expect((await send('officer', 'level', { version: '0', level: 'SUBSTANTIAL' })).status).toBe(303)
	const kept = await send('officer', 'typed', { version: '2', doneId: 'Pertama.' })
	expect([kept.status, kept.headers.etag]).toEqual([200, '"draft-3"'])
}

describe('a draft that a program saves', () => {
	test('names its version, and takes a change to that version', async () => {
		const none = await read('officer', `${TASK}/typed`)
		expect([none.headers.etag, none.headers['cache-control']]).toEqual(['"draft-0"', 'no-store'])
		await aDraft()
		const seen = await read('colleague', `${TASK}/typed`)
		expect(seen.headers.etag).toBe('"draft-3"')
		expect(json(seen)).toMatchObject({ version: 3, done: { id: 'Pertama.', en: null } })
		const saved = await sendMatching('"draft-3"', 'typed', { version: '0', doneId: 'Kedua.' })
		expect([saved.status, saved.headers.etag]).toEqual([200, '"draft-4"'])
		expect(json(saved)).toMatchObject({ version: 4, time: expect.stringMatching(/^\d\d[.:]\d\d$/) })
		expect(await drafts()).toEqual([{ doneId: 'Kedua.', version: 4, state: 'DRAFT' }])
	})

	test.each([
		['of an older version', '"draft-2"'],
		['of a version that is not there yet', '"draft-9"'],
		['that is weak', 'W/"draft-3"'],
		['of something else', '"page-3"'],
		['of several versions', '"draft-3", "draft-4"'],
	])('refuses with 412 a tag %s, and keeps what is stored', async (_what, tag) => {
		await aDraft()
		const refused = await sendMatching(tag, 'typed', { version: '3', doneId: 'Lain.' })
		expect(refused.status).toBe(412)
		expect(json(refused)).toMatchObject({ reason: 'changed_meanwhile' })
		expect(await drafts()).toEqual([{ doneId: 'Pertama.', version: 3, state: 'DRAFT' }])
	})

	test('gives back what was typed where the whole form came too late, with 412 or 409', async () => {
		await aDraft()
		const form = { version: '2', doneId: 'Ditulis terlambat.' }
		const [matching, plain] = [
			await sendMatching('"draft-2"', 'done', form),
			await send('officer', 'done', form),
		]
		expect([matching.status, plain.status]).toEqual([412, 409])
		for (const { body } of [matching, plain]) {
			expect(body.toString()).toContain('Ditulis terlambat.')
			expect(body.toString()).toContain('Pertama.')
		}
		expect(await drafts()).toMatchObject([{ doneId: 'Pertama.', version: 3 }])
	})
})

describe('what is kept while it is typed', () => {
	test('is refused with 409 where somebody else saved in between, and theirs stays', async () => {
		await aDraft()
		expect((await send('colleague', 'typed', { version: '3', doneId: 'Rekan.' })).status).toBe(200)
		const late = await send('officer', 'typed', { version: '3', doneId: 'Saya.' })
		expect(late.status).toBe(409)
		expect(json(late)).toMatchObject({ reason: 'changed_meanwhile' })
		expect(await drafts()).toMatchObject([{ doneId: 'Rekan.', version: 4 }])
	})

	test('is one version, however often the same text is sent', async () => {
		await aDraft()
		const again = await send('officer', 'typed', { version: '3', doneId: 'Pertama.' })
		expect([again.status, again.headers.etag]).toEqual([200, '"draft-3"'])
	})

	test.each(OTHERS)('of %s is answered with %i, and nothing is read or written', async (who, status) => {
		await aDraft()
		expect((await read(who, `${TASK}/typed`)).status).toBe(status)
		expect((await send(who, 'typed', { version: '3', doneId: 'Asing.' })).status).toBe(status)
		expect(await drafts()).toEqual([{ doneId: 'Pertama.', version: 3, state: 'DRAFT' }])
	})

	test('of nobody who is signed in leads to the sign-in page, and from another site to a refusal', async () => {
		await aDraft()
		const nobody = await press(site, `${TASK}/typed`, '', 'version=3&doneId=Asing.')
		expect([nobody.status, nobody.headers.location]).toEqual([302, '/en/sign-in?next=%2Fen%2Ftasks'])
		const forged = await site.ask(`${TASK}/typed`, {
			method: 'POST',
			headers: {
				'content-type': 'application/x-www-form-urlencoded',
				'sec-fetch-site': 'cross-site',
				cookie: cookie('officer'),
			},
			body: 'version=3&doneId=Asing.',
		})
		expect(forged.status).toBe(403)
		expect(await drafts()).toEqual([{ doneId: 'Pertama.', version: 3, state: 'DRAFT' }])
	})

	test.each([
		['another institution’s milestone', '/en/tasks/m3/B06/typed', 404],
		['a milestone that is not there', '/en/tasks/none/B06/typed', 404],
		['a period that is not there', '/en/tasks/m1/B99/typed', 404],
		['a period that is over', '/en/tasks/m1/B03/typed', 409],
	])('on %s is refused', async (_what, path, status) => {
		const answer = await press(site, path, cookie('officer'), 'version=0&doneId=Asing.')
		expect(answer.status).toBe(status)
		expect(await drafts()).toEqual([])
	})

	test.each([
		['no version', 'doneId=x'],
		['a version that is no number', 'version=x&doneId=x'],
		['a field that the form does not have', 'version=3&doneId=x&state=SUBMITTED'],
		['more than a text may hold', `version=3&doneId=${'x'.repeat(2_001)}`],
	])('with %s is refused with 422', async (_what, body) => {
		await aDraft()
		expect((await press(site, `${TASK}/typed`, cookie('officer'), body)).status).toBe(422)
		expect(await drafts()).toEqual([{ doneId: 'Pertama.', version: 3, state: 'DRAFT' }])
	})
})

describe('a form that is sent again', () => {
	async function aWholeReport(): Promise<string> {
		await aDraft()
		const link = { kind: 'REPORT', url: 'https://contoh.example/laporan', title: 'Laporan' }
		expect((await send('officer', 'evidence', { version: '3', ...link })).status).toBe(303)
		const [draft] = await site.database.db.progressUpdateDraft.findMany()
		return draft?.id ?? ''
	}

	test('to the lead five times at once leads to the same page each time', async () => {
		await aWholeReport()
		const answers = await Promise.all(
			Array.from({ length: 5 }, () => send('officer', 'check', { version: '4' })),
		)
		const page = `${TASK}/submitted`
		expect(answers.map(({ status, headers }) => [status, headers.location])).toEqual(
			Array(5).fill([303, page]),
		)
		expect(await drafts()).toMatchObject([{ version: 5, state: 'SUBMITTED' }])
	})

	test('after it was sent, what is still typed is given back, and nothing changes', async () => {
		await aWholeReport()
		await send('officer', 'check', { version: '4' })
		const typed = await send('colleague', 'typed', { version: '5', doneId: 'Terlambat.' })
		expect(json(typed)).toMatchObject({ reason: 'draft_already_submitted' })
		const whole = await send('colleague', 'done', { version: '5', doneId: 'Terlambat.' })
		expect([typed.status, whole.status]).toEqual([409, 409])
		expect(whole.body.toString()).toContain('Terlambat.')
		expect(await drafts()).toMatchObject([{ doneId: 'Pertama.', state: 'SUBMITTED' }])
	})

	test('by the lead five times at once publishes one act, and each answer is its receipt', async () => {
		const draftId = await aWholeReport()
		await send('officer', 'check', { version: '4' })
		const before = await countsOf(site.database)
		const approve = () => press(site, `/en/approvals/${draftId}/approve`, cookie('lead'), 'version=5')
		const answers = [...(await Promise.all(Array.from({ length: 4 }, approve))), await approve()]
		const receipt = `/en/receipts/${draftId}`
		expect(answers.map(({ status, headers }) => [status, headers.location])).toEqual(
			Array(5).fill([303, receipt]),
		)
		expect(await countsOf(site.database)).toMatchObject({
			claims: before.claims + 1,
			leaves: before.leaves + 1,
			drafts: before.drafts - 1,
		})
		expect((await read('lead', receipt)).status).toBe(200)
		expect(
			(await press(site, `/en/approvals/${draftId}/approve`, cookie('officer'), 'version=5')).status,
		).toBe(403)
		expect(
			(await press(site, `/en/approvals/${draftId}/approve`, cookie('otherLead'), 'version=5')).status,
		).toBe(404)
	})
})
