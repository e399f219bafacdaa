import { expect, test } from 'vitest'
import { readDay } from '#app/import/read-day.ts'

test.each([
	['2014-05-28', 'DMY', '2014-05-28', 'a day written year first needs no order'],
	['28/5/2014', 'DMY', '2014-05-28', 'a file may write the day first'],
	['5/28/2014', 'MDY', '2014-05-28', 'another the month first'],
	['28.05.2014', 'DMY', '2014-05-28', 'points separate as well as strokes'],
	['31/12/2014', 'ISO', '2014-12-31', 'without an order, the 31st cannot be a month'],
	['12/31/2014', 'ISO', '2014-12-31', 'nor here'],
	['05/05/2014', 'ISO', '2014-05-05', 'where both figures are equal the order does not matter'],
	['August 2014', 'DMY', '2014-08', 'a month is kept as a month'],
	['31 Desember 2014', 'DMY', '2014-12-31', 'Indonesian names of months are known'],
	['Agustus 2021', 'DMY', '2021-08', 'all of them'],
	['1er août 2022', 'DMY', '2022-08-01', 'and French ones'],
	['October 15, 2019', 'DMY', '2019-10-15', 'and the American way'],
	['2016-10', 'DMY', '2016-10', 'a month in figures'],
	['2016', 'DMY', '2016', 'a year stays a year'],
	['2024-02-29', 'DMY', '2024-02-29', 'a leap day exists in a leap year'],
] as const)('%s in order %s is %s: %s', (text, order, day, _why) => {
	expect(readDay(text, order)).toEqual({ day })
})

test.each([
	['05/06/2014', 'ISO', 'day_order_unknown', 'it may be May or June'],
	['12/31/2014', 'DMY', 'day_impossible', 'there is no month 31'],
	['31/02/2014', 'DMY', 'day_impossible', 'February has no 31st'],
	['2023-02-29', 'DMY', 'day_impossible', 'nor a 29th in 2023'],
	['01/02/14', 'DMY', 'day_year_short', 'the century is missing'],
	['Quarter 4 2016', 'DMY', 'day_unreadable', 'a quarter is no day'],
	['Ongoing', 'DMY', 'day_unreadable', 'nor is a word'],
	['Smarch 2014', 'DMY', 'day_unreadable', 'nor an invented month'],
] as const)('%s in order %s is refused with %s: %s', (text, order, fault, _why) => {
	expect(readDay(text, order)).toEqual({ fault })
})
