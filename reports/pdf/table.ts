import type { Cell, Column } from './block.ts'
import { wordsOf } from './block.ts'
import { breakLines, widthOf } from './lines.ts'
import type { Line } from './lines.ts'
import { drawJudge, drawLevel, markWidth } from './marks.ts'
import { box, lines } from './paginate.ts'
import type { Part, Piece, Repeat } from './paginate.ts'
import { fillBox, foreignLanguage, writeLines } from './pen.ts'
import type { Pen } from './pen.ts'
import { addTag, addTagHere, drawArtifact, drawInto, endTag } from './tags.ts'
import type { Tag } from './tags.ts'
import { FULL_WIDTH, RULE, SHEET, STRONG_RULE } from './type-scale.ts'

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
	const places = placesOf(pen, columns, [head, ...rows])
	const header = measureRow(pen, head, places)
	const measured = rows.map((row) => measureRow(pen, row, places))
	const table: Open = { tag: null, columns, left: rows.length }
	const repeat = repeatOf(pen, header)
	const first = box(
		header.height,
		(y) => {
			const tag = addTagHere(pen.tags, 'Table')
			table.tag = tag
			drawRow(pen, { table: tag, row: header, y, columns, as: 'header' })
		},
		{ gap: 10, keepWithNext: true },
	)
	const tallest = SHEET.bottom - SHEET.top - header.height
	const body = measured.flatMap((row, index) => {
		if (pen.edition !== 'first' && row.height > tallest) return tallRowPieces(pen, { row, table, repeat })
		// No row stands alone on a page: the last takes the one before it along, a sole one goes with what follows.
		const keepWithNext = index === Math.max(0, measured.length - 2)
		return rowPiece(pen, { row, table, repeat, keepWithNext })
	})
	return [first, ...body]
}

/** A table that is being drawn: its tag once it is open, and how many of its rows are still to come. */
type Open = { tag: Tag | null; readonly columns: readonly Column[]; left: number }

function repeatOf(pen: Pen, header: Row): Repeat {
	const draw = (y: number): void =>
		drawArtifact(pen.tags, 'Pagination', () => {
			drawMarks(pen, header, y)
			for (const cell of header.cells) writeCell(pen, cell, { y, as: 'header' })
			drawRule(pen, y + header.height, STRONG_RULE)
		})
	return { height: header.height, draw }
}

type RowOf = { readonly row: Row; readonly table: Open; readonly repeat: Repeat }

function rowPiece(
	pen: Pen,
	{ row, table, repeat, keepWithNext }: RowOf & { readonly keepWithNext: boolean },
): Piece {
	const draw = (y: number): void => {
		const { tag, columns } = table
		if (tag) drawRow(pen, { table: tag, row, y, columns, as: 'body' })
		endRow(table)
	}
	return box(row.height, draw, { repeat, keepWithNext })
}

/** The last row ends the table. */
function endRow(table: Open): void {
	table.left -= 1
	if (table.tag && table.left === 0) endTag(table.tag)
}

/** A row that no page can hold goes on from page to page, line by line, as one row of the tags. */
function tallRowPieces(pen: Pen, { row, table, repeat }: RowOf): readonly Piece[] {
	const { leading } = pen.styles.small
	const count = linesIn(row)
	let tags: { readonly tr: Tag; readonly cells: readonly Tag[] } | null = null
	const draw = ({ from, to, y }: Part): void => {
		if (from === 0 && table.tag) {
			drawArtifact(pen.tags, 'Layout', () => drawMarks(pen, row, y - PADDING))
			const tr = addTag(table.tag, 'TR')
			const { columns } = table
			tags = { tr, cells: row.cells.map((cell, index) => addCell(pen, tr, { cell, column: columns[index] })) }
		}
		row.cells.forEach((cell, index) => {
			const part = { from, to, y: y - PADDING, as: 'body' as const }
			const tag = tags?.cells[index]
			if (tag) drawInto(tag, () => writeCell(pen, cell, part))
		})
		if (to < count) return
		drawArtifact(pen.tags, 'Layout', () => drawRule(pen, y + (to - from) * leading + PADDING, RULE))
		tags?.cells.forEach(endTag)
		if (tags) endTag(tags.tr)
		endRow(table)
	}
	return [
		lines({ count, lineHeight: leading }, draw, { gap: PADDING, repeat }),
		box(PADDING, () => undefined),
	]
}

