import type { Block, Content, Field, Phrase } from './block.ts'
import { wordsOf } from './block.ts'
import { flowPiece } from './flow.ts'
import { breakLines } from './lines.ts'
import type { Line } from './lines.ts'
import { linkPiece } from './link.ts'
import { drawJudge, drawLevel, markWidth } from './marks.ts'
import { box, lines } from './paginate.ts'
import type { Part, Piece } from './paginate.ts'
import { foreignLanguage, writeLine, writeLines } from './pen.ts'
import type { Pen } from './pen.ts'
import { addTag, addTagHere, drawArtifact, drawInto, endTag, openSection } from './tags.ts'
import type { Tag, TagOptions } from './tags.ts'
import { FULL_WIDTH, SHEET } from './type-scale.ts'
import type { Style } from './type-scale.ts'

const MARK_RADIUS = 3.6
const RAIL_WIDTH = SHEET.body - SHEET.left - 12

/** A heading of more lines goes on over pages as a text does. */
const LONGEST_HEADING = 14

/** A heading opens its section, may be a bookmark, and stays with what follows. */
export function headingPiece(
	pen: Pen,
	heading: Extract<Block, { kind: 'heading' }>,
	bookmark: () => void,
): Piece {
	const { h1, h2, h3 } = pen.styles
	const style = { 1: h1, 2: h2, 3: h3 }[heading.level]
	const broken = breakLines(wordsOf(heading.text), style, FULL_WIDTH)
	const above = heading.level === 1 ? 30 : heading.level === 2 ? 26 : 16
	const type = `H${String(heading.level)}`
	const lang = foreignLanguage(pen, heading.text)
	const before = (): void => {
		openSection(pen.tags, heading.level)
		if (heading.bookmark) bookmark()
	}
	if (pen.edition !== 'first' && broken.length > LONGEST_HEADING)
		return flowPiece(pen, broken, { type, lang, style, x: SHEET.left, before, gap: above })
	const draw = (y: number): void => {
		before()
		const tag = addTagHere(pen.tags, type, { lang })
		drawInto(tag, () => writeLines(pen, broken, { x: SHEET.left, y, style }))
		endTag(tag)
	}
	return box(broken.length * style.leading + (heading.level === 1 ? 6 : 2), draw, {
		gap: above,
		keepWithNext: true,
	})
}

/** A paragraph in the full width's readable part. */
export function paragraphPieces(
	pen: Pen,
	paragraph: Extract<Block, { kind: 'paragraph' }>,
): readonly Piece[] {
	const style = paragraph.tone === 'muted' ? pen.styles.muted : pen.styles.body
	const at = { x: SHEET.left, width: SHEET.bodyWidth + 24, style }
	const piece = textPiece(pen, paragraph.text, { ...at, gap: 6, parent: null })
	const isKept = paragraph.keep === true && (pen.edition === 'first' || piece.count <= LONGEST_KEPT)
	return [{ ...piece, keepWithNext: isKept }]
}

/** More lines than this are not held together with what follows. */
const LONGEST_KEPT = 20

type TextAt = {
	readonly x: number
	readonly width: number
	readonly style: Style
	readonly gap: number
	/** What is drawn with the first line, and the tag to hang the paragraph on; null: the section itself. */
	readonly parent: Parent | null
}

/** Where a text hangs in the tree, opened when its first line is drawn and closed after its last. */
export type Parent = {
	/** Gives the tag to hang on; for a sole text that is the tag to write into. */
	readonly open: (y: number, options: TagOptions) => Tag
	readonly close: () => void
	readonly isSoleText: boolean
}

function textPiece(pen: Pen, phrase: Phrase, at: TextAt): Piece {
	const broken = breakLines(wordsOf(phrase), at.style, at.width)
	let tag: Tag | null = null
	const draw = ({ from, to, y }: Part): void => {
		const options = { lang: foreignLanguage(pen, phrase) }
		if (from === 0) {
			const parent = at.parent?.open(y, at.parent.isSoleText ? options : {})
			if (parent && at.parent?.isSoleText) tag = parent
			else tag = parent ? addTag(parent, 'P', options) : addTagHere(pen.tags, 'P', options)
		}
		if (tag) drawInto(tag, () => writeLines(pen, broken.slice(from, to), { x: at.x, y, style: at.style }))
		if (to < broken.length) return
		if (tag) endTag(tag)
		at.parent?.close()
	}
	return lines({ count: broken.length, lineHeight: at.style.leading }, draw, { gap: at.gap })
}

/** Labelled entries as one list: the label in the rail is the item's label, the rest its body. */
export function fieldsPieces(pen: Pen, given: readonly Field[]): readonly Piece[] {
	let list: Tag | null = null
	const fields = pen.edition === 'first' ? given : given.map((field) => withShortLabel(pen, field))
	return fields.flatMap((field, row) => {
		const isLastField = row === fields.length - 1
		let item: Tag | null = null
		let body: Tag | null = null
		const pieces = field.contents.map((content, index) => {
			const parent: Parent = {
				isSoleText: field.contents.length === 1 && content.kind !== 'link',
				open: (y, options) => {
					list ??= addTagHere(pen.tags, 'L')
					if (index === 0) {
						item = addTag(list, 'LI')
						drawLabel(pen, item, { field, y })
						body = addTag(item, 'LBody', options)
					}
					if (!body) throw new Error('an entry of a list began in its middle')
					return body
				},
				close: () => {
					if (index < field.contents.length - 1) return
					if (item) endTag(item)
					if (!isLastField) return
					if (list) endTag(list)
					list = null
				},
			}
			const piece = contentPiece(pen, content, { parent, gap: index > 0 ? 3 : row === 0 ? 6 : 5 })
			// A heading keeps its first entry, and a short first entry keeps the second: no entry stands alone.
			const keepWithNext = row === 0 && !isLastField && field.contents.length === 1 && piece.count <= 3
			return { ...piece, keepWithNext }
		})
		return [...pieces, ...spaceForLabel(pen, field, pieces)]
	})
}

