import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storeFinding } from '#tests/factories/stored-finding.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { cookieOfPerson, press, wholeSite } from '../withdrawal/whole-site.ts'
import type { SmallSite } from './small-site.ts'

let site: SmallSite
const cookies = new Map<PersonName, string>()

beforeAll(async () => {
	site = await wholeSite()
	await storeFinding(site.database, { publishedAt: new Date() })
	for (const who of ['officer', 'colleague', 'otherOfficer', 'monitor', 'owner', 'poc'] as const)
		cookies.set(who, await cookieOfPerson(site, who))
}, 120_000)
afterAll(() => site.close())

const cookieOf = (who: PersonName) => cookies.get(who) ?? ''
const see = (who: PersonName, path: string) => site.ask(path, { headers: { cookie: cookieOf(who) } })
const send = (who: PersonName, path: string, form: Readonly<Record<string, string>>) =>
	press(site, path, cookieOf(who), new URLSearchParams(form).toString())

const REPLY = '/en/findings/finding-1/reply'
const DECISION = '/id/findings/finding-1/decision'
const WORDS = { findingVersion: '1', after: '0', textEn: '', textId: 'Pintu dibuka pada hari kerja.' }

describe('from the task to the receipt of a reply, without a script', () => {
	test('an officer sees the finding, the clock of 21 days and whose number that is', async () => {
		const page = await see('officer', REPLY)
		expect(page.status).toBe(200)
		for (const said of ['"value":21', '"basis":"OURS"', 'found the door closed', '"isLate":false'])
			expect(page.body.toString()).toContain(said)
	})

	test('of others it does not exist, or is none of theirs', async () => {
		expect((await see('otherOfficer', REPLY)).status).toBe(404)
		expect((await see('monitor', REPLY)).status).toBe(403)
		expect((await see('poc', DECISION)).status).toBe(403)
	})

	test('an empty text is asked for again', async () => {
		const empty = await send('officer', REPLY, { ...WORDS, version: '0', textId: '' })
		expect(empty.status).toBe(422)
		expect(empty.body.toString()).toContain('reply.text.required')
	})

	test('is written, checked, published once, and receipted', async () => {
		const written = await send('officer', REPLY, { ...WORDS, version: '0' })
		expect([written.status, written.headers.location]).toEqual([303, `${REPLY}/evidence`])
		const check = await see('officer', `${REPLY}/check`)
		expect(check.body.toString()).toContain(WORDS.textId)
		const form = { ...WORDS, version: '1' }
		const published = await send('officer', `${REPLY}/publish`, form)
		expect([published.status, published.headers.location]).toEqual([
			303,
			expect.stringMatching(/^\/en\/receipts\//),
		])
		const again = await send('officer', `${REPLY}/publish`, form)
		expect(again.headers.location).toBe(published.headers.location)
		expect((await see('officer', published.headers.location ?? '')).status).toBe(200)
		expect(await site.database.db.reply.count()).toBe(1)
	})

	test('a colleague who wrote at the same time sees both texts, and a sentence', async () => {
		const mine = { ...WORDS, version: '0', textId: 'Pintu dibuka hari Selasa.' }
		const late = await send('colleague', REPLY, mine)
		expect(late.status).toBe(409)
		for (const said of [WORDS.textId, mine.textId, '"reason":"reply_published"'])
			expect(late.body.toString()).toContain(said)
	})
})

describe('from the reply to the receipt of a decision, without a script', () => {
	const ANSWER = {
		findingVersion: '1',
		after: '0',
		decision: 'WITHDRAWN',
		reasonId: 'Kami keliru.',
		reasonEn: '',
	}

	test('the reply waits for the monitor, with the finding and the reply above the question', async () => {
		expect((await see('monitor', '/id/verify')).body.toString()).toContain('"kind":"REPLIED"')
		expect((await see('monitor', DECISION)).body.toString()).toContain(WORDS.textId)
	})

	test('is checked with what was typed, can be gone back to, and is published once', async () => {
		const check = await send('monitor', `${DECISION}/check`, ANSWER)
		expect([check.status, check.body.toString().includes('"shown"')]).toEqual([200, true])
		const back = await send('monitor', DECISION, ANSWER)
		expect([back.status, back.body.toString().includes('Kami keliru.')]).toEqual([200, true])
		const published = await send('monitor', `${DECISION}/publish`, ANSWER)
		expect(published.headers.location).toMatch(/^\/id\/receipts\//)
		const again = await send('monitor', `${DECISION}/publish`, ANSWER)
		expect(again.headers.location).toBe(published.headers.location)
		const other = await send('owner', `${DECISION}/publish`, { ...ANSWER, reasonId: 'Lain.' })
		expect(other.status).toBe(409)
		expect(other.body.toString()).toContain('"reason":"decision_made"')
		expect(await site.database.db.verifierDecision.count()).toBe(1)
	})
})

test.each([
	['/en/commitments/k1', '"decision":"WITHDRAWN"'],
	['/id/records/finding-1', 'Kami keliru.'],
	['/en/plans/plan', '"threads":[{"state":"WITHDRAWN","count":1}]'],
	['/id/plans/plan/dashboard', '"fixRate":{"adverse":0'],
	['/api/v1/commitments/k1', 'Pintu dibuka pada hari kerja.'],
	['/api/v1/plans/plan', '"fixRate":{"adverse":0'],
	['/api/v1/commitments/k1', '"threads":[{"recordId":"finding-1"'],
])('everyone reads the whole thread at %s', async (path, said) => {
	const page = await site.ask(path)
	expect(page.status).toBe(200)
	expect(page.body.toString()).toContain(said)
})

test('the record of the reply says which version of the finding it answers', async () => {
	const { recordId } = await site.database.db.reply.findFirstOrThrow()
	const page = await site.ask(`/en/records/${recordId}`)
	expect([page.status, page.body.toString().includes('"verificationVersion":1')]).toEqual([200, true])
})

test('of a finding that is withdrawn for safety, neither the reply nor the decision is left to be read', async () => {
	const [reply, decision] = [
		await site.database.db.reply.findFirstOrThrow(),
		await site.database.db.verifierDecision.findFirstOrThrow(),
	]
	expect((await send('monitor', '/en/withdrawals/finding-1/withdraw', {})).status).toBe(303)
	for (const { recordId } of [reply, decision]) {
		expect((await site.ask(`/en/records/${recordId}`)).status).toBe(410)
		expect((await site.ask(`/records/${recordId}.json`)).status).toBe(410)
	}
	for (const path of ['/en/commitments/k1', '/api/v1/commitments/k1', '/en/plans/plan/dashboard'])
		expect((await site.ask(path)).body.toString()).not.toMatch(/Pintu dibuka|Kami keliru/)
	expect((await see('officer', REPLY)).status).toBe(410)
	expect((await see('officer', '/en/tasks')).body.toString()).not.toContain('finding-1')
})
