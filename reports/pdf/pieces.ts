import type { Block, Content, Field, Phrase } from './block.ts'
import { wordsOf } from './block.ts'
import { breakLines, widthOf } from './lines.ts'
import type { Line } from './lines.ts'
import { drawJudge, drawLevel, markWidth } from './marks.ts'
import { box, lines } from './paginate.ts'
import type { Part, Piece } from './paginate.ts'
import { foreignLanguage, plain, writeLine, writeLines } from './pen.ts'
import type { Pen } from './pen.ts'
import { addTag, addTagHere, drawArtifact, drawInto, endTag, openSection } from './tags.ts'
import type { Tag, TagOptions } from './tags.ts'
import { FULL_WIDTH, SHEET, STYLES } from './type-scale.ts'
import type { Style } from './type-scale.ts'
import { callLoosely } from './untyped.ts'

const MARK_RADIUS = 3.6
const LABEL_LEADING = 10
const RAIL_WIDTH = SHEET.body - SHEET.left - 12

const HEADINGS = { 1: STYLES.h1, 2: STYLES.h2, 3: STYLES.h3 } as const

/** A heading opens its section, may be a bookmark, and stays with what follows. */
export function headingPiece(
	pen: Pen,
	heading: Extract<Block, { kind: 'heading' }>,
	bookmark: () => void,
): Piece {
	const style = HEADINGS[heading.level]
	const broken = breakLines(wordsOf(heading.text), style, FULL_WIDTH)
	const above = heading.level === 1 ? 30 : heading.level === 2 ? 26 : 16
	const draw = (y: number): void => {
		openSection(pen.tags, heading.level)
		if (heading.bookmark) bookmark()
		const tag = addTagHere(pen.tags, `H${String(heading.level)}`, {
			lang: foreignLanguage(pen, heading.text),
		})
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
	const style = paragraph.tone === 'muted' ? STYLES.muted : STYLES.body
	const at = { x: SHEET.left, width: SHEET.bodyWidth + 24, style }
	const piece = textPiece(pen, paragraph.text, { ...at, gap: 6, parent: null })
	return [{ ...piece, keepWithNext: paragraph.keep === true }]
}

type TextAt = {
	readonly x: number
	readonly width: number
	readonly style: Style
	readonly gap: number
	/** What is drawn with the first line, and the tag to hang the paragraph on; null: the section itself. */
	readonly parent: Parent | null
}

/** Where a text hangs in the tree, opened when its first line is drawn and closed after its last. */
type Parent = {
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
export function fieldsPieces(pen: Pen, fields: readonly Field[]): readonly Piece[] {
	let list: Tag | null = null
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
		return [...pieces, ...spaceForLabel(field, pieces)]
	})
}

/** Room below an entry whose label has more lines than its contents. */
function spaceForLabel(field: Field, pieces: readonly Piece[]): readonly Piece[] {
	const label = labelLines(field).length * LABEL_LEADING + 3
	const contents = pieces.reduce(
		(sum, piece, index) => sum + (index > 0 ? piece.gap : 0) + piece.count * piece.lineHeight,
		0,
	)
	return label > contents ? [box(label - contents, () => undefined)] : []
}

function labelLines(field: Field): readonly Line[] {
	return breakLines(field.label, STYLES.label, RAIL_WIDTH - (field.judge ? markWidth(MARK_RADIUS) : 0))
}

function drawLabel(pen: Pen, item: Tag, { field, y }: { field: Field; y: number }): void {
	const style = STYLES.label
	const { judge } = field
	if (judge) {
		const spot = { x: SHEET.left + MARK_RADIUS, y: y + style.leading / 2, r: MARK_RADIUS - 0.4 }
		drawArtifact(pen.tags, 'Layout', () => drawJudge(pen.doc, judge, spot))
	}
	const indent = judge ? markWidth(MARK_RADIUS) : 0
	const label = addTag(item, 'Lbl')
	drawInto(label, () =>
		writeLines(pen, labelLines(field), {
			x: SHEET.left + indent,
			y: y + 1.5,
			style: { ...style, leading: LABEL_LEADING },
		}),
	)
	endTag(label)
}

type ContentAt = { readonly parent: Parent; readonly gap: number }

function contentPiece(pen: Pen, content: Content, { parent, gap }: ContentAt): Piece {
	if (content.kind === 'level') return levelPiece(pen, content, { parent, gap })
	if (content.kind === 'link') return linkPiece(pen, content, { parent, gap })
	const style = content.tone === 'muted' ? STYLES.muted : STYLES.body
	return textPiece(pen, content.text, { x: SHEET.body, width: SHEET.bodyWidth, style, gap, parent })
}

