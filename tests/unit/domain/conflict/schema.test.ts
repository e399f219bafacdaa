import { expect, test } from 'vitest'
import { declarationAnswer, partsOf } from '#app/domain/conflict/schema.ts'
import type { DeclarationAsked } from '#app/domain/conflict/schema.ts'

const both: DeclarationAsked = {
	missing: ['PERSON', 'ORGANIZATION'],
	shown: { PERSON: [], ORGANIZATION: [] },
}
const own: DeclarationAsked = { ...both, missing: ['PERSON'] }
const again: DeclarationAsked = { ...both, missing: [] }
const coLead: DeclarationAsked = { ...both, shown: { PERSON: [], ORGANIZATION: ['CO_LEADS', 'IMPLEMENTS'] } }
const official: DeclarationAsked = { ...both, shown: { PERSON: ['EMPLOYED'], ORGANIZATION: [] } }
const none = { personInterests: ['NONE'], organizationInterests: ['NONE'] }

test.each([
	['no interest of either', both, none, []],
	[
		'only one answer where both are missing',
		both,
		{ personInterests: ['NONE'] },
		['organizationInterests: verification.interest.required'],
	],
	['only the own answer where the organization has answered', own, { personInterests: ['NONE'] }, []],
	['one of both anew', again, { organizationInterests: ['NONE'] }, []],
	['nothing at all anew', again, {}, ['personInterests: verification.interest.required']],
	[
		'an interest that is not explained',
		own,
		{ personInterests: ['OTHER'], personStatement: ' ' },
		['personStatement: verification.statement.required'],
	],
	[
		'none and an interest at once',
		own,
		{ personInterests: ['NONE', 'OTHER'], personStatement: 'x' },
		['personInterests: verification.interest.none-alone'],
	],
	[
		'none of an organization that the plan names',
		coLead,
		none,
		['organizationInterests: verification.interest.shown.ORGANIZATION'],
	],
	[
		'another interest of an organization that the plan names',
		coLead,
		{ ...none, organizationInterests: ['FUNDED_BY'], organizationStatement: 'They pay us.' },
		['organizationInterests: verification.interest.shown.ORGANIZATION'],
	],
	[
		'a co-lead that says so',
		coLead,
		{ ...none, organizationInterests: ['CO_LEADS'], organizationStatement: 'We lead it together.' },
		[],
	],
	['none of a former official', official, none, ['personInterests: verification.interest.shown.PERSON']],
	[
		'a code that does not exist',
		own,
		{ personInterests: ['BRIBED'] },
		['personInterests.0: verification.interest.required'],
	],
])('%s', (_what, asked, input, expected) => {
	const read = declarationAnswer(asked).safeParse(input)
	const faults = read.success ? [] : read.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`)
	expect(faults).toEqual(expected)
})

test('a statement beside no interest is not kept', () => {
	expect(partsOf({ personInterests: ['NONE'], personStatement: 'but …' })).toEqual([
		{ scope: 'PERSON', interests: [], statement: null },
	])
})
