/** Who judges. */
export const JUDGES = ['claimed', 'verified', 'assessed', 'coded'] as const
export type Judge = (typeof JUDGES)[number]

/** One colour per judge, the same on page, chart and PDF. Never the only sign: a glyph and a word go with it. */
export const JUDGE_COLOURS: Readonly<Record<Judge, string>> = {
	claimed: '#2f4b8f',
	verified: '#a64b00',
	assessed: '#5b2a86',
	coded: '#1f6f4a',
}

/** Text, and marks that belong to no judge. */
export const INK = '#1c2a2e'
/** Text of second rank. */
export const QUIET = '#4d5b60'
/** What everything is drawn on. */
export const PAPER = '#ffffff'
/** Axes: a guide to the eye that carries no value of its own. */
export const RULE = '#7f9496'
