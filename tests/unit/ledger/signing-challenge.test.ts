import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { SIGNING_DOMAIN, signingChallenge } from '#app/ledger/signing-challenge.ts'
import { leafHash } from '#app/ledger/leaf.ts'

const ENTRY = new TextEncoder().encode('{"kind":"verification.published"}')

test('what a key signs is the hash of the domain and the entry, and nothing else', () => {
	const wanted = createHash('sha256').update('renaksi/act-signature/v1\n').update(ENTRY).digest()
	expect(Buffer.from(signingChallenge(ENTRY))).toEqual(wanted)
	expect(SIGNING_DOMAIN.endsWith('\n')).toBe(true)
})

test('it is not the leaf hash, and it is another for every other entry', () => {
	expect(signingChallenge(ENTRY)).not.toEqual(leafHash(ENTRY))
	expect(signingChallenge(ENTRY)).not.toEqual(signingChallenge(ENTRY.slice(1)))
})
