import { randomBytes } from 'node:crypto'
import { may } from '#app/access/policy.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { holdPlanDraft } from '#app/domain/plan-draft/queries.server.ts'
import { OGP_VALUES, isOpenToChange } from '#app/domain/plan-draft/rules.ts'
import { CommitmentText } from '#app/domain/plan-draft/schema.ts'
import { stateOf } from '#app/domain/plan-draft/view.ts'
import type { PlanDraftRows } from '#app/domain/plan-draft/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { SeenDraft } from '#app/domain/progress-update/schema.ts'
import { policyAreasIn } from './schema.ts'
import type {
	ActionAnswer,
	AdditionalAnswer,
	MoveAnswer,
	NewCommitmentAnswer,
	ValuesAnswer,
	WhatAnswer,
	WhoAnswer,
} from './schema.ts'
import { EMPTY_COMMITMENT_TEXT } from './view.ts'

/** Which commitment of which draft. */
export type CommitmentKey = { readonly draftId: string; readonly commitmentId: string }

type Change = {
	readonly text?: Partial<CommitmentText>
	readonly leadId?: string | null
	readonly supportIds?: readonly string[]
}

/** Adds a commitment at the end of a plan that is being written. */
export async function addCommitment(
	ctx: Context,
	draftId: string,
	answer: NewCommitmentAnswer,
): Promise<CommitmentKey> {
	const id = `${draftId}-${randomBytes(4).toString('hex')}`
	return ctx.db.$transaction(async (tx) => {
		const draft = await openDraft(tx, ctx, draftId)
		const last = Math.max(0, ...draft.commitments.map(({ position }) => position))
		await tx.commitmentDraft.create({
			data: {
				id,
				planDraftId: draftId,
				position: last + 1,
				text: { ...EMPTY_COMMITMENT_TEXT, ...whatOf(answer) },
				leadId: null,
				supportIds: [],
				createdAt: ctx.now,
				updatedAt: ctx.now,
			},
		})
		return { draftId, commitmentId: id }
	})
}

/** Answers what is promised and why. */
export async function answerWhat(ctx: Context, key: CommitmentKey, answer: WhatAnswer): Promise<void> {
	return changeCommitment(ctx, { key, seen: answer.version }, () => ({ text: whatOf(answer) }))
}

/** Answers what will be done, and how it helps. */
export async function answerAction(ctx: Context, key: CommitmentKey, answer: ActionAnswer): Promise<void> {
	return changeCommitment(ctx, { key, seen: answer.version }, () => ({
		text: {
			descriptionEn: answer.descriptionEn || null,
			descriptionId: answer.descriptionId || null,
			contributionEn: answer.contributionEn || null,
			contributionId: answer.contributionId || null,
		},
	}))
}

/** Answers who is responsible, and when. Refuses with `not_found` an institution that is not of the member's government. */
export async function answerWho(ctx: Context, key: CommitmentKey, answer: WhoAnswer): Promise<void> {
	return changeCommitment(ctx, { key, seen: answer.version }, async (tx, draft) => {
		const leadId = answer.leadId ?? null
		const supportIds = [...new Set(answer.supportIds)].filter((id) => id !== leadId)
		await knowAll(tx, draft.memberId, leadId === null ? supportIds : [leadId, ...supportIds])
		return {
			leadId,
			supportIds,
			text: {
				supportingInstitutions: answer.supportingInstitutions || null,
				startsOn: answer.startsOn ?? null,
				endsOn: answer.endsOn ?? null,
				carriedOverFrom: await earlierCommitment(tx, draft.memberId, answer.carriedOverFrom),
			},
		}
	})
}

/** Answers which OGP values the commitment serves and how, and its policy areas. */
export async function answerValues(ctx: Context, key: CommitmentKey, answer: ValuesAnswer): Promise<void> {
	const { version, policyAreas, ...reasons } = answer
	const said = new Map(Object.entries(reasons).map(([name, reason]) => [name.toUpperCase(), reason]))
	return changeCommitment(ctx, { key, seen: version }, () => ({
		text: {
			ogpValues: OGP_VALUES.flatMap((code) => {
				const justification = said.get(code)
				return justification ? [{ code, justification }] : []
			}),
			policyAreas: policyAreasIn(policyAreas),
		},
	}))
}

