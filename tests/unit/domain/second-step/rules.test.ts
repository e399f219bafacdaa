import fc from 'fast-check'
import { Secret } from 'otpauth'
import { describe, expect, test } from 'vitest'
import {
	codeStep,
	isAppCode,
	isFresh,
	isOwed,
	stepAddress,
	stepLacking,
	typedCode,
	vouchesThatHold,
} from '#app/domain/second-step/rules.ts'
import { stepKeeper, takenAt } from '#app/http/step-keeper.server.ts'

const NOW = new Date('2026-11-23T10:00:00Z')
const before = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)

describe('codes of the clock', () => {
	/** RFC 6238, appendix B, for SHA-1: the last six of its eight digits. */
	const secret = Secret.fromLatin1('12345678901234567890').base32
	test.each([
		[59, '287082'],
		[1111111109, '081804'],
		[1111111111, '050471'],
		[1234567890, '005924'],
		[2000000000, '279037'],
	])('at %i s since 1970 the published one is taken', (seconds, code) => {
		const at = new Date(seconds * 1000)
		expect(codeStep(secret, code, at)).toBe(Math.floor(seconds / 30))
		expect(codeStep(secret, code, new Date(at.getTime() + 30_000))).toBe(Math.floor(seconds / 30))
		expect(codeStep(secret, code, new Date(at.getTime() + 90_000))).toBeNull()
		expect(codeStep(secret, code, new Date(at.getTime() - 90_000))).toBeNull()
	})

	test('anything else is none, whatever it is', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				fc.pre(text !== '287082')
				expect([null, 0]).toContain(codeStep(secret, text, new Date(59_000)))
			}),
		)
	})

	test('the address for the app names the site and the person', () => {
		expect(stepAddress(secret, 'poc@contoh.example')).toMatch(
			/^otpauth:\/\/totp\/Renaksi:poc%40contoh\.example\?issuer=Renaksi&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&/,
		)
	})

	test.each([
		[' 123 456 ', '123456', true],
		['abcd-efgh 2345.6789', 'ABCDEFGH23456789', false],
		['１２３４５６', '123456', true],
		['', '', false],
	])('“%s” is read as %s', (typed, code, isApp) => {
		expect(typedCode(typed)).toBe(code)
		expect(isAppCode(typedCode(typed))).toBe(isApp)
	})
})

describe('what a session lacks', () => {
	test.each([
		[{ has: true, owes: true, takenAt: null }, 'CODE'],
		[{ has: true, owes: false, takenAt: null }, 'CODE'],
		[{ has: true, owes: true, takenAt: NOW }, 'NONE'],
		[{ has: false, owes: true, takenAt: null }, 'SET_UP'],
		[{ has: false, owes: true, takenAt: NOW }, 'SET_UP'],
		[{ has: false, owes: false, takenAt: null }, 'NONE'],
	] as const)('%o: %s', (session, lacks) => {
		expect(stepLacking(session)).toBe(lacks)
	})

	test('roles that decide for others owe one, outside a demonstration', () => {
		expect(isOwed([{ role: 'POC', isDemonstration: false }])).toBe(true)
		expect(isOwed([{ role: 'POC', isDemonstration: true }])).toBe(false)
		expect(isOwed([{ role: 'IMPLEMENTER', isDemonstration: false }])).toBe(false)
		expect(isOwed([])).toBe(false)
	})

	test('it is fresh for five minutes, and for whoever has none', () => {
		expect([isFresh(before(5), NOW), isFresh(before(5.1), NOW), isFresh(null, NOW)]).toEqual([
			true,
			false,
			true,
		])
	})
})

test('a vouch holds three days, and nobody vouches for themselves', () => {
	const vouches = [
		{ byId: 'a', at: before(72 * 60) },
		{ byId: 'b', at: before(72 * 60 + 1) },
		{ byId: 'me', at: NOW },
	]
	expect(vouchesThatHold(vouches, 'me', NOW).map(({ byId }) => byId)).toEqual(['a'])
})

describe('what is sealed', () => {
	const [keeper, other] = [stepKeeper('a'.repeat(64)), stepKeeper('b'.repeat(64))]

	test('is read for its person with its key, and not otherwise', () => {
		const sealed = keeper.seal('SECRET', 'me')
		expect(sealed).not.toContain('SECRET')
		expect(keeper.open(sealed, 'me')).toBe('SECRET')
		expect([keeper.open(sealed, 'you'), other.open(sealed, 'me'), keeper.open('', 'me')]).toEqual([
			null,
			null,
			null,
		])
		const bytes = Buffer.from(sealed, 'base64url')
		for (let at = 0; at < bytes.length; at += 1) {
			const changed = Buffer.from(bytes)
			changed[at] = (changed[at] ?? 0) ^ 1
			expect(keeper.open(changed.toString('base64url'), 'me')).toBeNull()
		}
	})

	test('that a session took the step is believed with its seal only', () => {
		const session = { id: 's', userId: 'me', secondStepAt: NOW }
		const secondStepSeal = keeper.stamp({ sessionId: 's', personId: 'me', at: NOW })
		expect(takenAt(keeper, { ...session, secondStepSeal })).toEqual(NOW)
		expect(takenAt(keeper, { ...session, secondStepSeal: null })).toBeNull()
		expect(takenAt(keeper, { ...session, id: 't', secondStepSeal })).toBeNull()
		expect(takenAt(keeper, { ...session, secondStepAt: before(1), secondStepSeal })).toBeNull()
	})
})
