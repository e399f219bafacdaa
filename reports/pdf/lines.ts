import type { Face } from './typefaces.ts'
import { faceOf } from './typefaces.ts'
import type { Style } from './type-scale.ts'

/** One line of text as it will stand on paper, with its width in points. */
export type Line = { readonly text: string; readonly width: number }

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
		.flatMap((paragraph) => breakParagraph(paragraph.trim(), face, width / scale))
		.map((line) => ({ text: line.text, width: line.width * scale }))
}

const SPACE = 32

function breakParagraph(text: string, face: Face, limit: number): Line[] {
	const lines: Line[] = []
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
				mayEnd = at
				widthAtEnd = width
				widthAfter = width
			}
			lines.push({ text: text.slice(start, mayEnd).trimEnd(), width: widthAtEnd })
			start = mayEnd
			width -= widthAfter
		}
		width += advance
		if (isBreakAfter(unit, text.charCodeAt(at + 1))) {
			mayEnd = at + 1
			widthAtEnd = width
			widthAfter = width
		}
	}
	lines.push({ text: text.slice(start).trimEnd(), width })
	return lines
}

/** After a hyphen, a dash or a slash, unless another of them or a space follows. */
function isBreakAfter(unit: number, next: number): boolean {
	return isSeparator(unit) && !isSeparator(next) && next !== SPACE
}

function isSeparator(unit: number): boolean {
	return unit === 0x2d || unit === 0x2f || unit === 0x2013 || unit === 0x2014
}

function measure(text: string, face: Face): number {
	let width = 0
	for (let at = 0; at < text.length; at += 1) width += face.advanceOf(text.charCodeAt(at))
	return width
}
