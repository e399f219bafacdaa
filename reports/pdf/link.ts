import type { Content } from './block.ts'
import { wordsOf } from './block.ts'
import { breakLines, clean, widthOf } from './lines.ts'
import type { Line } from './lines.ts'
import { lines } from './paginate.ts'
import type { Piece } from './paginate.ts'
import { foreignLanguage, plain, writeLine, writeLines } from './pen.ts'
import type { Pen } from './pen.ts'
import type { Parent } from './pieces.ts'
import { addTag, drawInto, endTag } from './tags.ts'
import type { Tag } from './tags.ts'
import { SHEET } from './type-scale.ts'
import { callLoosely } from './untyped.ts'

export type Link = Extract<Content, { kind: 'link' }>
type LinkPlace = { readonly parent: Parent; readonly gap: number }

/** A link with its note behind or beneath it. Each page on which it stands gets a Link tag of its own. */
export function linkPiece(pen: Pen, content: Link, { parent, gap }: LinkPlace): Piece {
	const { link, smallMuted } = pen.styles
	const words = breakLines(wordsOf(content.text), link, SHEET.bodyWidth)
	const noteAt = noteBehind(pen, words, content.note)
	const beneath = noteAt === null ? noteLines(pen, content.note) : []
	const count = words.length + beneath.length
	let tag: Tag | null = null
	return lines(
		{ count, lineHeight: link.leading },
		({ from, to, y }) => {
			if (from === 0) tag = addTag(parent.open(y, {}), 'P')
			if (!tag) return
			const linked = words.slice(from, to)
			if (linked.length > 0) drawLink(pen, tag, { lines: linked, y, content })
			const style = { ...smallMuted, leading: link.leading }
			const notes = beneath.slice(Math.max(0, from - words.length), Math.max(0, to - words.length))
			const noteY = y + linked.length * style.leading
			if (notes.length > 0) drawInto(tag, () => writeLines(pen, notes, { x: SHEET.body, y: noteY, style }))
			if (to < count) return
			if (noteAt !== null) {
				const at = { x: SHEET.body + noteAt, y: y + (to - from - 1) * style.leading, style }
				drawInto(tag, () => writeLine(pen, content.note, at))
			}
			endTag(tag)
			parent.close()
		},
		{ gap },
	)
}

/** How far to the right the note stands when it fits behind the link's last line, else null. */
function noteBehind(pen: Pen, words: readonly Line[], note: string): number | null {
	const after = (words.at(-1)?.width ?? 0) + 8
	return after + widthOf(pen.edition === 'first' ? note : clean(note), pen.styles.smallMuted) <=
		SHEET.bodyWidth
		? after
		: null
}

/** The note on lines of its own; the first edition never broke it. */
function noteLines(pen: Pen, note: string): readonly Line[] {
	if (pen.edition === 'first') return [{ text: note, width: 0 }]
	return breakLines(note, pen.styles.smallMuted, SHEET.bodyWidth)
}

type LinkAt = { readonly lines: readonly Line[]; readonly y: number; readonly content: Link }

/** Draws a link's lines in the text column, and makes them one. */
export function drawLink(pen: Pen, paragraph: Tag, { lines: linked, y, content }: LinkAt): void {
	const style = pen.styles.link
	const link = addTag(paragraph, 'Link', { lang: foreignLanguage(pen, content.text) })
	drawInto(link, () => writeLines(pen, linked, { x: SHEET.body, y, style }))
	linked.forEach((line, row) => {
		const indent = line.roomFromRight === undefined ? 0 : line.roomFromRight - line.width
		const room = [SHEET.body + indent, y + row * style.leading, line.width, style.leading]
		// PDFKit writes a bare string as a name; its types do not know the object it needs for text.
		const words = { Contents: new String(plain(content.text)) }
		// The first edition left the link out of its tag.
		const options =
			pen.edition === 'first' ? { structParent: {}, ...words } : { structParent: link.element, ...words }
		callLoosely(pen.doc, 'link', [...room, content.url, options])
	})
	// Ended while its page is still the current one: PDFKit names that page in the reference to the link.
	endTag(link)
}
