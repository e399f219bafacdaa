import { describe, expect, test } from 'vitest'
import { isCountedBackwards, keySiteOf, keyStateOf } from '#app/domain/passkey/rules.ts'
import type { KeyAct } from '#app/domain/passkey/rules.ts'

function aKeyAct(event: string, over: Partial<KeyAct> = {}): KeyAct {
	return {
		recordId: 'record',
		version: 1,
		event,
		keyId: 'key',
		publicKey: 'public',
		organizationId: 'cso',
		personId: 'owner of the key',
		submittedById: 'owner of the key',
		publishedOn: '2026-07-15',
		...over,
	}
}

const ADDED = aKeyAct('KEY_ADDED')
const CONFIRMED = aKeyAct('KEY_CONFIRMED', { submittedById: 'a colleague' })

describe('how a key stands', () => {
	test.each<readonly [readonly KeyAct[], ReturnType<typeof keyStateOf>, string]>([
		[[], null, 'nobody said that it was added'],
		[[CONFIRMED], null, 'a confirmation alone adds no key'],
		[[ADDED], 'UNCONFIRMED', 'the first key of a person waits like every other'],
		[[ADDED, CONFIRMED], 'CONFIRMED', 'a colleague said so'],
		[[ADDED, aKeyAct('KEY_CONFIRMED')], 'UNCONFIRMED', 'its owner cannot say so'],
		[[ADDED, aKeyAct('KEY_CONFIRMED', { submittedById: null })], 'UNCONFIRMED', 'nobody cannot say so'],
		[[ADDED, { ...CONFIRMED, publicKey: 'another' }], 'UNCONFIRMED', 'another key under its name was meant'],
		[[ADDED, CONFIRMED, aKeyAct('KEY_REMOVED')], 'REMOVED', 'its owner removed it'],
		[[ADDED, aKeyAct('KEY_REMOVED'), CONFIRMED], 'REMOVED', 'a removed key does not come back'],
	])('after %j it is %s, because %s', (acts, state) => {
		expect(keyStateOf(acts)).toBe(state)
	})
})

describe('the counter of an authenticator', () => {
	test.each([
		[0, 0, false, 'many authenticators do not count'],
		[0, 1, false, 'one that begins to count moves on'],
		[4, 5, false, 'it moved on'],
		[4, 9, false, 'it was used elsewhere meanwhile'],
		[4, 4, true, 'the same signature comes again'],
		[4, 3, true, 'a copy of the key signs'],
		[4, 0, true, 'one that counted does not stop'],
	])('from %i to %i is going backwards: %s, because %s', (stored, given, isBackwards) => {
		expect(isCountedBackwards(stored, given)).toBe(isBackwards)
	})
})

test.each([
	['http://localhost:3000', { rpId: 'localhost', origin: 'http://localhost:3000' }],
	['https://ogp.example.org', { rpId: 'ogp.example.org', origin: 'https://ogp.example.org' }],
	['https://ogp.example.org:8443', { rpId: 'ogp.example.org', origin: 'https://ogp.example.org:8443' }],
])('keys of %s hold for its host name and its origin', (baseUrl, site) => {
	expect(keySiteOf(baseUrl)).toEqual(site)
})
