import { stepLook } from './completion-bars.ts'
import type { BarStep, Texture } from './completion-bars.ts'
import { judgeGlyph } from './judge-glyph.ts'
import { levelMark } from './level-mark.ts'
import { INK, JUDGE_COLOURS } from './palette.ts'
import type { Judge } from './palette.ts'
import type { Drawing, Shape } from './shapes.ts'
import type { CompletionLevel } from '#app/domain/commitment/rules.ts'

/** What a sign of a drawing means. */
export type LegendEntry = {
	readonly text: string
	readonly sign:
		| { readonly of: 'LEVEL'; readonly level: CompletionLevel | null }
		| { readonly of: 'STEP'; readonly step: BarStep }
		| { readonly of: 'BOX'; readonly filledShare: number; readonly texture: Texture; readonly colour: string }
		| { readonly of: 'JUDGE'; readonly judge: Judge }
		| { readonly of: 'DIAMOND' }
}

const LINE_PX = 26

/** The drawing with its legend under it, one sign on each line, so that it fits any width. */
export function withLegend({ height, shapes }: Drawing, entries: readonly LegendEntry[]): Drawing {
	const signs = entries.flatMap(({ text, sign }, at): readonly Shape[] => {
		const y = height + 18 + at * LINE_PX
		return [signOf(sign, y), { kind: 'text', x: 0, dx: 28, y: y + 5, text }]
	})
	const room = entries.length === 0 ? 0 : 12 + entries.length * LINE_PX
	return { height: height + room, shapes: [...shapes, ...signs] }
}

function signOf(sign: LegendEntry['sign'], y: number): Shape {
	if (sign.of === 'JUDGE') return glyphMark(sign.judge, { x: 0, dx: 9, y })
	if (sign.of === 'LEVEL') return levelShape(sign.level, { x: 0, dx: 9, y })
	if (sign.of === 'DIAMOND') return { ...diamondMark({ x: 0, y }), dx: 9 }
	const look = sign.of === 'STEP' ? stepLook(sign.step) : sign
	const colour = sign.of === 'BOX' ? sign.colour : INK
	const box = squarePaths(look)
	return { kind: 'mark', x: 0, dx: 2, y: y - 7, colour, ...box, isDashed: look.texture === 'dashed' }
}

/** A square of 14 pixels as a bar of that look is drawn. */
function squarePaths({ filledShare, texture }: { filledShare: number; texture: Texture }) {
	const top = 14 * (1 - filledShare)
	const hatch =
		texture === 'hatched' ? 'M0,8L8,0M0,14L14,0M6,14L14,6' : texture === 'dotted' ? 'M4,7h2M9,7h2' : ''
	return {
		outline: 'M0,0H14V14H0Z',
		fill: filledShare === 0 ? '' : `M0,${String(top)}H14V14H0Z`,
		hatch,
	}
}

type Place = { readonly x: number; readonly y: number; readonly dx?: number }

/** A judge's sign at a place. */
export function glyphMark(judge: Judge, place: Place): Extract<Shape, { kind: 'mark' }> {
	const fill = judgeGlyph(judge, 12)
	return {
		kind: 'mark',
		...place,
		colour: JUDGE_COLOURS[judge],
		fill,
		outline: '',
		hatch: '',
		isDashed: false,
	}
}

/** The mark of a level at a place. */
export function levelShape(level: CompletionLevel | null, place: Place): Extract<Shape, { kind: 'mark' }> {
	return { kind: 'mark', ...place, colour: INK, ...levelMark(level, 8) }
}

/** The mark of something that was reported complete. */
export function diamondMark(place: Place): Extract<Shape, { kind: 'mark' }> {
	const fill = 'M0,-9L9,0L0,9L-9,0Z'
	return { kind: 'mark', ...place, colour: INK, fill, outline: '', hatch: '', isDashed: false }
}
