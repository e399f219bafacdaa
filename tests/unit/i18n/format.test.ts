import { expect, test } from 'vitest'
import { formatIn } from '#app/i18n/format.ts'

test.each([
	['2021-05-21', '21 May 2021', '21 Mei 2021'],
	['2024-02-29', '29 February 2024', '29 Februari 2024'],
	['2016-10', 'October 2016', 'Oktober 2016'],
	['2016', '2016', '2016'],
	['mid-2016', 'mid-2016', 'mid-2016'],
])('the day %s is %s in English and %s in Indonesian, in whatever time zone', (day, english, indonesian) => {
	expect([formatIn('en').day(day), formatIn('id').day(day)]).toEqual([english, indonesian])
})

test.each([
	[1234.5, '1,234.5', '1.234,5'],
	[0, '0', '0'],
])('the number %d is %s in English and %s in Indonesian', (value, english, indonesian) => {
	expect([formatIn('en').number(value), formatIn('id').number(value)]).toEqual([english, indonesian])
})

test('a share is given in whole per cent', () => {
	expect([formatIn('en').percent(2 / 3), formatIn('id').percent(1)]).toEqual(['67%', '100%'])
})

test('thousands are set apart as each language does', () => {
	expect([formatIn('en').count(6372), formatIn('id').count(6372)]).toEqual(['6,372', '6.372'])
})

test('a list ends with the language’s own word for "and"', () => {
	expect(formatIn('en').list(['a', 'b', 'c'])).toBe('a, b and c')
	expect(formatIn('id').list(['a', 'b', 'c'])).toBe('a, b, dan c')
})
