import { describe, expect, test } from 'vitest'
import type { RequirementView } from '#app/domain/cocreation-requirement/view.ts'
import type { ExpectationLevel } from '#app/domain/expectation/view.ts'
import { lastQuarterEnd, quarterEnds, quarterStart, summaryOf } from '#app/domain/standing/rules.ts'

test.each([
	['2026-11-22', '2026-10-01', '2026-09-30'],
	['2026-12-31', '2026-10-01', '2026-12-31'],
	['2027-01-01', '2027-01-01', '2026-12-31'],
	['2026-03-31', '2026-01-01', '2026-03-31'],
	['2024-02-29', '2024-01-01', '2023-12-31'],
])('%s lies in the quarter from %s, and the newest one that is over ended on %s', (day, start, end) => {
	expect([quarterStart(day), lastQuarterEnd(day)]).toEqual([start, end])
})

test('two years of quarters end on the last days of their months, the oldest first', () => {
	expect(quarterEnds('2026-11-22', 8)).toEqual([
		'2024-12-31',
		'2025-03-31',
		'2025-06-30',
		'2025-09-30',
		'2025-12-31',
		'2026-03-31',
		'2026-06-30',
		'2026-09-30',
	])
})

const requirement = (
	code: RequirementView['code'],
	level: ExpectationLevel,
	nextDueOn: string | null = null,
): RequirementView => ({ code, level, reasons: [], records: [], nextDueOn })

describe('the requirements of co-creation stand together', () => {
	test('as how many of those that are due are met, the gravest by name, and the next day', () => {
		const some = [
			requirement('LMR1', 'MET', '2027-01-01'),
			requirement('LMR2', 'PARTIAL'),
			requirement('LMR3', 'NOT_MET', '2026-12-24'),
			requirement('LMR4', 'NOT_YET_DUE'),
		]
		const { met, of, worst, nextDueOn } = summaryOf(some)
		expect([met, of, worst?.code, nextDueOn]).toEqual([1, 3, 'LMR3', '2026-12-24'])
	})

	test('without those that are only recommended', () => {
		const { met, of, worst } = summaryOf([requirement('LMR1', 'MET'), requirement('LRP1', 'NOT_MET')])
		expect([met, of, worst]).toEqual([1, 1, null])
	})

	test('what is not recorded is named, but counts as graver than nothing else', () => {
		const some = [requirement('MR1_1', 'NOT_RECORDED'), requirement('MR2_1', 'PARTIAL')]
		expect(summaryOf(some).worst?.code).toBe('MR2_1')
	})
})
