import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { cookieOfPerson, press, wholeSite } from '../withdrawal/whole-site.ts'
import type { SmallSite } from './small-site.ts'

const WHO = ['monitor', 'owner', 'otherMonitor', 'officer', 'lead', 'poc', 'secretariat', 'admin'] as const
const SILENT = '/en/verify/milestones/m1/B06'
const WHOLE = '/id/verify/commitments/k1/B06'
const NONE = { personInterests: 'NONE', organizationInterests: 'NONE' }
const REASONS = {
	method: 'SITE_VISIT',
	confidence: 'HIGH',
	rationaleEn: 'We asked for the report on three days and nobody could show us one.',
}
const LINK = {
	kind: 'REPORT',
	url: 'https://cso.example/visit',
	title: 'Our notes',
	stance: 'CONTRADICTS',
	excerpt: 'Nobody could show us one',
	locator: 'page 2',
}

let site: SmallSite
const cookies = new Map<PersonName, string>()

beforeAll(async () => {
	site = await wholeSite()
	// The day of the site is today's: this period is due for good, and that one never opens.
	const due = { opensOn: '2020-01-01', dueOn: '2020-03-31', lockedOn: null }
	await site.database.db.checkpoint.updateMany({ where: { code: 'B06' }, data: due })
	const ahead = { opensOn: '2999-01-01', dueOn: '2999-03-31', lockedOn: null }
	await site.database.db.checkpoint.updateMany({ where: { code: 'B09' }, data: ahead })
	for (const who of WHO) cookies.set(who, await cookieOfPerson(site, who))
}, 120_000)
afterAll(() => site.close())
beforeEach(() => site.database.db.verificationDraft.deleteMany())

const see = (who: PersonName, path: string) => site.ask(path, { headers: { cookie: cookies.get(who) ?? '' } })
const send = (who: PersonName, path: string, form: Readonly<Record<string, string>>) =>
	press(site, path, cookies.get(who) ?? '', new URLSearchParams(form).toString())

/** A complete finding on a subject; gives where its draft is. */
async function written(subject: string): Promise<string> {
	const begun = await send('monitor', subject, NONE)
	const draft = (begun.headers.location ?? '').replace(/\/finding$/, '')
	const answers = { level: 'NO_EVIDENCE', outcome: 'NOT_CONFIRMED' }
	for (const [step, form] of [
		['finding', { ...answers, version: '1' }],
		['reasons', { ...REASONS, version: '2' }],
		['evidence', { ...LINK, version: '3' }],
	] as const)
		expect((await send('monitor', `${draft}/${step}`, form)).status, step).toBe(303)
	return draft
}

