import { describe, expect, test } from 'vitest'
import {
	declarationValidUntil,
	findingFaults,
	independenceFrom,
	isLongEnough,
	nextStep,
} from '#app/domain/verification/rules.ts'
import type { Finding } from '#app/domain/verification/rules.ts'

const full: Finding = {
	level: 'LIMITED',
	outcome: 'PARTLY_CONFIRMED',
	method: 'SITE_VISIT',
	confidence: 'HIGH',
	rationale: { en: null, id: 'x'.repeat(50) },
	evidence: ['link'],
}

describe('a finding is ready', () => {
	test.each([
		['with all its answers', full, []],
		['without a level', { ...full, level: null }, ['LEVEL']],
		[
			'without a level where nothing could be verified',
			{ ...full, level: null, outcome: 'CANNOT_VERIFY' },
			[],
		],
		['with a level although the claim cannot be verified', { ...full, outcome: 'CANNOT_VERIFY' }, []],
		['that confirms a level it did not find', { ...full, outcome: 'CONFIRMED' }, ['CONFIRMED_OTHER_LEVEL']],
		['that confirms what it found', { ...full, outcome: 'CONFIRMED', level: 'COMPLETE' }, []],
		[
			'one character short of reasons',
			{ ...full, rationale: { en: null, id: 'x'.repeat(49) } },
			['RATIONALE'],
		],
		['without own evidence', { ...full, evidence: [] }, ['EVIDENCE']],
		[
			'not begun',
			{ ...full, level: null, outcome: null, method: null, confidence: null },
			['OUTCOME', 'METHOD', 'CONFIDENCE'],
		],
	] as const)('%s', (_what, finding, faults) => {
		expect(findingFaults(finding, 'COMPLETE')).toEqual(faults)
	})

	test('without a claim there is no level to agree with', () => {
		expect(findingFaults({ ...full, outcome: 'CONFIRMED' }, null)).toEqual([])
	})

	test.each([
		[[], 'check'],
		[['CONFIRMED_OTHER_LEVEL', 'EVIDENCE'], 'finding'],
		[['RATIONALE'], 'reasons'],
		[['EVIDENCE'], 'evidence'],
	] as const)('with %j the next page is %s', (faults, step) => {
		expect(nextStep(faults)).toBe(step)
	})
})

test.each([
	['x'.repeat(49), false],
	['x'.repeat(50), true],
	[`  ${'x'.repeat(49)}  `, false],
	['🗂'.repeat(49), false],
	['🗂'.repeat(50), true],
	[null, false],
])('reasons of %j are enough: %s', (text, enough) => {
	expect(isLongEnough(text)).toBe(enough)
})

test.each([
	['2026-07-15', '2027-07-15', 'a year on'],
	['2028-02-29', '2029-02-28', 'held back to the end of a shorter month'],
])('a declaration of %s holds until %s: %s', (declaredOn, until, _why) => {
	expect(declarationValidUntil(declaredOn)).toBe(until)
})

test('whoever has an interest is not independent', () => {
	expect([independenceFrom({ hasInterest: true }), independenceFrom({ hasInterest: false })]).toEqual([
		'INTERESTED',
		'INDEPENDENT',
	])
})
