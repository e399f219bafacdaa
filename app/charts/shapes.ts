import type { Texture } from './completion-bars.ts'

/** A value that a shape stands for: the row and column of the chart's table, both from 0, and what is written there. */
export type ShownValue = { readonly row: number; readonly column: number; readonly text: string }

/**
 * What a drawing is made of.
 *
 * Unit  x and width are parts of the drawing's width, from 0 to 1; all else is in pixels from the top left.
 */
export type Shape =
	| {
			readonly kind: 'text'
			readonly x: number
			readonly y: number
			readonly text: string
			readonly anchor?: 'start' | 'middle' | 'end'
			readonly isBold?: boolean
			/** Moves it to the right. Unit: pixels. */
			readonly dx?: number
	  }
	| {
			readonly kind: 'box'
			readonly x: number
			readonly width: number
			readonly y: number
			readonly height: number
			readonly colour: string
			readonly filledShare: number
			readonly texture: Texture
			readonly value?: ShownValue
	  }
	| {
			readonly kind: 'line'
			readonly x1: number
			readonly x2: number
			readonly y1: number
			readonly y2: number
			readonly colour: string
			readonly isDashed?: boolean
			readonly isThick?: boolean
	  }
	| {
			/** Paths around a point. */
			readonly kind: 'mark'
			readonly x: number
			readonly y: number
			readonly dx?: number
			readonly colour: string
			readonly fill: string
			readonly outline: string
			readonly hatch: string
			readonly isDashed: boolean
			readonly value?: ShownValue
	  }

/** Shapes on a surface whose width is whatever there is. Unit of height: pixels. */
export type Drawing = { readonly height: number; readonly shapes: readonly Shape[] }

/** A cell of a chart's table: what is read, and what programs take over. Null: nothing is known. */
export type ChartCell = { readonly text: string; readonly value: number | string | null }

/** A chart in one language: the point it makes, its drawing, and the same values as a table. */
export type SpokenChart = {
	/** The point of the chart as a sentence. */
	readonly message: string
	/** What kind of drawing it is, and the point. */
	readonly title: string
	readonly caption: string
	readonly heads: readonly string[]
	readonly rows: readonly { readonly key: string; readonly cells: readonly ChartCell[] }[]
	readonly drawing: Drawing
	/** What has to be known to read it. */
	readonly notes: readonly string[]
	/** Whether there is nothing to draw. */
	readonly isEmpty: boolean
}

/** Letters of a name in a drawing; the table has it whole. */
const NAME_LETTERS = 38

/** A name as short as a drawing on a phone can hold it. */
export function shortName(name: string): string {
	const letters = [...name.replace(/\s+/g, ' ').trim()]
	if (letters.length <= NAME_LETTERS) return letters.join('')
	return `${letters
		.slice(0, NAME_LETTERS - 1)
		.join('')
		.trimEnd()}…`
}

/** A cell with a name or a word. */
export function wordCell(text: string): ChartCell {
	return { text, value: text }
}
