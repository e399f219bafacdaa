import { expect, test } from 'vitest'
import { markIn, markLine, withdrawalList } from '#app/domain/withdrawal/rules.ts'
import type { WithdrawalMark } from '#app/domain/withdrawal/rules.ts'

const WITHDRAWN: WithdrawalMark = { kind: 'withdrawn', recordId: 'a-1', version: 2, day: '2026-07-15' }
const REMOVED: WithdrawalMark = { kind: 'removed', recordId: 'a-1', version: 2, day: '2026-07-20' }

test.each([WITHDRAWN, REMOVED])('a mark is read as it was written: $kind', (mark) => {
	const line = markLine(mark)
	expect(line.endsWith('\n')).toBe(true)
	expect(markIn(line.slice(0, -1))).toEqual(mark)
})

test.each([
	['', 'an empty line'],
	['withdrawn 2 2026-07-15', 'no record'],
	['withdrawn 2 2026-02-30 a-1', 'a day that does not exist'],
	['withdrawn two 2026-07-15 a-1', 'a version in words'],
	['hidden 2 2026-07-15 a-1', 'another word'],
	['withdrawn 2 2026-07-15 a-1 monitor', 'more than the list may say'],
])('%j is no line of the list: %s', (line) => {
	expect(markIn(line)).toBeNull()
})

test('a list keeps what it is told once, and hides from then on', () => {
	const kept: WithdrawalMark[] = []
	const list = withdrawalList([], (mark) => kept.push(mark))
	expect(list.withdrawn().has('a-1')).toBe(false)
	list.add(WITHDRAWN)
	list.add(WITHDRAWN)
	list.add(REMOVED)
	list.add(REMOVED)
	expect(kept).toEqual([WITHDRAWN, REMOVED])
	expect(list.withdrawn().get('a-1')).toEqual(WITHDRAWN)
	expect([...list.removed()]).toEqual(['a-1'])
})

test('what the disk does not take is not hidden, so that nobody believes it is', () => {
	const list = withdrawalList([], () => {
		throw new Error('the disk is full')
	})
	expect(() => list.add(WITHDRAWN)).toThrow('the disk is full')
	expect(list.withdrawn().size).toBe(0)
})

test('what was removed is hidden, even where the line of its withdrawal is lost', () => {
	expect(
		withdrawalList([REMOVED], () => {})
			.withdrawn()
			.has('a-1'),
	).toBe(true)
})

test('a finding that is withdrawn once more counts with its last version', () => {
	const again = { ...WITHDRAWN, version: 3, day: '2026-08-01' }
	expect(
		withdrawalList([WITHDRAWN, again], () => {})
			.withdrawn()
			.get('a-1'),
	).toEqual(again)
})
