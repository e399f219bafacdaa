import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { EXPECTATIONS } from '#app/domain/expectation/view.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { compileReport } from '#app/domain/report/commands.server.ts'
import {
	findReport,
	findReportToday,
	listPlansToReport,
	listReports,
	reportReadiness,
} from '#app/domain/report/queries.server.ts'
import { answerLevel, submitProgressUpdate } from '#app/domain/progress-update/commands.server.ts'
import { LOG_KEY, SIGNED_CHECKPOINT } from '#tests/factories/signed-checkpoint.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import { storeReportRules } from '#tests/factories/local-rules.ts'
import { PEOPLE, as, countsOf, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const OTHERS = (Object.keys(PEOPLE) as PersonName[]).filter((who) => who !== 'poc' && who !== 'secretariat')

/** A checkpoint as the log signs it, and files that were drawn elsewhere. */
const making = {
	witness: { checkpoint: SIGNED_CHECKPOINT, logKey: LOG_KEY },
	drawn: () => Promise.resolve({ en: 'a'.repeat(64), id: 'b'.repeat(64) }),
}

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	await storeReportRules(database)
})
afterEach(() => database.close())

describe('compiling', () => {
	test('a report is the plan as it stood, frozen, with its leaf', async () => {
		await publishClaim(database)
		const before = await countsOf(database)
		const ctx = as(database, 'poc')
		const { recordId } = await compileReport(ctx, { planId: 'plan' }, making)
		expect(await countsOf(database)).toEqual({ ...before, reports: 1, leaves: before.leaves + 1 })
		expect(await findRecord(ctx, recordId)).toMatchObject({
			matchesEntry: true,
			entry: { actorOrganization: 'secretariat' },
		})
		const report = await findReport(ctx, recordId)
		expect(report).toMatchObject({ planId: 'plan', asOfOn: '2026-07-15' })
		expect(report.snapshotHash.startsWith(recordId)).toBe(true)

		await publishClaim(database, 'COMPLETE')
		expect((await findReport(ctx, recordId)).model).toEqual(report.model)
	})

	test('the same content on the same day is one report; other content, or another day, is another', async () => {
		const first = await compileReport(as(database, 'poc'), { planId: 'plan' }, making)
		expect(await compileReport(as(database, 'secretariat'), { planId: 'plan' }, making)).toEqual(first)
		await publishClaim(database)
		const second = await compileReport(as(database, 'poc'), { planId: 'plan' }, making)
		expect(second.recordId).not.toBe(first.recordId)
		await compileReport(as(database, 'poc', new Date('2026-07-16T02:00:00Z')), { planId: 'plan' }, making)
		expect((await listReports(as(database, 'poc'), 'plan')).map((report) => report.asOfOn)).toEqual([
			'2026-07-16',
			'2026-07-15',
			'2026-07-15',
		])
	})

	test('a later report says what changed since the one of an earlier day, and nothing since one of the same', async () => {
		const first = await compileReport(as(database, 'poc'), { planId: 'plan' }, making)
		await publishClaim(database)
		const afternoon = as(database, 'poc', new Date('2026-07-15T08:00:00Z'))
		const same = await compileReport(afternoon, { planId: 'plan' }, making)
		expect((await findReport(as(database, 'poc'), same.recordId)).model.since).toBeUndefined()
		const ctx = as(database, 'poc', new Date('2026-07-16T02:00:00Z'))
		const next = await compileReport(ctx, { planId: 'plan' }, making)
		const { model } = await findReport(ctx, next.recordId)
		expect(model.since).toMatchObject({ recordId: same.recordId, asOfOn: '2026-07-15', acts: { claims: 0 } })
		expect(model.since?.recordId).not.toBe(first.recordId)
		await publishClaim(database, 'COMPLETE')
		const later = await findReportToday(
			as(database, 'poc', new Date('2026-07-17T02:00:00Z')),
			{ planId: 'plan' },
			{},
		)
		expect(later.since).toMatchObject({ recordId: next.recordId, acts: { claims: 1 } })
	})

	test('a report freezes the levels of the member with the rules, the records and what was said beside them', async () => {
		const { recordId } = await compileReport(as(database, 'poc'), { planId: 'plan' }, making)
		const { model } = await findReport(as(database, 'poc'), recordId)
		expect(model.expectations.map(({ code }) => code)).toEqual([...EXPECTATIONS])
		for (const { ruleSet, records } of model.expectations) {
			expect(records).toBeDefined()
			expect(model.ruleNumbers?.[ruleSet?.id ?? '']).toHaveProperty('graceDays')
		}
		expect(model).toMatchObject({ remarks: [], consultations: [] })
	})

	test('two windows that compile at once make one report', async () => {
		await Promise.all([
			compileReport(as(database, 'poc'), { planId: 'plan' }, making),
			compileReport(as(database, 'poc'), { planId: 'plan' }, making),
		])
		expect(await countsOf(database)).toMatchObject({ reports: 1 })
	})

	test('only point of contact and secretariat compile or see what is missing', async () => {
		const before = await countsOf(database)
		for (const who of OTHERS) {
			const ctx = as(database, who)
			await expect(compileReport(ctx, { planId: 'plan' }, making), who).rejects.toMatchObject({
				reason: 'not_allowed',
			})
			await expect(reportReadiness(ctx, 'plan'), who).rejects.toMatchObject({ reason: 'not_allowed' })
			expect(await listPlansToReport(ctx)).toEqual([])
		}
		expect(await countsOf(database)).toEqual(before)
	})

	test('a plan that is not there, or has no commitments, gives no report', async () => {
		const ctx = as(database, 'poc')
		await expect(compileReport(ctx, { planId: 'no-plan' }, making)).rejects.toMatchObject({
			reason: 'not_found',
		})
	})
})

describe('what is missing', () => {
	test('it names institutions without a report, overdue and unverified milestones, and what waits for a lead', async () => {
		await publishClaim(database)
		const other = as(database, 'otherOfficer')
		const key = { milestoneId: 'm3', checkpointCode: 'B06' }
		const draft = await answerLevel(other, key, { version: 0, level: 'NIL' })
		await submitProgressUpdate(other, key, { version: draft.version })

		const { gaps, waiting } = await reportReadiness(as(database, 'poc'), 'plan')
		expect(gaps).toMatchObject({
			checkpoint: { code: 'B06' },
			isPastDue: true,
			institutions: [
				{ name: { en: 'The agency' }, expected: 1, reported: 1, missing: [] },
				{ name: { en: 'The other-agency' }, expected: 1, reported: 0, missing: [{ milestoneId: 'm3' }] },
			],
			overdue: [{ milestoneId: 'm3', lastDay: '2026-05-31' }],
			unverified: [{ milestoneId: 'm1' }],
		})
		expect(waiting).toEqual([{ institution: { en: 'The other-agency', id: 'Si other-agency' }, count: 1 }])
	})
})
