export type Direction = 'ltr' | 'rtl'

/** A part of a line that is read in one direction; its letters in the order of reading. */
export type Stretch = {
	readonly text: string
	readonly direction: Direction
	/** Its place in the order of reading. */
	readonly place: number
}

/**
 * Classes of the Unicode bidirectional algorithm, as far as the scripts need them that are drawn here: letters from
 * the left (L), from the right (R, and AL for Arabic), digits (EN, AN), what stands with digits (ES, ET, CS), marks
 * on letters (NSM), and all the rest, which takes the direction of its surroundings (N).
 */
type Class = 'L' | 'R' | 'AL' | 'EN' | 'AN' | 'ES' | 'ET' | 'CS' | 'NSM' | 'N'

const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const LETTER = /\p{L}/u

/** Whether a text holds anything that is read from the right. */
export function hasRightToLeft(text: string): boolean {
	return FROM_RIGHT.test(text)
}

/** The direction of a paragraph: that of its first letter (rules P2 and P3). */
export function baseDirection(text: string): Direction {
	if (!hasRightToLeft(text)) return 'ltr'
	const letter = LETTER.exec(text)?.[0] ?? ''
	return FROM_RIGHT.test(letter) ? 'rtl' : 'ltr'
}

/**
 * Cuts a line into stretches of one direction, in the order in which they stand from left to right. Switches of
 * direction inside the text are taken out before (see `clean`), so one level of nesting is all there is.
 *
 * Source  Unicode Standard Annex 9, rules W1–W7, N0–N2, I1–I2, L1–L2
 */
export function stretchesOf(line: string, base: Direction): readonly Stretch[] {
	const units = [...line]
	const levels = levelsOf(units, base)
	const stretches: { text: string; level: number }[] = []
	units.forEach((unit, at) => {
		const level = levels[at] ?? 0
		const last = stretches.at(-1)
		if (last?.level === level) last.text += unit
		else stretches.push({ text: unit, level })
	})
	const placed = stretches.map((stretch, place) => ({ ...stretch, place }))
	return reordered(placed).map(({ level, ...stretch }) => ({
		...stretch,
		direction: level % 2 === 1 ? 'rtl' : 'ltr',
	}))
}

/** From the highest level down to the lowest odd one, every row of stretches at that level or above is turned round (L2). */
function reordered<Part extends { readonly level: number }>(parts: readonly Part[]): readonly Part[] {
	let order = [...parts]
	for (let level = Math.max(0, ...parts.map((part) => part.level)); level > 0; level -= 1) {
		const turned: Part[] = []
		let row: Part[] = []
		for (const part of order) {
			if (part.level >= level) {
				row.unshift(part)
				continue
			}
			turned.push(...row, part)
			row = []
		}
		order = [...turned, ...row]
	}
	return order
}

function levelsOf(units: readonly string[], base: Direction): readonly number[] {
	const own = base === 'rtl' ? 1 : 0
	const resolved = neutralsResolved(units, weakResolved(units.map(classOf), base), base)
	const levels = resolved.map((kind) => {
		if (kind === 'R') return 1
		if (kind === 'L') return own === 1 ? 2 : 0
		return 2
	})
	// What ends the line is of the paragraph's own level (L1).
	for (let at = units.length - 1; at >= 0 && units[at] === ' '; at -= 1) levels[at] = own
	return levels
}

