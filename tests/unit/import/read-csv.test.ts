import { expect, test } from 'vitest'
import { decodeText } from '#app/import/decode-text.ts'
import { delimiterOf, readCsv } from '#app/import/read-csv.ts'

test.each([
	['a,b;c,d\n1,2', ',', 'commas are more frequent in the header'],
	['"a,b,c";d\n1;2', ';', 'what stands in quotes does not count'],
	['a\tb\n1,5\t2,5', '\t', 'tabs separate, too'],
	['lonely\n1', ',', 'one column needs no separator'],
])('the header of %j is separated by %j: %s', (text, delimiter) => {
	expect(delimiterOf(text)).toBe(delimiter)
})

test('a cell keeps its quotation marks, separators and line breaks', () => {
	expect(readCsv('a,b\r\n"says ""yes"", twice","two\nlines"\r\n')).toEqual({
		sheet: [
			['a', 'b'],
			['says "yes", twice', 'two\nlines'],
		],
	})
})

test('an open quotation is told with its line', () => {
	expect(readCsv('a,b\n1,2\n"never closed,3\n')).toMatchObject({ problem: { code: 'quotes_broken' } })
})

test('a file with a NUL character is refused with its row', () => {
	expect(readCsv('a,b\n1,2\n3,\u00004\n')).toMatchObject({ problem: { code: 'nul_character', row: 3 } })
})

const word = 'Nariño'
test.each([
	['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...Buffer.from(word)], 'UTF-8'],
	['UTF-8 without a mark', [...Buffer.from(word)], 'UTF-8'],
	['UTF-16, small end first', [0xff, 0xfe, ...Buffer.from(word, 'utf16le')], 'UTF-16'],
	['UTF-16, big end first', [0xfe, 0xff, ...Buffer.from(word, 'utf16le').swap16()], 'UTF-16'],
	['Windows-1252', [0x4e, 0x61, 0x72, 0x69, 0xf1, 0x6f], 'Windows-1252'],
])('%s is read as what it is', (_what, bytes, encoding) => {
	expect(decodeText(Uint8Array.from(bytes))).toEqual({ text: word, encoding })
})
