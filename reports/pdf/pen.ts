import type { Phrase } from './block.ts'
import { wordsOf } from './block.ts'
import { clean } from './lines.ts'
import type { Line } from './lines.ts'
import { plantTags } from './tags.ts'
import type { TagTree } from './tags.ts'
import { REPLACEMENT, embeddedIn, faceOf } from './typefaces.ts'
import type { EmbeddedFont, FontSource, Script } from './typefaces.ts'
import { STYLES } from './type-scale.ts'
import type { Edition, Style, Styles } from './type-scale.ts'
import { writeMixedLine } from './runs.ts'
import { callLoosely } from './untyped.ts'

/** A font as it stands in one document, with the code of every letter that was used. */
export type Inked = { readonly font: EmbeddedFont; readonly codes: string[] }

/** What draws: the document, its tags, and the fonts that are open in it. */
export type Pen = {
	readonly doc: PDFKit.PDFDocument
	readonly tags: TagTree
	readonly language: 'en' | 'id'
	readonly edition: Edition
	readonly styles: Styles
	readonly inked: Map<string, Inked>
}

/** A pen for a document that was just opened. */
export function aPen(doc: PDFKit.PDFDocument, language: 'en' | 'id', edition: Edition): Pen {
	return { doc, tags: plantTags(doc), language, edition, styles: STYLES[edition], inked: new Map() }
}

/** The language to name in a tag: only where it is not the document's own. */
export function foreignLanguage(pen: Pen, phrase: Phrase): string | undefined {
	if (typeof phrase === 'string' || phrase.lang === pen.language) return undefined
	return LANGUAGE_TAGS[phrase.lang]
}

export const LANGUAGE_TAGS: Readonly<Record<'en' | 'id', string>> = { en: 'en-GB', id: 'id-ID' }

/** A phrase as plain text for places that take no lines: bookmarks, descriptions of links and pictures. */
export function plain(phrase: Phrase): string {
	return clean(wordsOf(phrase)).replaceAll('\n', ' ')
}

/**
 * Writes lines below each other, the first with its top at `y`. Every line ends with a space, so that words of two
 * lines never run together for those who listen or copy.
 */
export function writeLines(
	pen: Pen,
	lines: readonly Line[],
	at: { x: number; y: number; style: Style },
): void {
	const { x, style } = at
	const latin = inkedFont(pen, style.face, 'LATIN')
	const baseline = at.y + style.leading / 2 + style.size * CENTRE
	let out = `BT ${colourOf(style.colour)} rg /${latin.font.id} ${round(style.size)} Tf 1 0 0 -1 ${round(x)} ${round(baseline)} Tm`
	let moved = 0
	lines.forEach((line, row) => {
		const codes = line.roomFromRight === undefined ? latinCodes(latin, style, line.text) : null
		if (codes === null) {
			pen.doc.addContent(`${out} ET`)
			writeMixedLine(pen, line, { x, baseline: baseline + row * style.leading, style })
			out = `BT ${colourOf(style.colour)} rg /${latin.font.id} ${round(style.size)} Tf 1 0 0 -1 ${round(x)} ${round(baseline + row * style.leading)} Tm`
		} else {
			const down = (row - moved) * style.leading
			out += `${down === 0 ? '' : ` 0 ${round(-down)} Td`} (${codes}) Tj`
		}
		moved = row
	})
	pen.doc.addContent(`${out} ET`)
}

/** From the middle of a line down to its baseline, in sizes: half of what Noto Sans has above less what it has below. */
const CENTRE = 0.388

/** Writes one line; see {@link writeLines}. */
export function writeLine(pen: Pen, text: string, at: { x: number; y: number; style: Style }): void {
	writeLines(pen, [{ text: pen.edition === 'first' ? text : clean(text), width: 0 }], at)
}

/** The codes of a line and its closing space, or null where a letter needs another font. */
function latinCodes(latin: Inked, style: Style, text: string): string | null {
	const face = faceOf(style.face)
	let codes = ''
	for (let at = 0; at < text.length; at += 1) {
		const unit = text.charCodeAt(at)
		const code = latin.codes[unit]
		if (code === undefined && face.scriptOf(unit) !== 0) return null
		codes += code ?? newCode(latin, unit)
	}
	return codes + (latin.codes[SPACE] ?? newCode(latin, SPACE))
}

const SPACE = 32

function newCode(latin: Inked, unit: number): string {
	const code = encoded(latin.font, String.fromCharCode(unit))
	latin.codes[unit] = code
	return code
}

/** Letters as the bytes of their codes in a PDF string: half as long as in hexadecimal, with its four marks escaped. */
export function encoded(font: EmbeddedFont, text: string): string {
	return font
		.encode(text, [])[0]
		.map((code) => byte(code.slice(0, 2)) + byte(code.slice(2)))
		.join('')
}

function byte(hex: string): string {
	const letter = String.fromCharCode(parseInt(hex, 16))
	if (letter === '\r') return '\\r'
	return letter === '(' || letter === ')' || letter === '\\' ? `\\${letter}` : letter
}

/** Opens a font in this document once, and sees to it that the page names it. */
export function inkedFont(pen: Pen, name: Style['face'], script: Script): Inked {
	const face = faceOf(name)
	const drawnBy = script === 'REPLACED' ? 'LATIN' : script
	const key = face.edition === 'first' ? `${face.weight} ${drawnBy}` : face.file(script)
	let inked = pen.inked.get(key)
	if (!inked) {
		takeFont(pen.doc, face.source(script))
		inked = { font: embeddedIn(pen.doc), codes: [] }
		if (pen.edition !== 'first') withoutCodeOfNothing(inked.font)
		pen.inked.set(key, inked)
	}
	const onPage = fontsOf(pen.doc.page)
	onPage[inked.font.id] ??= inked.font.ref()
	return inked
}

/** PDFKit says that the sign for a missing letter is U+0000, which no archive file may say; it is never drawn. */
function withoutCodeOfNothing(font: EmbeddedFont): void {
	Reflect.set(font, 'unicode', [[REPLACEMENT]])
}

/** PDFKit takes an opened font as well as its bytes; its types do not say so. */
export function takeFont(doc: PDFKit.PDFDocument, source: FontSource): void {
	callLoosely(doc, 'font', [source])
}

function fontsOf(page: PDFKit.PDFPage): Record<string, unknown> {
	const fonts: unknown = Reflect.get(page, 'fonts')
	if (!isTable(fonts)) throw new Error('a page has no table of fonts')
	return fonts
}

function isTable(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null
}

/** A filled box; for rules, which are many. */
export function fillBox(pen: Pen, at: Box, colour: string): void {
	const { x, y, width, height } = at
	pen.doc.addContent(`${colourOf(colour)} rg ${round(x)} ${round(y)} ${round(width)} ${round(height)} re f`)
}

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** A colour as PDF's three numbers. */
export function colourOf(hex: string): string {
	const known = colours.get(hex)
	if (known !== undefined) return known
	const colour = [1, 3, 5].map((at) => round(parseInt(hex.slice(at, at + 2), 16) / 255)).join(' ')
	colours.set(hex, colour)
	return colour
}

const colours = new Map<string, string>()

/** A length as PDF writes it, to a thousandth of a point. */
export function round(value: number): string {
	return String(Math.round(value * 1000) / 1000)
}
