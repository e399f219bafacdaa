import { describe, expect, test } from 'vitest'
import { baseDirection, stretchesOf, turnedRound } from '#reports/pdf/bidi.ts'

/** A line as the eye meets it from left to right. */
const inSight = (line: string, base: 'ltr' | 'rtl') =>
	stretchesOf(line, base)
		.map(({ text, direction }) => (direction === 'rtl' ? turnedRound(text) : text))
		.join('')

describe('a line with letters from both sides', () => {
	// Expected orders as the Unicode Bidirectional Algorithm gives them; capitals stand for no letters of ours.
	test.each([
		[
			'words from the right inside a line from the left',
			'ltr',
			'a \u05d0\u05d1 \u05d2 b',
			'a \u05d2 \u05d1\u05d0 b',
		],
		['a number inside words from the right', 'rtl', '\u05d0 12 \u05d1', '\u05d1 12 \u05d0'],
		['a number with signs', 'rtl', '\u05d0 1,250.50% \u05d1', '\u05d1 1,250.50% \u05d0'],
		['Latin words inside a line from the right', 'rtl', '\u05d0 OGP ok \u05d1', '\u05d1 OGP ok \u05d0'],
		['brackets around words from the right', 'rtl', '\u05d0 (\u05d1) \u05d2', '\u05d2 (\u05d1) \u05d0'],
		['brackets around Latin words', 'rtl', '\u05d0 (OGP) \u05d1', '\u05d1 (OGP) \u05d0'],
		['brackets of the line itself', 'ltr', 'a (\u05d0\u05d1) b', 'a (\u05d1\u05d0) b'],
		['a full stop at the end', 'rtl', '\u05d0\u05d1.', '.\u05d1\u05d0'],
		[
			'Arabic digits',
			'rtl',
			'\u0628 \u0661\u0662\u066b\u0665 \u062a',
			'\u062a \u0661\u0662\u066b\u0665 \u0628',
		],
		['a day after Arabic letters', 'rtl', '\u0628 12/05/2026', '12/05/2026 \u0628'],
		['a day after Hebrew letters', 'rtl', '\u05d0 12-05-2026', '12-05-2026 \u05d0'],
		['a mark that stays on its letter', 'rtl', '\u05e9\u05b8\u05dc', '\u05dc\u05e9\u05b8'],
		['nothing from the right', 'ltr', 'plain (text) 12%', 'plain (text) 12%'],
	] as const)('%s', (_what, base, line, expected) => {
		expect(inSight(line, base)).toBe(expected)
	})

	test('every stretch knows its place in the order of reading', () => {
		const stretches = stretchesOf('\u05d0 OGP \u05d1', 'rtl')
		const read = [...stretches].sort((a, b) => a.place - b.place).map(({ text }) => text)
		expect(read.join('')).toBe('\u05d0 OGP \u05d1')
		expect(stretches.map(({ place }) => place)).toEqual([2, 1, 0])
	})
})

test.each([
	['Hearings in \u062c\u0644\u0633', 'ltr'],
	['12. \u062c\u0644\u0633 OGP', 'rtl'],
	['\u05e9\u05dc\u05d5\u05dd', 'rtl'],
	['12 %', 'ltr'],
	['', 'ltr'],
])('a paragraph “%s” is read from its first letter’s side', (text, direction) => {
	expect(baseDirection(text)).toBe(direction)
})
