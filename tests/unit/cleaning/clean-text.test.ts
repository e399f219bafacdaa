import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText } from '#app/cleaning/clean-text.ts'

const cleaned = (text: string) => cleanText(Buffer.from(text))

test.each([
	['ends of lines of three kinds', 'a\r\nb\rc\n', 'a\nb\nc\n'],
	['a mark in front', '\ufeffa', 'a'],
	['a tab', '\ta', '\ta'],
	['signs of many scripts', 'é ✓ ﷽ 👍🏽', 'é ✓ ﷽ 👍🏽'],
	['what looks like a formula', '=1+1', '=1+1'],
	['a number of a phone', '+62 812-3456-789', '+62 812-3456-789'],
])('%s is written in one way', (_what, text, expected) => {
	expect(cleaned(text)).toMatchObject({ text: expected })
})

test.each([
	['a zero', 'a\0b'],
	['a bell', 'a\x07'],
	['a new page', 'a\f'],
	['a command to a terminal', '\x1b[31m'],
	['a control of the second kind', 'a\u0085'],
	['markup in the disguise of UTF-7', '+ADw-script+AD4-'],
	['the same, joined to other letters', 'x +AHgAPA- y'],
	['the mark of UTF-7', '+/v8-x'],
])('text with %s is no plain text', (_what, text) => {
	expect(cleaned(text)).toEqual({ refusal: 'TEXT_ENCODING' })
})

test.each(['', '\ufeff', ' \n\t'])('%j says nothing', (text) => {
	expect(cleaned(text)).toEqual({ refusal: 'EMPTY' })
})

test.each([
	['two rows of two cells', 'a,b\n1,2\n', 'text/csv'],
	['cells apart by semicolons', 'a;b\n1,5;2\n', 'text/csv'],
	['cells apart by tabs', 'a\tb\n1\t2\n', 'text/csv'],
	['a line end inside a cell', 'a,b\n"x\ny",2\n', 'text/csv'],
	['one row', 'a,b\n', 'text/plain'],
	['rows of different length', 'a,b\n1\n', 'text/plain'],
	['one column', 'a\nb\n', 'text/plain'],
	['a letter', 'Dear all,\nthank you.\n', 'text/plain'],
])('%s is told apart', (_what, text, mediaType) => {
	expect(cleaned(text)).toMatchObject({ mediaType })
})

test('whatever is taken says the same when it is cleaned once more', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			const first = cleaned(text)
			if ('refusal' in first) return
			expect(cleaned(first.text)).toEqual({ ...first, removed: [] })
		}),
		{ seed: 2_026, numRuns: 500 },
	)
})

test('bytes that are no UTF-8 are never taken', () => {
	fc.assert(
		fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (bytes) => {
			const isText = Buffer.from(Buffer.from(bytes).toString('utf8')).equals(bytes)
			if (!isText) expect(cleanText(bytes)).toEqual({ refusal: 'TEXT_ENCODING' })
		}),
		{ seed: 2_026, numRuns: 500 },
	)
})
