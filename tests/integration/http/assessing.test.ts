import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findDesk } from '#app/domain/local-assessment/queries.server.ts'
import { LOCAL_CYCLE } from '#prisma/seed/cycle-rules.ts'
import { END_OF_K1, answerAll } from '#tests/factories/local-assessment.ts'
import { withRules } from '#tests/factories/other-rules.ts'
import { as, countsOf } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { cookieOfPerson, press, wholeSite } from '../withdrawal/whole-site.ts'
import type { SmallSite } from './small-site.ts'

const DESK = '/en/assess/plan/k1'
const COMPLETION = `${DESK}/pages/completion`
const OTHERS = ['poc', 'officer', 'monitor', 'admin'] as const

let site: SmallSite
const cookies = new Map<PersonName, string>()
beforeAll(async () => {
	site = await wholeSite()
	await withRules(site.database, { cycle: LOCAL_CYCLE })
	for (const who of ['monitoringBody', ...OTHERS] as const) cookies.set(who, await cookieOfPerson(site, who))
}, 120_000)
afterAll(() => site.close())

const cookieOf = (who: PersonName) => cookies.get(who) ?? ''
const read = (path: string, who?: PersonName) =>
	site.ask(path, who === undefined ? {} : { headers: { cookie: cookieOf(who) } })
const send = (path: string, form: Record<string, string>, who: PersonName = 'monitoringBody') =>
	press(site, path, cookieOf(who), new URLSearchParams(form).toString())
const desk = () => findDesk(as(site.database, 'monitoringBody', new Date()), END_OF_K1)
const stamp = async () => (await desk()).pages[0]?.stamp ?? ''

describe('a Monitoring Body at its desk, without any script', () => {
	test.each(['en', 'id'])('sees in %s what it owes, and every page of it', async (locale) => {
		const { status, body } = await read(`/${locale}/assess`, 'monitoringBody')
		expect(status).toBe(200)
		expect(body.toString()).toContain('"dueOn":"2028-01-31"')
		for (const page of ['', '/pages/opening', '/evidence', '/evidence/eoc-completion', '/check'])
			expect((await read(`/${locale}/assess/plan/k1${page}`, 'monitoringBody')).status, page).toBe(200)
	})

	test.each(OTHERS)('for %s there is no such desk', async (who) => {
		expect((await read('/en/assess', who)).status).toBe(403)
		expect((await send(COMPLETION, { seen: await stamp() }, who)).status).toBe(403)
	})

	test('saves what is typed and goes on; what was not taken is shown again', async () => {
		const typed = { 'EOC_COMPLETION-answer': 'LIMITED', 'EOC_COMPLETION-explanationEn': 'Two of five.' }
		const refused = await send(COMPLETION, { seen: await stamp(), ...typed, 'EOC_COMPLETION-answer': 'HALF' })
		expect(refused.status).toBe(422)
		expect(refused.body.toString()).toContain('Two of five.')
		const saved = await send(`${COMPLETION}/then-evidence`, { seen: await stamp(), ...typed })
		expect([saved.status, saved.headers.location]).toEqual([303, `${DESK}/evidence`])
	})

	test('is told of what a colleague wrote meanwhile, and loses nothing of its own', async () => {
		const seen = 'a page opened earlier'
		const answer = await send(COMPLETION, { seen, 'EOC_COMPLETION-explanationEn': 'Mine instead.' })
		expect(answer.status).toBe(409)
		expect(answer.body.toString()).toContain('Two of five.')
		expect(answer.body.toString()).toContain('Mine instead.')
	})

	test.each([
		['a section that there is not', `${DESK}/pages/elsewhere`, 404],
		['a commitment of another plan', '/en/assess/plan/elsewhere', 404],
		['a plan that is not there', '/en/assess/elsewhere/inception', 404],
	])('%s is not found', async (_what, path, status) => {
		expect((await read(path, 'monitoringBody')).status).toBe(status)
	})

	test('a question that is not asked is refused in words', async () => {
		const answer = await send(COMPLETION, { seen: await stamp(), 'LMR1-answer': 'YES' })
		expect(answer.status).toBe(422)
	})
})

describe('publication', () => {
	test('needs the own signature, leads to the receipt, and is then read by everyone', async () => {
		await answerAll(as(site.database, 'monitoringBody', new Date()), END_OF_K1)
		const version = String((await desk()).version)
		const unsigned = await send(`${DESK}/publish`, { version })
		expect(unsigned.status).toBe(409)
		expect((await send(`${DESK}/sign`, { version })).headers.location).toBe(`${DESK}/check`)
		const before = (await countsOf(site.database)).leaves
		const answers = await Promise.all([1, 2, 3].map(() => send(`${DESK}/publish`, { version })))
		const recordId = (await desk()).published?.recordId ?? ''
		expect(answers.map(({ status, headers }) => [status, headers.location])).toEqual(
			Array(3).fill([303, `/en/receipts/${recordId}`]),
		)
		expect((await countsOf(site.database)).leaves).toBe(before + 1)

		for (const locale of ['en', 'id'])
			expect((await read(`/${locale}/assessments/${recordId}`)).status).toBe(200)
		expect((await read(`/en/commitments/k1`)).body.toString()).toContain(`"recordId":"${recordId}"`)
		expect((await read(`/en/plans/plan`)).body.toString()).toContain(`"recordId":"${recordId}"`)
		const data: unknown = JSON.parse((await read(`/api/v1/assessments/${recordId}`)).body.toString())
		expect(data).toMatchObject({ recordId, kind: 'END_OF_COMMITMENT', level: 'NO_EVIDENCE', isLate: false })
		const pdf = await read(`/files/assessments/${recordId}.id.pdf`)
		expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf'])
	})
})
