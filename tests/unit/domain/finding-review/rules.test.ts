import { expect, test } from 'vitest'
import { lacksReview, reviewStanding } from '#app/domain/finding-review/rules.ts'

test.each([
	['nobody was asked', { reviewState: 'NONE', reviewedVersion: null, version: 4 }, 'NONE', true],
	['somebody is asked', { reviewState: 'ASKED', reviewedVersion: null, version: 4 }, 'ASKED', true],
	['it was read as it stands', { reviewState: 'READ', reviewedVersion: 4, version: 4 }, 'READ', false],
	[
		'it was changed after it was read',
		{ reviewState: 'READ', reviewedVersion: 4, version: 5 },
		'CHANGED_SINCE',
		true,
	],
	['it was given back', { reviewState: 'RETURNED', reviewedVersion: null, version: 4 }, 'RETURNED', true],
] as const)('%s', (_what, draft, standing, lacks) => {
	expect(reviewStanding(draft)).toBe(standing)
	expect(lacksReview(standing, true)).toBe(lacks)
	expect(lacksReview(standing, false), 'an organization that wants no second reader').toBe(false)
})
