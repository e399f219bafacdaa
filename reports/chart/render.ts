import { hatchInRectangle } from '#app/charts/hatch.ts'
import { INK, JUDGE_COLOURS, PAPER, QUIET } from '#app/charts/palette.ts'
import type { Shape, ShownValue, SpokenChart } from '#app/charts/shapes.ts'
import { escaped, xmlText } from '#app/export/xml-text.ts'
import { fittingLines, outlined, widthOfText } from '#reports/card/outline.ts'
import type { Lettering } from '#reports/card/outline.ts'

/** Unit: pixels. */
export const CHART_WIDTH = 960

const LEFT = 32
const ROOM = CHART_WIDTH - 2 * LEFT
const HEADING: Lettering = { weight: 'bold', size: 24, colour: INK }
const STRONG: Lettering = { weight: 'bold', size: 16, colour: INK }
const PLAIN: Lettering = { weight: 'regular', size: 16, colour: INK }
const MUTED: Lettering = { weight: 'regular', size: 15, colour: QUIET }
const HEADING_PX = 32
const FOOT_PX = 24

/** What a drawing says about itself where it stands alone. */
export type ChartSurroundings = {
	/** Whom it is about. */
	readonly about: string
	/** Source and date, address, and what must not be forgotten: a line each. */
	readonly foot: readonly string[]
	readonly locale: string
	/** Letters as text that can be read and searched, or as outlines that look the same on any machine. */
	readonly letters: 'TEXT' | 'OUTLINES'
}

type Pen = (text: string, lettering: Lettering, at: PenPlace) => string
type PenPlace = { readonly x: number; readonly y: number; readonly anchor?: 'start' | 'middle' | 'end' }

/** A chart as SVG that needs nothing beside itself. Depends on its input alone. */
export function chartDrawing(chart: SpokenChart, around: ChartSurroundings): string {
	const pen = around.letters === 'TEXT' ? asText : asOutlines
	const lines = (text: string, lettering: Lettering) =>
		fittingLines(text, lettering, { width: ROOM, lines: 4 })
	const heading = lines(chart.message, HEADING)
	const top = 64 + heading.length * HEADING_PX + 12
	const feet = [...chart.notes, ...around.foot].flatMap((text) => lines(text, MUTED))
	const bottom = top + chart.drawing.height + 28
	const height = bottom + feet.length * FOOT_PX + 16
	const box = `0 0 ${String(CHART_WIDTH)} ${String(height)}`
	const parts = [
		`<rect width="${String(CHART_WIDTH)}" height="${String(height)}" fill="${PAPER}"/>`,
		`<rect width="${String(CHART_WIDTH)}" height="8" fill="${JUDGE_COLOURS.claimed}"/>`,
		...lines(around.about, MUTED)
			.slice(0, 1)
			.map((text) => pen(text, MUTED, { x: LEFT, y: 40 })),
		...heading.map((text, at) => pen(text, HEADING, { x: LEFT, y: 72 + at * HEADING_PX })),
		`<g transform="translate(${String(LEFT)} ${String(top)})">${chart.drawing.shapes.map((shape) => shapeOf(shape, pen)).join('')}</g>`,
		...feet.map((text, at) => pen(text, MUTED, { x: LEFT, y: bottom + at * FOOT_PX })),
	]
	const size = `width="${String(CHART_WIDTH)}" height="${String(height)}" viewBox="${box}"`
	return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" xml:lang="${around.locale}"><title>${said(chart.title)}</title>${parts.join('')}</svg>`
}

function asText(
	text: string,
	{ weight, size, colour }: Lettering,
	{ x, y, anchor = 'start' }: PenPlace,
): string {
	const style = `font-family="'Noto Sans', Arial, sans-serif" font-size="${String(size)}" font-weight="${weight === 'bold' ? '700' : '400'}" fill="${colour}"`
	return `<text x="${rounded(x)}" y="${rounded(y)}" text-anchor="${anchor}" ${style}>${said(text)}</text>`
}

function asOutlines(text: string, lettering: Lettering, { x, y, anchor = 'start' }: PenPlace): string {
	const part = { start: 0, middle: 0.5, end: 1 }[anchor]
	return outlined(text, lettering, { x: x - widthOfText(text, lettering) * part, y })
}

function shapeOf(shape: Shape, pen: Pen): string {
	if (shape.kind === 'text') {
		const { x, y, dx = 0, text, anchor = 'start', isBold } = shape
		return pen(text, isBold ? STRONG : PLAIN, { x: x * ROOM + dx, y, anchor })
	}
	if (shape.kind === 'line') return lineOf(shape)
	return shape.kind === 'box' ? boxOf(shape) : markOf(shape)
}

type Of<Kind extends Shape['kind']> = Extract<Shape, { readonly kind: Kind }>

const DASHES = { dashed: '5 4', dotted: '1 4', filled: 'none', hatched: 'none', empty: 'none' } as const

function boxOf({ x, y, width, height, colour, filledShare, texture, value }: Of<'box'>): string {
	const [left, wide, filled] = [x * ROOM, width * ROOM, height * filledShare]
	const hatch =
		texture === 'hatched'
			? `<path d="${hatchInRectangle(wide, height, 6)}" stroke="${colour}" stroke-width="1.5"/>`
			: ''
	const inside = `<rect y="${rounded(height - filled)}" width="${rounded(wide)}" height="${rounded(filled)}" fill="${colour}"/>`
	const edge = `<rect width="${rounded(wide)}" height="${rounded(height)}" fill="none" stroke="${colour}" stroke-width="1.5" stroke-dasharray="${DASHES[texture]}"/>`
	return `<g transform="translate(${rounded(left)} ${rounded(y)})"${shown(value)}>${hatch}${inside}${edge}</g>`
}

function lineOf({ x1, x2, y1, y2, colour, isDashed, isThick }: Of<'line'>): string {
	const dashes = isDashed ? ' stroke-dasharray="1 3"' : ''
	return `<path d="M${rounded(x1 * ROOM)} ${rounded(y1)}L${rounded(x2 * ROOM)} ${rounded(y2)}" stroke="${colour}" stroke-width="${isThick ? '2' : '1'}"${dashes}/>`
}

function markOf({ x, y, dx = 0, colour, fill, outline, hatch, isDashed, value }: Of<'mark'>): string {
	const drawn = [
		hatch === '' ? '' : `<path d="${hatch}" stroke="${colour}" stroke-width="1.25"/>`,
		fill === '' ? '' : `<path d="${fill}" fill="${colour}"/>`,
		outline === ''
			? ''
			: `<path d="${outline}" fill="none" stroke="${colour}" stroke-width="1.5" stroke-dasharray="${isDashed ? '2.5 2' : 'none'}"/>`,
	]
	return `<g transform="translate(${rounded(x * ROOM + dx)} ${rounded(y)})"${shown(value)}>${drawn.join('')}</g>`
}

function shown(value: ShownValue | undefined): string {
	if (!value) return ''
	return ` data-row="${String(value.row)}" data-column="${String(value.column)}" data-value="${said(value.text)}"`
}

function said(text: string): string {
	return escaped(xmlText(text))
}

function rounded(value: number): string {
	return String(Math.round(value * 100) / 100)
}
