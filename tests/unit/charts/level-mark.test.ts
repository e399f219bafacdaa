import { expect, test } from 'vitest'
import { levelMark } from '#app/charts/level-mark.ts'
import { judgeGlyph } from '#app/charts/judge-glyph.ts'
import { JUDGES } from '#app/charts/palette.ts'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'

test('every level, and not assessed, has a mark of its own', () => {
	const marks = [...COMPLETION_LEVELS, null].map((level) => JSON.stringify(levelMark(level, 8)))
	expect(new Set(marks).size).toBe(6)
})

test('only what nobody assessed has a dashed outline, and it is never filled', () => {
	expect(COMPLETION_LEVELS.map((level) => levelMark(level, 8).isDashed)).toEqual([
		false,
		false,
		false,
		false,
		false,
	])
	expect(levelMark(null, 8)).toMatchObject({ isDashed: true, fill: '', hatch: '' })
})

test('a quarter begins at the top and ends at the right', () => {
	expect(levelMark('LIMITED', 8).fill).toBe('M0,-8A8,8,0,0,1,8,0L0,0Z')
})

test('no evidence is hatched inside the circle', () => {
	const points = [...levelMark('NO_EVIDENCE', 8).hatch.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)]
	expect(points.length).toBeGreaterThan(4)
	for (const [, x, y] of points) expect(Math.hypot(Number(x), Number(y))).toBeLessThan(8.001)
})

test('the four judges have four shapes, drawn as paths that paper can use too', () => {
	const glyphs = JUDGES.map((judge) => judgeGlyph(judge, 10))
	expect(new Set(glyphs).size).toBe(4)
	for (const path of glyphs) expect(path).toMatch(/^M[-\d.,LAMZVHhvaz]+$/i)
})
