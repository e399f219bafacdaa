import { expect, test } from 'vitest'
import { fileAddress, fileAskedFor, isOpenOn, needsAltText } from '#app/domain/evidence/rules.ts'
import { MEDIA_TYPES } from '#app/domain/upload/rules.ts'

const HASH = 'ab'.repeat(32)

test.each([
	['PUBLIC', null, true, 'a public piece'],
	['PROTECTED', null, false, 'a protected piece without a day, never'],
	['PROTECTED', '2026-07-16', false, 'the day before its embargo ends'],
	['PROTECTED', '2026-07-15', true, 'on the day it ends'],
	['PROTECTED', '2026-07-14', true, 'ever after'],
	['SECRET', null, false, 'what nobody knows is shown to nobody'],
])('%s until %s is open on 15 July: %s, %s', (visibility, embargoUntil, isOpen, _why) => {
	expect(isOpenOn({ visibility, embargoUntil }, '2026-07-15')).toBe(isOpen)
})

test.each(MEDIA_TYPES)('the address of a %s names its kind again', (mediaType) => {
	const name = fileAddress(HASH, mediaType).split('/').at(-1) ?? ''
	expect(fileAskedFor(name)).toEqual({ sha256: HASH, mediaType })
})

test.each([
	`${HASH}.html`,
	`${HASH}.svg`,
	`${HASH}.jpg.html`,
	`${HASH.toUpperCase()}.jpg`,
	`${HASH.slice(1)}.jpg`,
	HASH,
	`../${HASH}.jpg`,
	'',
])('nothing is called %j', (name) => {
	expect(fileAskedFor(name)).toBeNull()
})

test('what is looked at needs words for those who cannot see it, what is read does not', () => {
	expect(MEDIA_TYPES.filter(needsAltText)).toEqual([
		'image/jpeg',
		'image/png',
		'image/webp',
		'application/pdf',
	])
})
