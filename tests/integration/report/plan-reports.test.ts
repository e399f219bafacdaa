import { afterAll, beforeAll, expect, test } from 'vitest'
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

const DRAWN = ['progress-report', 'divergence-report', 'checkpoint-report-b06', 'shadow-report-cso']

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
	for (const part of ['divergence-report', 'checkpoint-report', 'shadow-report']) expect(said).toContain(part)
	expect((await site.ask('/en/plans/no-plan/reports')).status).toBe(404)
})

test('the point of contact freezes the report that was chosen, and no shadow report', async () => {
	const cookie = await cookieOfPerson(site, 'poc')
	const compiled = await press(site, '/en/poc/plans/plan/report', cookie, 'report=checkpoint-report-b06')
	expect(compiled.status).toBe(303)
	const row = await site.database.db.reportSnapshot.findFirstOrThrow()
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
