import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import type { Context } from '#app/domain/context.ts'
import {
	answerWhat,
	answerWho,
	moveCommitment,
	removeCommitment,
} from '#app/domain/commitment-draft/commands.server.ts'
import { answerProtocol, moveMilestone } from '#app/domain/milestone-draft/commands.server.ts'
import { approvePlan } from '#app/domain/plan-approval/commands.server.ts'
import {
	changePlanFacts,
	openConsultation,
	replaceDraftedPlan,
	returnPlan,
	submitPlan,
} from '#app/domain/plan-draft/commands.server.ts'
import { findPlanDraft, listPlanDrafts } from '#app/domain/plan-draft/queries.server.ts'
import { aCommitmentDraft, aMilestoneDraft, aPlanDraft, storeDraft } from '#tests/factories/plan-draft.ts'
import { PEOPLE, as, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const WRITERS: readonly PersonName[] = ['poc', 'secretariat']
const OTHERS = (Object.keys(PEOPLE) as PersonName[]).filter((who) => !WRITERS.includes(who))
const KEY = { draftId: 'draft', commitmentId: 'draft-c1' }

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
})
afterEach(() => database.close())

/** Everything one can do to a draft. */
function attemptsOf(ctx: Context) {
	return Promise.allSettled([
		findPlanDraft(ctx, 'draft'),
		changePlanFacts(ctx, 'draft', { version: 1, checkpointScheme: 'QUARTERLY' }),
		openConsultation(ctx, 'draft', { version: 1, closesOn: '2026-12-31' }),
		submitPlan(ctx, 'draft', { version: 1 }),
		returnPlan(ctx, 'draft', { version: 1, reason: 'x' }),
		approvePlan(ctx, 'draft', { version: 1 }),
		answerWhat(ctx, KEY, { version: 1 }),
		removeCommitment(ctx, KEY, { version: 1 }),
		answerProtocol(ctx, { ...KEY, milestoneId: 'draft-c1-m1' }, { version: 1 }),
	])
}

describe('who may not', () => {
	test('for everyone else a draft does not exist', async () => {
		await storeDraft(database, aPlanDraft())
		for (const who of OTHERS) {
			const attempts = await attemptsOf(as(database, who))
			expect(attempts, who).toMatchObject(attempts.map(() => ({ reason: { reason: 'not_found' } })))
			expect(await listPlanDrafts(as(database, who)), who).toEqual([])
		}
	})

	test('for the point of contact of another member neither', async () => {
		await storeDraft(database, aPlanDraft())
		const foreign = {
			...as(database, 'poc'),
			actor: {
				personId: 'foreign',
				appointments: [{ role: 'POC' as const, organizationId: 'elsewhere', memberId: 'another' }],
			},
		}
		const attempts = await attemptsOf(foreign)
		expect(attempts).toMatchObject(attempts.map(() => ({ reason: { reason: 'not_found' } })))
		expect(await database.db.planStage.count()).toBe(0)
	})

	test('the secretariat sees what waits, and does not approve it', async () => {
		await storeDraft(database, aPlanDraft(), 'SUBMITTED')
		await database.db.planDraft.update({ where: { id: 'draft' }, data: { submittedById: 'poc' } })
		await expect(approvePlan(as(database, 'secretariat'), 'draft', { version: 1 })).rejects.toMatchObject({
			reason: 'not_allowed',
		})
		await expect(approvePlan(as(database, 'poc'), 'draft', { version: 1 })).rejects.toMatchObject({
			reason: 'same_person',
		})
		expect(await database.db.actionPlan.count({ where: { id: 'draft' } })).toBe(0)
	})

	test('an institution of nobody’s cannot lead', async () => {
		await storeDraft(database, aPlanDraft())
		await expect(
			answerWho(as(database, 'poc'), KEY, { version: 1, leadId: 'cso', supportIds: [] }),
		).rejects.toMatchObject({ reason: 'not_found' })
	})
})

