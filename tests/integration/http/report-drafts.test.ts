import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { cookieOfPerson, press, wholeSite } from '../withdrawal/whole-site.ts'
import type { SmallSite } from './small-site.ts'

const OPEN = '/en/poc/plans/plan/report/draft'
const UNKNOWN = '6f2c1f8e-9a55-4c1e-8d0a-2f4b8f0e7a11'

let site: SmallSite
let draftId = ''
const cookies = new Map<PersonName, string>()

beforeAll(async () => {
	site = await wholeSite()
	for (const who of ['poc', 'monitor', 'monitoringBody', 'officer'] as const)
		cookies.set(who, await cookieOfPerson(site, who))
	const shared = await send('poc', OPEN, { report: 'progress-report', days: '14' })
	draftId = String(shared.headers.location).split('/').at(-1) ?? ''
}, 120_000)
afterAll(() => site.close())

const cookieOf = (who: PersonName) => cookies.get(who) ?? ''
const see = (who: PersonName, path: string) => site.ask(path, { headers: { cookie: cookieOf(who) } })
const send = (who: PersonName, path: string, form: Readonly<Record<string, string>>) =>
	press(site, path, cookieOf(who), new URLSearchParams(form).toString())
const pageOf = (id: string) => `/en/report-drafts/${id}`
const fileOf = (id: string) => `/files/report-drafts/${id}.en.pdf`

describe('sharing', () => {
	test.each(['6', '31', '7.5', 'soon', ''])(
		'for “%s” days gets its sentence, beside what was typed',
		async (days) => {
			const answer = await send('poc', OPEN, { report: 'status-report', days })
			expect(answer.status).toBe(422)
			expect(answer.body.toString()).toContain('report-draft.days.wrong')
			expect(answer.body.toString()).toContain('status-report')
		},
	)

	test('the same report twice, and compiling it meanwhile, is refused in the form', async () => {
		const again = await send('poc', OPEN, { report: 'progress-report', days: '7' })
		expect([again.status, again.body.toString()]).toEqual([409, expect.stringContaining('draft_round_known')])
		const compiled = await send('poc', '/en/poc/plans/plan/report', { report: 'progress-report' })
		expect([compiled.status, compiled.body.toString()]).toEqual([
			409,
			expect.stringContaining('draft_round_open'),
		])
	})

	test('nobody but those who compile gets to the form', async () => {
		for (const who of ['monitor', 'monitoringBody', 'officer'] as const)
			expect((await see(who, OPEN)).status, who).toBe(403)
	})
})

describe('a shared draft', () => {
	test('is one page and one file for all who may see it', async () => {
		const pages = await Promise.all(
			(['poc', 'monitor', 'monitoringBody'] as const).map((who) => see(who, pageOf(draftId))),
		)
		for (const page of pages) {
			expect(page.status).toBe(200)
			expect(page.body.toString()).toContain('Draft – not published')
		}
		const files = [await see('poc', fileOf(draftId)), await see('monitor', fileOf(draftId))]
		expect(files.map(({ status }) => status)).toEqual([200, 200])
		expect(files[0]?.body.equals(files[1]?.body ?? Buffer.alloc(0))).toBe(true)
		expect(String(files[0]?.headers['cache-control'])).not.toContain('public')
	}, 60_000)

	test('does not exist for anybody else: the answer is that of one which is missing', async () => {
		for (const at of [pageOf, fileOf, (id: string) => `${pageOf(id)}/dissent`]) {
			const answers = await Promise.all([site.ask(at(draftId)), site.ask(at(UNKNOWN))])
			expect(new Set(answers.map(({ status }) => status)).size).toBe(1)
			expect(answers[0].status).not.toBe(200)
			const officer = await Promise.all([see('officer', at(draftId)), see('officer', at(UNKNOWN))])
			expect(officer.map(({ status }) => status)).toEqual([403, 403])
			expect((await see('monitor', at(UNKNOWN))).status).toBe(404)
		}
	})

	test('waits among the tasks of those who were asked, and in the monitor’s queue', async () => {
		for (const [who, path] of [
			['monitor', '/id/verify'],
			['monitor', '/id/tasks'],
			['monitoringBody', '/id/tasks'],
			['poc', '/id/tasks'],
		] as const)
			expect((await see(who, path)).body.toString(), `${who} ${path}`).toContain(draftId)
		expect((await see('officer', '/id/tasks')).body.toString()).not.toContain(draftId)
	})
})

describe('dissent', () => {
	const typed = { recordId: UNKNOWN, textId: '', textEn: '', url: '' }
	const form = () => `${pageOf(draftId)}/dissent`

	test.each([
		['empty', {}, 'field.either-language'],
		['too long', { textEn: 'long '.repeat(2_001) }, 'long long'],
		['with a link that is none', { textEn: 'See there.', url: 'there' }, 'evidence.url.web'],
	])('that is %s gets its sentence, and nothing typed is lost', async (_what, over, said) => {
		const answer = await send('monitor', form(), { ...typed, ...over })
		expect(answer.status).toBe(422)
		expect(answer.body.toString()).toContain(said)
		for (const text of Object.values(over)) expect(answer.body.toString()).toContain(text)
	})

	test('of government is not taken', async () => {
		expect((await send('poc', form(), { ...typed, textEn: 'All is well.' })).status).toBe(403)
		expect(await site.database.db.reportDissent.count()).toBe(0)
	})

	test('from a foreign or missing draft is not found', async () => {
		const answer = await send('monitor', `${pageOf(UNKNOWN)}/dissent`, { ...typed, textEn: 'Late.' })
		expect(answer.status).toBe(404)
	})

	test('stands on the draft’s page at once, for the point of contact too', async () => {
		const answer = await send('monitor', form(), { ...typed, textEn: 'Two villages are missing.' })
		expect([answer.status, answer.headers.location]).toEqual([303, pageOf(draftId)])
		expect((await see('poc', pageOf(draftId))).body.toString()).toContain('Two villages are missing.')
	})
})
