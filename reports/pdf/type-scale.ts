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

/**
 * Which drawing of the blocks: reports that were published stay, byte for byte, as the edition of their time drew
 * them. `first`: tagged PDF 1.7. `second`: PDF/A-3a that is PDF/UA-1 too, larger type, more scripts.
 */
export type Edition = 'first' | 'second'

export type Weight = 'regular' | 'bold'

/** How text looks: face, size and leading in points, colour. */
export type Style = {
	readonly face: `${Edition} ${Weight}`
	readonly size: number
	readonly leading: number
	readonly colour: string
}

export const INK = '#1a1f26'
export const MUTED = '#55606e'
export const RULE = '#c9d0d8'
export const STRONG_RULE = '#55606e'
export const LINK = '#1d4f91'

type Size = readonly [size: number, leading: number]

/** Five sizes of text, and that of what every page repeats. */
type Sizes = {
	readonly display: Size
	readonly h1: Size
	readonly h2: Size
	readonly body: Size
	readonly small: Size
	readonly frame: Size
}

const SIZES: Readonly<Record<Edition, Sizes>> = {
	first: {
		display: [24, 33],
		h1: [16, 22],
		h2: [11.5, 16],
		body: [9, 13],
		small: [7.5, 10],
		frame: [7.5, 10],
	},
	second: {
		display: [26, 34],
		h1: [17, 23],
		h2: [12.5, 17],
		body: [10, 14.5],
		small: [8.5, 11.5],
		frame: [7.5, 10],
	},
}

/** The styles of an edition, by what they are for. */
export const STYLES = { first: stylesOf('first'), second: stylesOf('second') } as const
export type Styles = ReturnType<typeof stylesOf>

function stylesOf(edition: Edition) {
	const { display, h1, h2, body, small, frame } = SIZES[edition]
	const style = (weight: Weight, [size, leading]: Size, colour: string): Style => ({
		face: `${edition} ${weight}`,
		size,
		leading,
		colour,
	})
	return {
		display: style('bold', display, INK),
		h1: style('bold', h1, INK),
		h2: style('bold', h2, INK),
		h3: style('bold', body, INK),
		subtitle: style('regular', h1, INK),
		body: style('regular', body, INK),
		muted: style('regular', body, MUTED),
		link: style('regular', body, LINK),
		label: style('bold', [small[0], body[1]], MUTED),
		small: style('regular', small, INK),
		smallBold: style('bold', small, INK),
		smallMuted: style('regular', small, MUTED),
		frame: style('regular', frame, MUTED),
	}
}

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