function linesIn({ cells }: Row): number {
	return Math.max(...cells.map((cell) => cell.text.length + cell.detail.length))
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
function placesOf(
	pen: Pen,
	columns: readonly Column[],
	rows: readonly (readonly Cell[])[],
): readonly Place[] {
	const least = columns.map((_, index) =>
		rows.reduce((widest, row) => Math.max(widest, leastWidth(pen, row[index])), 0),
	)
	const widths = sharedOut(columns, least, FULL_WIDTH - GUTTER * (columns.length - 1))
	let x: number = SHEET.left
	return widths.map((width) => {
		const place = { x, width }
		x += width + GUTTER
		return place
	})
}

function leastWidth(pen: Pen, cell: Cell | undefined): number {
	if (!cell) return 0
	let widest = 0
	for (const word of wordsOf(cell.text).split(/[\s/-]+/)) {
		widest = Math.max(widest, widthOf(word.slice(0, LONGEST_WORD), pen.styles.smallBold))
		if (widest >= WIDEST_WORD) break
	}
	return Math.min(WIDEST_WORD, widest) + indentOf(cell) + 0.5
}

/** More letters of a word than this are wider than it may claim, whatever they are. */
const LONGEST_WORD = 200

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

function measureRow(pen: Pen, cells: readonly Cell[], places: readonly Place[]): Row {
	const measured = cells.map((cell, index): Measured => {
		const { x, width } = places[index] ?? { x: SHEET.left, width: FULL_WIDTH }
		const indent = indentOf(cell)
		return {
			cell,
			x,
			width,
			indent,
			// Measured in bold, the wider of the two, so that header and body cells break alike.
			text: breakLines(wordsOf(cell.text), pen.styles.smallBold, width - indent),
			detail: cell.detail === undefined ? [] : breakLines(wordsOf(cell.detail), pen.styles.smallMuted, width),
		}
	})
	const count = Math.max(...measured.map((cell) => cell.text.length + cell.detail.length))
	return { cells: measured, height: count * pen.styles.small.leading + 2 * PADDING }
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
		const td = addCell(pen, tr, as === 'header' ? { cell } : { cell, column: columns[index] })
		drawInto(td, () => writeCell(pen, cell, { y, as }))
		endTag(td)
	})
	endTag(tr)
}

type CellAt = { readonly cell: Measured; readonly column?: Column | undefined }

/** The tag of a cell: a heading of its column where none is given, a heading of its row where the column has them. */
function addCell(pen: Pen, tr: Tag, given: CellAt): Tag {
	const isOfHeader = !('column' in given)
	const isHeader = isOfHeader || given.column?.rowHeader === true
	const scope = isOfHeader ? ('Column' as const) : ('Row' as const)
	const lang = foreignLanguage(pen, given.cell.cell.text)
	return addTag(tr, isHeader ? 'TH' : 'TD', isHeader ? { scope, lang } : { lang })
}

type Lines = {
	readonly y: number
	readonly as: 'header' | 'body'
	/** Which of its lines, when not all. */
	readonly from?: number
	readonly to?: number
}

function writeCell(pen: Pen, cell: Measured, { y, as, from = 0, to = Infinity }: Lines): void {
	const { small, smallBold, smallMuted } = pen.styles
	const style = as === 'header' ? smallBold : small
	const top = y + PADDING
	const text = cell.text.slice(from, to)
	if (text.length > 0 || from === 0) writeLines(pen, text, { x: cell.x + cell.indent, y: top, style })
	const count = cell.text.length
	const detail = cell.detail.slice(Math.max(0, from - count), Math.max(0, to - count))
	if (detail.length === 0) return
	writeLines(pen, detail, { x: cell.x, y: top + text.length * style.leading, style: smallMuted })
}

function drawMarks(pen: Pen, row: Row, y: number): void {
	const middle = y + PADDING + pen.styles.small.leading / 2
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
