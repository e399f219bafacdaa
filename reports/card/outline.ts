import { baseDirection, hasRightToLeft, stretchesOf, turnedRound } from '#reports/pdf/bidi.ts'
import { breakLines, clean, widthOf } from '#reports/pdf/lines.ts'
import { runsOf } from '#reports/pdf/runs.ts'
import type { Run } from '#reports/pdf/runs.ts'
import { faceOf } from '#reports/pdf/typefaces.ts'
import type { FontSource, Script } from '#reports/pdf/typefaces.ts'
import type { Style, Weight } from '#reports/pdf/type-scale.ts'

/** How a text is written on a picture. Unit: pixels. */
export type Lettering = {
	readonly weight: Weight
	readonly size: number
	readonly colour: string
}

type Placed = { readonly x: number; readonly y: number }

/** The part of a parsed font that gives the letters of a text as outlines, in the order in which they stand. */
type Outlines = FontSource & {
	layout: (text: string) => {
		readonly glyphs: readonly { readonly path: { toSVG: () => string } }[]
		readonly positions: readonly {
			readonly xAdvance: number
			readonly xOffset: number
			readonly yOffset: number
		}[]
	}
}

/** Scripts that the font itself sets from right to left. */
const TURNED_BY_FONT = ['ARABIC', 'HEBREW'] as const satisfies readonly Script[]

/**
 * Lines that fit a width, at most so many: where more would follow, the last one ends with an ellipsis.
 *
 * Unit  width in pixels
 */
export function fittingLines(
	text: string,
	lettering: Lettering,
	{ width, lines }: { readonly width: number; readonly lines: number },
): readonly string[] {
	const style = styleOf(lettering)
	const broken = breakLines(text.replace(/\s+/g, ' '), style, width).map((line) => line.text)
	if (broken.length <= lines) return broken
	const kept = broken.slice(0, lines)
	const letters = [...(kept.pop() ?? '')]
	while (letters.length > 1 && widthOf(`${letters.join('')}…`, style) > width) letters.pop()
	return [...kept, `${letters.join('').trimEnd()}…`]
}

/** How wide a text stands. Unit: pixels. */
export function widthOfText(text: string, lettering: Lettering): number {
	return widthOf(clean(text), styleOf(lettering))
}

/**
 * A line of text as outlines of its letters, so that it looks the same on a machine without any typefaces. The place is
 * where its baseline begins on the left; `room` sets what is read from the right against the right end.
 */
export function outlined(
	text: string,
	lettering: Lettering,
	at: Placed & { readonly room?: number },
): string {
	const written = clean(text)
	const base = baseDirection(written)
	const stretches = hasRightToLeft(written)
		? stretchesOf(written, base)
		: [{ text: written, direction: 'ltr' as const }]
	let x = 0
	const parts = stretches.flatMap(({ text: said, direction }) => {
		const runs = runsOf(said, styleOf(lettering).face)
		return (direction === 'rtl' ? [...runs].reverse() : runs).map((run) => {
			const drawn = runOutlines(run, lettering, { isTurned: direction === 'rtl', x })
			x += drawn.width
			return drawn.paths
		})
	})
	const left = base === 'rtl' && at.room !== undefined ? at.x + at.room - x : at.x
	return `<g fill="${lettering.colour}" transform="translate(${rounded(left)} ${rounded(at.y)})">${parts.join('')}</g>`
}

type RunPlace = { readonly isTurned: boolean; readonly x: number }

function runOutlines({ script, text }: Run, { weight, size }: Lettering, { isTurned, x }: RunPlace) {
	const source = faceOf(`second ${weight}`).source(script)
	if (!givesOutlines(source)) throw new Error('this font gives no outlines')
	const known = script === 'REPLACED' ? [...text].map(() => '\ufffd').join('') : text
	const isTurnedByFont = TURNED_BY_FONT.some((turned) => turned === script)
	const { glyphs, positions } = source.layout(isTurned && !isTurnedByFont ? turnedRound(known) : known)
	const scale = size / source.unitsPerEm
	let advance = 0
	const paths = glyphs.map((glyph, at) => {
		const place = positions[at] ?? { xAdvance: 0, xOffset: 0, yOffset: 0 }
		const [dx, dy] = [x + (advance + place.xOffset) * scale, -place.yOffset * scale]
		advance += place.xAdvance
		const path = glyph.path.toSVG()
		if (path === '') return ''
		const turn = `translate(${rounded(dx)} ${rounded(dy)}) scale(${String(scale)} ${String(-scale)})`
		return `<path transform="${turn}" d="${path}"/>`
	})
	return { paths: paths.join(''), width: advance * scale }
}

function givesOutlines(source: FontSource): source is Outlines {
	return 'layout' in source && typeof source.layout === 'function'
}

function styleOf({ weight, size, colour }: Lettering): Style {
	return { face: `second ${weight}`, size, leading: size, colour }
}

function rounded(value: number): string {
	return String(Math.round(value * 100) / 100)
}