/** Answers what else is known: theme, budget, links to other plans. */
export async function answerAdditional(
	ctx: Context,
	key: CommitmentKey,
	answer: AdditionalAnswer,
): Promise<void> {
	return changeCommitment(ctx, { key, seen: answer.version }, () => ({
		text: {
			theme: answer.theme || null,
			additionalEn: answer.additionalEn || null,
			additionalId: answer.additionalId || null,
		},
	}))
}

/** Takes a commitment with its milestones out of a plan that is being written. */
export async function removeCommitment(
	ctx: Context,
	{ draftId, commitmentId }: CommitmentKey,
	{ version }: SeenDraft,
): Promise<void> {
	return ctx.db.$transaction(async (tx) => {
		const draft = await openDraft(tx, ctx, draftId)
		if (!draft.commitments.some(({ id }) => id === commitmentId)) throw new Refusal('not_found')
		const removed = await tx.commitmentDraft.deleteMany({ where: { id: commitmentId, version } })
		if (removed.count !== 1) throw new Refusal('changed_meanwhile')
	})
}

/** Puts a commitment at another place of the plan; the others close up. */
export async function moveCommitment(
	ctx: Context,
	{ draftId, commitmentId }: CommitmentKey,
	{ to }: MoveAnswer,
): Promise<void> {
	return ctx.db.$transaction(async (tx) => {
		const draft = await openDraft(tx, ctx, draftId)
		const ids = draft.commitments.map(({ id }) => id)
		if (!ids.includes(commitmentId)) throw new Refusal('not_found')
		const others = ids.filter((id) => id !== commitmentId)
		const order = others.toSpliced(to - 1, 0, commitmentId)
		for (const [at, id] of order.entries())
			await tx.commitmentDraft.update({ where: { id }, data: { position: at + 1 } })
	})
}

type Seen = { readonly key: CommitmentKey; readonly seen: number }

/** One screen of a commitment's form: find, may, rule, write. */
async function changeCommitment(
	ctx: Context,
	{ key: { draftId, commitmentId }, seen }: Seen,
	change: (tx: Transaction, draft: PlanDraftRows) => Change | Promise<Change>,
): Promise<void> {
	return ctx.db.$transaction(async (tx) => {
		const draft = await openDraft(tx, ctx, draftId)
		const row = draft.commitments.find(({ id }) => id === commitmentId)
		if (!row) throw new Refusal('not_found')
		const { text, leadId = row.leadId, supportIds } = await change(tx, draft)
		const written = await tx.commitmentDraft.updateMany({
			where: { id: commitmentId, version: seen },
			data: {
				text: { ...CommitmentText.parse(row.text), ...text },
				leadId,
				...(supportIds ? { supportIds: [...supportIds] } : {}),
				version: seen + 1,
				updatedAt: ctx.now,
			},
		})
		if (written.count !== 1) throw new Refusal('changed_meanwhile')
		await tx.planDraft.update({ where: { id: draftId }, data: { updatedAt: ctx.now } })
	})
}

async function openDraft(tx: Transaction, ctx: Context, draftId: string) {
	const draft = await holdPlanDraft(tx, ctx, draftId)
	if (!may(ctx.actor, 'plan.draft', draft)) throw new Refusal('not_allowed')
	if (!isOpenToChange(stateOf(draft))) throw new Refusal('draft_already_submitted')
	return draft
}

async function knowAll(tx: Transaction, memberId: string, ids: readonly string[]): Promise<void> {
	const known = await tx.organization.count({
		where: { id: { in: [...ids] }, memberId, kind: 'GOVERNMENT_INSTITUTION' },
	})
	if (known !== ids.length) throw new Refusal('not_found')
}

async function earlierCommitment(
	tx: Transaction,
	memberId: string,
	id: string | undefined,
): Promise<string | null> {
	if (id === undefined) return null
	const found = await tx.commitment.findFirst({ where: { id, actionPlan: { memberId } } })
	if (!found) throw new Refusal('not_found')
	return found.id
}

function whatOf(answer: NewCommitmentAnswer): Partial<CommitmentText> {
	return {
		number: answer.number || null,
		titleEn: answer.titleEn || null,
		titleId: answer.titleId || null,
		problemEn: answer.problemEn || null,
		problemId: answer.problemId || null,
		baselineEn: answer.baselineEn || null,
		baselineId: answer.baselineId || null,
	}
}
