import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '#app/ledger/canonical-json.ts'
import type { Json } from '#app/ledger/canonical-json.ts'

test('the canonical form is the one that a program nobody here wrote gives', () => {
	const names = fc.oneof(fc.string({ unit: 'grapheme' }), fc.nat().map(String), fc.constant('__proto__'))
	const values = fc.letrec((tie) => ({
		value: fc.oneof(fc.jsonValue(), fc.array(tie('value')), fc.dictionary(names, tie('value'))),
	})).value
	fc.assert(
		fc.property(values, (value) => {
			expect(canonicalJson(value as Json)).toBe(canonicalize(value))
		}),
	)
})
