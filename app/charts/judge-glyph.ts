import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape'
import type { SymbolType } from 'd3-shape'
import type { Judge } from './palette.ts'

const GLYPHS: Readonly<Record<Judge, SymbolType>> = {
	claimed: symbolSquare,
	verified: symbolCircle,
	assessed: symbolTriangle,
	coded: symbolDiamond,
}

/**
 * The judge's sign as a path around the origin: square, circle, triangle, diamond of equal area.
 *
 * Unit  the side of the square, in whatever unit the drawing has.
 */
export function judgeGlyph(judge: Judge, side: number): string {
	return symbol(GLYPHS[judge], side * side)() ?? ''
}
