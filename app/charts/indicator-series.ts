import { scaleLinear } from 'd3-scale'

/** A figure of a year, with its value as the source prints it. */
export type YearFigure = { readonly year: number; readonly value: number; readonly printed: string }

/** A figure with its place. */
export type SeriesMark = YearFigure & { readonly x: number; readonly y: number }

/** From one figure to the next; a gap passes over years that have none. */
export type SeriesStep = { readonly from: SeriesMark; readonly to: SeriesMark; readonly isGap: boolean }

export type SeriesDrawing = {
	readonly marks: readonly SeriesMark[]
	readonly steps: readonly SeriesStep[]
	/** Where the value 0 is; every series is drawn with it, so that small changes do not look large. */
	readonly zeroY: number
}

/** Part of the width that stays free on either side, for the words at the first and the last mark. */
const SIDE = 0.1

/**
 * The figures of one indicator along the years.
 *
 * Unit  x in the unit of `width` (100 for per cent), y in that of `height`, 0 at the top.
 */
export function indicatorSeries(
	figures: readonly YearFigure[],
	{ width, height }: { width: number; height: number },
): SeriesDrawing {
	const years = figures.map(({ year }) => year)
	const values = [0, ...figures.map(({ value }) => value)]
	const x = scaleLinear([Math.min(...years), Math.max(...years)], [width * SIDE, width * (1 - SIDE)])
	const y = scaleLinear([Math.min(...values), Math.max(...values)], [height, 0])
	const marks = figures.map((figure) => ({ ...figure, x: x(figure.year), y: y(figure.value) }))
	return {
		marks,
		steps: marks.flatMap((to, at) => {
			const from = marks[at - 1]
			return from ? [{ from, to, isGap: to.year - from.year > 1 }] : []
		}),
		zeroY: y(0),
	}
}
