import type { Cell, Column } from './block.ts'
import { wordsOf } from './block.ts'
import { breakLines, widthOf } from './lines.ts'
import type { Line } from './lines.ts'
import { drawJudge, drawLevel, markWidth } from './marks.ts'
import { box } from './paginate.ts'
import type { Piece } from './paginate.ts'
import { fillBox, foreignLanguage, writeLines } from './pen.ts'
import type { Pen } from './pen.ts'
import { addTag, addTagHere, drawArtifact, drawInto, endTag } from './tags.ts'
import type { Tag } from './tags.ts'
import { FULL_WIDTH, RULE, SHEET, STRONG_RULE, STYLES } from './type-scale.ts'

const GUTTER = 8
/** A word may claim this much of a row; a longer one is broken. */
const WIDEST_WORD = 90
const PADDING = 4
const RADIUS = 3.1

type Measured = {
	readonly cell: Cell
	readonly x: number
	readonly width: number
	readonly text: readonly Line[]
	readonly detail: readonly Line[]
	readonly indent: number
}

type Row = { readonly cells: readonly Measured[]; readonly height: number }

/**
 * A table as pieces: its header, drawn again as an artifact on every further page, and its rows, which are never
 * cut. Rules are artifacts too, so that the tags hold nothing but words.
 */
export function tablePieces(
	pen: Pen,
	columns: readonly Column[],
	rows: readonly (readonly Cell[])[],
): readonly Piece[] {
	const head = columns.map(headerCell)
	const places = placesOf(columns, [head, ...rows])
	const header = measureRow(head, places)
	const measured = rows.map((row) => measureRow(row, places))
	let table: Tag | null = null
	const repeat = {
		height: header.height,
		draw: (y: number): void =>
			drawArtifact(pen.tags, 'Pagination', () => {
				drawMarks(pen, header, y)
				for (const cell of header.cells) writeCell(pen, cell, { y, as: 'header' })
				drawRule(pen, y + header.height, STRONG_RULE)
			}),
	}
	const first = box(
		header.height,
		(y) => {
			table = addTagHere(pen.tags, 'Table')
			drawRow(pen, { table, row: header, y, columns, as: 'header' })
		},
		{ gap: 10, keepWithNext: true },
	)
	const body = measured.map((row, index) =>
		box(
			row.height,
			(y) => {
				if (table) drawRow(pen, { table, row, y, columns, as: 'body' })
				if (index === measured.length - 1) if (table) endTag(table)
			},
			// No row stands alone on a page: the last takes the one before it along, a sole one goes with what follows.
			{ repeat, keepWithNext: index === Math.max(0, measured.length - 2) },
		),
	)
	return [first, ...body]
}

function headerCell(column: Column): Cell {
	return {
		text: column.label,
		...(column.judge ? { judge: column.judge } : {}),
		...(column.mark ? { mark: column.mark } : {}),
	}
}

type Place = { readonly x: number; readonly width: number }

/** Where the columns stand: by their weights, though none narrower than its longest word. */
function placesOf(columns: readonly Column[], rows: readonly (readonly Cell[])[]): readonly Place[] {
	const least = columns.map((_, index) => Math.max(...rows.map((row) => leastWidth(row[index]))))
	const widths = sharedOut(columns, least, FULL_WIDTH - GUTTER * (columns.length - 1))
	let x: number = SHEET.left
	return widths.map((width) => {
		const place = { x, width }
		x += width + GUTTER
		return place
	})
}

function leastWidth(cell: Cell | undefined): number {
	if (!cell) return 0
	const words = wordsOf(cell.text).split(/[\s/-]+/)
	return (
		Math.min(WIDEST_WORD, Math.max(...words.map((word) => widthOf(word, STYLES.smallBold)))) +
		indentOf(cell) +
		0.5
	)
}

