import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import {
	addCommitment,
	answerAction,
	answerValues,
	answerWho,
} from '#app/domain/commitment-draft/commands.server.ts'
import { addMilestone } from '#app/domain/milestone-draft/commands.server.ts'
import { approvePlan } from '#app/domain/plan-approval/commands.server.ts'
import {
	beginPlanDraft,
	openConsultation,
	returnPlan,
	submitPlan,
} from '#app/domain/plan-draft/commands.server.ts'
import { findPlanDraft } from '#app/domain/plan-draft/queries.server.ts'
import { enterStage } from '#app/domain/plan-stage/commands.server.ts'
import { findConsultation, listConsultations } from '#app/domain/plan-stage/queries.server.ts'
import { findReceipt } from '#app/domain/receipt/queries.server.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { aCommitmentDraft, aMilestoneDraft, aPlanDraft, storeDraft } from '#tests/factories/plan-draft.ts'
import { aRuleSet } from '#tests/factories/rule-set.ts'
import { as, storePlan } from '#tests/factories/stored-plan.ts'
import { LOCAL_CYCLE } from '#prisma/seed/cycle-rules.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'
import { VERIFICATION_RULES } from '#prisma/seed/verification-rules.ts'

const AFTER_CONSULTATION = new Date('2026-08-01T02:00:00Z')

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
})
afterEach(() => database.close())

/** The rules that a new plan of the example member, a regency, is pinned to. */
async function storeLocalRules({ db }: Database): Promise<void> {
	const { note: _note, ...rules } = aRuleSet({ id: 'rules-local-test', track: 'LOCAL' })
	await db.ruleSet.create({
		data: { ...rules, cycle: LOCAL_CYCLE, verification: VERIFICATION_RULES, noteEn: 'test', noteId: 'uji' },
	})
}

describe('from the first word to the public record', () => {
	test('a plan is begun, opened to comments, sent by one person and approved by another', async () => {
		await storeLocalRules(database)
		const secretariat = as(database, 'secretariat')
		const { id } = await beginPlanDraft(secretariat, {
			memberId: 'example',
			titleId: 'Rencana baru',
			startsOn: '2027-01-01',
			endsOn: '2028-12-31',
			checkpointScheme: 'QUARTERLY',
		})
		const key = await addCommitment(secretariat, id, {
			titleId: 'Anggaran terbuka',
			problemId: 'Warga tidak tahu.',
			baselineId: 'Ringkasan saja.',
		})
		await answerAction(secretariat, key, {
			version: 1,
			descriptionId: 'Menerbitkan anggaran.',
			contributionId: 'Warga mengawasi.',
		})
		await answerWho(secretariat, key, {
			version: 2,
			leadId: 'agency',
			supportIds: ['other-agency'],
			startsOn: '2027-01-01',
			endsOn: '2028-12-31',
		})
		await answerValues(secretariat, key, {
			version: 3,
			transparency: 'Membuka data.',
			policyAreas: 'Fiscal openness\nOpen data',
		})
		await addMilestone(secretariat, key, { titleId: 'Portal dibuka', endsOn: '2027-12-31' })
		const opening = { version: 1, closesOn: '2026-07-29' }
		const { recordId } = await openConsultation(secretariat, id, opening)
		expect(await openConsultation(secretariat, id, opening)).toEqual({ recordId })
		await expect(submitPlan(secretariat, id, { version: 2 })).rejects.toMatchObject({
			reason: 'draft_incomplete',
		})

		const later = as(database, 'secretariat', AFTER_CONSULTATION)
		await submitPlan(later, id, { version: 2 })
		await expect(approvePlan(later, id, { version: 3 })).rejects.toMatchObject({ reason: 'same_person' })
		const approved = await approvePlan(as(database, 'poc', AFTER_CONSULTATION), id, { version: 3 })

		const { plan, commitments, checkpoints } = await findPlanRecord(later, id)
		expect(plan).toMatchObject({
			status: 'SUBMITTED',
			submittedOn: '2026-08-01',
			title: { id: 'Rencana baru' },
		})
		expect(commitments).toMatchObject([
			{
				title: { id: 'Anggaran terbuka' },
				leadInstitution: 'Si agency',
				milestones: [{ endsOn: '2027-12-31' }],
			},
		])
		expect(checkpoints.map(({ code }) => code)).toEqual([
			'B03',
			'B06',
			'B09',
			'B12',
			'B15',
			'B18',
			'B21',
			'B24',
		])
		expect(
			await database.db.commitmentInstitution.findMany({
				where: { commitmentId: key.commitmentId },
				orderBy: { isLead: 'desc' },
			}),
		).toMatchObject([
			{ organizationId: 'agency', isLead: true },
			{ organizationId: 'other-agency', isLead: false },
		])
		expect(await database.db.planDraft.count({ where: { id } })).toBe(0)
		expect(await findReceipt(later, approved.recordId)).toMatchObject({ kind: 'plan-stage.published' })
		expect(await findConsultation(later, recordId)).toMatchObject({ approvedPlanId: id })
	})

	test('every text of an approved plan is an act whose content is what the log sealed', async () => {
		await storeDraft(database, aPlanDraft(), 'SUBMITTED')
		const before = await database.db.ledgerEntry.count()
		const poc = as(database, 'poc')
		const { recordId } = await approvePlan(poc, 'draft', { version: 1 })
		expect(await database.db.ledgerEntry.count()).toBe(before + 4)
		for (const [id, kind] of [
			['draft', 'action-plan.published'],
			['draft-c1', 'commitment.published'],
			['draft-c1-m1', 'milestone.published'],
			[recordId, 'plan-stage.published'],
		] as const) {
			const record = await findRecord(poc, id)
			expect(record).toMatchObject({ matchesEntry: true, entry: { kind, version: 1 } })
			expect(JSON.stringify(record.content)).not.toMatch(/"poc"|Person of/)
		}
		expect((await findRecord(poc, 'draft-c1-m1')).content).toMatchObject({
			protocol: { who: 'Forum Warga', byOn: '2027-07-31' },
		})
	})

	test('what was opened to comments stays as it was, whatever is written afterwards', async () => {
		await storeDraft(database, aPlanDraft())
		const secretariat = as(database, 'secretariat')
		const { recordId } = await openConsultation(secretariat, 'draft', {
			version: 1,
			closesOn: '2026-07-29',
			noteEn: 'Write to the secretariat.',
		})
		await answerAction(
			secretariat,
			{ draftId: 'draft', commitmentId: 'draft-c1' },
			{ version: 1, descriptionId: 'Lain.' },
		)
		const view = await findConsultation(secretariat, recordId)
		expect(view).toMatchObject({ isOpen: true, closesOn: '2026-07-29', approvedPlanId: null })
		expect(view.plan.commitments[0]?.text).toMatchObject({
			descriptionId: 'Menerbitkan seluruh anggaran.',
			leadInstitution: 'Si agency',
		})
		expect(await listConsultations(secretariat, { memberId: 'example' })).toMatchObject([{ recordId }])
		expect(await findReceipt(secretariat, recordId)).toMatchObject({ kind: 'plan-stage.published' })
	})

	test('a plan that came back is changed and sent again', async () => {
		await storeDraft(database, aPlanDraft(), 'SUBMITTED')
		const secretariat = as(database, 'secretariat')
		const key = { draftId: 'draft', commitmentId: 'draft-c1' }
		await expect(answerAction(secretariat, key, { version: 1 })).rejects.toMatchObject({
			reason: 'draft_already_submitted',
		})
		await returnPlan(as(database, 'poc'), 'draft', { version: 1, reason: 'Whose budget?' })
		expect(await findPlanDraft(secretariat, 'draft')).toMatchObject({
			state: 'RETURNED',
			returnedReason: 'Whose budget?',
		})
		await submitPlan(secretariat, 'draft', { version: 2 })
		expect(await findPlanDraft(as(database, 'poc'), 'draft')).toMatchObject({
			state: 'SUBMITTED',
			returnedReason: null,
			mayApprove: true,
		})
	})

	test('forty commitments of six milestones each are approved in one go', async () => {
		const commitments = Array.from({ length: 40 }, (_, c) => {
			const id = `draft-c${String(c)}`
			const milestones = Array.from({ length: 6 }, (_m, m) => aMilestoneDraft({}, `${id}-m${String(m)}`))
			return aCommitmentDraft({}, { id, milestones })
		})
		await storeDraft(database, aPlanDraft({ commitments }), 'SUBMITTED')
		const before = await database.db.ledgerEntry.count()
		await approvePlan(as(database, 'poc'), 'draft', { version: 1 })
		expect(await database.db.ledgerEntry.count()).toBe(before + 1 + 40 + 240 + 1)
		expect(await database.db.milestone.count({ where: { commitment: { actionPlanId: 'draft' } } })).toBe(240)
	})
})

