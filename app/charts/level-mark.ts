import { arc } from 'd3-shape'
import type { CompletionLevel } from '#app/domain/commitment/rules.ts'
import { hatchLines } from './hatch.ts'

/** How much of a mark is filled; null: nothing is said by filling. */
export const FILLED_QUARTERS: Readonly<Record<CompletionLevel, number | null>> = {
	NO_EVIDENCE: null,
	NOT_STARTED: 0,
	LIMITED: 1,
	SUBSTANTIAL: 2,
	COMPLETE: 4,
}

/** A level as paths around the origin. An empty path is not drawn. */
export type LevelMark = {
	readonly outline: string
	/** Not assessed: nothing is known, so not even the outline is firm. */
	readonly isDashed: boolean
	readonly fill: string
	/** Somebody looked and found no evidence. */
	readonly hatch: string
}

/**
 * The mark of a level (null: not assessed): a circle filled by quarters, hatched without evidence.
 *
 * Unit  the radius, in whatever unit the drawing has.
 */
export function levelMark(level: CompletionLevel | null, radius: number): LevelMark {
	const quarters = level === null ? null : FILLED_QUARTERS[level]
	return {
		outline: sector(radius, 4),
		isDashed: level === null,
		fill: quarters ? sector(radius, quarters) : '',
		hatch: level === 'NO_EVIDENCE' ? hatchInCircle(radius) : '',
	}
}

function sector(radius: number, quarters: number): string {
	const shape = { innerRadius: 0, outerRadius: radius, startAngle: 0, endAngle: (quarters * Math.PI) / 2 }
	return arc().digits(3)(shape) ?? ''
}

function hatchInCircle(radius: number): string {
	return hatchLines({
		spacing: radius * 0.62,
		reach: radius,
		halfChordAt: (d) => Math.sqrt(radius ** 2 - d ** 2),
	})
}
