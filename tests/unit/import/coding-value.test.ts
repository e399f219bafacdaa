import { expect, test } from 'vitest'
import { codingKey, codingValue } from '#app/import/coding-value.ts'

test.each([
	['COMPLETION_MIDTERM', 'b. Limited', 'LIMITED', 'a letter before the word is not part of it'],
	['COMPLETION_END', 'a. not Started', 'NOT_STARTED', 'capitals do not matter'],
	['COMPLETION_MIDTERM', 'Unclear', null, 'unclear is no step of the scale'],
	['SPECIFICITY', 'c. high', 'HIGH', 'nor here'],
	['POTENTIAL_IMPACT', 'Transformative', 'TRANSFORMATIVE', 'the old scale is kept'],
	['DIOG', 'Did Not Change', 'DID_NOT_CHANGE', 'the old question keeps its words'],
	['EARLY_RESULTS', 'Marginal', null, 'a word of the old question is not on the new scale'],
	['PLAN_TOTAL', '45', null, 'a figure is no word'],
] as const)('%s: the word %j has the code %s: %s', (indicator, word, code, _why) => {
	expect(codingValue(indicator, word)).toBe(code)
})

test('a coding is known by its indicator', () => {
	expect(codingKey('COMPLETION_END')).toBe('irm-completion-end')
	expect(codingKey('INCEPTION_FINDING', 'novelty')).toBe('irm-inception-finding-novelty')
})
