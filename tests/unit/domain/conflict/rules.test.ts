import { describe, expect, test } from 'vitest'
import { declarationValidUntil, interestsOf, officeUntil } from '#app/domain/conflict/rules.ts'
import type { Declared, Ties } from '#app/domain/conflict/rules.ts'

const none: Declared = { hasInterest: false, interests: [] }
const untied: Ties = { isNamed: false, officeUntil: null }

describe('who has an interest is computed, never chosen', () => {
	test.each([
		['neither declares one and the record shows none', none, none, untied, []],
		[
			'the monitor declares one',
			{ hasInterest: true, interests: ['FUNDED_BY'] },
			none,
			untied,
			['PERSON FUNDED_BY'],
		],
		[
			'the organization declares two',
			none,
			{ hasInterest: true, interests: ['IMPLEMENTS', 'OTHER'] },
			untied,
			['ORGANIZATION IMPLEMENTS', 'ORGANIZATION OTHER'],
		],
		[
			'the plan names an organization that declares none',
			none,
			none,
			{ ...untied, isNamed: true },
			['ORGANIZATION CO_LEADS'],
		],
		[
			'the plan names one that says it implements: nothing is added',
			none,
			{ hasInterest: true, interests: ['IMPLEMENTS'] },
			{ ...untied, isNamed: true },
			['ORGANIZATION IMPLEMENTS'],
		],
		[
			'the monitor held office there and does not say so',
			none,
			none,
			{ ...untied, officeUntil: '2026-01-31' },
			['PERSON EMPLOYED'],
		],
		[
			'an older declaration has an interest without a name for it',
			{ hasInterest: true, interests: [] },
			none,
			untied,
			['PERSON OTHER'],
		],
	] as const)('%s', (_what, person, organization, ties, named) => {
		const found = interestsOf({ PERSON: person, ORGANIZATION: organization }, ties)
		expect(found.map(({ scope, code }) => `${scope} ${code}`)).toEqual(named)
	})
})

describe('an office counts for so many months after its end', () => {
	const on = { today: '2026-07-15', months: 24 }
	test.each([
		['none was held', [], null],
		['one lasts', [{ fromOn: '2020-01-01', untilOn: null }], '2026-07-15'],
		[
			'one ended on the first day that still counts',
			[{ fromOn: '2020-01-01', untilOn: '2024-07-15' }],
			'2024-07-15',
		],
		['one ended the day before that', [{ fromOn: '2020-01-01', untilOn: '2024-07-14' }], null],
		['one has not begun', [{ fromOn: '2026-07-16', untilOn: null }], null],
		[
			'of two the newer one is said',
			[
				{ fromOn: '2020-01-01', untilOn: '2025-01-31' },
				{ fromOn: '2025-02-01', untilOn: '2026-03-31' },
			],
			'2026-03-31',
		],
	] as const)('%s', (_what, offices, until) => {
		expect(officeUntil(offices, on)).toBe(until)
	})
})

test.each([
	['2026-07-15', 12, '2027-07-15', 'a year on'],
	['2028-02-29', 12, '2029-02-28', 'held back to the end of a shorter month'],
	['2026-07-15', 6, '2027-01-15', 'as long as the rule set says'],
])('a declaration of %s over %i months holds until %s: %s', (declaredOn, months, until) => {
	expect(declarationValidUntil(declaredOn, months)).toBe(until)
})
