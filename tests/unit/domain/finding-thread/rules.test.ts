import { describe, expect, test } from 'vitest'
import { isAdverse, replyDueOn, stateWhenReplaced, threadState } from '#app/domain/finding-thread/rules.ts'
import { countStates, threadLines } from '#app/domain/finding-thread/view.ts'
import { aDecision, aReply, aThread } from '#tests/factories/finding-thread.ts'
import { aCommitmentRecord, aMilestoneRecord, aVerification } from '#tests/factories/plan-record.ts'

test.each([
	['LIMITED', 'PARTLY_CONFIRMED', 'LIMITED', true, 'what is confirmed in part only is adverse'],
	['LIMITED', 'NOT_CONFIRMED', null, true, 'and so is what is not confirmed, with or without a claim'],
	['LIMITED', 'CONFIRMED', 'SUBSTANTIAL', true, 'a lower level is, whatever the outcome says'],
	['SUBSTANTIAL', 'CONFIRMED', 'SUBSTANTIAL', false, 'agreement is not'],
	[null, 'CANNOT_VERIFY', 'COMPLETE', false, 'what cannot be verified says nothing against anybody'],
] as const)('found %s, %s, of a claim of %s: %s, because %s', (level, outcome, claimed, adverse, _why) => {
	expect(isAdverse({ level, outcome }, claimed)).toBe(adverse)
})

test('the clock of 21 days does not count the day of the finding', () => {
	expect(replyDueOn('2026-11-22', 21)).toBe('2026-12-13')
})

describe('how far a thread has come', () => {
	test.each([
		['2026-07-31', aThread(), 'AWAITING_REPLY'],
		['2026-08-01', aThread(), 'SILENT'],
		['2026-08-01', aThread({ replies: [aReply()] }), 'REPLIED'],
		['2026-08-01', aThread({ decisions: [aDecision({ reply: null })] }), 'MAINTAINED'],
		['2026-08-01', aThread({ dueOn: null }), 'NOT_ADVERSE'],
	] as const)('on %s', (today, thread, state) => {
		expect(threadState(thread, today)).toBe(state)
	})

	test.each([
		['2026-07-20', aThread(), null, 'its clock still ran when the next version came'],
		['2026-08-20', aThread(), 'SILENT', 'silence before the next version stays silence'],
		['2026-07-25', aThread({ replies: [aReply()] }), 'REPLIED', 'a reply stays one'],
	] as const)('replaced on %s, because %s', (on, thread, state, _why) => {
		expect(stateWhenReplaced(thread, on)).toBe(state)
	})
})

test('the list of a plan has what asked for a reply, the earliest clock first, and counts it by state', () => {
	const finding = (recordId: string, dueOn: string | null, replies = [aReply()]) =>
		aVerification({ recordId, thread: aThread({ dueOn, replies: dueOn === null ? [] : replies }) })
	const commitments = [
		aCommitmentRecord({
			verifications: [finding('late', '2026-09-01', [])],
			milestones: [
				aMilestoneRecord({ verifications: [finding('early', '2026-07-31'), finding('none', null)] }),
			],
		}),
	]
	const lines = threadLines({ commitments }, '2026-08-15')
	expect(lines.map(({ finding: { recordId }, state }) => [recordId, state])).toEqual([
		['early', 'REPLIED'],
		['late', 'AWAITING_REPLY'],
	])
	expect(countStates(lines)).toEqual([
		{ state: 'AWAITING_REPLY', count: 1 },
		{ state: 'REPLIED', count: 1 },
	])
})
