import { randomBytes } from 'node:crypto'
import { may } from '#app/access/policy.ts'
import { removeDraft } from '../commands.server.ts'
import { changesOf, findDraftInPlan, headOf, listOtherPlans, stateOf } from '../queries.server.ts'
import type { PlanInForce } from '../queries.server.ts'
import { amendmentFaults, writesOf } from '../rules.ts'
import type { DraftedChanges } from '../schema.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import type { SeenDraft } from '#app/domain/progress-update/schema.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { tablesOf } from '#app/domain/stored-act/view.ts'
import type { ActRows } from '#app/domain/stored-act/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { appendActs } from '#app/ledger/append.server.ts'
import { insertTables } from '#app/ledger/insert.server.ts'
import type { AmendmentDraft } from '#prisma/generated/client.ts'
import { actOfWrite, institutionsOf } from '#app/domain/amendment-approval/view.ts'

/**
 * Approves an amendment as a second person and publishes it: the new version of every text that it touches, the act
 * that says why, and their leaves, in one transaction.
 *
 * Refuses  with `same_person`, `draft_not_submitted`, `already_published`; with `changed_meanwhile` where a text has a
 *          newer version than the one that was written over.
 */
export async function approveAmendment(
	ctx: Context,
	id: string,
	{ version }: SeenDraft,
): Promise<{ readonly recordId: string; readonly version: number }> {
	const salts = { salt: new Uint8Array(randomBytes(32)), privateSalt: new Uint8Array(randomBytes(32)) }
	return ctx.db.$transaction(async (tx) => {
		await holdPlanOf(tx, id)
		const { draft, plan } = await findDraftInPlan(ctx, tx, id).catch(publishedInstead(ctx, tx, id))
		const { submittedById } = draft
		if (submittedById !== null && submittedById === ctx.actor.personId) throw new Refusal('same_person')
		if (!may(ctx.actor, 'plan.approve-amendment', { memberId: plan.memberId, submittedById }))
			throw new Refusal('not_allowed')
		if (draft.state !== 'SUBMITTED' || submittedById === null) throw new Refusal('draft_not_submitted')

		await removeDraft(tx, { id, version })
		const texts = await textsOf(tx, ctx, { draft, plan })
		const row = {
			recordId: id,
			version: 1,
			actionPlanId: plan.id,
			...requiredHead(draft),
			changes: texts.map(({ write: { recordKind, recordId, version, operation, successors } }) => ({
				recordKind,
				recordId,
				version,
				operation,
				successors: [...successors],
			})),
			submittedById,
			approvedById: ctx.actor.personId ?? '',
			actorOrganizationId: draft.organizationId,
			publishedOn: utcDay(ctx.now),
			publishedAt: ctx.now,
			...salts,
		}
		await publish(tx, [...texts.map(({ act }) => act), { kind: 'amendment.published', row }])
		await answerFor(tx, plan.memberId, changesOf(draft))
		return { recordId: id, version: 1 }
	})
}

type Drafted = { readonly draft: AmendmentDraft; readonly plan: PlanInForce }

/** The texts that the amendment publishes; refuses what was drafted over an older version, or no longer fits. */
async function textsOf(tx: Transaction, ctx: Context, { draft, plan }: Drafted) {
	const changes = changesOf(draft)
	const faults = amendmentFaults(stateOf(plan), { head: headOf(draft), changes })
	if (faults.some(({ code }) => code === 'STALE' || code === 'ENDED')) throw new Refusal('changed_meanwhile')
	if (faults.length > 0) throw new Refusal('draft_incomplete')
	const nextPosition = await positionsIn(tx, plan, changes)
	const { nameEn, nameId } = await tx.organization.findUniqueOrThrow({ where: { id: draft.organizationId } })
	const setting = {
		source: `${nameEn} / ${nameId}`,
		actorOrganizationId: draft.organizationId,
		at: ctx.now,
		nextPosition,
	}
	return writesOf(plan.id, changes).map((write) => ({ write, act: actOfWrite(write, plan, setting) }))
}

/** Counts on from the last place that is taken in each plan and commitment. Refuses a plan of another member. */
async function positionsIn(tx: Transaction, plan: PlanInForce, changes: DraftedChanges) {
	const last = new Map([[plan.id, Math.max(0, ...plan.commitments.map((row) => row.position))]])
	for (const row of plan.commitments) last.set(row.id, Math.max(0, ...row.milestones.map((m) => m.position)))
	const elsewhere = changes.flatMap((c) => (c.recordKind === 'commitment' && c.planId ? [c.planId] : []))
	const others = elsewhere.length === 0 ? [] : await listOtherPlans(tx, plan)
	for (const id of elsewhere) {
		if (id !== plan.id && !others.some((other) => other.id === id)) throw new Refusal('draft_incomplete')
		const taken = await tx.commitment.aggregate({ where: { actionPlanId: id }, _max: { position: true } })
		last.set(id, taken._max.position ?? 0)
	}
	return (parentId: string) => {
		const position = (last.get(parentId) ?? 0) + 1
		last.set(parentId, position)
		return position
	}
}

async function publish(tx: Transaction, acts: readonly ActRows[]): Promise<void> {
	await insertTables(tx, tablesOf(acts))
	await appendActs(tx, acts.map(actFrom))
}

/** Who answers for the amended commitments on this site: organizations of the member, and no others. */
async function answerFor(tx: Transaction, memberId: string, changes: DraftedChanges): Promise<void> {
	for (const change of changes) {
		const institutions = institutionsOf(change)
		if (institutions === null) continue
		const ids = institutions.map((one) => one.organizationId)
		if ((await tx.organization.count({ where: { id: { in: ids }, memberId } })) !== ids.length)
			throw new Refusal('draft_incomplete')
		await tx.commitmentInstitution.deleteMany({ where: { commitmentId: change.recordId } })
		await tx.commitmentInstitution.createMany({ data: institutions })
	}
}

function requiredHead(draft: AmendmentDraft) {
	const { reasonEn, reasonId, proposedBy, agreedBy, effectiveOn } = draft
	if (proposedBy === null || agreedBy === null || effectiveOn === null) throw new Refusal('draft_incomplete')
	return { reasonEn, reasonId, proposedBy, agreedBy, effectiveOn }
}

/** Amendments of one plan are approved one after the other. */
async function holdPlanOf(tx: Transaction, draftId: string): Promise<void> {
	await tx.$queryRawUnsafe(
		`SELECT 1 FROM "ActionPlan" p JOIN "AmendmentDraft" d ON d."actionPlanId" = p."id"
		 WHERE d."id" = $1 FOR UPDATE OF p`,
		draftId,
	)
}

/** A draft that is gone may have become an act: then the answer is that, not "not found". */
function publishedInstead(ctx: Context, tx: Transaction, recordId: string) {
	return async (thrown: unknown): Promise<never> => {
		const act = await tx.amendment.findFirst({ where: { recordId }, include: { actionPlan: true } })
		if (act && may(ctx.actor, 'plan.amend', act.actionPlan)) throw new Refusal('already_published')
		throw thrown
	}
}
