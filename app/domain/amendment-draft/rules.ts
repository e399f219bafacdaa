import type { PlanState } from '#app/domain/amendment/rules.ts'
import type { DraftedChange, DraftedChanges } from '#app/domain/amendment/schema.ts'
import { canonicalJson } from '#app/ledger/canonical-json.ts'

/** Most parts that one form splits a commitment into; more by splitting a part of it later. Source: our own. */
export const SPLIT_MAX_PARTS = 6

type CommitmentChange = Extract<DraftedChange, { recordKind: 'commitment' }>
type MilestoneChange = Extract<DraftedChange, { recordKind: 'milestone' }>

/** A commitment with those of its milestones that go on, each in the shape of a change that changes nothing. */
export type CommitmentAsItStands = {
	readonly commitment: CommitmentChange
	readonly milestones: readonly MilestoneChange[]
}

/** The changes with one more, in place of what was drafted for the same record. */
export function withChange(changes: DraftedChanges, change: DraftedChange): DraftedChanges {
	const others = changes.map((one) => (one.recordId === change.recordId ? change : one))
	return others.includes(change) ? others : [...others, change]
}

/** Whether two texts of a record say the same. */
export function saysTheSame(a: DraftedChange, b: DraftedChange): boolean {
	return canonicalJson(comparable(a)) === canonicalJson(comparable(b))
}

function comparable(change: DraftedChange) {
	if (change.recordKind !== 'commitment') return change.text
	return { ...change.text, leadId: change.leadId, supportIds: [...change.supportIds].sort() }
}

/**
 * The changes without those of a record and without all that follows from them: what it was to become, what was merged
 * into the same, and milestones that were to be moved to what is gone.
 */
export function withoutChange(changes: DraftedChanges, recordId: string): DraftedChanges {
	const own = changes.find((change) => change.recordId === recordId)
	if (own?.operation === 'CHANGE') return changes.filter((change) => change !== own)
	const gone = new Set([recordId])
	for (let before = 0; before !== gone.size;) {
		before = gone.size
		for (const change of changes) if (goesWith(change, gone)) addAll(gone, change)
	}
	return changes.filter((change) => !gone.has(change.recordId))
}

function goesWith(change: DraftedChange, gone: ReadonlySet<string>): boolean {
	if (gone.has(change.recordId) || change.successors.some((id) => gone.has(id))) return true
	return change.recordKind === 'milestone' && gone.has(change.commitmentId) && change.operation !== 'CHANGE'
}

function addAll(gone: Set<string>, { recordId, successors }: DraftedChange): void {
	for (const id of [recordId, ...successors]) gone.add(id)
}

/** A commitment, with its milestones, that is given up. */
export function withWithdrawal(changes: DraftedChanges, ended: CommitmentAsItStands): DraftedChanges {
	return [ended.commitment, ...ended.milestones].reduce(
		(all, change) => withChange(all, { ...change, operation: 'WITHDRAW', successors: [] }),
		changes,
	)
}

type NewId = () => string

/** Commitments that become one: a new one with the text of the first, to which all their milestones are moved. */
export function withMerger(
	changes: DraftedChanges,
	merged: readonly CommitmentAsItStands[],
	newId: NewId,
): DraftedChanges {
	const [first] = merged
	if (!first) return changes
	const added = newCommitment(first.commitment, newId())
	const supportIds = new Set(
		merged.flatMap(({ commitment: c }) => [...(c.leadId ? [c.leadId] : []), ...c.supportIds]),
	)
	if (added.leadId) supportIds.delete(added.leadId)
	const start = withChange(changes, { ...added, supportIds: [...supportIds] })
	return merged.reduce(
		(all, ended) => withEnd(all, { ended, operation: 'MERGE', into: [added.recordId], newId }),
		start,
	)
}

/** A commitment that becomes several, each with its text. Its milestones go to the first, and on from there. */
export function withSplit(
	changes: DraftedChanges,
	ended: CommitmentAsItStands,
	{ parts, newId }: { readonly parts: number; readonly newId: NewId },
): DraftedChanges {
	const added = Array.from({ length: parts }, () => newCommitment(ended.commitment, newId()))
	const start = added.reduce<DraftedChanges>(withChange, changes)
	const into = added.map((change) => change.recordId)
	return withEnd(start, { ended, operation: 'SPLIT', into, newId })
}

/** A commitment that goes on in another plan, with its milestones. */
export function withMove(
	changes: DraftedChanges,
	ended: CommitmentAsItStands,
	{ planId, newId }: { readonly planId: string; readonly newId: NewId },
): DraftedChanges {
	const added = newCommitment(ended.commitment, newId())
	const text = { ...added.text, carriedOverFrom: ended.commitment.recordId }
	const start = withChange(changes, { ...added, text, planId })
	return withEnd(start, { ended, operation: 'MOVE', into: [added.recordId], newId })
}

/** A milestone that goes on in another commitment, which may be one that the amendment adds. */
export function withMilestoneMove(
	changes: DraftedChanges,
	milestone: MilestoneChange,
	{ commitmentId, newId }: { readonly commitmentId: string; readonly newId: NewId },
): DraftedChanges {
	const drafted = changes.find((change) => change.recordId === milestone.recordId)
	if (milestone.operation === 'ADD') return withChange(changes, { ...milestone, commitmentId })
	const successors = drafted?.successors.length === 1 ? drafted.successors : [newId()]
	return withChange(changes, { ...milestone, operation: 'MOVE', commitmentId, successors })
}

type End = {
	readonly ended: CommitmentAsItStands
	readonly operation: 'MERGE' | 'SPLIT' | 'MOVE'
	readonly into: readonly string[]
	readonly newId: NewId
}

function withEnd(changes: DraftedChanges, { ended, operation, into, newId }: End): DraftedChanges {
	const [first] = into
	const start = withChange(changes, { ...ended.commitment, operation, successors: [...into] })
	if (first === undefined) return start
	return ended.milestones.reduce(
		(all, milestone) => withMilestoneMove(all, milestone, { commitmentId: first, newId }),
		start,
	)
}

function newCommitment(like: CommitmentChange, recordId: string): CommitmentChange {
	const text = { ...like.text, carriedOverFrom: null }
	return { ...like, text, recordId, seenVersion: 0, operation: 'ADD', successors: [] }
}

/**
 * Proposed changes as they are drafted: each new record gets an id of its own, whatever the proposal called it, and a
 * milestone under another commitment than before is moved there.
 */
export function settledChanges(state: PlanState, changes: DraftedChanges, newId: NewId): DraftedChanges {
	const isNew = (change: DraftedChange) => change.operation === 'ADD'
	const ids = new Map(changes.filter(isNew).map((change) => [change.recordId, newId()]))
	const named = (id: string) => ids.get(id) ?? id
	return changes.map((change): DraftedChange => {
		const own = { recordId: named(change.recordId), successors: change.successors.map(named) }
		if (change.recordKind === 'action-plan') return { ...change, ...own }
		if (change.recordKind === 'commitment') return { ...change, ...own }
		const before = state.milestones.find((one) => one.id === change.recordId)
		const commitmentId = named(change.commitmentId)
		const isMoved =
			change.operation === 'CHANGE' && before !== undefined && before.commitmentId !== commitmentId
		if (!isMoved && change.operation !== 'MOVE') return { ...change, ...own, commitmentId }
		const successors = own.successors.length === 0 ? [newId()] : own.successors
		return { ...change, ...own, commitmentId, operation: 'MOVE', successors }
	})
}
