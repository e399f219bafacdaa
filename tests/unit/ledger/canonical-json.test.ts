import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '#app/ledger/canonical-json.ts'
import type { Json } from '#app/ledger/canonical-json.ts'

/** The number with these eight bytes, written in hex as RFC 8785 appendix B does. */
function doubleFrom(hex: string): number {
	return Buffer.from(hex, 'hex').readDoubleBE()
}

describe('numbers are written as RFC 8785 appendix B lists them', () => {
	test.each([
		['0000000000000000', '0'],
		['8000000000000000', '0'],
		['0000000000000001', '5e-324'],
		['8000000000000001', '-5e-324'],
		['7fefffffffffffff', '1.7976931348623157e+308'],
		['ffefffffffffffff', '-1.7976931348623157e+308'],
		['4340000000000000', '9007199254740992'],
		['c340000000000000', '-9007199254740992'],
		['4430000000000000', '295147905179352830000'],
		['44b52d02c7e14af5', '9.999999999999997e+22'],
		['44b52d02c7e14af6', '1e+23'],
		['44b52d02c7e14af7', '1.0000000000000001e+23'],
		['444b1ae4d6e2ef4e', '999999999999999700000'],
		['444b1ae4d6e2ef4f', '999999999999999900000'],
		['444b1ae4d6e2ef50', '1e+21'],
		['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
		['3eb0c6f7a0b5ed8d', '0.000001'],
		['41b3de4355555553', '333333333.3333332'],
		['41b3de4355555554', '333333333.33333325'],
		['41b3de4355555555', '333333333.3333333'],
		['41b3de4355555556', '333333333.3333334'],
		['41b3de4355555557', '333333333.33333343'],
		['becbf647612f3696', '-0.0000033333333333333333'],
		['43143ff3c1cb0959', '1424953923781206.2'],
	])('%s is %s', (hex, written) => {
		expect(canonicalJson(doubleFrom(hex))).toBe(written)
	})
})

test('members stand in the order of their UTF-16 code units, as in RFC 8785 section 3.2.3', () => {
	const value = {
		'\u20ac': 'Euro Sign',
		'\r': 'Carriage Return',
		'\ufb33': 'Hebrew Letter Dalet With Dagesh',
		'1': 'One',
		'\ud83d\ude00': 'Emoji: Grinning Face',
		'\u0080': 'Control',
		'\u00f6': 'Latin Small Letter O With Diaeresis',
	}
	const order = ['\\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33']
	expect([...canonicalJson(value).matchAll(/"([^"]+)":/g)].map((match) => match[1])).toEqual(order)
})

test('texts are escaped as little as possible, as in RFC 8785 section 3.2.2', () => {
	const value = { string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/', literals: [null, true, false] }
	expect(canonicalJson(value)).toBe(
		String.raw`{"literals":[null,true,false],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
	)
})

test.each([
	['not a number', Number.NaN],
	['infinity', Number.POSITIVE_INFINITY],
	['nothing at all', undefined],
	['half of a character', 'budget \ud83d'],
	['half of a character in the name of a member', { '\ude00': 1 }],
])('%s cannot be recorded', (_what, value) => {
	expect(() => canonicalJson(value as Json)).toThrow()
})

test('one value has one text, whatever the order of its members, and the text reads back as the value', () => {
	fc.assert(
		fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
			const members = Object.entries(value as Record<string, Json>)
			const text = canonicalJson(Object.fromEntries(members))
			expect(canonicalJson(Object.fromEntries(members.toReversed()))).toBe(text)
			expect(canonicalJson(JSON.parse(text) as Json)).toBe(text)
		}),
	)
})
