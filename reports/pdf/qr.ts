import { qrDrawing } from '#app/charts/qr-code.ts'
import type { Block } from './block.ts'
import { breakLines } from './lines.ts'
import { drawLink } from './link.ts'
import { box } from './paginate.ts'
import type { Piece } from './paginate.ts'
import { writeLines } from './pen.ts'
import type { Pen } from './pen.ts'
import { addTagHere, drawInto, endTag } from './tags.ts'
import { SHEET } from './type-scale.ts'

/** As wide as the rail: a module of the longest address that we print is half a millimetre. Unit: points. */
const SIDE = 92

/** The picture in the rail, what it leads to and its address beside it, where labels and texts stand elsewhere. */
export function qrPiece(pen: Pen, { address, label, alt }: Extract<Block, { kind: 'qr' }>): Piece {
	const { body, link } = pen.styles
	const said = breakLines(label, body, SHEET.bodyWidth)
	const linked = breakLines(address, link, SHEET.bodyWidth)
	const textHeight = said.length * body.leading + 3 + linked.length * link.leading
	const draw = (y: number): void => {
		drawPicture(pen, { address, alt, y })
		const paragraph = addTagHere(pen.tags, 'P')
		drawInto(paragraph, () => writeLines(pen, said, { x: SHEET.body, y, style: body }))
		endTag(paragraph)
		const linking = addTagHere(pen.tags, 'P')
		const content = { kind: 'link' as const, text: address, url: address, note: '' }
		drawLink(pen, linking, { lines: linked, y: y + said.length * body.leading + 3, content })
		endTag(linking)
	}
	return box(Math.max(SIDE, textHeight), draw, { gap: 18 })
}

type Picture = { readonly address: string; readonly alt: string; readonly y: number }

/** Drawn so that its outermost dark modules stand on the margin: the paper around it is the room that it needs. */
function drawPicture(pen: Pen, { address, alt, y }: Picture): void {
	const { side, quiet, runs } = qrDrawing(address)
	const module = SIDE / (side - 2 * quiet)
	const bbox = [SHEET.left, y, SHEET.left + SIDE, y + SIDE] as const
	const figure = addTagHere(pen.tags, 'Figure', { alt, bbox })
	drawInto(figure, () => {
		for (const { x, y: row, length } of runs)
			pen.doc.rect(SHEET.left + (x - quiet) * module, y + (row - quiet) * module, length * module, module)
		pen.doc.fill('#000000')
	})
	endTag(figure)
}
