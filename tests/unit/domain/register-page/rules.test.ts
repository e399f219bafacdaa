import { expect, test } from 'vitest'
import { inShelfOrder, pageOf } from '#app/domain/register-page/rules.ts'

const list = Array.from({ length: 53 }, (_, at) => at)

test.each([
	[undefined, 1, 25, 0],
	[3, 3, 3, 50],
	[9, 3, 3, 50],
])(
	'of 53 entries, page %s asked for is page %i with %i entries from number %i',
	(asked, page, size, from) => {
		const found = pageOf(list, asked, 25)
		expect([found.page, found.shown.length, found.shown[0], found.pages, found.count]).toEqual([
			page,
			size,
			from,
			3,
			53,
		])
	},
)

test('an empty list has one page with nothing on it', () => {
	expect(pageOf([], 4, 25)).toEqual({ shown: [], count: 0, page: 1, pages: 1 })
})

test('documents stand by phase, requirement and day; those without a requirement come last in their phase', () => {
	const document = (
		id: string,
		phase: 'CO_CREATION' | 'IMPLEMENTATION',
		requirement: string | undefined,
		datedOn: string,
	) => ({
		id,
		said: { phase, requirement, datedOn },
	})
	const shelf = inShelfOrder([
		document('results', 'IMPLEMENTATION', 'LRP1', '2026-01-01'),
		document('other', 'CO_CREATION', undefined, '2026-09-09'),
		document('older', 'CO_CREATION', 'LMR3', '2026-01-01'),
		document('newer', 'CO_CREATION', 'LMR3', '2026-02-01'),
		document('forum', 'CO_CREATION', 'LMR1', '2025-01-01'),
	])
	expect(shelf.map(({ id }) => id)).toEqual(['forum', 'newer', 'older', 'other', 'results'])
})