const DIGIT = /[0-9\u06f0-\u06f9]/
const ARABIC_DIGIT = /[\u0660-\u0669\u066b\u066c\u06dd]/
const WITH_DIGITS = /[#$%\u00a2-\u00a5\u00b0\u00b1\u066a\u2030\u20a0-\u20bf\u2032\u2033]/
const ARABIC_LETTER = /[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/

function classOf(unit: string): Class {
	if (DIGIT.test(unit)) return 'EN'
	if (ARABIC_DIGIT.test(unit)) return 'AN'
	if (/[+-]/.test(unit)) return 'ES'
	if (WITH_DIGITS.test(unit)) return 'ET'
	if (/[,./:\u00a0\u060c]/.test(unit)) return 'CS'
	if (/\p{M}/u.test(unit)) return 'NSM'
	if (/[\p{L}\p{N}]/u.test(unit)) {
		if (!FROM_RIGHT.test(unit)) return 'L'
		return ARABIC_LETTER.test(unit) ? 'AL' : 'R'
	}
	return 'N'
}

/** Rules W1 to W7: marks, digits and what stands with digits get the class of what they belong to. */
function weakResolved(given: readonly Class[], base: Direction): readonly Class[] {
	const kinds = [...given]
	let before: Class = base === 'rtl' ? 'R' : 'L'
	let strong: Class = before
	kinds.forEach((kind, at) => {
		if (kind === 'NSM') kinds[at] = before
		before = kinds[at] ?? 'N'
		if (before === 'L' || before === 'R' || before === 'AL') strong = before
		else if (before === 'EN' && strong === 'AL') kinds[at] = 'AN'
	})
	const withoutAl = kinds.map((kind) => (kind === 'AL' ? 'R' : kind))
	const joined = withoutAl.map((kind, at) => separatorIn(withoutAl, kind, at))
	const withEnds = joined.map((kind, at) => (kind === 'ET' && touchesDigits(joined, at) ? 'EN' : kind))
	let last: Class = base === 'rtl' ? 'R' : 'L'
	return withEnds.map((kind) => {
		if (kind === 'L' || kind === 'R') last = kind
		if (kind === 'EN' && last === 'L') return 'L'
		return kind === 'ES' || kind === 'ET' || kind === 'CS' ? 'N' : kind
	})
}

/** A single sign between two numbers belongs to them (W4). */
function separatorIn(kinds: readonly Class[], kind: Class, at: number): Class {
	const before = kinds[at - 1]
	if (before !== kinds[at + 1]) return kind
	if (before === 'EN' && (kind === 'ES' || kind === 'CS')) return 'EN'
	return before === 'AN' && kind === 'CS' ? 'AN' : kind
}

/** A row of signs for money, shares and degrees beside a number belongs to it (W5). */
function touchesDigits(kinds: readonly Class[], at: number): boolean {
	let from = at
	let to = at
	while (kinds[from] === 'ET') from -= 1
	while (kinds[to] === 'ET') to += 1
	return kinds[from] === 'EN' || kinds[to] === 'EN'
}

/** Rules N0 to N2: what has no direction takes that of both sides, else the paragraph's. */
function neutralsResolved(
	units: readonly string[],
	given: readonly Class[],
	base: Direction,
): readonly ('L' | 'R' | 'EN' | 'AN')[] {
	const own = base === 'rtl' ? 'R' : 'L'
	const kinds = bracketsResolved(units, given, own)
	return kinds.map((kind, at) => {
		if (kind !== 'N') return kind === 'L' || kind === 'EN' || kind === 'AN' ? kind : 'R'
		const before = sideOf(kinds, at, -1) ?? own
		const after = sideOf(kinds, at, 1) ?? own
		return before === after ? before : own
	})
}

/** The direction of the nearest thing that has one; numbers count as read from the right. */
function sideOf(kinds: readonly Class[], at: number, step: 1 | -1): 'L' | 'R' | null {
	for (let next = at + step; next >= 0 && next < kinds.length; next += step) {
		const kind = kinds[next]
		if (kind !== 'N') return kind === 'L' ? 'L' : 'R'
	}
	return null
}

const BRACKETS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '«': '»', '‹': '›' }
const PAIRED = new Set(['(', '[', '{'])

/** Two brackets of a pair are read in one direction: the paragraph's where it is inside them, else that around them. */
function bracketsResolved(
	units: readonly string[],
	given: readonly Class[],
	own: 'L' | 'R',
): readonly Class[] {
	const kinds = [...given]
	for (const [open, close] of pairsOf(units, given)) {
		const inside = kinds.slice(open + 1, close).filter((kind) => kind !== 'N')
		if (inside.length === 0) continue
		const sides = inside.map((kind) => (kind === 'L' ? 'L' : 'R'))
		const other = own === 'L' ? 'R' : 'L'
		const side = sides.includes(own) ? own : (sideOf(kinds, open, -1) ?? own) === other ? other : own
		kinds[open] = side
		kinds[close] = side
	}
	return kinds
}

function pairsOf(units: readonly string[], kinds: readonly Class[]): readonly (readonly [number, number])[] {
	const open: { readonly closes: string; readonly at: number }[] = []
	const pairs: [number, number][] = []
	units.forEach((unit, at) => {
		if (kinds[at] !== 'N') return
		if (PAIRED.has(unit)) open.push({ closes: BRACKETS[unit] ?? '', at })
		const match = open.findLastIndex(({ closes }) => closes === unit)
		if (match === -1) return
		pairs.push([open[match]?.at ?? at, at])
		open.length = match
	})
	return pairs.sort(([a], [b]) => a - b)
}

const MIRRORED = new Map([
	...Object.entries(BRACKETS),
	...Object.entries(BRACKETS).map(([open, close]) => [close, open] as const),
	['<', '>'] as const,
	['>', '<'] as const,
])

/** Letters from the right as they stand from left to right: turned round, with brackets mirrored (L3, L4). */
export function turnedRound(text: string): string {
	const clusters = text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []
	return clusters
		.map((cluster) => MIRRORED.get(cluster) ?? cluster)
		.reverse()
		.join('')
}
