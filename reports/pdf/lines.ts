import { baseDirection } from './bidi.ts'
import { hangsOnBefore, isBreakAfter, isBreakInAnyScript } from './breaks.ts'
import type { Face } from './typefaces.ts'
import { faceOf } from './typefaces.ts'
import type { Style } from './type-scale.ts'

/** One line of text as it will stand on paper, with its width in points. */
export type Line = {
	readonly text: string
	readonly width: number
	/** How wide its room is, for a line of a paragraph that is read from the right: there it begins. */
	readonly roomFromRight?: number
}

/** Control and formatting characters, but for the line break. */
const CONTROLS = /(?!\n)[\p{Cc}\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu
const LONE_SURROGATE = /\p{Surrogate}/gu

/** Text as it may be drawn: composed, without control characters, direction switches and halves of letters. */
export function clean(text: string): string {
	return text
		.normalize('NFC')
		.replace(/[\t\r]/g, ' ')
		.replace(CONTROLS, '')
		.replace(LONE_SURROGATE, '\ufffd')
}

/** The width of a text in points. */
export function widthOf(text: string, style: Style): number {
	return measure(text, faceOf(style.face)) * (style.size / 1000)
}

/**
 * Breaks a text into lines that fit a width: at spaces, after hyphens and slashes, and inside a word only when the
 * word alone is wider than the line. Each letter is measured once.
 */
export function breakLines(text: string, style: Style, width: number): readonly Line[] {
	const face = faceOf(style.face)
	const scale = style.size / 1000
	return clean(text)
		.split('\n')
		.flatMap((paragraph) => {
			const isFromRight = face.edition !== 'first' && baseDirection(paragraph) === 'rtl'
			const broken = breakParagraph(paragraph.trim(), face, { limit: width / scale, scale })
			return isFromRight ? broken.map((line) => ({ ...line, roomFromRight: width })) : broken
		})
}

/** A line may be this wide, in thousandths of the size; `scale` makes points of them. */
type Room = { readonly limit: number; readonly scale: number }

const SPACE = 32

function breakParagraph(text: string, face: Face, { limit, scale }: Room): Line[] {
	const lines: Line[] = []
	const isBreak = face.edition === 'first' ? isBreakAfter : isBreakInAnyScript
	let start = 0
	let width = 0
	// Where the line may end, how wide it is up to there, and how wide with what is dropped at the break.
	let mayEnd = 0
	let widthAtEnd = 0
	let widthAfter = 0
	for (let at = 0; at < text.length; at += 1) {
		const unit = text.charCodeAt(at)
		const advance = face.advanceOf(unit)
		if (unit === SPACE) {
			mayEnd = at + 1
			widthAtEnd = width
			widthAfter = width + advance
		} else if (width + advance > limit && at > start) {
			if (mayEnd <= start) {
				mayEnd = face.edition === 'first' ? at : endInside(text, start, at)
				widthAtEnd = width - measure(text.slice(mayEnd, at), face)
				widthAfter = widthAtEnd
			}
			lines.push({ text: text.slice(start, mayEnd).trimEnd(), width: widthAtEnd * scale })
			start = mayEnd
			width -= widthAfter
		}
		width += advance
		if (isBreak(unit, text.charCodeAt(at + 1))) {
			mayEnd = at + 1
			widthAtEnd = width
			widthAfter = width
		}
	}
	lines.push({ text: text.slice(start).trimEnd(), width: width * scale })
	return lines
}

/** Where a word is cut that is wider than a line: before the letter that goes over it, with all that hangs on it. */
function endInside(text: string, start: number, over: number): number {
	let end = over
	while (end > start + 1 && hangsOnBefore(text.charCodeAt(end))) end -= 1
	return end > start + 1 || !hangsOnBefore(text.charCodeAt(over)) ? end : over
}

function measure(text: string, face: Face): number {
	let width = 0
	for (let at = 0; at < text.length; at += 1) width += face.advanceOf(text.charCodeAt(at))
	return width
}
