import { scalePoint } from 'd3-scale'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import type { CompletionLevel } from '#app/domain/commitment/rules.ts'
import type { Judgements } from '#app/domain/divergence/rules.ts'
import { JUDGES } from './palette.ts'
import type { Judge } from './palette.ts'

/** A judge's mark; each judge has a lane of its own, so that equal levels do not hide each other. */
export type GapMark = {
	readonly judge: Judge
	readonly level: CompletionLevel
	readonly x: number
	readonly y: number
}

/** Where in its lane a mark stands; its words are above it. */
const LANE_MARK = 0.65

/** From the claim to an independent level. */
export type GapConnection = { readonly to: Judge; readonly from: GapMark; readonly end: GapMark }

export type GapLine = {
	readonly steps: readonly { readonly level: CompletionLevel; readonly x: number }[]
	readonly marks: readonly GapMark[]
	readonly connections: readonly GapConnection[]
	readonly height: number
}

/**
 * The judges' levels of one thing on the five-step scale, and lines from the claim to each independent level.
 *
 * Unit  x in the unit of `width` (100 for per cent), y and `lane` in one of their own.
 */
export function gapLine(
	judgements: Pick<Judgements, Judge>,
	{ width, lane }: { width: number; lane: number },
): GapLine {
	const x = scalePoint(COMPLETION_LEVELS, [0, width]).padding(0.5)
	const judges = JUDGES.filter((judge) => judgements[judge] !== undefined)
	const marks = judges.flatMap((judge, at): GapMark[] => {
		const level = judgements[judge]?.level ?? null
		return level === null ? [] : [{ judge, level, x: x(level) ?? 0, y: lane * (at + LANE_MARK) }]
	})
	const claim = marks.find((mark) => mark.judge === 'claimed')
	return {
		steps: COMPLETION_LEVELS.map((level) => ({ level, x: x(level) ?? 0 })),
		marks,
		connections: claim
			? marks.filter((mark) => mark !== claim).map((end) => ({ to: end.judge, from: claim, end }))
			: [],
		height: lane * judges.length,
	}
}
