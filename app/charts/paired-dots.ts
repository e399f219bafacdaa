import { scalePoint } from 'd3-scale'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import type { Judgements } from '#app/domain/divergence/rules.ts'
import type { GapMark } from './gap-line.ts'
import { JUDGES } from './palette.ts'
import type { Judge } from './palette.ts'

/** One row of the chart: the judges' marks on one scale, and the line from the lowest to the highest. */
export type DotRow = {
	readonly marks: readonly GapMark[]
	/** Null where fewer than two levels differ. */
	readonly line: { readonly from: number; readonly to: number } | null
}

/** How far marks on the same step stand apart, so that none hides another. Unit: of `y`. */
const APART = 14

/**
 * The marks of one commitment on the five-step scale. Marks on the same step stand above each other.
 *
 * Unit  x in the unit of `width` (100 for per cent), y in pixels around the row's middle.
 */
export function dotRow(judgements: Pick<Judgements, Judge>, width: number): DotRow {
	const x = stepPlaces(width)
	const given = JUDGES.flatMap((judge) => {
		const level = judgements[judge]?.level ?? null
		return level === null ? [] : [{ judge, level, x: x(level) }]
	})
	const marks = given.map((mark) => {
		const sharing = given.filter((other) => other.level === mark.level)
		return { ...mark, y: (sharing.indexOf(mark) - (sharing.length - 1) / 2) * APART }
	})
	const places = marks.map((mark) => mark.x)
	const [from, to] = [Math.min(...places), Math.max(...places)]
	return { marks, line: marks.length > 1 && from < to ? { from, to } : null }
}

/** Where each step of the scale stands. */
export function stepPlaces(width: number): (level: (typeof COMPLETION_LEVELS)[number]) => number {
	const scale = scalePoint(COMPLETION_LEVELS, [0, width]).padding(0.5)
	return (level) => scale(level) ?? 0
}
