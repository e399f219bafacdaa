import { describe, expect, test } from 'vitest'
import { breakLines, clean, widthOf } from '#reports/pdf/lines.ts'
import { STYLES } from '#reports/pdf/type-scale.ts'

const style = STYLES.second.body
const broken = (text: string, width: number) => breakLines(text, style, width).map((line) => line.text)

describe('text is broken into lines', () => {
	test('at spaces, with nothing lost', () => {
		const text = 'Budgets of all villages are published and discussed in public hearings twice a year'
		expect(broken(text, 120).join(' ')).toBe(text)
		expect(breakLines(text, style, 120).every((line) => line.width <= 120)).toBe(true)
	})
	test('after a slash or hyphen of a long address, and inside it where there is neither', () => {
		const url = `https://example.org/${'abcdefgh/'.repeat(9)}${'x'.repeat(120)}`
		const lines = breakLines(url, style, 150)
		expect(lines.map((line) => line.text).join('')).toBe(url)
		expect(lines.every((line) => line.width <= 150)).toBe(true)
		expect(lines[0]?.text.endsWith('/')).toBe(true)
	})
	test('at the line breaks it brings along', () => {
		expect(broken('one\ntwo', 200)).toEqual(['one', 'two'])
	})
	test('and an empty text is one empty line', () => {
		expect(broken('', 100)).toEqual([''])
	})
	test('never wider than measured', () => {
		for (const line of breakLines('Transparency and accountability in procurement', style, 90)) {
			expect(widthOf(line.text, style)).toBeCloseTo(line.width, 3)
		}
	})
})

test.each([
	['a zero-width space', 'a\u200bb', 'ab'],
	['a switch of direction', 'a\u202eb', 'ab'],
	['half of a letter', 'a\ud800b', 'a\ufffdb'],
	['a letter in two parts', 'e\u0301', 'é'],
	['a control character', 'a\u0007b', 'ab'],
])('%s is not drawn as it comes', (_what, text, expected) => {
	expect(clean(text)).toBe(expected)
})
