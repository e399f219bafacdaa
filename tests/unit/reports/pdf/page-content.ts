import { dictionaryAt, listAt, streamAt } from './read-pdf.ts'
import type { Dictionary, Pdf, Value } from './read-pdf.ts'

/** One stroke of the pen on a page: what was drawn, inside which mark, and where. */
export type Drawn = {
	readonly operator: string
	/** Number of the structure content it belongs to; `artifact`, or null where it is marked as nothing. */
	readonly mark: number | 'artifact' | null
	/** What it says, where it says anything: what is written in its stead, else its letters. */
	readonly text: string
	/** The room of its letters in points from the page's lower left corner; null for lines and fills. */
	readonly box: Box | null
}
export type Box = {
	readonly left: number
	readonly right: number
	readonly bottom: number
	readonly top: number
}

type Token =
	| { readonly kind: 'operator'; readonly value: string }
	| { readonly kind: 'number'; readonly value: number }
	| { readonly kind: 'name'; readonly value: string }
	| { readonly kind: 'bytes'; readonly value: Buffer }
	| { readonly kind: 'list'; readonly value: readonly Token[] }
	| { readonly kind: 'dictionary'; readonly value: ReadonlyMap<string, Token> }

const SPACES = new Set([0, 9, 10, 12, 13, 32])
const DELIMITERS = new Set(Buffer.from('()<>[]{}/%'))
const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/** Reads the instructions of a page one by one. */
function* tokensOf(bytes: Buffer): Generator<Token> {
	let at = 0
	const isSpace = () => SPACES.has(bytes[at] ?? 32)
	const word = (): string => {
		const from = at
		while (at < bytes.length && !isSpace() && !DELIMITERS.has(bytes[at] ?? 32)) at += 1
		return bytes.toString('latin1', from, at)
	}
	const string = (): Token => {
		const out: number[] = []
		for (let depth = 1; ; at += 1) {
			const letter = String.fromCharCode(bytes[at] ?? 41)
			if (letter === '\\') {
				at += 1
				const next = String.fromCharCode(bytes[at] ?? 0)
				out.push(ESCAPES[next] ?? bytes[at] ?? 0)
				continue
			}
			if (letter === '(') depth += 1
			if (letter === ')') depth -= 1
			if (depth === 0) break
			out.push(bytes[at] ?? 0)
		}
		at += 1
		return { kind: 'bytes', value: Buffer.from(out) }
	}
	const many = (end: string): Token[] => {
		const found: Token[] = []
		for (;;) {
			while (at < bytes.length && isSpace()) at += 1
			if (at >= bytes.length) return found
			if (bytes.toString('latin1', at, at + end.length) === end) {
				at += end.length
				return found
			}
			found.push(one())
		}
	}
	const one = (): Token => {
		const letter = String.fromCharCode(bytes[at] ?? 0)
		const two = bytes.toString('latin1', at, at + 2)
		if (two === '<<') {
			at += 2
			return dictionaryFrom(many('>>'))
		}
		at += 1
		if (letter === '(') return string()
		if (letter === '[') return { kind: 'list', value: many(']') }
		if (letter === '/') return { kind: 'name', value: word() }
		if (letter === '<') {
			const hex = word()
			at += 1
			return { kind: 'bytes', value: Buffer.from(hex, 'hex') }
		}
		at -= 1
		const value = word()
		if (value === '') throw new Error(`unreadable instruction ${letter} at ${String(at)}`)
		const isNumber = /^[-+]?[\d.]+$/.test(value)
		return isNumber ? { kind: 'number', value: Number(value) } : { kind: 'operator', value }
	}
	for (;;) {
		while (at < bytes.length && isSpace()) at += 1
		if (at >= bytes.length) return
		yield one()
	}
}

function dictionaryFrom(tokens: readonly Token[]): Token {
	const value = new Map<string, Token>()
	for (let at = 0; at + 1 < tokens.length; at += 2) {
		const [name, given] = [tokens[at], tokens[at + 1]]
		if (name?.kind === 'name' && given) value.set(name.value, given)
	}
	return { kind: 'dictionary', value }
}

type Font = {
	readonly letters: ReadonlyMap<number, string>
	readonly widths: readonly number[]
}

/** A font of the file: what its codes say, and how wide they are. */
export function fontAt(pdf: Pdf, value: Value | undefined): Font {
	const font = dictionaryAt(pdf, value)
	const own = dictionaryAt(pdf, listAt(pdf, font['/DescendantFonts'])[0])
	const widths = listAt(pdf, listAt(pdf, own['/W'])[1])
	return {
		letters: lettersIn(streamAt(pdf, font['/ToUnicode']).toString('latin1')),
		widths: widths.map(Number),
	}
}

function lettersIn(map: string): ReadonlyMap<number, string> {
	const letters = new Map<number, string>()
	for (const [, from, , row] of map.matchAll(/<(\w{4})> <(\w{4})> \[([^\]]*)\]/g))
		[...(row ?? '').matchAll(/<([^>]*)>/g)].forEach(([, hex], index) => {
			const units = Buffer.from((hex ?? '').replaceAll(' ', ''), 'hex').swap16()
			letters.set(parseInt(from ?? '', 16) + index, units.toString('utf16le'))
		})
	return letters
}

