import type { JudgeFigures } from '#app/domain/action-plan/rules.ts'
import type { CompletionLevel } from '#app/domain/commitment/rules.ts'
import { FILLED_QUARTERS } from './level-mark.ts'
import type { Judge } from './palette.ts'

/** The kinds of segments from left to right: the steps from the highest down, then what is no step. */
export const BAR_STEPS = [
	'COMPLETE',
	'SUBSTANTIAL',
	'LIMITED',
	'NOT_STARTED',
	'NO_EVIDENCE',
	'IN_OTHER_WORDS',
	'NOT_ASSESSED',
] as const
export type BarStep = (typeof BAR_STEPS)[number]

/** The judges whose levels of whole commitments are counted. */
export const BAR_JUDGES = ['claimed', 'verified', 'coded'] as const satisfies readonly Judge[]
export type BarJudge = (typeof BAR_JUDGES)[number]

export type BarFigures = Readonly<
	Record<BarJudge, Pick<JudgeFigures, 'counts' | 'inOtherWords' | 'notAssessed'>>
>

/** How a segment is drawn besides its outline. */
export type Texture = 'filled' | 'hatched' | 'dotted' | 'dashed' | 'empty'

export type BarSegment = {
	readonly step: BarStep
	readonly count: number
	readonly x: number
	readonly width: number
	/** Part of the height that is filled from below: 0, a quarter, half or all. */
	readonly filledShare: number
	readonly texture: Texture
}

export type Bar = {
	readonly judge: BarJudge
	readonly total: number
	/** Commitments on which the judge put a step of the scale. */
	readonly withLevel: number
	readonly segments: readonly BarSegment[]
}

/** How many commitments a judge put on a step. */
export function countAt(figures: BarFigures[BarJudge], step: BarStep): number {
	if (step === 'IN_OTHER_WORDS') return figures.inOtherWords
	if (step === 'NOT_ASSESSED') return figures.notAssessed
	return figures.counts[step]
}

/**
 * One stacked bar per judge over the same commitments.
 *
 * Unit     x and width in the unit of `width`: 100 for per cent, points for paper. Steps nobody is on are left out.
 */
export function completionBars(figures: BarFigures, width: number): readonly Bar[] {
	return BAR_JUDGES.map((judge) => {
		const counts = BAR_STEPS.map((step) => ({ step, count: countAt(figures[judge], step) }))
		const total = counts.reduce((sum, { count }) => sum + count, 0)
		const x = (commitments: number) => (commitments * width) / Math.max(total, 1)
		let done = 0
		const segments = counts.flatMap(({ step, count }): BarSegment[] => {
			if (count === 0) return []
			const from = done
			done += count
			return [{ step, count, x: x(from), width: x(count), ...stepLook(step) }]
		})
		const { inOtherWords, notAssessed } = figures[judge]
		return { judge, total, withLevel: total - inOtherWords - notAssessed, segments }
	})
}

/** A segment's outline, and what is filled of it, as paths on a bar that begins at the origin. */
export function segmentPaths(segment: BarSegment, height: number): { outline: string; fill: string } {
	const { x, width, filledShare } = segment
	const top = height * (1 - filledShare)
	return {
		outline: `M${x},0H${x + width}V${height}H${x}Z`,
		fill: filledShare === 0 ? '' : `M${x},${top}H${x + width}V${height}H${x}Z`,
	}
}

/** How a step is drawn: how much is filled, and the texture where nothing is. */
export function stepLook(step: BarStep): { filledShare: number; texture: Texture } {
	if (step === 'IN_OTHER_WORDS') return { filledShare: 0, texture: 'dotted' }
	if (step === 'NOT_ASSESSED') return { filledShare: 0, texture: 'dashed' }
	if (step === 'NO_EVIDENCE') return { filledShare: 0, texture: 'hatched' }
	const quarters = quartersOf(step)
	return { filledShare: quarters / 4, texture: quarters === 0 ? 'empty' : 'filled' }
}

function quartersOf(level: CompletionLevel): number {
	return FILLED_QUARTERS[level] ?? 0
}
