import { expect, test } from 'vitest'
import { isLoggedIn, newestOf } from '#app/domain/logged-act/rules.ts'

const act = (recordId: string, version: number) => ({ recordId, version })

test.each([
	['the newest of those in the log', [1, 2], [1, 2], 2],
	['whatever their order', [2, 1], [1, 2], 2],
	['not a newer one that was put past the log', [1, 2], [1], 1],
	['nor one whose turn came first', [2, 1], [1], 1],
	['of none in the log, the newest that is stored', [1, 2], [], 2],
] as const)('of the versions of a record counts %s', (_what, stored, logged, expected) => {
	const isLogged = isLoggedIn(logged.map((version) => act('a', version)))
	const rows = stored.map((version) => act('a', version))
	expect(newestOf([...rows, act('b', 1)], isLogged)).toEqual([act('a', expected), act('b', 1)])
})

test('an act is in the log by its record and its version', () => {
	const isLogged = isLoggedIn([act('a', 1)])
	expect([act('a', 1), act('a', 2), act('b', 1)].map(isLogged)).toEqual([true, false, false])
})
