import { expect, test } from 'vitest'
import { RecusalAnswer } from '#app/domain/recusal/schema.ts'

const answer = { scope: 'PERSON', reasonId: 'Saudara saya memimpin dinas itu.', replacement: 'NONE' }

test.each([
	['a reason in one language, and nobody instead', answer, []],
	['no reason', { ...answer, reasonId: ' ' }, ['reasonId: recusal.reason.required']],
	[
		'a colleague who is not named',
		{ ...answer, replacement: 'SAME_ORGANIZATION' },
		['personId: recusal.person.required'],
	],
	['a colleague', { ...answer, replacement: 'SAME_ORGANIZATION', personId: 'owner' }, []],
	[
		'a colleague where the whole organization stands back',
		{ ...answer, scope: 'ORGANIZATION', replacement: 'SAME_ORGANIZATION', personId: 'owner' },
		['replacement: recusal.replacement.whole'],
	],
	[
		'another organization that is not named',
		{ ...answer, replacement: 'OTHER_ORGANIZATION' },
		['otherId: recusal.other.required'],
	],
	['nothing', {}, ['scope: recusal.scope.required', 'replacement: recusal.replacement.required']],
])('%s', (_what, input, expected) => {
	const read = RecusalAnswer.safeParse(input)
	const faults = read.success ? [] : read.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`)
	expect(faults).toEqual(expected)
})
