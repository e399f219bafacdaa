import { randomBytes } from 'node:crypto'
import { may } from '#app/access/policy.ts'
import type { MoveAnswer } from '#app/domain/commitment-draft/schema.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { holdPlanDraft } from '#app/domain/plan-draft/queries.server.ts'
import { isOpenToChange } from '#app/domain/plan-draft/rules.ts'
import { MilestoneText } from '#app/domain/plan-draft/schema.ts'
import { stateOf } from '#app/domain/plan-draft/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { SeenDraft } from '#app/domain/progress-update/schema.ts'
import type { MilestoneAnswer, NewMilestoneAnswer, ProtocolAnswer } from './schema.ts'

/** Which milestone of which commitment of which draft. */
export type MilestoneKey = {
	readonly draftId: string
	readonly commitmentId: string
	readonly milestoneId: string
}

/** Adds a milestone at the end of a commitment. */
export async function addMilestone(
	ctx: Context,
	key: Omit<MilestoneKey, 'milestoneId'>,
	answer: NewMilestoneAnswer,
): Promise<MilestoneKey> {
	const id = `${key.commitmentId}-${randomBytes(4).toString('hex')}`
	return ctx.db.$transaction(async (tx) => {
		const { milestones } = await openCommitment(tx, ctx, key)
		const last = Math.max(0, ...milestones.map(({ position }) => position))
		await tx.milestoneDraft.create({
			data: {
				id,
				commitmentDraftId: key.commitmentId,
				position: last + 1,
				text: { protocol: null, ...factsOf(answer) },
				createdAt: ctx.now,
				updatedAt: ctx.now,
			},
		})
		return { ...key, milestoneId: id }
	})
}

/** Changes what a milestone is, who answers for it, and when. */
export async function changeMilestone(
	ctx: Context,
	key: MilestoneKey,
	answer: MilestoneAnswer,
): Promise<void> {
	return writeText(ctx, { key, seen: answer.version }, factsOf(answer))
}

/** Says how a milestone can be verified; with every answer empty it says nothing. */
export async function answerProtocol(ctx: Context, key: MilestoneKey, answer: ProtocolAnswer): Promise<void> {
	const { version, ...said } = answer
	const isSilent = Object.values(said).every((text) => !text)
	const protocol = {
		whatEn: said.whatEn || null,
		whatId: said.whatId || null,
		whereEn: said.whereEn || null,
		whereId: said.whereId || null,
		who: said.who || null,
		byOn: said.byOn ?? null,
	}
	return writeText(ctx, { key, seen: version }, { protocol: isSilent ? null : protocol })
}

/** Takes a milestone out of a commitment that is being written. */
export async function removeMilestone(
	ctx: Context,
	key: MilestoneKey,
	{ version }: SeenDraft,
): Promise<void> {
	return ctx.db.$transaction(async (tx) => {
		await openMilestone(tx, ctx, key)
		const removed = await tx.milestoneDraft.deleteMany({ where: { id: key.milestoneId, version } })
		if (removed.count !== 1) throw new Refusal('changed_meanwhile')
	})
}

/** Puts a milestone at another place of its commitment; the others close up. */
export async function moveMilestone(ctx: Context, key: MilestoneKey, { to }: MoveAnswer): Promise<void> {
	return ctx.db.$transaction(async (tx) => {
		const { siblings } = await openMilestone(tx, ctx, key)
		const others = siblings.filter((id) => id !== key.milestoneId)
		for (const [at, id] of others.toSpliced(to - 1, 0, key.milestoneId).entries())
			await tx.milestoneDraft.update({ where: { id }, data: { position: at + 1 } })
	})
}

async function writeText(
	ctx: Context,
	{ key, seen }: { key: MilestoneKey; seen: number },
	change: Partial<MilestoneText>,
): Promise<void> {
	return ctx.db.$transaction(async (tx) => {
		const { row } = await openMilestone(tx, ctx, key)
		const written = await tx.milestoneDraft.updateMany({
			where: { id: key.milestoneId, version: seen },
			data: {
				text: { ...MilestoneText.parse(row.text), ...change },
				version: seen + 1,
				updatedAt: ctx.now,
			},
		})
		if (written.count !== 1) throw new Refusal('changed_meanwhile')
		await tx.planDraft.update({ where: { id: key.draftId }, data: { updatedAt: ctx.now } })
	})
}

async function openMilestone(tx: Transaction, ctx: Context, key: MilestoneKey) {
	const { milestones } = await openCommitment(tx, ctx, key)
	const row = milestones.find(({ id }) => id === key.milestoneId)
	if (!row) throw new Refusal('not_found')
	return { row, siblings: milestones.map(({ id }) => id) }
}

async function openCommitment(tx: Transaction, ctx: Context, key: Omit<MilestoneKey, 'milestoneId'>) {
	const draft = await holdPlanDraft(tx, ctx, key.draftId)
	if (!may(ctx.actor, 'plan.draft', draft)) throw new Refusal('not_allowed')
	if (!isOpenToChange(stateOf(draft))) throw new Refusal('draft_already_submitted')
	const commitment = draft.commitments.find(({ id }) => id === key.commitmentId)
	if (!commitment) throw new Refusal('not_found')
	return commitment
}

function factsOf(answer: NewMilestoneAnswer): Omit<MilestoneText, 'protocol'> {
	return {
		number: answer.number || null,
		titleEn: answer.titleEn || null,
		titleId: answer.titleId || null,
		deliverableEn: answer.deliverableEn || null,
		deliverableId: answer.deliverableId || null,
		responsible: answer.responsible || null,
		startsOn: answer.startsOn ?? null,
		endsOn: answer.endsOn ?? null,
	}
}
