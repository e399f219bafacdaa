import { expect, test } from 'vitest'
import { openEnds, overdueOf, pagesOf, wordsOf } from '#app/domain/commitment-list/rules.ts'
import { CommitmentsFilter } from '#app/domain/commitment-list/schema.ts'

test.each([
	['open data', ['open', 'data']],
	['  Keterbukaan,   informasi!  ', ['Keterbukaan', 'informasi']],
	["a & b | !c:* 'd' <-> (e)", ['a', 'b', 'c', 'd', 'e']],
	['keterbukaan yang dan untuk publik', ['keterbukaan', 'publik']],
	['yang dan', ['yang', 'dan']],
	['ID0121', ['ID0121']],
	['&|!:*', []],
	['', []],
	['data\u0000base', ['data', 'base']],
	['\u202Eterbalik', ['terbalik']],
	['café', ['café']],
])('in %j the words are %j', (typed, words) => {
	expect(wordsOf(typed)).toEqual(words)
})

test('of a very long search only the first twenty words are looked for', () => {
	expect(wordsOf(Array.from({ length: 50 }, (_word, at) => `w${String(at)}`).join(' '))).toHaveLength(20)
})

test.each([
	['2026-06-29', 0, 'the day before its last day nothing is late'],
	['2026-06-30', 0, 'on its last day a milestone is still due'],
	['2026-07-01', 1, 'the day after, it is overdue'],
	['2027-01-01', 2, 'an end given as a year lasts until that year’s last day'],
])('on %s %i milestones are overdue: %s', (today, count) => {
	const milestone = (endsOn: string | null, level: string | null, standing?: string) => ({
		...{ endsOn, claims: level === null ? [] : [{ level }] },
		...(standing === undefined ? {} : { standing }),
	})
	const commitment = {
		milestones: [
			milestone('2026', 'LIMITED'),
			milestone('2026-06-30', null),
			milestone('2020-01-01', 'COMPLETE'),
			milestone(null, 'NOT_STARTED'),
			milestone('2020-01-01', null, 'WITHDRAWN'),
		],
	} as unknown as Parameters<typeof openEnds>[0]
	expect(openEnds(commitment)).toEqual(['2026-06-30', '2026-12-31'])
	expect(overdueOf(openEnds(commitment), today)).toBe(count)
})

test.each([
	[0, 1],
	[25, 1],
	[26, 2],
	[17_660, 707],
])('%i commitments make %i pages', (count, pages) => {
	expect(pagesOf(count, 25)).toBe(pages)
})

test.each([
	[{ q: '😀'.repeat(200) }, true],
	[{ q: '😀'.repeat(201) }, false],
	[{ page: '1e9' }, false],
	[{ page: '0' }, false],
	[{ page: '1.5' }, false],
	[{ page: '3' }, true],
	[{ sort: 'salt' }, false],
	[{ claimed: 'NONE', late: 'no', divergence: 'DIFFERS' }, true],
	[{ unknown: 'x' }, false],
])('what is asked with %j is understood: %s', (asked, isUnderstood) => {
	expect(CommitmentsFilter.safeParse(asked).success).toBe(isUnderstood)
})
