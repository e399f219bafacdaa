import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
	withMerger,
	withMilestoneMove,
	withSplit,
	withWithdrawal,
	withoutChange,
} from '#app/domain/amendment-draft/rules.ts'
import type { CommitmentAsItStands } from '#app/domain/amendment-draft/rules.ts'
import { blankChange } from '#app/domain/amendment-draft/view.ts'
import { amendmentFaults, isReversed, writesOf } from '#app/domain/amendment/rules.ts'
import type { PlanState } from '#app/domain/amendment/rules.ts'
import type { DraftedChange, DraftedChanges } from '#app/domain/amendment/schema.ts'
import { hasEnded } from '#app/domain/published-text/rules.ts'

const HEAD = {
	reasonEn: 'why',
	reasonId: null,
	proposedBy: 'agency',
	agreedBy: 'forum',
	effectiveOn: '2026-07-01',
}

/** A plan of some commitments with two milestones each, all in their first version. */
function aState(commitments: number): PlanState {
	const ids = Array.from({ length: commitments }, (_, at) => `k${String(at + 1)}`)
	return {
		plan: { id: 'plan', version: 1 },
		commitments: ids.map((id) => ({ id, version: 1, standing: null })),
		milestones: ids.flatMap((commitmentId) =>
			['a', 'b'].map((part) => ({ id: `${commitmentId}${part}`, commitmentId, version: 1, standing: null })),
		),
	}
}

function asItStands(state: PlanState, id: string): CommitmentAsItStands {
	const own = state.milestones.filter((m) => m.commitmentId === id)
	const stand = { seenVersion: 1, operation: 'CHANGE' as const }
	const commitment = titled(blankChange({ recordKind: 'commitment', recordId: id }))
	const milestones = own.map((m) =>
		titled(blankChange({ recordKind: 'milestone', recordId: m.id, commitmentId: id })),
	)
	if (commitment.recordKind !== 'commitment') throw new Error('not a commitment')
	return {
		commitment: { ...commitment, ...stand },
		milestones: milestones.flatMap((m) => (m.recordKind === 'milestone' ? [{ ...m, ...stand }] : [])),
	}
}

function titled(change: DraftedChange): DraftedChange {
	if (change.recordKind === 'commitment')
		return { ...change, text: { ...change.text, titleEn: change.recordId } }
	if (change.recordKind === 'milestone')
		return { ...change, text: { ...change.text, titleEn: change.recordId } }
	return change
}

function ids() {
	let last = 0
	return () => `new${String((last += 1))}`
}

function faultsOf(state: PlanState, changes: DraftedChanges) {
	return amendmentFaults(state, { head: HEAD, changes }).map(
		({ code, recordId }) => `${code} ${recordId ?? ''}`,
	)
}

test.each([
	['2026-01-01', '2026-01-01', false, 'a day that begins and ends a period is in order'],
	['2026-01-02', '2026-01-01', true, 'an end before its start is not'],
	['2026', '2026-06', false, 'a month lies in its year'],
	[null, '2026-01-01', false, 'an open start has no order'],
] as const)('from %s until %s is reversed: %s, because %s', (startsOn, endsOn, expected, _why) => {
	expect(isReversed({ startsOn, endsOn })).toBe(expected)
})

test('a withdrawn commitment takes its milestones with it, and lacks nothing', () => {
	const state = aState(2)
	const changes = withWithdrawal([], asItStands(state, 'k1'))
	expect(changes.map((change) => [change.recordId, change.operation])).toEqual([
		['k1', 'WITHDRAW'],
		['k1a', 'WITHDRAW'],
		['k1b', 'WITHDRAW'],
	])
	expect(faultsOf(state, changes)).toEqual([])
})

test('a milestone of a commitment that ends must be moved or withdrawn', () => {
	const state = aState(2)
	const changes = withWithdrawal([], asItStands(state, 'k1')).filter((change) => change.recordId !== 'k1b')
	expect(faultsOf(state, changes)).toEqual(['MILESTONE_LEFT k1b'])
})