function levelPiece(
	pen: Pen,
	content: Extract<Content, { kind: 'level' }>,
	{ parent, gap }: ContentAt,
): Piece {
	const indent = markWidth(MARK_RADIUS)
	const at = { x: SHEET.body + indent, width: SHEET.bodyWidth - indent, style: STYLES.h3, gap, parent }
	const text = textPiece(pen, content.text, at)
	return {
		...text,
		keepWithNext: false,
		draw: (part) => {
			if (part.from === 0) {
				const spot = { x: SHEET.body + MARK_RADIUS, y: part.y + STYLES.h3.leading / 2, r: MARK_RADIUS }
				drawArtifact(pen.tags, 'Layout', () => drawLevel(pen.doc, content.mark, spot))
			}
			text.draw(part)
		},
	}
}

/** A link with its note behind or beneath it. Each page on which it stands gets a Link tag of its own. */
function linkPiece(pen: Pen, content: Extract<Content, { kind: 'link' }>, { parent, gap }: ContentAt): Piece {
	const words = breakLines(wordsOf(content.text), STYLES.link, SHEET.bodyWidth)
	const noteAt = noteBehind(words, content.note)
	const count = words.length + (noteAt === null ? 1 : 0)
	let tag: Tag | null = null
	const draw = ({ from, to, y }: Part): void => {
		if (from === 0) tag = addTag(parent.open(y, {}), 'P')
		if (!tag) return
		const linked = words.slice(from, to)
		if (linked.length > 0) drawLink(pen, tag, { lines: linked, y, content })
		if (to < count) return
		const style = { ...STYLES.smallMuted, leading: STYLES.link.leading }
		const at = { x: SHEET.body + (noteAt ?? 0), y: y + (to - from - 1) * style.leading, style }
		drawInto(tag, () => writeLine(pen, content.note, at))
		endTag(tag)
		parent.close()
	}
	return lines({ count, lineHeight: STYLES.link.leading }, draw, { gap })
}

/** How far to the right the note stands when it fits behind the link's last line, else null. */
function noteBehind(words: readonly Line[], note: string): number | null {
	const after = (words.at(-1)?.width ?? 0) + 8
	return after + widthOf(note, STYLES.smallMuted) <= SHEET.bodyWidth ? after : null
}

type LinkAt = {
	readonly lines: readonly Line[]
	readonly y: number
	readonly content: Extract<Content, { kind: 'link' }>
}

function drawLink(pen: Pen, paragraph: Tag, { lines: linked, y, content }: LinkAt): void {
	const style = STYLES.link
	const link = addTag(paragraph, 'Link', { lang: foreignLanguage(pen, content.text) })
	drawInto(link, () => writeLines(pen, linked, { x: SHEET.body, y, style }))
	linked.forEach((line, row) => {
		const room = [SHEET.body, y + row * style.leading, line.width, style.leading]
		// PDFKit writes a bare string as a name; its types do not know the object it needs for text.
		const options = { structParent: link, Contents: new String(plain(content.text)) }
		callLoosely(pen.doc, 'link', [...room, content.url, options])
	})
	// Ended while its page is still the current one: PDFKit names that page in the reference to the link.
	endTag(link)
}

/** Big numbers side by side, each one paragraph: the number, its share, and what it counts. */
export function figuresPiece(pen: Pen, block: Extract<Block, { kind: 'figures' }>): Piece {
	const gutter = 20
	const width = (FULL_WIDTH - gutter * (block.figures.length - 1)) / block.figures.length
	const labels = block.figures.map((figure) => breakLines(figure.label, STYLES.small, width))
	const height = 34 + Math.max(...labels.map((label) => label.length)) * STYLES.small.leading
	const draw = (y: number): void => {
		block.figures.forEach((figure, index) => {
			const x = SHEET.left + index * (width + gutter)
			drawArtifact(pen.tags, 'Layout', () => pen.doc.rect(x, y, width, 1.2).fill(STYLES.h1.colour))
			const tag = addTagHere(pen.tags, 'P')
			drawInto(tag, () => {
				writeLine(pen, figure.share === null ? figure.value : `${figure.value} (${figure.share})`, {
					x,
					y: y + 6,
					style: STYLES.h1,
				})
				writeLines(pen, labels[index] ?? [], { x, y: y + 30, style: STYLES.small })
			})
			endTag(tag)
		})
	}
	return box(height, draw, { gap: 14 })
}
