import { expect, test } from 'vitest'
import { openByMonth } from '#app/domain/obligation/rules.ts'
import type { ObligationState } from '#app/domain/obligation/rules.ts'

const owed = (dueOn: string, state: ObligationState) => ({ obligation: { dueOn, state } })

test('what is open comes by months, what is overdue first; what is settled is not there', () => {
	const months = openByMonth([
		owed('2026-01-31', 'OVERDUE'),
		owed('2026-02-28', 'DONE_LATE'),
		owed('2026-06-30', 'OVERDUE'),
		owed('2026-11-30', 'DUE_SOON'),
		owed('2026-12-01', 'WAIVED'),
		owed('2027-01-31', 'NOT_YET_DUE'),
		owed('2026-11-15', 'NOT_YET_DUE'),
	])
	expect(months.map(({ month, open }) => [month, open.map(({ obligation }) => obligation.dueOn)])).toEqual([
		[null, ['2026-01-31', '2026-06-30']],
		['2026-11', ['2026-11-30', '2026-11-15']],
		['2027-01', ['2027-01-31']],
	])
	expect(openByMonth([])).toEqual([])
})
