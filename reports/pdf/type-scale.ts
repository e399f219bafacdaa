import type { Judge } from './block.ts'

/** A4 in points, with its margins and the two columns that every page keeps: a rail for labels, a text column. */
export const SHEET = {
	width: 595.28,
	height: 841.89,
	left: 56,
	right: 539.28,
	top: 76,
	bottom: 768,
	body: 168,
	/** About seventy letters of body text. */
	bodyWidth: 368,
} as const

export const FULL_WIDTH = SHEET.right - SHEET.left

/** How text looks: face, size and leading in points, colour. */
export type Style = {
	readonly face: 'regular' | 'bold'
	readonly size: number
	readonly leading: number
	readonly colour: string
}

export const INK = '#1a1f26'
export const MUTED = '#55606e'
export const RULE = '#c9d0d8'
export const STRONG_RULE = '#55606e'
export const LINK = '#1d4f91'

/** The five sizes. */
export const STYLES = {
	display: { face: 'bold', size: 24, leading: 33, colour: INK },
	h1: { face: 'bold', size: 16, leading: 22, colour: INK },
	h2: { face: 'bold', size: 11.5, leading: 16, colour: INK },
	h3: { face: 'bold', size: 9, leading: 13, colour: INK },
	body: { face: 'regular', size: 9, leading: 13, colour: INK },
	muted: { face: 'regular', size: 9, leading: 13, colour: MUTED },
	link: { face: 'regular', size: 9, leading: 13, colour: LINK },
	label: { face: 'bold', size: 7.5, leading: 13, colour: MUTED },
	small: { face: 'regular', size: 7.5, leading: 10, colour: INK },
	smallBold: { face: 'bold', size: 7.5, leading: 10, colour: INK },
	smallMuted: { face: 'regular', size: 7.5, leading: 10, colour: MUTED },
} as const satisfies Record<string, Style>

/** One colour per judge, the same on page, chart and paper. */
export const JUDGE_COLOURS: Readonly<Record<Judge, string>> = {
	claimed: '#2f4b8f',
	verified: '#a64b00',
	assessed: '#5b2a86',
	coded: '#1f6f4a',
}

/** The colour mixed with white: 1 is the colour itself, 0 is white. */
export function tint(colour: string, strength: number): string {
	const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16))
	const mixed = parts.map((part) => Math.round(255 - (255 - part) * strength))
	return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}