test('a milestone cannot go to a commitment that ends', () => {
	const state = aState(2)
	const [milestone] = asItStands(state, 'k2').milestones
	if (!milestone) throw new Error('no milestone')
	const ended = withWithdrawal([], asItStands(state, 'k1'))
	const changes = withMilestoneMove(ended, milestone, { commitmentId: 'k1', newId: ids() })
	expect(faultsOf(state, changes)).toEqual(['PARENT_MISSING k2a'])
})

test('a split gives two parts or more, each with a record of its own', () => {
	const state = aState(1)
	const changes = withSplit([], asItStands(state, 'k1'), { parts: 3, newId: ids() })
	expect(changes.find((change) => change.recordId === 'k1')?.successors).toEqual(['new1', 'new2', 'new3'])
	expect(faultsOf(state, changes)).toEqual([])
	const single = changes.map((c) => (c.recordId === 'k1' ? { ...c, successors: ['new1'] } : c))
	expect(faultsOf(state, single)).toEqual(['SUCCESSOR_MISSING k1'])
})

test('a record that has a newer version than was seen is stale, and so is a new one whose id is taken', () => {
	const state = aState(1)
	const { commitment } = asItStands(state, 'k1')
	expect(faultsOf(state, [{ ...commitment, seenVersion: 0, operation: 'ADD' }])).toEqual(['STALE k1'])
	expect(faultsOf(state, [{ ...commitment, seenVersion: 2 }])).toEqual(['STALE k1'])
	expect(faultsOf(state, [commitment])).toEqual([])
})

test('a merger that is taken out of the amendment leaves nothing of itself behind', () => {
	const state = aState(3)
	const merged = withMerger([], [asItStands(state, 'k1'), asItStands(state, 'k2')], ids())
	const other = withWithdrawal(merged, asItStands(state, 'k3'))
	const left = withoutChange(other, 'k2')
	expect(left.map((change) => change.recordId)).toEqual(['k3', 'k3a', 'k3b'])
})

test('whatever is merged, split and withdrawn: no record is lost, and every one that ends without successors was withdrawn', () => {
	const verbs = fc.array(
		fc.record({ verb: fc.constantFrom('merge', 'split', 'withdraw'), at: fc.nat(5), to: fc.nat(5) }),
		{ maxLength: 4 },
	)
	fc.assert(
		fc.property(verbs, (drafted) => {
			const state = aState(6)
			const newId = ids()
			const used = new Set<string>()
			const changes = drafted.reduce<DraftedChanges>((all, { verb, at, to }) => {
				const wanted = [
					...new Set([`k${String(at + 1)}`, ...(verb === 'merge' ? [`k${String(to + 1)}`] : [])]),
				]
				if (wanted.some((id) => used.has(id)) || (verb === 'merge' && wanted.length < 2)) return all
				for (const id of wanted) used.add(id)
				const stand = wanted.map((id) => asItStands(state, id))
				const [first] = stand
				if (!first) return all
				if (verb === 'merge') return withMerger(all, stand, newId)
				return verb === 'split' ? withSplit(all, first, { parts: 2, newId }) : withWithdrawal(all, first)
			}, [])
			expect(faultsOf(state, changes).filter((fault) => !fault.startsWith('NO_CHANGES'))).toEqual([])

			const writes = writesOf('plan', changes)
			const after = new Map(
				[...state.commitments, ...state.milestones].map(({ id, version }) => [id, { version, standing: '' }]),
			)
			const before = after.size
			for (const write of writes) {
				expect(write.version).toBe((after.get(write.recordId)?.version ?? 0) + 1)
				after.set(write.recordId, { version: write.version, standing: write.standing ?? '' })
			}
			expect(after.size).toBeGreaterThanOrEqual(before)
			for (const write of writes) {
				for (const successor of write.successors) expect(after.has(successor)).toBe(true)
				if (hasEnded(write.standing) && write.standing !== 'WITHDRAWN')
					expect(write.successors.length).toBeGreaterThan(0)
			}
			const living = state.milestones.filter((m) => !hasEnded(after.get(m.id)?.standing))
			for (const m of living) expect(hasEnded(after.get(m.commitmentId)?.standing)).toBe(false)
		}),
		{ numRuns: 300 },
	)
})
