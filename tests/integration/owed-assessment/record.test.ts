import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import { reportingFacts, reportingLevel } from '#app/domain/reporting-expectation/rules.ts'
import { LOCAL_CYCLE } from '#prisma/seed/cycle-rules.ts'
import { withRules } from '#tests/factories/other-rules.ts'
import { as, storePlan } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	await withRules(database, { cycle: LOCAL_CYCLE })
})
afterEach(() => database.close())

const record = (on: string) => findPlanRecord(as(database, 'poc', new Date(`${on}T02:00:00Z`)), 'plan')

async function publishFinal(publishedOn: string) {
	await database.db.selfAssessment.create({
		data: {
			...{ recordId: 'sa1', version: 2, actionPlanId: 'plan', kind: 'MID_TERM', stage: 'FINAL' },
			...{ commentOpensOn: '2027-03-01', commentClosesOn: '2027-03-15', model: '{}', modelHash: 'h' },
			...{ submittedById: 'secretariat', approvedById: 'poc', actorOrganizationId: 'secretariat' },
			...{ publishedOn, publishedAt: new Date(`${publishedOn}T02:00:00Z`) },
			...{ salt: new Uint8Array(32), privateSalt: new Uint8Array(32) },
		},
	})
}

test('the record of a plan carries the self-assessments it owes, with the last days of its obligations', async () => {
	expect((await record('2026-07-15')).selfAssessments).toMatchObject([
		{ kind: 'MID_TERM', dueOn: '2027-04-01', finalOn: null },
		{ kind: 'END_OF_TERM', dueOn: '2028-03-31', finalOn: null },
	])
})

test('a final self-assessment is on record with its day and its comment window, and counts as in time', async () => {
	await publishFinal('2027-03-20')
	const read = await record('2027-06-01')
	expect(read.selfAssessments?.[0]).toEqual({
		kind: 'MID_TERM',
		dueOn: '2027-04-01',
		finalOn: '2027-03-20',
		commentOpensOn: '2027-03-01',
		commentClosesOn: '2027-03-15',
	})
	const { inputs } = reportingLevel(read, '2027-06-01')
	expect(inputs).toContainEqual({ code: 'ASSESSMENTS_ON_TIME', count: 1, of: 1 })
	expect(inputs).toContainEqual({ code: 'ASSESSMENTS_CONSULTED', count: 1, of: 1 })
})

test('without one, the last day and its grace pass and it counts as missing', async () => {
	const { inputs, reasons } = reportingLevel(await record('2027-06-01'), '2027-06-01')
	expect(inputs).toContainEqual({ code: 'ASSESSMENTS_ON_TIME', count: 0, of: 1 })
	expect(reasons).toContain('ASSESSMENT_LATE')
})

test('of a plan that was imported nothing is said', async () => {
	await database.exec(
		`BEGIN; SET LOCAL session_replication_role = replica; UPDATE "ActionPlanVersion" SET "importedById" = 'host'; COMMIT`,
	)
	expect((await record('2027-06-01')).selfAssessments).toBeUndefined()
})

async function publishAssessment(
	recordId: string,
	kind: string,
	publishedOn: string,
	commitmentId: string | null,
) {
	await database.db.localAssessment.create({
		data: {
			...{ recordId, version: 1, actionPlanId: 'plan', assessmentKind: kind, commitmentId },
			...{ organizationId: 'body', questionSet: 'q', answers: [], signedByCount: 1, signatoryIds: [] },
			...{ actorOrganizationId: 'body', submittedById: 'monitoringBody' },
			...{ publishedOn, publishedAt: new Date(`${publishedOn}T02:00:00Z`) },
			...{ salt: new Uint8Array(32), privateSalt: new Uint8Array(32) },
		},
	})
}

test('the record of a local plan carries the assessments of a Monitoring Body that it is owed', async () => {
	const atEnd = { code: 'END_OF_PLAN', commitmentId: null, dueOn: '2028-02-29', publishedOn: null }
	expect((await record('2026-07-15')).owedReports).toEqual([atEnd])
	// Nobody ever said that a commitment is complete: its assessment counts from the plan's end.
	const ofCommitment = { code: 'END_OF_COMMITMENT', dueOn: '2028-01-31', publishedOn: null }
	expect((await record('2028-01-15')).owedReports).toEqual([
		{ ...ofCommitment, commitmentId: 'k1' },
		{ ...ofCommitment, commitmentId: 'k2' },
		atEnd,
	])
})

test('of those that are due, the published ones are counted', async () => {
	const input = async (on: string) =>
		reportingLevel(await record(on), on).inputs.find(({ code }) => code === 'INDEPENDENT_REPORTS')
	expect(await input('2028-01-31')).toBeUndefined()
	await publishAssessment('of-k2', 'END_OF_COMMITMENT', '2028-01-20', 'k2')
	expect(await input('2028-02-01')).toMatchObject({ count: 1, of: 2 })
	expect(await input('2028-03-01')).toMatchObject({ count: 1, of: 3 })
})

test.each([
	['the rule set asks for none', () => withRules(database, { cycle: { ...LOCAL_CYCLE, obligations: [] } })],
	[
		'the plan was imported',
		() =>
			database.exec(
				`BEGIN; SET LOCAL session_replication_role = replica; UPDATE "ActionPlanVersion" SET "importedById" = 'host'; COMMIT`,
			),
	],
])('where %s, whether they are published is not recorded', async (_why, change) => {
	await change()
	const read = await record('2028-03-01')
	expect(read.owedReports).toBeUndefined()
	expect(reportingFacts(read, '2028-03-01').reports).toBeNull()
})
