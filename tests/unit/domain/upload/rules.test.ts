import { expect, test } from 'vitest'
import { codesOf, isOverQuota, isUploadId, storedCodes } from '#app/domain/upload/rules.ts'

test.each([
	[90, 10, false, 'to the last byte'],
	[90, 11, true, 'and no byte more'],
	[0, 101, true, 'also for the first file'],
])('with %i of 100 used, %i more is too much: %s, %s', (used, more, isTooMuch) => {
	expect(isOverQuota(used, more, 100)).toBe(isTooMuch)
})

test('what was removed is stored in one order, once, and read back', () => {
	expect(storedCodes(['LOCATION', 'AUTHOR', 'LOCATION'])).toBe('AUTHOR LOCATION')
	expect(codesOf('AUTHOR LOCATION')).toEqual(['AUTHOR', 'LOCATION'])
})

test('nothing removed is stored as nothing, and a word that is no code any more is left out', () => {
	expect([storedCodes([]), codesOf(null), codesOf(''), codesOf('OLD DATES')]).toEqual([
		null,
		[],
		[],
		['DATES'],
	])
})

test.each([
	['0123456789abcdef0123456789abcdef', true],
	['0123456789ABCDEF0123456789ABCDEF', false],
	['0123456789abcdef0123456789abcde', false],
	['../../../../../../../../etc/passwd', false],
	['', false],
])('%j is the id of an upload: %s', (text, isId) => {
	expect(isUploadId(text)).toBe(isId)
})