type Matrix = readonly [number, number, number, number, number, number]

function times([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
	return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F]
}

const PAINTS = new Set([
	'Tj',
	'TJ',
	"'",
	'"',
	'f',
	'F',
	'f*',
	'B',
	'B*',
	'b',
	'b*',
	'S',
	's',
	'Do',
	'sh',
	'EI',
])

/** All that is drawn on a page, in its order, with the marks around it. */
export function drawnOn(pdf: Pdf, page: Dictionary): readonly Drawn[] {
	const fonts = dictionaryAt(pdf, dictionaryAt(pdf, page['/Resources'])['/Font'])
	const opened = new Map<string, Font>()
	const fontNamed = (name: string): Font => {
		const font = opened.get(name) ?? fontAt(pdf, fonts[`/${name}`])
		opened.set(name, font)
		return font
	}
	const drawn: Drawn[] = []
	const marks: {
		readonly mark: Drawn['mark']
		readonly instead: { text: string } | null
		readonly isTurned: boolean
	}[] = []
	let matrix: Matrix = [1, 0, 0, 1, 0, 0]
	let line: Matrix = matrix
	let text: Matrix = matrix
	let font: Font = { letters: new Map(), widths: [] }
	let size = 0
	let rise = 0
	const kept: Matrix[] = []
	let given: Token[] = []
	const numbers = () => given.flatMap((token) => (token.kind === 'number' ? [token.value] : []))
	const matrixGiven = (): Matrix => {
		const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers()
		return [a, b, c, d, e, f]
	}
	const show = (parts: readonly Token[]): { text: string; box: Box } => {
		let said = ''
		let moved = 0
		let inked = 0
		for (const part of parts) {
			if (part.kind === 'number') moved -= (part.value / 1000) * size
			if (part.kind !== 'bytes') continue
			for (let at = 0; at + 1 < part.value.length; at += 2) {
				const code = part.value.readUInt16BE(at)
				const letter = font.letters.get(code) ?? ''
				said += letter
				moved += ((font.widths[code] ?? 0) / 1000) * size
				if (letter !== ' ') inked = moved
			}
		}
		const place = times(text, matrix)
		text = times([1, 0, 0, 1, moved, 0], text)
		const base = place[5] + rise * Math.sign(place[3])
		const box = {
			left: place[4],
			right: place[4] + inked,
			bottom: base - 0.2 * size,
			top: base + 0.72 * size,
		}
		return { text: said, box }
	}
	const paint = (operator: string): void => {
		const mark = marks.findLast((each) => each.mark !== null)?.mark ?? null
		const shown = /^T[jJ]$/.test(operator)
			? show(given.flatMap((token) => (token.kind === 'list' ? token.value : [token])))
			: null
		const instead = marks.findLast((each) => each.instead !== null)?.instead
		const isTurned = marks.some((each) => each.isTurned)
		const said = isTurned ? [...(shown?.text ?? '')].reverse().join('') : (shown?.text ?? '')
		drawn.push({ operator, mark, text: instead ? instead.text : said, box: shown?.box ?? null })
		// What stands for several strokes is said once.
		if (instead && shown) instead.text = ''
	}
	for (const token of tokensOf(streamAt(pdf, page['/Contents']))) {
		if (token.kind !== 'operator') {
			given.push(token)
			continue
		}
		const operator = token.value
		if (operator === 'q') kept.push(matrix)
		else if (operator === 'Q') matrix = kept.pop() ?? matrix
		else if (operator === 'cm') matrix = times(matrixGiven(), matrix)
		else if (operator === 'BT') line = text = [1, 0, 0, 1, 0, 0]
		else if (operator === 'Tm') line = text = matrixGiven()
		else if (operator === 'Td') line = text = times([1, 0, 0, 1, numbers()[0] ?? 0, numbers()[1] ?? 0], line)
		else if (operator === 'Ts') rise = numbers()[0] ?? 0
		else if (operator === 'Tf') {
			const [name] = given
			font = fontNamed(name?.kind === 'name' ? name.value : '')
			size = numbers()[0] ?? 0
		} else if (operator === 'BDC' || operator === 'BMC') marks.push(markFrom(given))
		else if (operator === 'EMC') marks.pop()
		else if (PAINTS.has(operator)) paint(operator)
		given = []
	}
	return drawn
}

function markFrom([tag, properties]: readonly Token[]) {
	const name = tag?.kind === 'name' ? tag.value : ''
	const given = properties?.kind === 'dictionary' ? properties.value : new Map<string, Token>()
	const number = given.get('MCID')
	const actual = given.get('ActualText')
	const mark = name === 'Artifact' ? ('artifact' as const) : number?.kind === 'number' ? number.value : null
	return {
		mark,
		instead: actual?.kind === 'bytes' ? { text: unicodeOf(actual.value) } : null,
		isTurned: name === 'ReversedChars',
	}
}

function unicodeOf(bytes: Buffer): string {
	if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1')
	return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le')
}
