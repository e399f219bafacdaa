import type { Bar, Block, LevelMark } from './block.ts'
import { widthOf } from './lines.ts'
import { drawJudge, markWidth } from './marks.ts'
import { box } from './paginate.ts'
import type { Piece } from './paginate.ts'
import { writeLine } from './pen.ts'
import type { Pen } from './pen.ts'
import { addTagHere, drawInto, endTag } from './tags.ts'
import { INK, JUDGE_COLOURS, MUTED, SHEET, tint } from './type-scale.ts'

const ROW = 26
const HEIGHT = 16
const RADIUS = 3.6

/** How strongly each step is filled with the judge's colour; what is no step is not filled. */
const STRENGTH: Readonly<Record<LevelMark, number>> = {
	COMPLETE: 1,
	SUBSTANTIAL: 0.7,
	LIMITED: 0.4,
	NOT_STARTED: 0.16,
	NO_EVIDENCE: 0,
	OTHER_WORDS: 0,
	NOT_ASSESSED: 0,
}

/** One bar per judge, as long as all commitments together; a figure with its words beside it for those who listen. */
export function barsPiece(pen: Pen, { bars, alt }: Extract<Block, { kind: 'bars' }>): Piece {
	const height = bars.length * ROW
	const draw = (y: number): void => {
		const tag = addTagHere(pen.tags, 'Figure', { alt, bbox: [SHEET.left, y, SHEET.right, y + height] })
		drawInto(tag, () => bars.forEach((bar, row) => drawBar(pen, bar, y + row * ROW)))
		endTag(tag)
	}
	return box(height, draw, { gap: 14 })
}

function drawBar(pen: Pen, bar: Bar, y: number): void {
	const middle = y + HEIGHT / 2
	const style = { ...pen.styles.label, colour: INK }
	drawJudge(pen.doc, bar.judge, { x: SHEET.left + RADIUS, y: middle, r: RADIUS })
	writeLine(pen, bar.label, {
		x: SHEET.left + markWidth(RADIUS),
		y: middle - style.leading / 2,
		style,
	})
	const total = bar.segments.reduce((sum, segment) => sum + segment.count, 0)
	const left = SHEET.body + 16
	let x: number = left
	for (const { mark, count } of bar.segments) {
		if (count === 0) continue
		const width = (count / total) * (SHEET.right - left)
		drawSegment(pen, { mark, x, y, width: width - 1.5, judge: bar.judge })
		writeCount(pen, { text: String(count), x, y: middle, width, onDark: STRENGTH[mark] > 0.5 })
		x += width
	}
}

type Segment = {
	readonly mark: LevelMark
	readonly x: number
	readonly y: number
	readonly width: number
	readonly judge: Bar['judge']
}

function drawSegment({ doc }: Pen, { mark, x, y, width, judge }: Segment): void {
	const colour = JUDGE_COLOURS[judge]
	if (STRENGTH[mark] > 0) {
		doc.rect(x, y, width, HEIGHT).fill(tint(colour, STRENGTH[mark]))
		return
	}
	if (mark === 'NO_EVIDENCE') {
		doc.save().rect(x, y, width, HEIGHT).clip().lineWidth(0.6)
		for (let at = -HEIGHT; at < width; at += 4) doc.moveTo(x + at, y + HEIGHT).lineTo(x + at + HEIGHT, y)
		doc.stroke(colour).restore()
	}
	doc.lineWidth(0.7)
	if (mark === 'NOT_ASSESSED') doc.dash(2, { space: 2 })
	doc.rect(x + 0.35, y + 0.35, width - 0.7, HEIGHT - 0.7).stroke(mark === 'NOT_ASSESSED' ? MUTED : colour)
	doc.undash()
}

type Count = {
	readonly text: string
	readonly x: number
	readonly y: number
	readonly width: number
	readonly onDark: boolean
}

function writeCount(pen: Pen, { text, x, y, width, onDark }: Count): void {
	const style = { ...pen.styles.smallBold, colour: onDark ? '#ffffff' : INK }
	const wide = widthOf(text, style)
	if (wide + 4 > width) return
	writeLine(pen, text, { x: x + (width - 1.5 - wide) / 2, y: y - style.leading / 2, style })
}