/** Room below an entry whose label has more lines than its contents. */
function spaceForLabel(pen: Pen, field: Field, pieces: readonly Piece[]): readonly Piece[] {
	const label = labelLines(pen, field).length * pen.styles.small.leading + 3
	const contents = pieces.reduce(
		(sum, piece, index) => sum + (index > 0 ? piece.gap : 0) + piece.count * piece.lineHeight,
		0,
	)
	return label > contents ? [box(label - contents, () => undefined)] : []
}

const LONGEST_LABEL = 12

/** A label that would fill the rail stands whole beside it, and begins in it. */
function withShortLabel(pen: Pen, field: Field): Field {
	if (field.label.length < 200 || labelLines(pen, field).length <= LONGEST_LABEL) return field
	const whole: Content = { kind: 'text', text: field.label, tone: 'muted' }
	return { ...field, label: `${field.label.slice(0, 60).trimEnd()}…`, contents: [whole, ...field.contents] }
}

function labelLines(pen: Pen, field: Field): readonly Line[] {
	return breakLines(field.label, pen.styles.label, RAIL_WIDTH - (field.judge ? markWidth(MARK_RADIUS) : 0))
}

function drawLabel(pen: Pen, item: Tag, { field, y }: { field: Field; y: number }): void {
	const style = pen.styles.label
	const { judge } = field
	if (judge) {
		const spot = { x: SHEET.left + MARK_RADIUS, y: y + style.leading / 2, r: MARK_RADIUS - 0.4 }
		drawArtifact(pen.tags, 'Layout', () => drawJudge(pen.doc, judge, spot))
	}
	const indent = judge ? markWidth(MARK_RADIUS) : 0
	const label = addTag(item, 'Lbl')
	drawInto(label, () =>
		writeLines(pen, labelLines(pen, field), {
			x: SHEET.left + indent,
			y: y + 1.5,
			style: { ...style, leading: pen.styles.small.leading },
		}),
	)
	endTag(label)
}

type ContentAt = { readonly parent: Parent; readonly gap: number }

function contentPiece(pen: Pen, content: Content, { parent, gap }: ContentAt): Piece {
	if (content.kind === 'level') return levelPiece(pen, content, { parent, gap })
	if (content.kind === 'link') return linkPiece(pen, content, { parent, gap })
	const style = content.tone === 'muted' ? pen.styles.muted : pen.styles.body
	return textPiece(pen, content.text, { x: SHEET.body, width: SHEET.bodyWidth, style, gap, parent })
}

function levelPiece(
	pen: Pen,
	content: Extract<Content, { kind: 'level' }>,
	{ parent, gap }: ContentAt,
): Piece {
	const indent = markWidth(MARK_RADIUS)
	const at = { x: SHEET.body + indent, width: SHEET.bodyWidth - indent, style: pen.styles.h3, gap, parent }
	const text = textPiece(pen, content.text, at)
	return {
		...text,
		keepWithNext: false,
		draw: (part) => {
			if (part.from === 0) {
				const spot = { x: SHEET.body + MARK_RADIUS, y: part.y + pen.styles.h3.leading / 2, r: MARK_RADIUS }
				drawArtifact(pen.tags, 'Layout', () => drawLevel(pen.doc, content.mark, spot))
			}
			text.draw(part)
		},
	}
}

/** Big numbers side by side, each one paragraph: the number, its share, and what it counts. */
export function figuresPiece(pen: Pen, block: Extract<Block, { kind: 'figures' }>): Piece {
	const gutter = 20
	const width = (FULL_WIDTH - gutter * (block.figures.length - 1)) / block.figures.length
	const labels = block.figures.map((figure) => breakLines(figure.label, pen.styles.small, width))
	const height = 34 + Math.max(...labels.map((label) => label.length)) * pen.styles.small.leading
	const draw = (y: number): void => {
		block.figures.forEach((figure, index) => {
			const x = SHEET.left + index * (width + gutter)
			drawArtifact(pen.tags, 'Layout', () => pen.doc.rect(x, y, width, 1.2).fill(pen.styles.h1.colour))
			const tag = addTagHere(pen.tags, 'P')
			drawInto(tag, () => {
				writeLine(pen, figure.share === null ? figure.value : `${figure.value} (${figure.share})`, {
					x,
					y: y + 6,
					style: pen.styles.h1,
				})
				writeLines(pen, labels[index] ?? [], { x, y: y + 30, style: pen.styles.small })
			})
			endTag(tag)
		})
	}
	return box(height, draw, { gap: 14 })
}
