import { firstDayOf, lastDayOf } from '#app/domain/calendar.ts'
import type { Dated } from '#app/domain/milestone/rules.ts'
import { hasEnded } from '#app/domain/published-text/rules.ts'
import type { Standing } from '#app/domain/published-text/rules.ts'
import type { AmendmentHead, AmendmentOperation, DraftedChange, DraftedChanges } from './schema.ts'

/** The newest version of each text of a plan, as an amendment finds them. */
export type PlanState = {
	readonly plan: { readonly id: string; readonly version: number }
	readonly commitments: readonly RecordState[]
	readonly milestones: readonly (RecordState & { readonly commitmentId: string })[]
}
export type RecordState = { readonly id: string; readonly version: number; readonly standing: string | null }

/** What keeps an amendment from being sent. `STALE`: somebody changed the record after it was drafted. */
export const AMENDMENT_FAULTS = [
	'REASON_MISSING',
	'PROPOSER_MISSING',
	'AGREED_MISSING',
	'EFFECTIVE_MISSING',
	'NO_CHANGES',
	'STALE',
	'ENDED',
	'TITLE_MISSING',
	'END_BEFORE_START',
	'SUCCESSOR_MISSING',
	'PARENT_MISSING',
	'MILESTONE_LEFT',
] as const
export type AmendmentFault = {
	readonly code: (typeof AMENDMENT_FAULTS)[number]
	/** The record that it is about; null: the amendment as a whole. */
	readonly recordId: string | null
}

/**
 * All that keeps an amendment from being sent or approved.
 *
 * Source  reason, proposer, who agreed, effective day and both texts: after OGP's amendment practice; checks our own.
 */
export function amendmentFaults(
	state: PlanState,
	{ head, changes }: { readonly head: AmendmentHead; readonly changes: DraftedChanges },
): readonly AmendmentFault[] {
	const whole = [
		head.reasonEn || head.reasonId ? null : 'REASON_MISSING',
		head.proposedBy ? null : 'PROPOSER_MISSING',
		head.agreedBy ? null : 'AGREED_MISSING',
		head.effectiveOn ? null : 'EFFECTIVE_MISSING',
		changes.length > 0 ? null : 'NO_CHANGES',
	] as const
	return [
		...whole.flatMap((code) => (code === null ? [] : [{ code, recordId: null }])),
		...changes.flatMap((change) => faultsOf(change, { state, changes })),
		...milestonesLeft(state, changes).map((recordId) => ({ code: 'MILESTONE_LEFT' as const, recordId })),
	]
}

type Around = { readonly state: PlanState; readonly changes: DraftedChanges }

function faultsOf(change: DraftedChange, around: Around): readonly AmendmentFault[] {
	const { recordId, text } = change
	const known = knownIn(around.state, change)
	if ((known?.version ?? 0) !== change.seenVersion) return [{ code: 'STALE', recordId }]
	const isWritten = ['ADD', 'CHANGE', 'MOVE'].includes(change.operation)
	const codes = [
		hasEnded(known?.standing) ? 'ENDED' : null,
		isWritten && !text.titleEn && !text.titleId ? 'TITLE_MISSING' : null,
		isWritten && isReversed(text) ? 'END_BEFORE_START' : null,
		hasSuccessors(change, around.changes) ? null : 'SUCCESSOR_MISSING',
		hasParent(change, around) ? null : 'PARENT_MISSING',
	] as const
	return codes.flatMap((code) => (code === null ? [] : [{ code, recordId }]))
}

function knownIn(state: PlanState, { recordKind, recordId }: DraftedChange): RecordState | undefined {
	if (recordKind === 'action-plan')
		return recordId === state.plan.id ? { ...state.plan, standing: null } : undefined
	const records = recordKind === 'commitment' ? state.commitments : state.milestones
	return records.find((record) => record.id === recordId)
}

/** Whether an end lies before its start, as far as both are given. */
export function isReversed({ startsOn, endsOn }: Dated): boolean {
	return startsOn !== null && endsOn !== null && lastDayOf(endsOn) < firstDayOf(startsOn)
}

