import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readCsv } from '#app/import/read-csv.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { cookieOfPerson, press, wholeSite } from '../withdrawal/whole-site.ts'
import type { SmallSite } from './small-site.ts'

let site: SmallSite
const cookies = new Map<PersonName, string>()

beforeAll(async () => {
	site = await wholeSite()
	for (const who of ['poc', 'monitor', 'officer'] as const) cookies.set(who, await cookieOfPerson(site, who))
}, 120_000)
afterAll(() => site.close())

const cookieOf = (who: PersonName) => cookies.get(who) ?? ''
const see = (who: PersonName, path: string) => site.ask(path, { headers: { cookie: cookieOf(who) } })
const send = (who: PersonName, path: string, form: Readonly<Record<string, string>>) =>
	press(site, path, cookieOf(who), new URLSearchParams(form).toString())

describe('everyone reads, without signing in', () => {
	test.each([
		['/en/expectations', '"code":"E5_CONTRIBUTION"'],
		['/id/expectations', '"version":"2020.1-test"'],
		['/en/expectations/example', '"code":"LMR1"'],
		['/id/expectations/example?on=2026-03-31', '"asOfOn":"2024-06-30"'],
		['/en/rules', '"id":"rules-local-test"'],
		['/id/rules/rules-local-test', '"name":"forumGapDays"'],
	])('%s', async (path, said) => {
		const page = await site.ask(path)
		expect(page.status).toBe(200)
		expect(page.body.toString()).toContain(said)
	})

	test.each([
		['2026-02-30', 'day.not-in-calendar'],
		['soon', 'day.unreadable'],
		['2999-01-01', 'expectations.on.future'],
		['1999-01-01', 'expectations.on.early'],
	])('the day %s gets its sentence, beside what was typed', async (day, fault) => {
		const page = await site.ask(`/en/expectations?on=${day}`)
		expect(page.status).toBe(200)
		expect(page.body.toString()).toContain(`"typed":"${day}","fault":"${fault}"`)
	})

	test.each([['/en/expectations/nobody'], ['/en/rules/none']])('at %s there is nothing', async (path) => {
		expect((await site.ask(path)).status).toBe(404)
	})
})

const Listed = z.object({ asOfOn: z.string(), next: z.null(), items: z.array(z.object({ id: z.string() })) })
const Standing = z.object({
	expectations: z.array(z.object({ code: z.string() })),
	commitmentTests: z.array(z.object({ tests: z.array(z.object({ result: z.string() })) })),
})

async function sheetAt(path: string): Promise<readonly (readonly string[])[]> {
	const read = readCsv((await site.ask(path)).body.toString())
	return 'sheet' in read ? read.sheet : []
}

describe('the levels as files, for everyone', () => {
	test('the table of all members names the level that is not shown, and the rules of each', async () => {
		const file = await site.ask('/files/expectations.csv?on=2026-07-15&lang=id')
		expect([file.status, file.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
		const rows = await sheetAt('/files/expectations.csv?on=2026-07-15&lang=id')
		const at = (name: string) => rows[0]?.indexOf(name) ?? -1
		const own = rows.filter((row) => row[at('member')] === 'example')
		expect(own).toHaveLength(5)
		expect(own.map((row) => row[at('rule_set')])).toContain('rules-national-test')
		for (const row of own) expect(row[at('level')] === '').toBe(row[at('status')] === 'NOT_RECORDED')
	})

	test('the table of one member has the quarters before the day', async () => {
		const rows = await sheetAt('/files/expectations/example/levels.csv?on=2026-07-15')
		const basis = rows[0]?.indexOf('basis') ?? -1
		expect(rows.filter((row) => row[basis] === 'HISTORY')).toHaveLength(8 * 5)
	})

	test('for programs there is the same, with what each commitment passes', async () => {
		const list = Listed.parse(JSON.parse(String((await site.ask('/api/v1/expectations?on=2026-07-15')).body)))
		expect(list).toMatchObject({ asOfOn: '2026-07-15', items: [{ id: 'example' }] })
		const one = Standing.parse(JSON.parse(String((await site.ask('/api/v1/expectations/example')).body)))
		expect(one.expectations).toHaveLength(5)
		expect(one.commitmentTests.map(({ tests }) => tests.length)).toEqual([4, 4])
	})

	test.each([
		['/files/expectations.csv?on=soon', 400],
		['/files/expectations/example/levels.csv?on=2999-01-01', 400],
		['/api/v1/expectations?what=else', 400],
		['/api/v1/expectations/nobody', 404],
		['/files/expectations/nobody/levels.csv', 404],
	])('%s is answered with %i', async (path, status) => {
		expect((await site.ask(path)).status).toBe(status)
	})
})

describe('from the form to the receipt of dissent, without a script', () => {
	const FORM = '/id/expectations/example/dissent'
	const typed = {
		recordId: '6f2c1f8e-9a55-4c1e-8d0a-2f4b8f0e7a11',
		expectation: 'E1_DECLARATION',
		textId: 'Surat dukungan itu sudah dicabut.',
		textEn: '',
		url: '',
	}

	test('it is for people of civil society and the Monitoring Body alone', async () => {
		expect((await site.ask(FORM)).headers.location).toContain('/id/sign-in')
		expect((await see('officer', FORM)).status).toBe(403)
		expect((await see('poc', FORM)).status).toBe(403)
		expect((await see('monitor', FORM.replace('dissent', 'comment'))).status).toBe(403)
	})

	test('an empty text is asked for, and what was chosen is kept', async () => {
		const empty = await send('monitor', FORM, { ...typed, textId: '' })
		expect(empty.status).toBe(422)
		for (const said of ['field.either-language', 'E1_DECLARATION'])
			expect(empty.body.toString()).toContain(said)
	})

	test('it is checked beside the computed level, published once, and everyone reads it', async () => {
		const check = await send('monitor', FORM, typed)
		expect([check.status, check.body.toString().includes('"shown"')]).toEqual([200, true])
		const stale = await send('monitor', `${FORM}/publish`, { ...typed, seenLevel: 'MET' })
		expect(stale.status).toBe(409)
		expect(stale.body.toString()).toContain(typed.textId)
		const form = { ...typed, seenLevel: 'NOT_RECORDED' }
		const published = await send('monitor', `${FORM}/publish`, form)
		expect([published.status, published.headers.location]).toEqual([303, `/id/receipts/${typed.recordId}`])
		const again = await send('monitor', `${FORM}/publish`, form)
		expect(again.headers.location).toBe(published.headers.location)
		expect((await see('monitor', `/id/receipts/${typed.recordId}`)).status).toBe(200)
		for (const path of ['/en/expectations/example', `/en/records/${typed.recordId}`])
			expect((await site.ask(path)).body.toString()).toContain(typed.textId)
	})
})
