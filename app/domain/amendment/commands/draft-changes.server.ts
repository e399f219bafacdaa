import { randomUUID } from 'node:crypto'
import { changeChanges } from '../commands.server.ts'
import type { HeldDraft, Seen } from '../commands.server.ts'
import { changeAsItStands, listOtherPlans } from '../queries.server.ts'
import type { PlanInForce } from '../queries.server.ts'
import { hasEnded } from '#app/domain/published-text/rules.ts'
import type { DraftedChange, DraftedChanges } from '../schema.ts'
import type { Context } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import {
	saysTheSame,
	withChange,
	withMerger,
	withMilestoneMove,
	withMove,
	withSplit,
	withWithdrawal,
	withoutChange,
} from '#app/domain/amendment-draft/rules.ts'
import type { CommitmentAsItStands } from '#app/domain/amendment-draft/rules.ts'
import type {
	CommitmentTextAnswer,
	MilestoneTextAnswer,
	PlanTextAnswer,
} from '#app/domain/amendment-draft/schema.ts'
import {
	blankChange,
	commitmentTextFrom,
	milestoneTextFrom,
	planTextFrom,
} from '#app/domain/amendment-draft/view.ts'

/** The new text of one record, as its form gives it. */
export type TextAnswer =
	| { readonly recordKind: 'action-plan'; readonly answer: PlanTextAnswer }
	| { readonly recordKind: 'commitment'; readonly answer: CommitmentTextAnswer }
	| { readonly recordKind: 'milestone'; readonly answer: MilestoneTextAnswer }

/** Writes the new text of a record. A text that says what is published already is no change. */
export async function draftText(
	ctx: Context,
	seen: Seen,
	given: TextAnswer & { readonly recordId: string },
): Promise<HeldDraft> {
	return changeChanges(ctx, seen, (changes, plan) => {
		const before = draftedOrStanding(changes, plan, given.recordId)
		const after = withText(before, given)
		const published = changeAsItStands(plan, given.recordId)
		if (after.operation === 'CHANGE' && published !== null && saysTheSame(after, published))
			return withoutChange(changes, given.recordId)
		return withChange(changes, after)
	})
}

/** Adds a commitment to the plan. */
export async function draftCommitment(
	ctx: Context,
	seen: Seen,
	answer: CommitmentTextAnswer,
): Promise<HeldDraft> {
	const blank = blankChange({ recordKind: 'commitment', recordId: randomUUID() })
	return changeChanges(ctx, seen, (changes) =>
		withChange(changes, withText(blank, { recordKind: 'commitment', answer })),
	)
}

/** Adds a milestone to a commitment, which may be one that the amendment adds. */
export async function draftMilestone(
	ctx: Context,
	seen: Seen,
	{ commitmentId, answer }: { readonly commitmentId: string; readonly answer: MilestoneTextAnswer },
): Promise<HeldDraft> {
	const blank = blankChange({ recordKind: 'milestone', recordId: randomUUID(), commitmentId })
	return changeChanges(ctx, seen, (changes, plan) => {
		const parent = draftedOrStanding(changes, plan, commitmentId)
		if (parent.recordKind !== 'commitment') throw new Refusal('not_found')
		return withChange(changes, withText(blank, { recordKind: 'milestone', answer }))
	})
}

/** Gives up a commitment with its milestones, or one milestone. */
export async function draftWithdrawal(ctx: Context, seen: Seen, recordId: string): Promise<HeldDraft> {
	return changeChanges(ctx, seen, (changes, plan) => {
		const standing = standingOf(plan, recordId)
		if (standing.recordKind === 'commitment') return withWithdrawal(changes, commitmentOf(plan, recordId))
		if (standing.recordKind === 'action-plan') throw new Refusal('not_found')
		return withChange(changes, { ...standing, operation: 'WITHDRAW', successors: [] })
	})
}

/** Makes one commitment of several. */
export async function draftMerger(
	ctx: Context,
	seen: Seen,
	commitmentIds: readonly string[],
): Promise<HeldDraft> {
	return changeChanges(ctx, seen, (changes, plan) => {
		const merged = [...new Set(commitmentIds)].map((id) => commitmentOf(plan, id))
		if (merged.length < 2) throw new Refusal('not_found')
		return withMerger(withoutAll(changes, commitmentIds), merged, randomUUID)
	})
}

