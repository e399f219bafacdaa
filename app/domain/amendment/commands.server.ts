import { randomUUID } from 'node:crypto'
import { settledChanges } from '#app/domain/amendment-draft/rules.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { ReturnAnswer, SeenDraft } from '#app/domain/progress-update/schema.ts'
import type { AmendmentDraft, Prisma } from '#prisma/generated/client.ts'
import {
	amendingOrganization,
	changesOf,
	findAmendablePlan,
	findDraftInPlan,
	headOf,
	stateOf,
} from './queries.server.ts'
import type { PlanInForce } from './queries.server.ts'
import { amendmentFaults } from './rules.ts'
import { DraftedChanges } from './schema.ts'
import type { AmendmentHead, HeadAnswer } from './schema.ts'

/** A draft of an amendment as its writer holds it: the next form is made from this version. */
export type HeldDraft = { readonly id: string; readonly version: number }

const NO_HEAD: AmendmentHead = {
	reasonEn: null,
	reasonId: null,
	proposedBy: null,
	agreedBy: null,
	effectiveOn: null,
}

/** Begins an amendment of a published plan, with nothing in it. Refuses with `not_found`. */
export async function beginAmendment(ctx: Context, planId: string): Promise<HeldDraft> {
	return proposeAmendment(ctx, planId, { changes: [] })
}

/**
 * Drafts an amendment from changes that were made elsewhere, such as in a file. Nothing is published by it. New records
 * get ids of their own; changes that no longer fit are kept and said on the page that checks the amendment.
 *
 * Refuses  with `not_found` where the plan is not one that the actor amends, or is closed.
 */
export async function proposeAmendment(
	ctx: Context,
	planId: string,
	{ changes, ...head }: { readonly changes: DraftedChanges } & Partial<AmendmentHead>,
): Promise<HeldDraft> {
	return ctx.db.$transaction((tx) => draftAmendment(ctx, tx, { planId, changes, ...head }))
}

/** The same as part of what else happens in a transaction. */
export async function draftAmendment(
	ctx: Context,
	tx: Transaction,
	{
		planId,
		changes,
		...head
	}: { readonly planId: string; readonly changes: DraftedChanges } & Partial<AmendmentHead>,
): Promise<HeldDraft> {
	const id = randomUUID()
	const plan = await findAmendablePlan(ctx, tx, planId)
	await tx.amendmentDraft.create({
		data: {
			id,
			actionPlanId: plan.id,
			organizationId: amendingOrganization(ctx, plan.member),
			state: 'DRAFT',
			...NO_HEAD,
			...head,
			changes: DraftedChanges.parse(settledChanges(stateOf(plan), changes, randomUUID)),
			createdById: ctx.actor.personId ?? '',
			createdAt: ctx.now,
			updatedAt: ctx.now,
		},
	})
	return { id, version: 1 }
}

/** Says why, on whose proposal, with whose agreement and from when. */
export async function answerHead(ctx: Context, id: string, answer: HeadAnswer): Promise<HeldDraft> {
	const head = {
		reasonEn: answer.reasonEn || null,
		reasonId: answer.reasonId || null,
		proposedBy: answer.proposedBy || null,
		agreedBy: answer.agreedBy || null,
		effectiveOn: answer.effectiveOn ?? null,
	}
	return changeDraft(ctx, { id, seen: answer.version }, () => head)
}

/** Changes what an amendment would do. `change` sees the plan as it stands and what was drafted so far. */
export async function changeChanges(
	ctx: Context,
	{ id, seen }: Seen,
	change: (
		changes: DraftedChanges,
		plan: PlanInForce,
		tx: Transaction,
	) => DraftedChanges | Promise<DraftedChanges>,
): Promise<HeldDraft> {
	return changeDraft(ctx, { id, seen }, async ({ draft, plan, tx }) => ({
		changes: DraftedChanges.parse(await change(changesOf(draft), plan, tx)),
	}))
}

/** Sends an amendment to another person for approval. Refuses with `draft_incomplete` while anything is missing. */
export async function submitAmendment(ctx: Context, id: string, { version }: SeenDraft): Promise<HeldDraft> {
	return changeDraft(ctx, { id, seen: version }, ({ draft, plan }) => {
		const faults = amendmentFaults(stateOf(plan), { head: headOf(draft), changes: changesOf(draft) })
		if (faults.length > 0) throw new Refusal('draft_incomplete')
		return {
			state: 'SUBMITTED',
			submittedById: ctx.actor.personId,
			submittedAt: ctx.now,
			returnedReason: null,
		}
	})
}

/** Sends an amendment back to whoever writes it, with a reason. Refuses with `draft_not_submitted` unless it waits. */
export async function returnAmendment(ctx: Context, id: string, answer: ReturnAnswer): Promise<HeldDraft> {
	return ctx.db.$transaction(async (tx) => {
		const { draft } = await findDraftInPlan(ctx, tx, id)
		if (draft.state !== 'SUBMITTED') throw new Refusal('draft_not_submitted')
		const data = { state: 'RETURNED', submittedById: null, submittedAt: null, returnedReason: answer.reason }
		return write(tx, ctx, { draft, seen: answer.version, data })
	})
}

/** Throws a draft away. What was sent is sent back first. */
export async function discardAmendment(
	ctx: Context,
	id: string,
	{ version }: SeenDraft,
): Promise<{ planId: string }> {
	return ctx.db.$transaction(async (tx) => {
		const { draft, plan } = await findDraftInPlan(ctx, tx, id)
		if (draft.state === 'SUBMITTED') throw new Refusal('draft_already_submitted')
		await removeDraft(tx, { id, version })
		return { planId: plan.id }
	})
}

export type Seen = { readonly id: string; readonly seen: number }
type Drafted = { readonly draft: AmendmentDraft; readonly plan: PlanInForce }
type Data = Prisma.AmendmentDraftUncheckedUpdateInput

/** One answer of a draft: find, may, rule, write. */
async function changeDraft(
	ctx: Context,
	{ id, seen }: Seen,
	change: (found: Drafted & { readonly tx: Transaction }) => Data | Promise<Data>,
): Promise<HeldDraft> {
	return ctx.db.$transaction(async (tx) => {
		const found = await findDraftInPlan(ctx, tx, id)
		if (found.draft.state === 'SUBMITTED') throw new Refusal('draft_already_submitted')
		return write(tx, ctx, { draft: found.draft, seen, data: await change({ ...found, tx }) })
	})
}

async function write(
	tx: Transaction,
	ctx: Context,
	{ draft, seen, data }: { draft: AmendmentDraft; seen: number; data: Data },
): Promise<HeldDraft> {
	const written = await tx.amendmentDraft.updateMany({
		where: { id: draft.id, version: seen },
		data: { ...data, version: seen + 1, updatedAt: ctx.now },
	})
	if (written.count !== 1) throw new Refusal('changed_meanwhile')
	return { id: draft.id, version: seen + 1 }
}

/** Takes a draft away, as the person saw it. Refuses with `changed_meanwhile`. */
export async function removeDraft(tx: Transaction, held: HeldDraft): Promise<void> {
	const removed = await tx.amendmentDraft.deleteMany({ where: held })
	if (removed.count !== 1) throw new Refusal('changed_meanwhile')
}
