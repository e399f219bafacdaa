import { expect, test } from 'vitest'
import { gapLine } from '#app/charts/gap-line.ts'
import type { CompletionLevel } from '#app/domain/commitment/rules.ts'

const judgement = (level: CompletionLevel | null) => ({
	level,
	inOtherWords: [],
	known: 1,
	total: 1,
	rolledUp: false,
	asOfOn: '2026-06-20',
})
const line = (
	claimed: CompletionLevel | null,
	verified: CompletionLevel | null,
	coded: CompletionLevel | null,
) =>
	gapLine(
		{ claimed: judgement(claimed), verified: judgement(verified), coded: judgement(coded) },
		{ width: 100, lane: 20 },
	)

test('five steps stand at equal distances, from no evidence to complete', () => {
	expect(line(null, null, null).steps).toEqual([
		{ level: 'NO_EVIDENCE', x: 10 },
		{ level: 'NOT_STARTED', x: 30 },
		{ level: 'LIMITED', x: 50 },
		{ level: 'SUBSTANTIAL', x: 70 },
		{ level: 'COMPLETE', x: 90 },
	])
})

test('a gap of two steps is a line over two distances', () => {
	const [gap] = line('COMPLETE', 'LIMITED', null).connections
	expect(gap && [gap.to, gap.from.x, gap.end.x]).toEqual(['verified', 90, 50])
})

test('a judge without a level has no mark, not a mark at the lowest step', () => {
	expect(line('COMPLETE', null, 'LIMITED').marks.map((mark) => mark.judge)).toEqual(['claimed', 'coded'])
})

test('judges who agree do not hide each other', () => {
	const { marks } = line('LIMITED', 'LIMITED', 'LIMITED')
	expect(new Set(marks.map((mark) => mark.x)).size).toBe(1)
	expect(new Set(marks.map((mark) => mark.y)).size).toBe(3)
})

test('without a claim nothing is compared', () => {
	expect(line(null, 'LIMITED', 'COMPLETE').connections).toEqual([])
})
