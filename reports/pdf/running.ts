import { clean, widthOf } from './lines.ts'
import { fillBox, writeLine } from './pen.ts'
import type { Pen } from './pen.ts'
import { FULL_WIDTH, RULE, SHEET } from './type-scale.ts'
import type { Style } from './type-scale.ts'

const HEAD = 40
const FOOT = 790
const FOOT_LINE = 10.5

/** The lines that every page repeats, cut to their room once. */
export type Running = { readonly left: string; readonly right: string; readonly foot: readonly string[] }

type Repeated = {
	readonly header: { readonly left: string; readonly right: string }
	readonly footer: readonly string[]
}

/** What stands at the head and foot of every page, cut to the room there is. */
export function runningLines(pen: Pen, { header, footer }: Repeated): Running {
	const style = pen.styles.frame
	const right = fittedTo(header.right, FULL_WIDTH, style)
	return {
		left: fittedTo(header.left, FULL_WIDTH - widthOf(right, style) - 16, style),
		right,
		foot: footer.map((line) => fittedTo(line, FULL_WIDTH, style)),
	}
}

/** Draws what every page repeats, and its number; the first page has its title on it already. */
export function drawRunning(
	pen: Pen,
	{ left, right, foot }: Running,
	page: { number: number; words: string },
): void {
	const style = pen.styles.frame
	if (page.number > 1) {
		writeLine(pen, left, { x: SHEET.left, y: HEAD, style })
		fillBox(pen, { x: SHEET.left, y: 56, width: FULL_WIDTH, height: 0.5 }, RULE)
	}
	if (right) writeRight(pen, right, HEAD)
	fillBox(pen, { x: SHEET.left, y: FOOT - 6, width: FULL_WIDTH, height: 0.5 }, RULE)
	foot.forEach((line, row) => writeLine(pen, line, { x: SHEET.left, y: FOOT + row * FOOT_LINE, style }))
	writeRight(pen, page.words, FOOT)
}

function writeRight(pen: Pen, text: string, y: number): void {
	const style = pen.styles.frame
	writeLine(pen, text, { x: SHEET.right - widthOf(text, style), y, style })
}

/** A running title that is too long for its line is cut with an ellipsis; the full one is on the cover. */
function fittedTo(text: string, width: number, style: Style): string {
	const clear = clean(text).replaceAll('\n', ' ')
	if (widthOf(clear, style) <= width) return clear
	// More letters than there are points of width never fit, and a title may have a million.
	let end = Math.min(clear.length, Math.ceil(width))
	while (end > 0 && widthOf(`${clear.slice(0, end)}…`, style) > width) end -= 1
	return `${clear.slice(0, end).trimEnd()}…`
}
