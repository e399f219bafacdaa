import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import { planFigures } from '#app/domain/action-plan/rules.ts'
import { declareInterests } from '#app/domain/conflict/commands.server.ts'
import { judgementsOfMilestone } from '#app/domain/divergence/rules.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { beginVerification, publishVerification } from '#app/domain/verification/commands.server.ts'
import { findFinding, findSubject } from '#app/domain/verification/queries.server.ts'
import { NO_INTEREST, aCompleteFinding } from '#tests/factories/finding.ts'
import { withRules } from '#tests/factories/other-rules.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import { as, storePlan } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

let database: Database
let claimRecordId: string
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	claimRecordId = (await publishClaim(database)).recordId
})
afterEach(() => database.close())

const CO_LEAD = {
	personInterests: ['NONE'],
	organizationInterests: ['CO_LEADS'],
	organizationStatement: 'We lead this commitment with the agency.',
} satisfies Parameters<typeof declareInterests>[2]

describe('the monitor answers for themselves, and one person for the organization', () => {
	test('without the organization’s answer nothing begins', async () => {
		const monitor = as(database, 'monitor')
		await declareInterests(monitor, { claimRecordId }, { personInterests: ['NONE'] })
		await expect(beginVerification(monitor, { claimRecordId })).rejects.toMatchObject({
			reason: 'declaration_missing',
		})
	})

	test('a colleague’s answer for the organization holds, their own does not', async () => {
		await declareInterests(as(database, 'owner'), { claimRecordId }, NO_INTEREST)
		const { conflict } = await findSubject(as(database, 'monitor'), { claimRecordId })
		expect(conflict.declarations).toMatchObject({
			PERSON: null,
			ORGANIZATION: { hasInterest: false, validUntilOn: '2027-07-15' },
		})
	})

	test('another organization’s answer is none of theirs', async () => {
		await declareInterests(as(database, 'otherMonitor'), { claimRecordId }, NO_INTEREST)
		const { conflict } = await findSubject(as(database, 'monitor'), { claimRecordId })
		expect(conflict.declarations).toEqual({ PERSON: null, ORGANIZATION: null })
	})

	test('it holds for as many months as the plan’s rule set says', async () => {
		const { verification } = await database.db.ruleSet.findFirstOrThrow()
		const rules = verification as Record<string, object>
		const declarationMonths = { value: 6, basis: 'OURS', source: 'test' }
		await withRules(database, { verification: { ...rules, declarationMonths } })
		await declareInterests(as(database, 'monitor'), { claimRecordId }, NO_INTEREST)
		expect(await database.db.conflictDeclaration.findFirst()).toMatchObject({ validUntilOn: '2027-01-15' })
	})
})

describe('a co-lead judges in public, and counts for nothing', () => {
	beforeEach(async () => {
		await database.db.commitmentInstitution.create({
			data: { commitmentId: 'k1', organizationId: 'cso', isLead: false },
		})
	})

	test('its finding is published as that of an interested party, with what ties it', async () => {
		const monitor = as(database, 'monitor')
		const { id, version } = await aCompleteFinding(database, claimRecordId)
		await declareInterests(
			as(database, 'monitor', new Date('2026-07-15T03:00:00Z')),
			{ claimRecordId },
			CO_LEAD,
		)
		await publishVerification(monitor, id, { version })
		expect(await database.db.verification.findFirst()).toMatchObject({
			independence: 'INTERESTED',
			hasInterest: true,
			interests: [{ scope: 'ORGANIZATION', code: 'CO_LEADS' }],
			interestStatement: CO_LEAD.organizationStatement,
		})
		expect(await findRecord(monitor, id)).toMatchObject({
			matchesEntry: true,
			content: { interests: [{ scope: 'ORGANIZATION', code: 'CO_LEADS' }] },
		})
	})

	test('also where it declared none before the plan named it', async () => {
		const { id, version } = await aCompleteFinding(database, claimRecordId)
		await publishVerification(as(database, 'monitor'), id, { version })
		expect(await database.db.verification.findFirst()).toMatchObject({
			independence: 'INTERESTED',
			interests: [{ scope: 'ORGANIZATION', code: 'CO_LEADS' }],
		})
	})

	test('no figure of the plan moves', async () => {
		const ctx = as(database, 'monitor')
		const before = await findPlanRecord(ctx, 'plan')
		const { id, version } = await aCompleteFinding(database, claimRecordId)
		await publishVerification(ctx, id, { version })
		const after = await findPlanRecord(ctx, 'plan')
		const judged = (record: typeof before) =>
			record.commitments.flatMap((commitment) => commitment.milestones.map(judgementsOfMilestone))
		expect(judged(after)).toEqual(judged(before))
		expect(planFigures(after, '2026-07-15')).toEqual({
			...planFigures(before, '2026-07-15'),
			verifications: 1,
		})
		expect(after.commitments[0]?.milestones[0]?.verifications).toHaveLength(1)
	})
})

describe('who held an office of that government', () => {
	const office = (untilOn: string) =>
		database.db.appointment.create({
			data: {
				id: 'former',
				personId: 'monitor',
				organizationId: 'agency',
				memberId: 'example',
				role: 'IMPLEMENTER',
				fromOn: '2020-01-01',
				untilOn,
			},
		})

	test.each([
		['2024-07-15', 'INTERESTED', 'two years ago to the day'],
		['2024-07-14', 'INDEPENDENT', 'a day longer ago'],
	])('until %s is %s: %s', async (untilOn, independence) => {
		await office(untilOn)
		const { id, version } = await aCompleteFinding(database, claimRecordId)
		const { conflict } = await findFinding(as(database, 'monitor'), id)
		expect(conflict.ties.officeUntil).toBe(independence === 'INTERESTED' ? untilOn : null)
		await publishVerification(as(database, 'monitor'), id, { version })
		expect(await database.db.verification.findFirst()).toMatchObject({ independence })
	})
})
