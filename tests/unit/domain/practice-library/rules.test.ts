import { expect, test } from 'vitest'
import { hasWords, seriesOf } from '#app/domain/practice-library/rules.ts'

const point = (year: string, indicator: string, value: string, unit = '%') => ({
	year,
	indicator,
	value,
	unit,
})

test('figures are told apart by indicator and unit, and stand by year with their value as printed', () => {
	const points = [
		point('2019', 'a', '3,5'),
		point('2018', 'a', '2'),
		point('2018', 'a', '7', 'Rp'),
		point('2018', 'b', '1'),
	]
	expect(seriesOf(points).map(({ indicator, unit, points: own }) => [indicator, unit, own])).toEqual([
		[
			'a',
			'%',
			[
				{ year: 2018, printed: '2', value: 2 },
				{ year: 2019, printed: '3,5', value: 3.5 },
			],
		],
		['a', 'Rp', [{ year: 2018, printed: '7', value: 7 }]],
		['b', '%', [{ year: 2018, printed: '1', value: 1 }]],
	])
})

test.each([
	['POSYANDU baru', 'posyandu', true],
	['one data for all', 'data one', true],
	['one data for all', 'data village', false],
	['anything', ' ', true],
	['Nari\u00f1o', 'narin\u0303o', true],
])('in “%s” a search for “%s” finds: %s', (text, search, isFound) => {
	expect(hasWords(text, search)).toBe(isFound)
})