describe('the stages of an approved plan', () => {
	beforeEach(async () => {
		await storeDraft(database, aPlanDraft(), 'SUBMITTED')
		await approvePlan(as(database, 'poc'), 'draft', { version: 1 })
	})

	test('it is in force from its first day, and the stage is an act', async () => {
		const poc = as(database, 'poc', new Date('2026-12-31T17:00:00Z'))
		const { recordId } = await enterStage(poc, 'draft', { seen: 'SUBMITTED', stage: 'IN_IMPLEMENTATION' })
		expect(await database.db.actionPlan.findUnique({ where: { id: 'draft' } })).toMatchObject({
			status: 'IN_IMPLEMENTATION',
		})
		expect(await findRecord(poc, recordId)).toMatchObject({
			matchesEntry: true,
			content: { stage: 'IN_IMPLEMENTATION', effectiveOn: '2027-01-01' },
		})
	})

	test('the same form sent five times at once is one act with one receipt', async () => {
		const poc = as(database, 'poc', new Date('2026-12-31T17:00:00Z'))
		const send = () => enterStage(poc, 'draft', { seen: 'SUBMITTED', stage: 'IN_IMPLEMENTATION' })
		const receipts = await Promise.all(Array.from({ length: 5 }, send))
		expect(new Set(receipts.map(({ recordId }) => recordId)).size).toBe(1)
		expect(await database.db.planStage.count({ where: { stage: 'IN_IMPLEMENTATION' } })).toBe(1)
		const other = { seen: 'SUBMITTED', stage: 'IN_IMPLEMENTATION', noteEn: 'Begun with a meeting.' } as const
		await expect(enterStage(poc, 'draft', other)).rejects.toMatchObject({ reason: 'changed_meanwhile' })
	})

	test.each([
		[
			'2026-12-31T16:59:59Z',
			'SUBMITTED',
			'IN_IMPLEMENTATION',
			'stage_not_open',
			'the evening before, in Jakarta',
		],
		['2027-01-02T00:00:00Z', 'SUBMITTED', 'CLOSED', 'stage_not_open', 'a stage that does not follow'],
		['2027-01-02T00:00:00Z', 'ENDED', 'CLOSED', 'changed_meanwhile', 'from a stage it is not in'],
	] as const)('at %s from %s to %s: %s, %s', async (at, seen, stage, reason, _why) => {
		const poc = as(database, 'poc', new Date(at))
		await expect(enterStage(poc, 'draft', { seen, stage })).rejects.toMatchObject({ reason })
		expect(await database.db.planStage.count({ where: { stage } })).toBe(0)
	})
})
