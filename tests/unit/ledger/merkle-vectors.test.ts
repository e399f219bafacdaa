import { describe, expect, test } from 'vitest'
import { verifyConsistency, verifyInclusion } from '#app/ledger/merkle.ts'
import vectors from '#tests/fixtures/rfc6962-vectors.json' with { type: 'json' }

const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'))
const hashes = (proof: readonly string[] | null) => (proof ?? []).map(bytes)

/** `desc` alone is not unique: cases are told apart by their number. */
const numbered = <Case extends { desc: string }>(cases: readonly Case[]) =>
	cases.map((one, at) => [at, one.desc, one] as const)

describe('published proofs of inclusion are judged as their publisher judges them', () => {
	test('there are 98', () => expect(vectors.inclusion).toHaveLength(98))

	test.each(numbered(vectors.inclusion))('%i: %s', (_at, _desc, given) => {
		const holds = verifyInclusion({
			index: BigInt(given.leafIdx),
			size: BigInt(given.treeSize),
			leafHash: bytes(given.leafHash),
			proof: hashes(given.proof),
			root: bytes(given.root),
		})
		expect(holds).toBe(!given.wantErr)
	})
})

describe('published proofs of consistency are judged as their publisher judges them', () => {
	test('there are 98', () => expect(vectors.consistency).toHaveLength(98))

	test.each(numbered(vectors.consistency))('%i: %s', (_at, _desc, given) => {
		const holds = verifyConsistency({
			from: BigInt(given.size1),
			to: BigInt(given.size2),
			fromRoot: bytes(given.root1),
			toRoot: bytes(given.root2),
			proof: hashes(given.proof),
		})
		expect(holds).toBe(!given.wantErr)
	})
})
