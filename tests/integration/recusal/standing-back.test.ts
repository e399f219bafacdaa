import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import { declareInterests } from '#app/domain/conflict/commands.server.ts'
import { findReceipt } from '#app/domain/receipt/queries.server.ts'
import { publishRecusal } from '#app/domain/recusal/commands.server.ts'
import { findStandBack } from '#app/domain/recusal/queries.server.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import {
	answerFinding,
	beginVerification,
	publishVerification,
} from '#app/domain/verification/commands.server.ts'
import { findSubject } from '#app/domain/verification/queries.server.ts'
import { NO_INTEREST, aCompleteFinding } from '#tests/factories/finding.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import { PEOPLE, as, countsOf, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const ANSWER = {
	scope: 'PERSON',
	interests: ['OTHER'],
	reasonId: 'Saudara saya memimpin dinas itu.',
	replacement: 'SAME_ORGANIZATION',
	personId: 'owner',
} satisfies Parameters<typeof publishRecusal>[2]
const WHOLE = {
	scope: 'ORGANIZATION',
	reasonEn: 'The agency funds us this year.',
	interests: ['FUNDED_BY'],
	replacement: 'OTHER_ORGANIZATION',
	otherId: 'other-cso',
} satisfies Parameters<typeof publishRecusal>[2]
const recused = { reason: 'recused' }

let database: Database
let claimRecordId: string
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	await database.db.appointment.createMany({
		data: (['monitor', 'owner', 'otherMonitor'] as const).map((personId) => ({
			id: personId,
			personId,
			organizationId: PEOPLE[personId][1],
			memberId: 'example',
			role: PEOPLE[personId][0],
			fromOn: '2026-01-01',
		})),
	})
	claimRecordId = (await publishClaim(database)).recordId
})
afterEach(() => database.close())

describe('one person stands back', () => {
	test('in public, with the reason, without a name, and a colleague is asked', async () => {
		const monitor = as(database, 'monitor')
		const before = await countsOf(database)
		const { recordId } = await publishRecusal(monitor, 'k1', ANSWER)
		expect(await countsOf(database)).toEqual({ ...before, leaves: before.leaves + 1 })
		const record = await findRecord(monitor, recordId)
		expect(record).toMatchObject({
			matchesEntry: true,
			content: {
				organizationId: 'cso',
				scope: 'PERSON',
				replacement: 'SAME_ORGANIZATION',
				untilOn: '2027-07-15',
			},
		})
		expect(JSON.stringify(record.content)).not.toMatch(/"monitor"|"owner"|Person of/)
		expect(await database.db.verificationAssignment.findMany()).toMatchObject([
			{
				organizationId: 'cso',
				commitmentId: 'k1',
				personId: 'owner',
				assignedById: 'monitor',
				endedAt: null,
			},
		])
		const { commitments } = await findPlanRecord(monitor, 'plan')
		expect(commitments.map(({ recusals }) => recusals?.map((one) => one.replacementName))).toEqual([
			[null],
			undefined,
		])
		expect(await findReceipt(monitor, recordId)).toMatchObject({ kind: 'recusal.published', version: 1 })
	})

	test('then judges nothing there, however far they had come', async () => {
		const monitor = as(database, 'monitor')
		const { id, version } = await aCompleteFinding(database, claimRecordId)
		await publishRecusal(monitor, 'k1', ANSWER)
		const attempts = await Promise.allSettled([
			declareInterests(monitor, { claimRecordId }, NO_INTEREST),
			beginVerification(monitor, { claimRecordId }),
			answerFinding(monitor, id, { version, level: 'COMPLETE', outcome: 'CONFIRMED' }),
			publishVerification(monitor, id, { version }),
			publishRecusal(monitor, 'k1', ANSWER),
		])
		expect(attempts.map((attempt) => attempt.status === 'rejected' && attempt.reason)).toMatchObject(
			attempts.map(() => recused),
		)
		expect(await findSubject(monitor, { claimRecordId })).toMatchObject({ closedBecause: 'recused' })
		expect(await database.db.verification.count()).toBe(0)
		expect(await database.db.recusal.count()).toBe(1)
	})

	test('others of the organization go on, and so does the same person on another commitment', async () => {
		await publishRecusal(as(database, 'monitor'), 'k1', ANSWER)
		const { id, version } = await aCompleteFinding(database, claimRecordId, { who: 'owner' })
		await publishVerification(as(database, 'owner'), id, { version })
		expect(await findSubject(as(database, 'monitor'), { milestoneId: 'm3' })).toMatchObject({
			closedBecause: null,
		})
	})

	test('until the day that was said, and not a day longer', async () => {
		await publishRecusal(as(database, 'monitor'), 'k1', ANSWER)
		const on = async (at: string) =>
			(await findSubject(as(database, 'monitor', new Date(at)), { claimRecordId })).closedBecause
		expect([await on('2027-07-15T02:00:00Z'), await on('2027-07-16T02:00:00Z')]).toEqual(['recused', null])
	})
})

test('where the organization stands back, none of its people judges, and the other one is named', async () => {
	await publishRecusal(as(database, 'owner'), 'k1', WHOLE)
	for (const who of ['monitor', 'owner'] as const)
		await expect(beginVerification(as(database, who), { claimRecordId })).rejects.toMatchObject(recused)
	const { commitments } = await findPlanRecord(as(database, 'owner'), 'plan')
	expect(commitments[0]?.recusals).toMatchObject([
		{ scope: 'ORGANIZATION', replacementName: { en: 'The other-cso', id: 'Si other-cso' } },
	])
	expect(await database.db.verificationAssignment.count()).toBe(0)
})

test('the page offers colleagues and other organizations, never oneself', async () => {
	const view = await findStandBack(as(database, 'monitor'), 'k1')
	expect(view).toMatchObject({ untilOn: '2027-07-15', isRecused: false })
	expect(view.colleagues.map(({ id }) => id)).toEqual(['owner'])
	expect(view.otherOrganizations.map(({ id }) => id)).toEqual(['other-cso'])
})

test.each([
	['someone of another organization as a colleague', { ...ANSWER, personId: 'otherMonitor' }],
	['oneself', { ...ANSWER, personId: 'monitor' }],
	['an institution of government', { ...WHOLE, otherId: 'agency' }],
])('%s cannot take the place', async (_who, answer) => {
	await expect(publishRecusal(as(database, 'monitor'), 'k1', answer)).rejects.toMatchObject({
		reason: 'changed_meanwhile',
	})
	expect(await database.db.recusal.count()).toBe(0)
})

test('nobody but civil society stands back, and nothing is written', async () => {
	const others = (Object.keys(PEOPLE) as PersonName[]).filter((who) => !PEOPLE[who][0].startsWith('CSO_'))
	const before = await countsOf(database)
	for (const who of others)
		await expect(publishRecusal(as(database, who), 'k1', ANSWER), who).rejects.toMatchObject({
			reason: 'not_allowed',
		})
	expect(await countsOf(database)).toEqual(before)
})
