import type { Judge, LevelMark } from './block.ts'
import { colourOf, round } from './pen.ts'
import { INK, JUDGE_COLOURS, MUTED } from './type-scale.ts'

type Doc = PDFKit.PDFDocument

export type Spot = { readonly x: number; readonly y: number; readonly r: number }

/** Room that a mark and the space after it take, in points, for marks of this radius. */
export function markWidth(radius: number): number {
	return radius * 2 + 4
}

/** The glyph of a judge: square, circle, triangle or diamond in the judge's colour, centred on the spot. */
export function drawJudge(doc: Doc, judge: Judge, spot: Spot): void {
	drawAt(doc, spot, {
		name: `judge ${judge}`,
		path: (r) => `${colourOf(JUDGE_COLOURS[judge])} rg ${SHAPES[judge](r)} f`,
	})
}

/**
 * A level as filled quarters of a circle; no evidence is hatched, not assessed an empty dashed outline, and a word
 * that is no step of the scale a circle with three dots.
 */
export function drawLevel(doc: Doc, mark: LevelMark, spot: Spot): void {
	drawAt(doc, spot, { name: `level ${mark}`, path: (r) => levelPath(mark, r) })
}

const SHAPES: Readonly<Record<Judge, (r: number) => string>> = {
	claimed: (r) => `${round(-r * 0.85)} ${round(-r * 0.85)} ${round(r * 1.7)} ${round(r * 1.7)} re`,
	verified: (r) => circle(0, r),
	assessed: (r) => polygon([0, -r, r, r * 0.8, -r, r * 0.8]),
	coded: (r) => polygon([0, -r * 1.1, r * 1.1, 0, 0, r * 1.1, -r * 1.1, 0]),
}

/** Quarters of the circle that a level fills. */
const QUARTERS: Readonly<Record<LevelMark, number>> = {
	NOT_STARTED: 0,
	LIMITED: 1,
	SUBSTANTIAL: 2,
	COMPLETE: 4,
	NO_EVIDENCE: 0,
	NOT_ASSESSED: 0,
	OTHER_WORDS: 0,
}

function levelPath(mark: LevelMark, r: number): string {
	if (mark === 'NOT_ASSESSED') return `0.7 w [1.4 1.3] 0 d ${colourOf(MUTED)} RG ${circle(0, r)} S`
	const ink = `${colourOf(INK)} rg ${colourOf(INK)} RG 0.7 w`
	return `${ink} ${filling(mark, r)} ${circle(0, r)} S`
}

function filling(mark: LevelMark, r: number): string {
	if (mark === 'NO_EVIDENCE') return hatching(r)
	if (mark === 'OTHER_WORDS') return [-0.5, 0, 0.5].map((dx) => `${circle(dx * r, r * 0.16)} f`).join(' ')
	if (QUARTERS[mark] === 4) return `${circle(0, r)} f`
	return QUARTERS[mark] === 0 ? '' : `${wedge(r, QUARTERS[mark])} f`
}

/** How far the handles of a quarter circle reach, for a radius of 1. */
const HANDLE = 0.5523

/** The corners of a circle, clockwise from the top, y pointing down. */
const QUARTER_POINTS = [
	[0, -1],
	[1, 0],
	[0, 1],
	[-1, 0],
	[0, -1],
] as const

/** A wedge of so many quarters, clockwise from the top. */
function wedge(r: number, quarters: number): string {
	return `0 0 m 0 ${round(-r)} l ${arcs(0, r, quarters)} h`
}

function circle(x: number, r: number): string {
	return `${round(x)} ${round(-r)} m ${arcs(x, r, 4)} h`
}

function arcs(x: number, r: number, quarters: number): string {
	return QUARTER_POINTS.slice(0, quarters)
		.map(([fromX, fromY], index) => {
			const [toX, toY] = QUARTER_POINTS[index + 1] ?? [fromX, fromY]
			const points = [
				fromX + HANDLE * toX,
				fromY + HANDLE * toY,
				toX + HANDLE * fromX,
				toY + HANDLE * fromY,
				toX,
				toY,
			]
			return `${points.map((point, at) => round(point * r + (at % 2 === 0 ? x : 0))).join(' ')} c`
		})
		.join(' ')
}

function polygon(points: readonly number[]): string {
	const pairs = points.flatMap((x, at) => (at % 2 === 0 ? [`${round(x)} ${round(points[at + 1] ?? 0)}`] : []))
	return `${pairs.map((pair, at) => `${pair} ${at === 0 ? 'm' : 'l'}`).join(' ')} h`
}

function hatching(r: number): string {
	const strokes: string[] = []
	for (let shift = -2 * r; shift <= 2 * r; shift += 1.7) {
		strokes.push(`${round(shift - r)} ${round(r)} m ${round(shift + r)} ${round(-r)} l`)
	}
	return `q ${circle(0, r)} W n 0.6 w ${strokes.join(' ')} S Q`
}

type Mark = { readonly name: string; readonly path: (r: number) => string }

const paths = new Map<string, string>()

/** Every mark is worked out once, around the origin, and moved to its spot. */
function drawAt(doc: Doc, { x, y, r }: Spot, { name, path }: Mark): void {
	const key = `${name} ${String(r)}`
	let known = paths.get(key)
	if (known === undefined) {
		known = path(r)
		paths.set(key, known)
	}
	doc.addContent(`q 1 0 0 1 ${round(x)} ${round(y)} cm ${known} Q`)
}