describe('twice, at once and too early', () => {
	test('approving again what was approved says that it is published, and publishes it once', async () => {
		await storeDraft(database, aPlanDraft(), 'SUBMITTED')
		const poc = as(database, 'poc')
		await approvePlan(poc, 'draft', { version: 1 })
		const before = await database.db.ledgerEntry.count()
		await expect(approvePlan(poc, 'draft', { version: 1 })).rejects.toMatchObject({
			reason: 'already_published',
		})
		expect(await database.db.ledgerEntry.count()).toBe(before)
	})

	test('a plan that was not sent is not approved', async () => {
		await storeDraft(database, aPlanDraft())
		await expect(approvePlan(as(database, 'poc'), 'draft', { version: 1 })).rejects.toMatchObject({
			reason: 'draft_not_submitted',
		})
	})

	test('of two answers to the same version of a commitment one is kept and the other is refused', async () => {
		await storeDraft(database, aPlanDraft())
		const answers = await Promise.allSettled([
			answerWhat(as(database, 'poc'), KEY, { version: 1, titleId: 'Satu' }),
			answerWhat(as(database, 'secretariat'), KEY, { version: 1, titleId: 'Dua' }),
		])
		expect(answers.filter(({ status }) => status === 'rejected')).toMatchObject([
			{ reason: { reason: 'changed_meanwhile' } },
		])
		const { drafted, versions } = await findPlanDraft(as(database, 'poc'), 'draft')
		expect(['Satu', 'Dua']).toContain(drafted.commitments[0]?.text.titleId)
		expect(versions['draft-c1']).toBe(2)
	})

	test('a consultation shorter than the rules ask is refused, and nothing is published', async () => {
		await storeDraft(database, aPlanDraft())
		await expect(
			openConsultation(as(database, 'poc'), 'draft', { version: 1, closesOn: '2026-07-28' }),
		).rejects.toMatchObject({ reason: 'consultation_too_short' })
		expect(await database.db.planStage.count()).toBe(0)
	})

	test('a plan with something missing is not sent', async () => {
		await storeDraft(database, aPlanDraft({ commitments: [aCommitmentDraft({}, { leadId: null })] }))
		await expect(submitPlan(as(database, 'poc'), 'draft', { version: 1 })).rejects.toMatchObject({
			reason: 'draft_incomplete',
		})
	})

	test('when the log refuses the leaves, there is no plan and the draft stays', async () => {
		await storeDraft(database, aPlanDraft(), 'SUBMITTED')
		await database.exec(
			'ALTER TABLE "LedgerEntry" ADD CONSTRAINT "no_more" CHECK ("kind" <> \'plan-stage.published\')',
		)
		await expect(approvePlan(as(database, 'poc'), 'draft', { version: 1 })).rejects.toThrow()
		expect(await database.db.actionPlan.count({ where: { id: 'draft' } })).toBe(0)
		expect(await database.db.commitmentDraft.count()).toBe(1)
	})
})

describe('the order of a plan', () => {
	const ids = ['draft-a', 'draft-b', 'draft-c']

	test('a commitment goes to another place and the others close up', async () => {
		await storeDraft(database, aPlanDraft({ commitments: ids.map((id) => aCommitmentDraft({}, { id })) }))
		const poc = as(database, 'poc')
		await moveCommitment(poc, { draftId: 'draft', commitmentId: 'draft-c' }, { to: 1 })
		const { drafted } = await findPlanDraft(poc, 'draft')
		expect(drafted.commitments.map(({ id }) => id)).toEqual(['draft-c', 'draft-a', 'draft-b'])
	})

	test('a milestone goes to the end, however far that is', async () => {
		const milestones = ids.map((id) => aMilestoneDraft({}, id))
		await storeDraft(database, aPlanDraft({ commitments: [aCommitmentDraft({}, { milestones })] }))
		const poc = as(database, 'poc')
		await moveMilestone(poc, { ...KEY, milestoneId: 'draft-a' }, { to: 99 })
		const { drafted } = await findPlanDraft(poc, 'draft')
		expect(drafted.commitments[0]?.milestones.map(({ id }) => id)).toEqual(['draft-b', 'draft-c', 'draft-a'])
	})

	test('a whole plan out of a file replaces what was written', async () => {
		await storeDraft(database, aPlanDraft())
		const poc = as(database, 'poc')
		const commitments = ids.map((id) => aCommitmentDraft({}, { id }))
		const { id: _id, memberId: _member, ruleSetId: _rules, ...plan } = aPlanDraft({ commitments })
		await database.db.$transaction((tx) => replaceDraftedPlan(poc, tx, { id: 'draft', version: 1, plan }))
		expect((await findPlanDraft(poc, 'draft')).drafted).toEqual(aPlanDraft({ commitments }))
	})
})