/** Shares the room out by weight; a column that needs more takes it from those that have more than they need. */
function sharedOut(columns: readonly Column[], least: readonly number[], room: number): readonly number[] {
	const fixed = new Set<number>()
	for (;;) {
		const taken = [...fixed].reduce((sum, index) => sum + (least[index] ?? 0), 0)
		const weights = columns.reduce((sum, column, index) => sum + (fixed.has(index) ? 0 : column.weight), 0)
		const shares = columns.map((column, index) =>
			fixed.has(index) ? (least[index] ?? 0) : ((room - taken) * column.weight) / weights,
		)
		const short = shares.findIndex((share, index) => !fixed.has(index) && share < (least[index] ?? 0))
		if (short === -1 || fixed.size === columns.length - 1) return shares
		fixed.add(short)
	}
}

function indentOf(cell: Cell): number {
	return (cell.judge ? markWidth(RADIUS) : 0) + (cell.mark ? markWidth(RADIUS) : 0)
}

function measureRow(cells: readonly Cell[], places: readonly Place[]): Row {
	const measured = cells.map((cell, index): Measured => {
		const { x, width } = places[index] ?? { x: SHEET.left, width: FULL_WIDTH }
		const indent = indentOf(cell)
		return {
			cell,
			x,
			width,
			indent,
			// Measured in bold, the wider of the two, so that header and body cells break alike.
			text: breakLines(wordsOf(cell.text), STYLES.smallBold, width - indent),
			detail: cell.detail === undefined ? [] : breakLines(wordsOf(cell.detail), STYLES.smallMuted, width),
		}
	})
	const lines = Math.max(...measured.map((cell) => cell.text.length + cell.detail.length))
	return { cells: measured, height: lines * STYLES.small.leading + 2 * PADDING }
}

type RowAt = {
	readonly table: Tag
	readonly row: Row
	readonly y: number
	readonly columns: readonly Column[]
	readonly as: 'header' | 'body'
}

function drawRow(pen: Pen, { table, row, y, columns, as }: RowAt): void {
	drawArtifact(pen.tags, 'Layout', () => {
		drawMarks(pen, row, y)
		drawRule(pen, y + row.height, as === 'header' ? STRONG_RULE : RULE)
	})
	const tr = addTag(table, 'TR')
	row.cells.forEach((cell, index) => {
		const isHeader = as === 'header' || columns[index]?.rowHeader === true
		const scope = as === 'header' ? ('Column' as const) : ('Row' as const)
		const lang = foreignLanguage(pen, cell.cell.text)
		const td = addTag(tr, isHeader ? 'TH' : 'TD', isHeader ? { scope, lang } : { lang })
		drawInto(td, () => writeCell(pen, cell, { y, as }))
		endTag(td)
	})
	endTag(tr)
}

function writeCell(pen: Pen, cell: Measured, { y, as }: Pick<RowAt, 'y' | 'as'>): void {
	const style = as === 'header' ? STYLES.smallBold : STYLES.small
	const top = y + PADDING
	writeLines(pen, cell.text, { x: cell.x + cell.indent, y: top, style })
	if (cell.detail.length === 0) return
	writeLines(pen, cell.detail, {
		x: cell.x,
		y: top + cell.text.length * style.leading,
		style: STYLES.smallMuted,
	})
}

function drawMarks(pen: Pen, row: Row, y: number): void {
	const middle = y + PADDING + STYLES.small.leading / 2
	for (const { cell, x } of row.cells) {
		let at = x + RADIUS
		if (cell.judge) {
			drawJudge(pen.doc, cell.judge, { x: at, y: middle, r: RADIUS })
			at += markWidth(RADIUS)
		}
		if (cell.mark) drawLevel(pen.doc, cell.mark, { x: at, y: middle, r: RADIUS })
	}
}

function drawRule(pen: Pen, y: number, colour: string): void {
	fillBox(pen, { x: SHEET.left, y: y - 0.5, width: FULL_WIDTH, height: 0.5 }, colour)
}
