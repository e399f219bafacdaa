import { expect, test } from 'vitest'
import { keysIn } from './said-keys.ts'

test.each([
	["say('plan.title')", ['plan.title']],
	["t.say(isNil ? 'a.b' : 'a.c')", ['a.b', 'a.c']],
	['say(`plan.${status}`)', []],
	["print('plan.title')", []],
])('%s says %j', (source, said) => {
	expect(keysIn('x.ts', source).said).toEqual(said)
})

test('a template stands for the keys it can become, and for no others', () => {
	const { saidPatterns } = keysIn('x.ts', 'say(`level.${code}.short`)')
	expect(
		['level.LIMITED.short', 'level.short', 'outcome.LIMITED.short'].map((key) => saidPatterns[0]?.test(key)),
	).toEqual([true, false, false])
})
