import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { Edition, Style, Weight } from './type-scale.ts'

/** The part of a parsed font that is used here. */
export type FontSource = {
	hasGlyphForCodePoint: (codePoint: number) => boolean
	glyphForCodePoint: (codePoint: number) => { readonly advanceWidth: number }
	readonly unitsPerEm: number
}

/** Which file draws a letter. REPLACED: none does, and U+FFFD stands in. */
export const SCRIPTS = [
	'LATIN',
	'ARABIC',
	'MATH',
	'REPLACED',
	'HEBREW',
	'THAI',
	'GEORGIAN',
	'ARMENIAN',
	'SYMBOLS',
	'HAN',
] as const
export type Script = (typeof SCRIPTS)[number]

/** One weight of the typeface in an edition: what draws each letter, and how wide it is. */
export type Face = {
	readonly edition: Edition
	readonly weight: Weight
	/** Index into SCRIPTS. */
	readonly scriptOf: (codeUnit: number) => number
	/** Width in thousandths of the size. Arabic letters are measured standing alone, which is never too narrow. */
	readonly advanceOf: (codeUnit: number) => number
	readonly source: (script: Script) => FontSource
	readonly file: (script: Script) => string
}

export const REPLACEMENT = 0xfffd

/** File of each script and weight; one name where there is only one weight. */
const FILES: Readonly<Record<Script, string | Readonly<Record<Weight, string>>>> = {
	LATIN: inTwoWeights('NotoSans'),
	REPLACED: inTwoWeights('NotoSans'),
	ARABIC: inTwoWeights('NotoSansArabic'),
	HEBREW: inTwoWeights('NotoSansHebrew'),
	THAI: inTwoWeights('NotoSansThai'),
	GEORGIAN: inTwoWeights('NotoSansGeorgian'),
	ARMENIAN: inTwoWeights('NotoSansArmenian'),
	MATH: 'NotoSansMath-Regular.ttf',
	SYMBOLS: 'NotoSansSymbols2-Regular.ttf',
	HAN: 'NotoSansCJKtc-Regular.otf',
}

/** Where a script's letters lie, in the order in which they are tried. */
const RANGES: Readonly<Record<Edition, readonly (readonly [Script, number, number])[]>> = {
	first: [
		['ARABIC', 0x600, 0x77f],
		['ARABIC', 0xfb50, 0xfefc],
		['MATH', 0x2190, 0x25ff],
	],
	second: [
		['ARMENIAN', 0x530, 0x58f],
		['HEBREW', 0x590, 0x5ff],
		['ARABIC', 0x600, 0x77f],
		['THAI', 0xe00, 0xe7f],
		['GEORGIAN', 0x10a0, 0x10ff],
		['GEORGIAN', 0x1c90, 0x1cbf],
		['MATH', 0x2190, 0x25ff],
		['SYMBOLS', 0x25a0, 0x2bff],
		['GEORGIAN', 0x2d00, 0x2d2f],
		['HAN', 0x1100, 0x11ff],
		['HAN', 0x2150, 0x9fff],
		['HAN', 0xac00, 0xd7a3],
		['HAN', 0xf900, 0xfaff],
		['ARMENIAN', 0xfb13, 0xfb17],
		['HEBREW', 0xfb1d, 0xfb4f],
		['ARABIC', 0xfb50, 0xfefc],
		['HAN', 0xfe30, 0xffef],
	],
}

function inTwoWeights(name: string): Readonly<Record<Weight, string>> {
	return { regular: `${name}-Regular.ttf`, bold: `${name}-Bold.ttf` }
}

/** Whether a script has letters of its own in bold; the others are drawn with a thicker outline. */
export function hasBold(script: Script): boolean {
	return typeof FILES[script] !== 'string'
}

// The package's own import map leads to the files from the sources and from the built server alike.
const require = createRequire(import.meta.url)
const sources = new Map<string, FontSource>()
const faces = new Map<Style['face'], Face>()

/** The face of that name; each font file is read and parsed once per process, and only when a letter needs it. */
export function faceOf(name: Style['face']): Face {
	const known = faces.get(name)
	if (known) return known
	const [edition, weight] = name.split(' ')
	const face = openFace(edition === 'first' ? 'first' : 'second', weight === 'bold' ? 'bold' : 'regular')
	faces.set(name, face)
	return face
}

function openFace(edition: Edition, weight: Weight): Face {
	const file = (script: Script): string => {
		const files = FILES[script]
		return typeof files === 'string' ? files : files[weight]
	}
	const source = (script: Script) => sourceOf(file(script))
	const advances = new Float32Array(0x10000).fill(-1)
	const scripts = new Uint8Array(0x10000)
	const look = (unit: number): void => {
		const script = scriptFor(unit, edition, source)
		const drawn = script === 'REPLACED' ? REPLACEMENT : unit
		const from = source(script)
		scripts[unit] = SCRIPTS.indexOf(script)
		// The second half of a letter beyond U+FFFF takes no room of its own.
		advances[unit] =
			isLowSurrogate(unit) || (edition !== 'first' && isSelector(unit))
				? 0
				: (from.glyphForCodePoint(drawn).advanceWidth * 1000) / from.unitsPerEm
	}
	return {
		edition,
		weight,
		source,
		file,
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

function scriptFor(unit: number, edition: Edition, source: (script: Script) => FontSource): Script {
	if (isSurrogate(unit)) return 'REPLACED'
	if (source('LATIN').hasGlyphForCodePoint(unit)) return 'LATIN'
	const found = RANGES[edition].find(
		([script, from, to]) => unit >= from && unit <= to && source(script).hasGlyphForCodePoint(unit),
	)
	return found?.[0] ?? 'REPLACED'
}

function isSurrogate(unit: number): boolean {
	return unit >= 0xd800 && unit <= 0xdfff
}

/** Says how the letter before it is to look, and is none itself. */
export function isSelector(unit: number): boolean {
	return unit >= 0xfe00 && unit <= 0xfe0f
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

/** Where a letter stands and how far it moves what follows, in thousandths of the size. */
export type LetterPlace = {
	readonly xAdvance: number
	readonly xOffset: number
	readonly yOffset: number
	readonly advanceWidth: number
}

/** A font as PDFKit embeds it in one document: it gives the letters their numbers there. */
export type EmbeddedFont = {
	readonly id: string
	readonly font: FontSource
	encode: (text: string, features?: readonly string[]) => [string[], LetterPlace[]]
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
