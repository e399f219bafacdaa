import { expect, test } from 'vitest'
import { barRows } from '#app/charts/bar-rows.ts'
import { shortName } from '#app/charts/shapes.ts'
import type { Shape } from '#app/charts/shapes.ts'
import { timeRows } from '#app/charts/time-rows.ts'
import { completedOn } from '#app/domain/chart/rules.ts'
import type { ClaimView } from '#app/domain/progress-update/view.ts'

const part = (count: number, column: number) => ({
	...{ count, column, row: 0, text: String(count) },
	...{ filledShare: 1, texture: 'filled' as const },
})
const boxes = (shapes: readonly Shape[]) => shapes.flatMap((shape) => (shape.kind === 'box' ? [shape] : []))

test('bars share one scale: the longest fills the width, and a part of nothing is not drawn', () => {
	const { shapes } = barRows([
		{ name: 'a', judge: null, colour: '#000', parts: [part(3, 1), part(0, 2), part(1, 3)] },
		{ name: 'b', judge: null, colour: '#000', parts: [part(2, 1)] },
	])
	expect(boxes(shapes).map(({ x, width, value }) => [x, width, value?.text])).toEqual([
		[0, 0.75, '3'],
		[0.75, 0.25, '1'],
		[0, 0.5, '2'],
	])
})

test('without anything to count no bar is drawn, also none of length 0', () => {
	expect(boxes(barRows([{ name: 'a', judge: null, colour: '#000', parts: [part(0, 1)] }]).shapes)).toEqual([])
})

const milestone = {
	...{ name: 'a', standing: 'late', words: ['1', '2', '3'] as const },
	...{ startsOn: '2026-01-01', endsOn: '2026-03', completedOn: null, isOverdue: true },
}
const TODAY = { today: '2026-06-30', todayWord: 'today' }

test('what is late goes on as a dashed bar from its last day up to today', () => {
	const [planned, late] = boxes(timeRows([milestone], TODAY).shapes)
	expect(planned?.value).toEqual({ row: 0, column: 2, text: '2' })
	expect(late?.texture).toBe('dashed')
	expect(late?.x).toBeCloseTo((planned?.x ?? 0) + (planned?.width ?? 0))
	expect((late?.x ?? 0) + (late?.width ?? 0)).toBeCloseTo(0.99)
})

test('a milestone without days has its words and no bar', () => {
	const { shapes } = timeRows([{ ...milestone, startsOn: null, endsOn: null, isOverdue: false }], TODAY)
	expect(boxes(shapes)).toEqual([])
	expect(shapes).toContainEqual(expect.objectContaining({ kind: 'text', text: 'late' }))
})

test('a mark stands where it was reported complete, and today has its line and its word', () => {
	const { shapes } = timeRows([{ ...milestone, completedOn: '2026-02', isOverdue: false }], TODAY)
	expect(shapes).toContainEqual(
		expect.objectContaining({ kind: 'mark', value: { row: 0, column: 3, text: '3' } }),
	)
	expect(shapes).toContainEqual(expect.objectContaining({ kind: 'text', text: 'today' }))
})

const claim = (level: ClaimView['level'], publishedOn: string, sourcePublishedOn?: string) =>
	({
		level,
		publishedOn,
		provenance: sourcePublishedOn === undefined ? null : { sourcePublishedOn },
	}) as ClaimView

test.each([
	['nobody reported', [], null],
	['not complete now', [claim('LIMITED', '2026-03-01'), claim('COMPLETE', '2026-02-01')], null],
	[
		'since the first of the newest',
		[claim('COMPLETE', '2026-03-01'), claim('COMPLETE', '2026-02-01')],
		'2026-02-01',
	],
	[
		'an earlier one that was taken back does not count',
		[claim('COMPLETE', '2026-03-01'), claim('LIMITED', '2026-02-01'), claim('COMPLETE', '2026-01-01')],
		'2026-03-01',
	],
	['an imported one is as old as its source', [claim('COMPLETE', '2026-03-01', '2021')], '2021'],
])('reported complete: %s', (_what, claims, day) => {
	expect(completedOn({ claims })).toBe(day)
})

test('a long name is cut with an ellipsis, a short one stays whole', () => {
	expect(shortName('Open data')).toBe('Open data')
	expect([...shortName('word '.repeat(30))].length).toBeLessThanOrEqual(38)
	expect(shortName('word '.repeat(30))).toMatch(/…$/)
})
