import { generateKeyPairSync, createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { checkpointText, signerOf } from '#app/ledger/checkpoint.ts'
import { heldAgainst, pastedNote } from '#app/ledger/held-checkpoint.ts'
import { merkleTree, verifyConsistency } from '#app/ledger/merkle.ts'

const pem = () =>
	generateKeyPairSync('ed25519', {
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
		publicKeyEncoding: { type: 'spki', format: 'pem' },
	}).privateKey
const key = pem()

/** A log of so many leaves, of which the third says something else where it was rewritten. */
function aLog(size: number, { third = 'leaf 2', name = 'log.example/test', privateKey = key } = {}) {
	const tree = merkleTree()
	for (let at = 0; at < size; at += 1) {
		tree.append(
			createHash('sha256')
				.update(at === 2 ? third : `leaf ${String(at)}`)
				.digest(),
		)
	}
	const signer = signerOf(name, privateKey)
	const checkpointAt = (of: number) =>
		signer.sign(checkpointText({ origin: name, size: of, root: tree.rootAt(of) ?? new Uint8Array(32) }))
	return {
		origin: name,
		vkey: signer.vkey,
		published: () => ({ size }),
		rootAt: (of: number) => tree.rootAt(of),
		consistency: (from: number, to: number) => tree.consistency(from, to),
		checkpointAt,
	}
}

test('a checkpoint that the log kept its word to is consistent, and comes with a proof that anyone can check', () => {
	const log = aLog(21)
	const held = heldAgainst(log, log.checkpointAt(6))
	expect(held).toMatchObject({ verdict: 'consistent', size: 6 })
	const [fromRoot, toRoot] = [log.rootAt(6), log.rootAt(21)]
	expect(
		fromRoot && toRoot && verifyConsistency({ from: 6, to: 21, fromRoot, toRoot, proof: held.proof ?? [] }),
	).toBe(true)
})

test.each([
	['rewritten and signed anew with the same key', aLog(9, { third: 'another' }), 'log_rewritten'],
	['shorter than what it signed', aLog(4), 'log_shorter'],
	['of another name', aLog(9, { name: 'log.example/other' }), 'other_log'],
	['signed by another key', aLog(9, { privateKey: pem() }), 'not_signed'],
])('a log that is %s is convicted: %s', (_what, log, verdict) => {
	expect(heldAgainst(log, aLog(9).checkpointAt(6))).toMatchObject({ verdict, proof: null })
})

test.each([
	['nothing', ''],
	['words', 'hello'],
	['a checkpoint without its signature', 'log.example/test\n0\nabc\n'],
])('%s is no checkpoint', (_what, text) => {
	expect(heldAgainst(aLog(3), text).verdict).toBe('malformed')
})

test('a pasted note may have lost its last line end, or come with those of another system', () => {
	const log = aLog(5)
	const note = log.checkpointAt(3)
	for (const pasted of [note.trimEnd(), note.replaceAll('\n', '\r\n'), `  ${note}\n\n`]) {
		expect(heldAgainst(log, pastedNote(pasted)).verdict).toBe('consistent')
	}
})
