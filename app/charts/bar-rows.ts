import type { Texture } from './completion-bars.ts'
import { glyphMark } from './legend.ts'
import { shortName } from './shapes.ts'
import type { Drawing, Shape } from './shapes.ts'
import type { Judge } from './palette.ts'

export type BarPart = {
	readonly count: number
	readonly text: string
	/** Its cell of the table. */
	readonly row: number
	readonly column: number
	readonly filledShare: number
	readonly texture: Texture
}

export type BarRow = {
	readonly name: string
	readonly judge: Judge | null
	readonly colour: string
	readonly parts: readonly BarPart[]
}

const NAME_PX = 20
const BAR_PX = 24
const ROW_PX = 80
/** Parts narrower than this share of the width carry no number; the table has it. */
const LABEL_FROM = 0.04

/** Rows of stacked bars on one common scale, the name above and the numbers under each. Parts of nothing are not drawn. */
export function barRows(rows: readonly BarRow[]): Drawing {
	const most = Math.max(1, ...rows.map(({ parts }) => sumOf(parts)))
	const shapes = rows.flatMap((row, at) => rowShapes(row, { top: at * ROW_PX, most }))
	return { height: rows.length * ROW_PX, shapes }
}

function rowShapes(
	{ name, judge, colour, parts }: BarRow,
	{ top, most }: { readonly top: number; readonly most: number },
): readonly Shape[] {
	const y = top + NAME_PX + 4
	let done = 0
	const bars = parts.flatMap(({ count, text, row, column, filledShare, texture }): Shape[] => {
		if (count === 0) return []
		const [x, width] = [done / most, count / most]
		done += count
		const value = { row, column, text }
		const place = { x, width, y, height: BAR_PX }
		const label: Shape = { kind: 'text', x: x + width / 2, y: y + BAR_PX + 20, text, anchor: 'middle' }
		const box: Shape = { kind: 'box', ...place, colour, filledShare, texture, value }
		return width < LABEL_FROM ? [box] : [box, label]
	})
	const head: Shape = {
		kind: 'text',
		x: 0,
		dx: judge ? 22 : 0,
		y: top + 15,
		text: shortName(name),
		isBold: true,
	}
	return [...(judge ? [glyphMark(judge, { x: 0, dx: 8, y: top + 10 })] : []), head, ...bars]
}

function sumOf(parts: readonly BarPart[]): number {
	return parts.reduce((sum, { count }) => sum + count, 0)
}