/** A merger and a move lead to one record, a split to two or more; a milestone that is moved brings its own along. */
function hasSuccessors(
	{ recordKind, operation, successors }: DraftedChange,
	changes: DraftedChanges,
): boolean {
	if (recordKind === 'milestone' && operation === 'MOVE') return successors.length === 1
	const added = changes
		.filter((c) => c.recordKind === recordKind && c.operation === 'ADD')
		.map((c) => c.recordId)
	const given = new Set(successors.filter((id) => added.includes(id))).size
	if (given !== successors.length) return false
	if (operation === 'SPLIT') return given >= 2
	return operation === 'MERGE' || operation === 'MOVE' ? given === 1 : given === 0
}

/** A milestone that goes on needs a commitment that goes on. */
function hasParent(change: DraftedChange, { state, changes }: Around): boolean {
	if (change.recordKind !== 'milestone' || change.operation === 'WITHDRAW') return true
	return goingOn(state, changes).has(change.commitmentId)
}

/** The commitments that go on after the amendment, with those that it adds. */
function goingOn(state: PlanState, changes: DraftedChanges): ReadonlySet<string> {
	const ended = endedBy(changes)
	const here = state.commitments.filter((c) => !hasEnded(c.standing) && !ended.has(c.id)).map((c) => c.id)
	const added = changes.filter((c) => c.recordKind === 'commitment' && c.operation === 'ADD')
	return new Set([...here, ...added.map((c) => c.recordId)])
}

function endedBy(changes: DraftedChanges): ReadonlySet<string> {
	const ends = changes.filter(
		(c) => c.recordKind === 'commitment' && !['ADD', 'CHANGE'].includes(c.operation),
	)
	return new Set(ends.map((c) => c.recordId))
}

/** Milestones that go on, of commitments that do not: nothing is said of what becomes of them. */
function milestonesLeft(state: PlanState, changes: DraftedChanges): readonly string[] {
	const ended = endedBy(changes)
	const settled = new Set(
		changes.filter((c) => c.recordKind === 'milestone' && c.operation !== 'CHANGE').map((c) => c.recordId),
	)
	return state.milestones
		.filter((m) => ended.has(m.commitmentId) && !hasEnded(m.standing) && !settled.has(m.id))
		.map((m) => m.id)
}

/** One version that an amendment publishes. */
export type TextWrite = {
	readonly recordKind: DraftedChange['recordKind']
	readonly recordId: string
	readonly version: number
	readonly operation: AmendmentOperation
	readonly standing: Standing | null
	readonly successors: readonly string[]
	/** Whose new text it takes; null: the text stays as it was. */
	readonly change: DraftedChange | null
	/** The plan of a commitment, the commitment of a milestone. */
	readonly parentId: string
}

const STANDING_AFTER: Readonly<Record<AmendmentOperation, Standing | null>> = {
	ADD: null,
	CHANGE: 'MODIFIED',
	WITHDRAW: 'WITHDRAWN',
	MERGE: 'MERGED',
	SPLIT: 'SPLIT',
	MOVE: 'MOVED',
}

/**
 * The versions that an amendment without faults publishes, in the order of its changes. Records are only ever added
 * to: each that there was keeps its versions, and a new address is a new record.
 */
export function writesOf(planId: string, changes: DraftedChanges): readonly TextWrite[] {
	return changes.flatMap((change): TextWrite[] => {
		const { recordKind, recordId, operation } = change
		const isCarriedOver = operation === 'ADD' && carriesOver(change)
		const own: TextWrite = {
			recordKind,
			recordId,
			version: change.seenVersion + 1,
			operation,
			standing: isCarriedOver ? 'CARRIED_OVER' : STANDING_AFTER[operation],
			successors: change.successors,
			change: operation === 'ADD' || operation === 'CHANGE' ? change : null,
			parentId: parentOf(change, planId),
		}
		const [successor] = change.successors
		if (recordKind !== 'milestone' || operation !== 'MOVE' || successor === undefined) return [own]
		const moved = {
			recordId: successor,
			version: 1,
			operation: 'ADD',
			standing: null,
			successors: [],
			change,
		} as const
		return [own, { ...own, ...moved }]
	})
}

function carriesOver(change: DraftedChange): boolean {
	return change.recordKind === 'commitment' && change.text.carriedOverFrom !== null
}

function parentOf(change: DraftedChange, planId: string): string {
	if (change.recordKind === 'milestone') return change.commitmentId
	return change.recordKind === 'commitment' ? (change.planId ?? planId) : planId
}
