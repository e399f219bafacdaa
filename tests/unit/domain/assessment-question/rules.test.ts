import { expect, test } from 'vitest'
import { basisOfNewWording, nextQuestionSet } from '#app/domain/assessment-question/rules.ts'

test.each([
	['ogp-local-2021.1', 'ogp-local-2021.1-site-001'],
	['ogp-local-2021.1-site-001', 'ogp-local-2021.1-site-002'],
	['ogp-local-2021.1-site-009', 'ogp-local-2021.1-site-010'],
])('after %s comes %s', (before, after) => {
	expect(nextQuestionSet(before)).toBe(after)
	expect(before < after && after < 'ogp-local-2022.1').toBe(true)
})

test.each([
	['OGP', 'PRACTICE', 'it is not OGP’s wording any more'],
	['PRACTICE', 'PRACTICE', 'it never was'],
	['OURS', 'OURS', 'it was ours before'],
])('a question of %s that is worded anew is shown as %s: %s', (before, after) => {
	expect(basisOfNewWording(before)).toBe(after)
})
