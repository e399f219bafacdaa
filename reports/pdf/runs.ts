import { hasRightToLeft, stretchesOf, turnedRound } from './bidi.ts'
import type { Direction } from './bidi.ts'
import type { Line } from './lines.ts'
import { colourOf, encoded, inkedFont, round, takeFont } from './pen.ts'
import type { Pen } from './pen.ts'
import { SCRIPTS, faceOf, hasBold, isSelector } from './typefaces.ts'
import type { EmbeddedFont, Script } from './typefaces.ts'
import type { Style } from './type-scale.ts'

/** Letters of one font. */
export type Run = { readonly script: Script; readonly text: string }

type At = { readonly x: number; readonly baseline: number; readonly style: Style }

/** Scripts whose letters change with their neighbours, or carry marks that are set above and below them. */
const SHAPED = ['ARABIC', 'HEBREW', 'THAI'] as const satisfies readonly Script[]

/** A line cut where the font changes. A space between two Arabic words belongs to them. */
export function runsOf(text: string, name: Style['face']): readonly Run[] {
	const face = faceOf(name)
	const scriptAt = (at: number): Script => SCRIPTS[face.scriptOf(text.charCodeAt(at))] ?? 'REPLACED'
	const runs: { script: Script; text: string }[] = []
	for (let at = 0; at < text.length; at += 1) {
		const last = runs.at(-1)
		const script = scriptAt(at)
		const joinsWords =
			text.charAt(at) === ' ' &&
			last?.script === 'ARABIC' &&
			at + 1 < text.length &&
			scriptAt(at + 1) === 'ARABIC'
		const isJoiner =
			face.edition !== 'first' && JOINERS.test(text.charAt(at)) && last && TAKES_JOINERS.has(last.script)
		if (last && (last.script === script || joinsWords || isJoiner)) last.text += text.charAt(at)
		else runs.push({ script, text: text.charAt(at) })
	}
	return runs
}

/** Say whether two letters touch, and are none themselves. */
const JOINERS = /[\u200c\u200d]/
const TAKES_JOINERS: ReadonlySet<Script> = new Set([...SHAPED, 'REPLACED'] as const)

/** Writes a line with letters of several fonts, run by run, and from the right what is read from there. */
export function writeMixedLine(pen: Pen, line: Line, at: At): void {
	if (pen.edition === 'first') writeInOrder(pen, line.text, at)
	else writeInDirections(pen, line, at)
}

/** As the first edition wrote it: the runs in their order, Arabic ones shaped and set from right to left. */
function writeInOrder(pen: Pen, text: string, at: At): void {
	let { x } = at
	for (const run of runsOf(`${text} `, at.style.face)) {
		const inked = inkedFont(pen, at.style.face, run.script)
		const drawn = run.script === 'REPLACED' ? [...run.text].map(() => '\ufffd').join('') : run.text
		if (run.script === 'REPLACED') pen.doc.markContent('Span', { actual: run.text })
		if (run.script === 'ARABIC') {
			takeFont(pen.doc, faceOf(at.style.face).source(run.script))
			pen.doc.fontSize(at.style.size).fillColor(at.style.colour)
			pen.doc.text(drawn, x, at.baseline, { lineBreak: false, baseline: 'alphabetic', features: [] })
		} else {
			const head = `BT ${colourOf(at.style.colour)} rg /${inked.font.id} ${round(at.style.size)} Tf`
			pen.doc.addContent(
				`${head} 1 0 0 -1 ${round(x)} ${round(at.baseline)} Tm (${encoded(inked.font, drawn)}) Tj ET`,
			)
		}
		if (run.script === 'REPLACED') pen.doc.endMarkedContent()
		x += inked.font.widthOfString(drawn, at.style.size, [])
	}
}

function replaced({ script, text }: Run): string {
	if (script !== 'REPLACED') return text
	return [...text]
		.map((letter) => (isSelector(letter.charCodeAt(0)) || JOINERS.test(letter) ? '' : '\ufffd'))
		.join('')
}

type Placed = Run & { readonly x: number; readonly direction: Direction }

/**
 * Places the runs of a line as they stand from left to right, and writes them in the order in which they are read.
 */
