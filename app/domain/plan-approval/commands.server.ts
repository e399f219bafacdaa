import { randomUUID } from 'node:crypto'
import { may } from '#app/access/policy.ts'
import { dayIn, utcDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { CycleRules } from '#app/domain/cycle-rules/schema.ts'
import {
	holdPlanDraft,
	listConsultationsOf,
	listInstitutions,
	ownMembers,
} from '#app/domain/plan-draft/queries.server.ts'
import { draftProblems } from '#app/domain/plan-draft/rules.ts'
import { draftedPlan, stateOf, withInstitutionNames } from '#app/domain/plan-draft/view.ts'
import type { SeenDraft } from '#app/domain/progress-update/schema.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { tablesOf } from '#app/domain/stored-act/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { appendActs, hashed } from '#app/ledger/append.server.ts'
import { insertTables } from '#app/ledger/insert.server.ts'
import { actsFromApproval, rowsAroundApproval } from './view.ts'
import type { ApprovalSetting } from './view.ts'

/** An approved plan, and the record of the stage it entered: what its receipt is about. */
export type ApprovedPlan = { readonly planId: string; readonly recordId: string }

type Draft = Awaited<ReturnType<typeof holdPlanDraft>>

/**
 * Approves a plan as its point of contact, another person than the one who submitted it: plan, commitments and
 * milestones become acts in their first version, which is the baseline; institutions and checkpoints are written; the
 * draft is gone. One transaction, whatever the number of commitments.
 *
 * Refuses  with `not_found`, `same_person`, `not_allowed`, `draft_not_submitted`, `changed_meanwhile`,
 *          `draft_incomplete`, `already_published`.
 */
export async function approvePlan(
	ctx: Context,
	draftId: string,
	{ version }: SeenDraft,
): Promise<ApprovedPlan> {
	const recordId = randomUUID()
	return ctx.db.$transaction(async (tx) => {
		const draft = await submittedDraft(tx, ctx, draftId)
		if (draft.version !== version) throw new Refusal('changed_meanwhile')
		const setting = await settingOf(tx, ctx, { draft, recordId })
		const plan = withInstitutionNames(draftedPlan(draft), await listInstitutions({ db: tx }, draft.memberId))
		const consultations = await listConsultationsOf(tx, draftId)
		if (draftProblems(plan, consultations, setting.today).length > 0) throw new Refusal('draft_incomplete')

		const removed = await tx.planDraft.deleteMany({ where: { id: draftId, version } })
		if (removed.count !== 1) throw new Refusal('changed_meanwhile')
		const acts = actsFromApproval(plan, setting)
		await insertTables(tx, [...tablesOf(acts), ...rowsAroundApproval(plan, setting.lockDays)])
		await appendActs(tx, await hashed(acts.map(actFrom)))
		return { planId: draftId, recordId }
	})
}

async function submittedDraft(tx: Transaction, ctx: Context, draftId: string): Promise<Draft> {
	const draft = await holdPlanDraft(tx, ctx, draftId).catch(async (thrown: unknown) => {
		const plan = await tx.actionPlan.findFirst({ where: { id: draftId, ...ownMembers(ctx) } })
		throw plan ? new Refusal('already_published') : thrown
	})
	if (draft.submittedById !== null && draft.submittedById === ctx.actor.personId)
		throw new Refusal('same_person')
	if (!may(ctx.actor, 'plan.approve', draft)) throw new Refusal('not_allowed')
	if (stateOf(draft) !== 'SUBMITTED') throw new Refusal('draft_not_submitted')
	return draft
}

async function settingOf(
	tx: Transaction,
	ctx: Context,
	{ draft, recordId }: { draft: Draft; recordId: string },
): Promise<ApprovalSetting> {
	const organization = await tx.organization.findUniqueOrThrow({ where: { id: draft.organizationId } })
	const ruleSet = await tx.ruleSet.findUniqueOrThrow({ where: { id: draft.ruleSetId } })
	return {
		source: `${organization.nameEn} / ${organization.nameId}`,
		organizationId: draft.organizationId,
		submittedById: draft.submittedById ?? '',
		approvedById: ctx.actor.personId ?? '',
		stageRecordId: recordId,
		today: dayIn(draft.member.timeZone, ctx.now),
		publishedOn: utcDay(ctx.now),
		at: ctx.now,
		lockDays: CycleRules.parse(ruleSet.cycle).checkpointLockDays.value,
	}
}
