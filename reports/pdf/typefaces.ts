import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'

/** The part of a parsed font that is used here. */
export type FontSource = {
	hasGlyphForCodePoint: (codePoint: number) => boolean
	glyphForCodePoint: (codePoint: number) => { readonly advanceWidth: number }
	readonly unitsPerEm: number
}

export type Weight = 'regular' | 'bold'

/** Which file draws a letter. REPLACED: none does, and U+FFFD stands in. */
export const SCRIPTS = ['LATIN', 'ARABIC', 'MATH', 'REPLACED'] as const
export type Script = (typeof SCRIPTS)[number]

/** One weight of the typeface: what draws each letter, and how wide it is. */
export type Face = {
	readonly weight: Weight
	/** Index into SCRIPTS. */
	readonly scriptOf: (codeUnit: number) => number
	/** Width in thousandths of the size. Arabic letters are measured standing alone, which is never too narrow. */
	readonly advanceOf: (codeUnit: number) => number
	readonly source: (script: Script) => FontSource
}

export const REPLACEMENT = 0xfffd

const FILES: Readonly<Record<Weight, Readonly<Record<Script, string>>>> = {
	regular: {
		LATIN: 'NotoSans-Regular.ttf',
		ARABIC: 'NotoSansArabic-Regular.ttf',
		MATH: 'NotoSansMath-Regular.ttf',
		REPLACED: 'NotoSans-Regular.ttf',
	},
	bold: {
		LATIN: 'NotoSans-Bold.ttf',
		ARABIC: 'NotoSansArabic-Bold.ttf',
		MATH: 'NotoSansMath-Regular.ttf',
		REPLACED: 'NotoSans-Bold.ttf',
	},
}

// The package's own import map leads to the files from the sources and from the built server alike.
const require = createRequire(import.meta.url)
const sources = new Map<string, FontSource>()
const faces = new Map<Weight, Face>()

/** The face of a weight; each font file is read and parsed once per process, and only when a letter needs it. */
export function faceOf(weight: Weight): Face {
	const known = faces.get(weight)
	if (known) return known
	const face = openFace(weight)
	faces.set(weight, face)
	return face
}

function openFace(weight: Weight): Face {
	const source = (script: Script) => sourceOf(FILES[weight][script])
	const advances = new Float32Array(0x10000).fill(-1)
	const scripts = new Uint8Array(0x10000)
	const look = (unit: number): void => {
		const script = scriptFor(unit, source)
		const drawn = script === 'REPLACED' ? REPLACEMENT : unit
		const from = source(script)
		scripts[unit] = SCRIPTS.indexOf(script)
		// The second half of a letter beyond U+FFFF takes no room of its own.
		advances[unit] = isLowSurrogate(unit)
			? 0
			: (from.glyphForCodePoint(drawn).advanceWidth * 1000) / from.unitsPerEm
	}
	return {
		weight,
		source,
		scriptOf: (unit) => {
			if ((advances[unit] ?? -1) < 0) look(unit)
			return scripts[unit] ?? 0
		},
		advanceOf: (unit) => {
			if ((advances[unit] ?? -1) < 0) look(unit)
			return advances[unit] ?? 0
		},
	}
}

function scriptFor(unit: number, source: (script: Script) => FontSource): Script {
	if (isSurrogate(unit)) return 'REPLACED'
	if (source('LATIN').hasGlyphForCodePoint(unit)) return 'LATIN'
	if (isArabic(unit) && source('ARABIC').hasGlyphForCodePoint(unit)) return 'ARABIC'
	if (unit >= 0x2190 && unit <= 0x25ff && source('MATH').hasGlyphForCodePoint(unit)) return 'MATH'
	return 'REPLACED'
}

function isArabic(unit: number): boolean {
	return (unit >= 0x600 && unit <= 0x77f) || (unit >= 0xfb50 && unit <= 0xfefc)
}

function isSurrogate(unit: number): boolean {
	return unit >= 0xd800 && unit <= 0xdfff
}

function isLowSurrogate(unit: number): boolean {
	return unit >= 0xdc00 && unit <= 0xdfff
}

function sourceOf(file: string): FontSource {
	const known = sources.get(file)
	if (known) return known
	const opener = new PDFDocument({ autoFirstPage: false, font: '' })
	opener.font(readFileSync(require.resolve(`#reports/fonts/${file}`)))
	const source = embeddedIn(opener).font
	sources.set(file, source)
	return source
}

/** A font as PDFKit embeds it in one document: it gives the letters their numbers there. */
export type EmbeddedFont = {
	readonly id: string
	readonly font: FontSource
	encode: (text: string, features?: readonly string[]) => [string[], unknown[]]
	/** Naming features, even none, shapes the whole text at once; else PDFKit shapes word by word, left to right. */
	widthOfString: (text: string, size: number, features: readonly string[]) => number
	ref: () => unknown
}

/** The font that the document has in hand. PDFKit keeps it to itself; the version is pinned. */
export function embeddedIn(doc: PDFKit.PDFDocument): EmbeddedFont {
	const font: unknown = Reflect.get(doc, '_font')
	if (!isEmbedded(font)) throw new Error('no font is open in this document')
	return font
}

function isEmbedded(font: unknown): font is EmbeddedFont {
	return typeof font === 'object' && font !== null && 'encode' in font && 'font' in font && 'ref' in font
}
