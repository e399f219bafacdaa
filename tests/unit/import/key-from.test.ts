import { expect, test } from 'vitest'
import { keyFrom, milestoneKey, shortKeyFrom, withoutFloatNoise } from '#app/import/key-from.ts'

test.each([
	['2.2000000000000002', '2.2'],
	['2.1', '2.1'],
	['10', '10'],
	['4M1', '4M1'],
])('the number %s was meant as %s', (stored, meant) => {
	expect(withoutFloatNoise(stored)).toBe(meant)
})

test.each([
	['C01.1', 'c01-1'],
	['Nariño & São Paulo', 'narino-sao-paulo'],
	[' iv ', 'iv'],
	['—', ''],
])('the key of %j is %j', (text, key) => {
	expect(keyFrom(text)).toBe(key)
})

test.each([
	['US0113.2', 'us0113', 'm2'],
	['1.2.1', '1-1', 'm1-2-1'],
	['2016.1', '1', 'm2016-1'],
	['', '1', ''],
])('milestone %j of commitment %s has the key %j', (number, commitment, key) => {
	expect(milestoneKey(number, commitment)).toBe(key)
})

test('a long name is cut between two words', () => {
	expect(shortKeyFrom('Office of the Chief Statistician', 20)).toBe('office-of-the-chief')
})
