import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { compileReport } from '#app/domain/report/commands.server.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import { storeFinding } from '#tests/factories/stored-finding.ts'
import { as } from '#tests/factories/stored-plan.ts'
import type { SmallSite } from '../http/small-site.ts'
import { cookieOfPerson, press, saidIn, wholeSite } from '../withdrawal/whole-site.ts'

let site: SmallSite
beforeAll(async () => {
	site = await wholeSite()
	await publishClaim(site.database)
	await storeFinding(site.database)
}, 120_000)
afterAll(() => site.close())

const DRAWN = [
	'progress-report',
	'status-report',
	'divergence-report',
	'checkpoint-report-b06',
	'shadow-report-cso',
]

test.each(DRAWN)(
	'%s is a page, a PDF and a file for Word, in both languages',
	async (name) => {
		for (const lang of ['en', 'id']) {
			expect((await site.ask(`/${lang}/plans/plan/reports/${name}`)).status).toBe(200)
			const pdf = await site.ask(`/files/plans/plan/${name}.${lang}.pdf`)
			expect(pdf).toMatchObject({ status: 200, headers: { 'content-type': 'application/pdf' } })
			expect(pdf.body.subarray(0, 5).toString()).toBe('%PDF-')
			const word = await site.ask(`/files/plans/plan/${name}.${lang}.docx`)
			expect(word.status).toBe(200)
			expect(word.body.subarray(0, 2).toString()).toBe('PK')
		}
	},
	60_000,
)

test.each([
	['checkpoint-report-b99', 'the plan has no such checkpoint'],
	['shadow-report-agency', 'the organization has no finding'],
	['annual-report', 'there is no such report'],
	['PROGRESS-REPORT', 'no address is written so'],
])('%s is not found, because %s', async (name) => {
	expect((await site.ask(`/en/plans/plan/reports/${name}`)).status).toBe(404)
	expect((await site.ask(`/files/plans/plan/${name}.en.pdf`)).status).toBe(404)
})

test('the list names each report that can be drawn, and those that were compiled', async () => {
	const said = saidIn(await site.ask('/en/plans/plan/reports'))
	for (const part of ['status-report', 'divergence-report', 'checkpoint-report', 'shadow-report'])
		expect(said).toContain(part)
	expect((await site.ask('/en/plans/no-plan/reports')).status).toBe(404)
})

test('the point of contact freezes the report that was chosen, and no shadow report', async () => {
	const cookie = await cookieOfPerson(site, 'poc')
	const compiled = await press(site, '/en/poc/plans/plan/report', cookie, 'report=checkpoint-report-b06')
	expect(compiled.status).toBe(303)
	const row = await vi.waitFor(() => site.database.db.reportSnapshot.findFirstOrThrow(), 20_000)
	expect(row.kind).toBe('checkpoint-report')
	const file = await site.ask(`/files/reports/${row.recordId}.id.pdf`)
	expect(file.headers['content-disposition']).toContain('plan-checkpoint-report-b06-')
	expect((await site.ask(`/en/reports/${row.recordId}`)).status).toBe(200)
	const ctx = as(site.database, 'poc')
	const making = { witness: {}, drawn: () => Promise.resolve({ en: 'a'.repeat(64), id: 'b'.repeat(64) }) }
	await expect(
		compileReport(ctx, { planId: 'plan', name: 'shadow-report-cso' }, making),
	).rejects.toMatchObject({ reason: 'not_allowed' })
	await expect(compileReport(ctx, { planId: 'plan', name: 'no-such-report' }, making)).rejects.toMatchObject({
		reason: 'not_found',
	})
	expect(await site.database.db.reportSnapshot.count()).toBe(1)
}, 60_000)

test('whoever comes from paper learns whether that report was published, and a wrong number is said to be none', async () => {
	const row = await site.database.db.reportSnapshot.findFirstOrThrow()
	const page = async (asked: string) => saidIn(await site.ask(`/en/plans/plan/reports?snapshot=${asked}`))
	expect(await page(row.recordId)).toContain(
		`"asked":{"number":"${row.recordId}","compiled":{"recordId":"${row.recordId}"`,
	)
	const none = '0'.repeat(32)
	expect(await page(none)).toContain(`"asked":{"number":"${none}","compiled":null}`)
	const odd = await page('<script>')
	expect(odd).toContain('"asked":null')
	expect(odd).toContain('"notUnderstood":["snapshot"]')
})

test('a status report links to the records behind each level and shows the levels of the quarters before', async () => {
	const said = await site.ask('/en/plans/plan/reports/status-report')
	expect(said.body.toString()).toContain('http://localhost:4210/en/records/plan')
	expect(saidIn(said)).toContain('The levels over time')
	expect(said.body.toString()).toContain('/en/plans/plan/reports?snapshot=')
})

test('before anything is frozen the point of contact reads which letters no typeface has', async () => {
	const cookie = await cookieOfPerson(site, 'poc')
	const page = () => site.ask('/en/poc/plans/plan/report', { headers: { cookie } })
	expect(saidIn(await page())).not.toContain('No typeface of this report')
	await storeFinding(site.database, { recordId: 'finding-2', rationaleEn: 'Built \u{1F3D7}' })
	expect(saidIn(await page())).toContain('U+1F3D7')
})
