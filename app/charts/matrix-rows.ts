import { INK, RULE } from './palette.ts'
import { levelShape } from './legend.ts'
import { shortName } from './shapes.ts'
import type { Drawing, Shape } from './shapes.ts'
import type { CompletionLevel } from '#app/domain/commitment/rules.ts'

/** A column's name in two short lines. */
export type MatrixHead = readonly [upper: string, lower: string]

export type MatrixCell =
	| { readonly of: 'COUNT'; readonly text: string; readonly isNone: boolean }
	| { readonly of: 'LEVEL'; readonly text: string; readonly level: CompletionLevel | null }

export type MatrixRow = { readonly name: string; readonly cells: readonly MatrixCell[] }

const HEAD_PX = 48
const ROW_PX = 60

/** Rows of cells under heads; the name of a row stands above it. Cells are columns 1 and on of the table. */
export function matrixRows(heads: readonly MatrixHead[], rows: readonly MatrixRow[]): Drawing {
	const middle = (at: number) => (at + 0.5) / Math.max(1, heads.length)
	const top = heads.flatMap(([upper, lower], at): Shape[] => [
		{ kind: 'text', x: middle(at), y: 16, text: upper, anchor: 'middle' },
		{ kind: 'text', x: middle(at), y: 34, text: lower, anchor: 'middle' },
	])
	const body = rows.flatMap(({ name, cells }, row): Shape[] => {
		const y = HEAD_PX + row * ROW_PX
		return [
			{ kind: 'line', x1: 0, x2: 1, y1: y, y2: y, colour: RULE },
			{ kind: 'text', x: 0, y: y + 18, text: shortName(name), isBold: true },
			...cells.flatMap((cell, at) => cellShapes(cell, { x: middle(at), y: y + 40, row, column: at + 1 })),
		]
	})
	return { height: HEAD_PX + rows.length * ROW_PX, shapes: [...top, ...body] }
}

type CellPlace = { readonly x: number; readonly y: number; readonly row: number; readonly column: number }

/** A count is a square whose area grows with nothing: the number itself is what is drawn. */
function cellShapes(cell: MatrixCell, { x, y, row, column }: CellPlace): readonly Shape[] {
	const value = { row, column, text: cell.text }
	if (cell.of === 'LEVEL') return [{ ...levelShape(cell.level, { x, y }), value }]
	const frame = 'M-20,-13H20V13H-20Z'
	const outline = cell.isNone ? '' : frame
	return [
		{ kind: 'mark', x, y, colour: INK, fill: '', outline, hatch: '', isDashed: false, value },
		{ kind: 'text', x, y: y + 5, text: cell.text, anchor: 'middle' },
	]
}