describe('from the choice of a commitment to a receipt, without a script', () => {
	test('a monitor finds the commitment, and silence at a checkpoint, without a claim', async () => {
		expect((await see('monitor', '/en/verify/commitments')).body.toString()).toContain('"id":"k1"')
		const choices = (await see('monitor', '/id/verify/commitments/k1')).body.toString()
		expect(choices).toContain('"code":"B06"')
		expect(choices).not.toContain('"code":"B09"')
		expect((await see('monitor', SILENT)).body.toString()).toContain('"closedBecause":null')
	})

	test('what was typed is kept when an answer is missing', async () => {
		const typed = { ...NONE, personInterests: 'FUNDED_BY', organizationStatement: 'Tidak ada.' }
		const refused = await send('monitor', SILENT, typed)
		expect(refused.status).toBe(422)
		for (const said of ['verification.statement.required', 'FUNDED_BY', 'Tidak ada.'])
			expect(refused.body.toString()).toContain(said)
	})

	test.each([
		['a milestone', '/en/verify/milestones/m1/B09'],
		['the whole', '/id/verify/commitments/k1/B09'],
	])('%s at a checkpoint ahead is shown with the reason, and taken by no form', async (_what, path) => {
		expect((await see('monitor', path)).body.toString()).toContain('"closedBecause":"checkpoint_not_open"')
		const refused = await send('monitor', path, NONE)
		expect(refused.status).toBe(409)
		for (const said of ['"reason":"checkpoint_not_open"', '"personInterests":["NONE"]'])
			expect(refused.body.toString()).toContain(said)
	})

	test.each([
		['silence', SILENT, '"milestoneId":"m1"'],
		['the commitment as a whole', WHOLE, '"milestoneId":null'],
	])('%s is judged and published', async (_what, subject, said) => {
		const draft = await written(subject)
		const published = await send('monitor', `${draft}/publish`, { version: '4' })
		expect([published.status, published.headers.location]).toEqual([
			303,
			expect.stringMatching(/^\/(en|id)\/receipts\//),
		])
		const recordId = published.headers.location?.split('/').at(-1) ?? ''
		const record = (await site.ask(`/en/records/${recordId}`)).body.toString()
		for (const text of [said, '"checkpointCode":"B06"', 'Nobody could show us one', 'page 2'])
			expect(record).toContain(text)
		expect((await see('monitor', subject)).body.toString()).toContain(`"recordId":"${recordId}"`)
	})

	test('the same finding again is answered with a sentence, and the draft stays', async () => {
		const draft = await written(SILENT)
		const again = await send('monitor', `${draft}/publish`, { version: '4' })
		expect([again.status, again.body.toString().includes('"reason":"same_finding"')]).toEqual([409, true])
		expect((await see('monitor', `${draft}/check`)).status).toBe(200)
	})
})

describe('a second reader', () => {
	test('reads, gives back with a note, passes; and only then its author publishes', async () => {
		await site.database.db.organization.update({ where: { id: 'cso' }, data: { reviewsFindings: true } })
		const draft = await written('/en/verify/milestones/m2/B06')
		const seen = { version: '4' }
		expect((await send('monitor', `${draft}/publish`, seen)).body.toString()).toContain('review_missing')
		expect((await send('monitor', `${draft}/ask-review`, seen)).headers.location).toBe(`${draft}/check`)
		expect((await see('monitor', `${draft}/review`)).status).toBe(404)
		expect((await see('otherMonitor', `${draft}/review`)).status).toBe(404)
		expect((await see('owner', '/id/verify/reviews')).body.toString()).toContain('Milestone m2')
		expect((await see('owner', `${draft}/review`)).body.toString()).toContain(REASONS.rationaleEn)
		const empty = await send('owner', `${draft}/review/return`, { ...seen, note: '' })
		expect([empty.status, empty.body.toString().includes('finding-review.note.required')]).toEqual([
			422,
			true,
		])
		await send('owner', `${draft}/review/return`, { ...seen, note: 'Which days?' })
		expect((await see('monitor', `${draft}/check`)).body.toString()).toContain('Which days?')
		await send('monitor', `${draft}/ask-review`, seen)
		expect((await send('owner', `${draft}/review/pass`, seen)).headers.location).toBe('/en/verify/reviews')
		const published = await send('monitor', `${draft}/publish`, seen)
		const recordId = published.headers.location?.split('/').at(-1) ?? ''
		expect((await site.ask(`/id/records/${recordId}`)).body.toString()).toContain('"isPeerReviewed":true')
		await site.database.db.organization.update({ where: { id: 'cso' }, data: { reviewsFindings: false } })
	})
})

describe('standing back', () => {
	const PAGE = '/en/verify/commitments/k2/stand-back'
	const ANSWER = { scope: 'PERSON', reasonEn: 'My sister leads that office.', replacement: 'NONE' }

	test('is asked for a reason, published with a receipt, and shown on the commitment’s page', async () => {
		const refused = await send('monitor', PAGE, { ...ANSWER, reasonEn: '' })
		expect([refused.status, refused.body.toString().includes('recusal.reason.required')]).toEqual([422, true])
		const published = await send('monitor', PAGE, ANSWER)
		expect(published.headers.location).toMatch(/^\/en\/receipts\//)
		expect((await see('monitor', published.headers.location ?? '')).status).toBe(200)
		const page = (await site.ask('/id/commitments/k2')).body.toString()
		expect(page).toContain(ANSWER.reasonEn)
		expect(page).not.toContain('Person of cso')
		const record = published.headers.location?.split('/').at(-1) ?? ''
		expect((await site.ask(`/en/records/${record}`)).status).toBe(200)
		const again = await send('monitor', '/en/verify/milestones/m3', NONE)
		expect([again.status, again.body.toString().includes('"reason":"recused"')]).toEqual([409, true])
	})
})

test.each(['officer', 'lead', 'poc', 'secretariat', 'admin'] as const)(
	'%s opens none of these pages, and no form of theirs is taken',
	async (who) => {
		const draft = await written('/en/verify/milestones/m2/B06')
		const before = await site.database.db.verificationDraft.findMany()
		for (const path of [
			'/en/verify/commitments',
			'/en/verify/commitments/k1',
			'/en/verify/commitments/k1/stand-back',
			'/en/verify/reviews',
			SILENT,
			WHOLE,
			`${draft}/review`,
		])
			expect((await see(who, path)).status, path).toBe(403)
		for (const [path, form] of [
			[SILENT, NONE],
			[`${SILENT}/begin`, {}],
			[`${WHOLE}/begin`, {}],
			['/en/verify/commitments/k1/stand-back', { scope: 'ORGANIZATION', reasonEn: 'x', replacement: 'NONE' }],
			[`${draft}/ask-review`, { version: '4' }],
			[`${draft}/review/pass`, { version: '4' }],
			[`${draft}/review/return`, { version: '4', note: 'x' }],
		] as const)
			expect((await send(who, path, form)).status, path).toBe(403)
		expect(await site.database.db.verificationDraft.findMany()).toEqual(before)
		expect(await site.database.db.recusal.count()).toBe(1)
	},
)
