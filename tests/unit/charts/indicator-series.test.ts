import { expect, test } from 'vitest'
import { indicatorSeries } from '#app/charts/indicator-series.ts'

const SIZE = { width: 100, height: 100 }
const figure = (year: number, value: number) => ({ year, value, printed: String(value) })

test('years stand at distances of their own, and 0 is at the foot', () => {
	const { marks, zeroY } = indicatorSeries([figure(2017, 5), figure(2018, 10), figure(2021, 0)], SIZE)
	expect(marks.map(({ x, y }) => [x, y])).toEqual([
		[10, 50],
		[30, 0],
		[90, 100],
	])
	expect(zeroY).toBe(100)
})

test('a line over years without a figure is a gap', () => {
	const { steps } = indicatorSeries([figure(2017, 1), figure(2018, 2), figure(2021, 3)], SIZE)
	expect(steps.map(({ isGap }) => isGap)).toEqual([false, true])
})

test('values below 0 stand below the line of 0', () => {
	const { marks, zeroY } = indicatorSeries([figure(2017, -10), figure(2018, 10)], SIZE)
	expect([zeroY, ...marks.map(({ y }) => y)]).toEqual([50, 100, 0])
})

test('one year stands in the middle, without a line', () => {
	const { marks, steps } = indicatorSeries([figure(2019, 3)], SIZE)
	expect(marks.map(({ x }) => x)).toEqual([50])
	expect(steps).toEqual([])
})
