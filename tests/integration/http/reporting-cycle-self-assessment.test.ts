import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leaveComment } from '#app/domain/assessment-comment/commands.server.ts'
import { findDesk } from '#app/domain/self-assessment/queries.server.ts'
import { PLACE, aWrittenDraft, anOpenAssessment } from '#tests/factories/self-assessment.ts'
import { as, countsOf } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { cookieOfPerson, press, wholeSite } from '../withdrawal/whole-site.ts'
import type { Answer, SmallSite } from './small-site.ts'

const DESK = '/en/poc/plans/plan/self-assessments/mid-term'
const BODY = 'The portal was not open in June.'
const OTHERS = ['officer', 'monitor', 'admin'] as const

let site: SmallSite
const cookies = new Map<PersonName, string>()

async function open(): Promise<void> {
	site = await wholeSite()
	for (const who of ['poc', 'secretariat', ...OTHERS] as const)
		cookies.set(who, await cookieOfPerson(site, who))
}

const read = (path: string) => site.ask(path).then(({ body }) => body.toString())
const send = (who: PersonName | null, path: string, form: Record<string, string>) =>
	press(site, path, who === null ? '' : (cookies.get(who) ?? ''), new URLSearchParams(form).toString())
const led = ({ status, headers }: Answer) => [status, headers.location]
const desk = () => findDesk(as(site.database, 'poc', new Date()), PLACE)
const versionNow = async () => String((await desk()).version)
const leaves = async () => (await countsOf(site.database)).leaves
/** The day of the site is today's, so what lies behind it is told in days before today. */
const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3_600_000)

describe('while everyone may comment, a self-assessment', () => {
	let recordId = ''
	beforeAll(async () => {
		await open()
		await aWrittenDraft(site.database)
	}, 120_000)
	afterAll(() => site.close())

	test('is opened by those who run the plan, once; a form sent again leads to the same receipt', async () => {
		const form = { version: await versionNow(), days: '14' }
		for (const who of OTHERS) expect((await send(who, `${DESK}/open`, form)).status, who).toBe(403)
		expect((await send('poc', `${DESK}/open`, { ...form, days: '13' })).status).toBe(422)
		const before = await leaves()
		const answers = await Promise.all(Array.from({ length: 4 }, () => send('poc', `${DESK}/open`, form)))
		recordId = (await desk()).published?.recordId ?? ''
		expect(answers.map(led)).toEqual(Array(4).fill([303, `/en/receipts/${recordId}`]))
		expect(await leaves()).toBe(before + 1)
	})

	test('is commented on without an account; the same words are one comment', async () => {
		const address = `/en/self-assessments/${recordId}`
		for (let sent = 0; sent < 3; sent += 1) {
			const answer = await send(null, `${address}/comment`, { body: BODY })
			expect(led(answer)).toEqual([303, `${address}#comment-1`])
		}
		expect((await send(null, `${address}/comment`, { body: ' ' })).status).toBe(422)
		expect(await read(address)).toContain(BODY)
	})

	test('does not become final, whoever asks', async () => {
		const form = { version: await versionNow() }
		expect((await send('poc', `${DESK}/submit`, form)).status).toBe(409)
		expect(led(await send('secretariat', `${DESK}/approve`, form))).toEqual([303, DESK])
		expect((await desk()).published).toMatchObject({ stage: 'COMMENT', version: 1 })
	})
})

describe('after the last day for comments, a self-assessment', () => {
	let recordId = ''
	beforeAll(async () => {
		await open()
		recordId = (await anOpenAssessment(site.database, daysAgo(30))).recordId
		const place = { recordId, locale: 'en' } as const
		await leaveComment(as(site.database, 'monitor', daysAgo(25)), place, { body: BODY })
	}, 120_000)
	afterAll(() => site.close())

	test('takes no comment any more', async () => {
		const late = await send(null, `/en/self-assessments/${recordId}/comment`, { body: 'Too late.' })
		expect(late.status).toBe(409)
		expect(await read(`/en/self-assessments/${recordId}`)).not.toContain('Too late.')
	})

	test('is not final while a comment has no answer; one without a reason is no answer', async () => {
		expect((await send('poc', `${DESK}/submit`, { version: await versionNow() })).status).toBe(409)
		const at = `${DESK}/comments/1`
		const version = String((await desk()).comments[0]?.version)
		const answer = { version, disposition: 'PARTLY', answerEn: 'Open since July.' }
		expect((await send('poc', at, { version, disposition: 'PARTLY' })).status).toBe(422)
		expect((await send('poc', at, { version, answerEn: 'Open since July.' })).status).toBe(422)
		for (const who of OTHERS) expect((await send(who, at, answer)).status, who).toBe(403)
		expect(led(await send('secretariat', at, answer))).toEqual([303, DESK])
		expect((await send('poc', at, answer)).status).toBe(409)
	})

	test('is published by a second person, once, with comments and answers annexed', async () => {
		expect(led(await send('poc', `${DESK}/submit`, { version: await versionNow() }))).toEqual([303, DESK])
		const form = { version: await versionNow() }
		for (const who of ['poc', ...OTHERS] as const)
			expect((await send(who, `${DESK}/approve`, form)).status, who).toBe(403)
		const before = await leaves()
		const approve = () => send('secretariat', `${DESK}/approve`, form)
		const answers = [...(await Promise.all([approve(), approve(), approve()])), await approve()]
		expect(answers.map(led)).toEqual(Array(4).fill([303, `/en/receipts/${recordId}`]))
		expect(await leaves()).toBe(before + 1)

		const shown = await read(`/en/self-assessments/${recordId}`)
		for (const part of [BODY, 'PARTLY', 'Open since July.', '"stage":"FINAL"']) expect(shown).toContain(part)
		expect(JSON.parse(await read(`/records/${recordId}.json`))).toMatchObject({
			entry: { version: 2, kind: 'self-assessment.published' },
		})
		expect(await read(`/en/self-assessments/${recordId}?version=1`)).not.toContain('Open since July.')
	})
})