function writeInDirections(pen: Pen, { text, roomFromRight }: Line, at: At): void {
	const base = roomFromRight === undefined ? 'ltr' : 'rtl'
	const written = `${text} `
	const isMixed = base === 'rtl' || hasRightToLeft(text)
	const stretches = isMixed
		? stretchesOf(written, base)
		: [{ text: written, direction: 'ltr' as const, place: 0 }]
	const widthOfRun = (run: Run) =>
		inkedFont(pen, at.style.face, run.script).font.widthOfString(replaced(run), at.style.size, [])
	let x = 0
	const placed = stretches.map(({ text: said, direction, place }) => {
		const inOneFont = runsOf(said, at.style.face)
		const runs = direction === 'rtl' ? inOneFont.flatMap(withMirroredApart) : inOneFont
		const inSight = (direction === 'rtl' ? [...runs].reverse() : runs).map((run): Placed => {
			const here = x
			x += widthOfRun(run)
			return { ...run, direction, x: here }
		})
		return { place, runs: direction === 'rtl' ? inSight.reverse() : inSight }
	})
	// The closing space of a line from the right stands at its left end, outside the room.
	const left = roomFromRight === undefined ? at.x : at.x + roomFromRight - x
	for (const { runs } of placed.sort((a, b) => a.place - b.place))
		for (const run of runs) writeRun(pen, run, { ...at, x: left + run.x })
}

function writeRun(pen: Pen, run: Placed, { x, baseline, style }: At): void {
	const { doc } = pen
	const { font } = inkedFont(pen, style.face, run.script)
	const isShaped = isOneOf(SHAPED, run.script) && !isNumber(run)
	const isThickened = faceOf(style.face).weight === 'bold' && !hasBold(run.script)
	const mark = markOf(run)
	if (mark) doc.markContent(mark.tag, mark.options)
	const colour = colourOf(style.colour)
	const text = `BT ${colour} rg /${font.id} ${round(style.size)} Tf 1 0 0 -1 ${round(x)} ${round(baseline)} Tm`
	const thick = `q ${colour} RG ${round(style.size * THICKER)} w ${text} 2 Tr`
	const turned = run.direction === 'rtl' && !isShaped ? { ...run, text: turnedRound(run.text) } : run
	const shown = isShaped ? shapedText(font, turned.text, style.size) : `(${lettersOf(font, turned)}) Tj`
	doc.addContent(isThickened ? `${thick} ${shown} ET Q` : `${text} ${shown} ET`)
	if (mark) doc.endMarkedContent()
}

function isOneOf(scripts: readonly Script[], script: Script): boolean {
	return scripts.includes(script)
}

/** A number of Arabic digits is read from the left, which fonts do not know. */
function isNumber({ script, direction }: Placed): boolean {
	return direction === 'ltr' && script !== 'THAI'
}

function lettersOf(font: EmbeddedFont, run: Placed): string {
	return [...replaced(run)].map((letter) => encoded(font, letter)).join('')
}

/** Brackets stand apart, since what is drawn of each is the other one of its pair. */
function withMirroredApart({ script, text }: Run): readonly Run[] {
	return (text.match(MIRRORED_APART) ?? []).map((part) => ({ script, text: part }))
}

const MIRRORED_APART = /[()[\]{}«»‹›<>]|[^()[\]{}«»‹›<>]+/g

/** How much thicker the outline of a letter becomes that has no bold form, in sizes. */
const THICKER = 0.035

type Mark = { readonly tag: string; readonly options?: { readonly actual: string } }

/**
 * What readers and copiers are told of a run: the letter that was written where another is drawn, Thai with its marks
 * as it is spelled, and that letters from the right stand turned round in the file.
 *
 * Source  ISO 32000-1, 14.8.2.3.3 and 14.9.4
 */
function markOf({ script, text, direction }: Placed): Mark | null {
	if (script === 'REPLACED' || script === 'THAI') return { tag: 'Span', options: { actual: text } }
	if (direction === 'ltr') return null
	return turnedRound(text) === text || text.length > 1
		? { tag: 'ReversedChars' }
		: { tag: 'Span', options: { actual: text } }
}

/** Letters that the font sets beside, above and below each other, as PDF shows them: every shift in thousandths. */
function shapedText(font: EmbeddedFont, text: string, size: number): string {
	const [codes, positions] = font.encode(text, [])
	const parts: string[] = []
	let shown = ''
	let advance = 0
	let cursor = 0
	let rise = 0
	const show = (): void => {
		if (shown !== '') parts.push(`[${shown}] TJ`)
		shown = ''
	}
	codes.forEach((code, index) => {
		const { xAdvance, xOffset, yOffset, advanceWidth } = positions[index] ?? NOT_MOVED
		if (round(yOffset) !== round(rise)) {
			show()
			parts.push(`${round((yOffset * size) / 1000)} Ts`)
			rise = yOffset
		}
		const shift = advance + xOffset - cursor
		shown += `${round(shift) === '0' ? '' : round(-shift)}<${code}>`
		cursor = advance + xOffset + advanceWidth
		advance += xAdvance
	})
	show()
	if (rise !== 0) parts.push('0 Ts')
	return parts.join(' ')
}

const NOT_MOVED = { xAdvance: 0, xOffset: 0, yOffset: 0, advanceWidth: 0 }