/** Makes several commitments of one. */
export async function draftSplit(
	ctx: Context,
	seen: Seen,
	{ commitmentId, parts }: { readonly commitmentId: string; readonly parts: number },
): Promise<HeldDraft> {
	return changeChanges(ctx, seen, (changes, plan) =>
		withSplit(withoutAll(changes, [commitmentId]), commitmentOf(plan, commitmentId), {
			parts,
			newId: randomUUID,
		}),
	)
}

/** Moves a commitment to another plan of the same member, or a milestone to another commitment. */
export async function draftMove(
	ctx: Context,
	seen: Seen,
	{ recordId, toId }: { readonly recordId: string; readonly toId: string },
): Promise<HeldDraft> {
	return changeChanges(ctx, seen, async (changes, plan, tx) => {
		const record = draftedOrStanding(changes, plan, recordId)
		if (record.recordKind === 'milestone') {
			if (draftedOrStanding(changes, plan, toId).recordKind !== 'commitment') throw new Refusal('not_found')
			if (record.operation !== 'ADD' && standingParent(plan, recordId) === toId)
				return withoutChange(changes, recordId)
			return withMilestoneMove(changes, record, { commitmentId: toId, newId: randomUUID })
		}
		const others = await listOtherPlans(tx, plan)
		if (!others.some((other) => other.id === toId)) throw new Refusal('not_found')
		return withMove(withoutAll(changes, [recordId]), commitmentOf(plan, recordId), {
			planId: toId,
			newId: randomUUID,
		})
	})
}

/** Takes a change out of the amendment, with all that follows from it. */
export async function undoChange(ctx: Context, seen: Seen, recordId: string): Promise<HeldDraft> {
	return changeChanges(ctx, seen, (changes) => {
		if (!changes.some((change) => change.recordId === recordId)) throw new Refusal('not_found')
		return withoutChange(changes, recordId)
	})
}

/** What was drafted for a record or, without a draft, what it says now. Refuses with `not_found`. */
function draftedOrStanding(changes: DraftedChanges, plan: PlanInForce, recordId: string): DraftedChange {
	return changes.find((change) => change.recordId === recordId) ?? standingOf(plan, recordId)
}

function standingOf(plan: PlanInForce, recordId: string): DraftedChange {
	const standing = changeAsItStands(plan, recordId)
	if (!standing) throw new Refusal('not_found')
	return standing
}

function standingParent(plan: PlanInForce, milestoneId: string): string | null {
	const parent = plan.commitments.find((row) => row.milestones.some((m) => m.id === milestoneId))
	return parent?.id ?? null
}

/** A commitment that goes on, with those of its milestones that do. Refuses with `not_found`. */
function commitmentOf(plan: PlanInForce, commitmentId: string): CommitmentAsItStands {
	const row = plan.commitments.find(({ id }) => id === commitmentId)
	const commitment = standingOf(plan, commitmentId)
	if (!row || commitment.recordKind !== 'commitment' || hasEnded(row.versions[0]?.standing))
		throw new Refusal('not_found')
	const milestones = row.milestones
		.filter(({ versions: [text] }) => text && !hasEnded(text.standing))
		.map(({ id }) => standingOf(plan, id))
	return { commitment, milestones: milestones.filter((change) => change.recordKind === 'milestone') }
}

function withoutAll(changes: DraftedChanges, recordIds: readonly string[]): DraftedChanges {
	return recordIds.reduce(withoutChange, changes)
}

function withText(change: DraftedChange, given: TextAnswer): DraftedChange {
	if (change.recordKind === 'action-plan' && given.recordKind === 'action-plan')
		return { ...change, text: planTextFrom(given.answer, change.text) }
	if (change.recordKind === 'commitment' && given.recordKind === 'commitment')
		return { ...change, ...commitmentTextFrom(given.answer, change) }
	if (change.recordKind === 'milestone' && given.recordKind === 'milestone')
		return { ...change, text: milestoneTextFrom(given.answer) }
	throw new Refusal('not_found')
}
