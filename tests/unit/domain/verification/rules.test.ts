import { describe, expect, test } from 'vitest'
import {
	checksOf,
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
	confidenceNeeds: { en: null, id: null },
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
		['that is not sure and does not say why', { ...full, confidence: 'LOW' }, ['CONFIDENCE_NEEDS']],
		[
			'that is not sure and says what it would take',
			{ ...full, confidence: 'MEDIUM', confidenceNeeds: { en: null, id: 'Data' } },
			[],
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

test('whoever has an interest is not independent', () => {
	expect([independenceFrom({ hasInterest: true }), independenceFrom({ hasInterest: false })]).toEqual([
		'INTERESTED',
		'INDEPENDENT',
	])
})

describe('what a milestone’s protocol asks to check', () => {
	const nothing = { whatEn: null, whatId: null, whereEn: null, whereId: null, who: null, byOn: null }
	test.each([
		['nothing without a protocol', undefined, []],
		['nothing where it says nothing', nothing, []],
		['what would count, in whichever language', { ...nothing, whatId: 'Lima puluh dataset' }, ['WHAT']],
		[
			'all four, in their order',
			{ ...nothing, byOn: '2026-06-30', who: 'Anyone', whereEn: 'On the portal', whatEn: 'Fifty' },
			['WHAT', 'WHERE', 'WHO', 'BY_ON'],
		],
	] as const)('%s', (_what, protocol, checks) => {
		expect(checksOf(protocol)).toEqual(checks)
	})
})
