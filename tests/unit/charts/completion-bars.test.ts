import { expect, test } from 'vitest'
import { completionBars, segmentPaths } from '#app/charts/completion-bars.ts'
import type { BarFigures } from '#app/charts/completion-bars.ts'
import { hatchInRectangle } from '#app/charts/hatch.ts'

const none = { COMPLETE: 0, SUBSTANTIAL: 0, LIMITED: 0, NOT_STARTED: 0, NO_EVIDENCE: 0 }
const figures: BarFigures = {
	claimed: { counts: { ...none, COMPLETE: 2, SUBSTANTIAL: 1 }, inOtherWords: 1, notAssessed: 0 },
	verified: { counts: { ...none, LIMITED: 1, NO_EVIDENCE: 1 }, inOtherWords: 0, notAssessed: 2 },
	coded: { counts: none, inOtherWords: 0, notAssessed: 4 },
}

test('each judge has a bar of the same length over the same commitments', () => {
	const bars = completionBars(figures, 100)
	expect(bars.map((bar) => bar.total)).toEqual([4, 4, 4])
	for (const bar of bars) expect(bar.segments.reduce((sum, s) => sum + s.width, 0)).toBeCloseTo(100)
})

test('segments follow each other from the highest step to what is no step', () => {
	const claimed = completionBars(figures, 100)[0]
	expect(claimed?.segments.map((s) => [s.step, s.count, s.x, s.width])).toEqual([
		['COMPLETE', 2, 0, 50],
		['SUBSTANTIAL', 1, 50, 25],
		['IN_OTHER_WORDS', 1, 75, 25],
	])
})

test('what has no level is never filled and never counts as a level', () => {
	const [claimed, verified, coded] = completionBars(figures, 100)
	expect([claimed?.withLevel, verified?.withLevel, coded?.withLevel]).toEqual([3, 2, 0])
	expect(coded?.segments).toEqual([
		{ step: 'NOT_ASSESSED', count: 4, x: 0, width: 100, filledShare: 0, texture: 'dashed' },
	])
})

test('a plan without commitments has bars without segments', () => {
	const empty = { counts: none, inOtherWords: 0, notAssessed: 0 }
	const bars = completionBars({ claimed: empty, verified: empty, coded: empty }, 100)
	expect(bars.map((bar) => bar.segments)).toEqual([[], [], []])
})

test('a segment is filled from below by as many quarters as its level’s mark', () => {
	const substantial = completionBars(figures, 200)[0]?.segments[1]
	if (!substantial) throw new Error('no segment')
	expect(segmentPaths(substantial, 24)).toEqual({
		outline: 'M100,0H150V24H100Z',
		fill: 'M100,12H150V24H100Z',
	})
})

test('hatching stays inside its rectangle', () => {
	for (const [, x, y] of hatchInRectangle(30, 10, 4).matchAll(/([\d.]+),([\d.]+)/g)) {
		expect(Number(x)).toBeLessThanOrEqual(30)
		expect(Number(y)).toBeLessThanOrEqual(10)
	}
})
