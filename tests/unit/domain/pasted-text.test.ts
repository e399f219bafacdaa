import { expect, test } from 'vitest'
import { pastedLine, pastedText } from '#app/domain/pasted-text.ts'

test.each([
	['\u2022\tFirst\r\n\u2022\tSecond', '- First\n- Second', 'bullets of a word processor'],
	['\uf0b7\u00a0First', '- First', 'bullets of a symbol font, with a hard blank'],
	['o\tNested', '- Nested', 'the letter that stands for a round bullet'],
	['o yes', 'o yes', 'but not a word'],
	[
		'one\vtwo\ftwo and a half\u2028three',
		'one\ntwo\ntwo and a half\nthree',
		'soft line ends and page breaks',
	],
	['a\n\n\n\nb', 'a\n\nb', 'no more than one empty line'],
	['ke\u00adterbukaan', 'keterbukaan', 'soft hyphens'],
	['1. One\n2. Two', '1. One\n2. Two', 'numbered lists stay'],
])('%j is kept as %j: %s', (pasted, kept, _why) => {
	expect(pastedText(100).parse(pasted)).toBe(kept)
})

test('a title that was pasted over several lines is one line', () => {
	expect(pastedLine(100).parse(' Open\r\nbudget\t now ')).toBe('Open budget now')
})

test('what is too long is refused with a sentence', () => {
	expect(pastedLine(3).safeParse('four').error?.issues[0]?.message).toBe('field.too-long')
})
