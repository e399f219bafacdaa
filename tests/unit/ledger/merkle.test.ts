import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leafHash } from '#app/ledger/leaf.ts'
import { EMPTY_ROOT, merkleTree, verifyConsistency, verifyInclusion } from '#app/ledger/merkle.ts'
import type { MerkleTree } from '#app/ledger/merkle.ts'

/** The roots of RFC 6962 by its own words, without anything kept: slow, and nothing of ours. */
function rootByDefinition(leaves: readonly Uint8Array[]): Uint8Array {
	const sha256 = (...parts: readonly Uint8Array[]) =>
		createHash('sha256').update(Buffer.concat(parts)).digest()
	const [only] = leaves
	if (!only) return sha256()
	if (leaves.length === 1) return only
	let half = 1
	while (half * 2 < leaves.length) half *= 2
	return sha256(
		Uint8Array.of(1),
		rootByDefinition(leaves.slice(0, half)),
		rootByDefinition(leaves.slice(half)),
	)
}

const leaves = Array.from({ length: 700 }, (_leaf, at) => leafHash(Buffer.from(`entry ${at}`)))

function treeOf(size: number): MerkleTree {
	const tree = merkleTree()
	for (const leaf of leaves.slice(0, size)) tree.append(leaf)
	return tree
}

const tree = treeOf(leaves.length)
const hex = (bytes: Uint8Array | null | undefined) => (bytes ? Buffer.from(bytes).toString('hex') : bytes)

function present<Value>(value: Value | null | undefined): Value {
	if (value === null || value === undefined) throw new Error('it is missing')
	return value
}

/** The bytes with one bit changed. */
function flipped(bytes: Uint8Array, bit: number): Uint8Array {
	const changed = new Uint8Array(bytes)
	const at = Math.floor(bit / 8) % changed.length
	changed[at] = (changed[at] ?? 0) ^ (1 << (bit % 8))
	return changed
}

/** All the lists that differ from the given one in one bit of one hash, one hash too few or one too many. */
function tampered(proof: readonly Uint8Array[], bit: number): readonly (readonly Uint8Array[])[] {
	return [
		...proof.map((_hash, changed) => proof.map((hash, at) => (at === changed ? flipped(hash, bit) : hash))),
		...(proof.length > 0 ? [proof.slice(1), proof.slice(0, -1)] : []),
		[...proof, present(leaves[bit % leaves.length])],
	]
}

describe('the root', () => {
	test('of no leaf is the hash of nothing', () => {
		expect(Buffer.from(EMPTY_ROOT).toString('base64')).toBe('47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=')
		expect(merkleTree().rootAt(0)).toEqual(EMPTY_ROOT)
	})

	test('of every size up to 130 is that of the definition, also when the tree has grown beyond', () => {
		for (let size = 0; size <= 130; size += 1) {
			const defined = hex(rootByDefinition(leaves.slice(0, size)))
			expect(hex(tree.rootAt(size))).toBe(defined)
			expect(hex(treeOf(size).rootAt(size))).toBe(defined)
		}
	})

	test.each([-1, 0.5, 701, Number.NaN, 2 ** 60])('of size %d is not there', (size) => {
		expect(tree.rootAt(size)).toBeNull()
	})
})

describe('the hash of a subtree', () => {
	test('is there as soon as the subtree is complete, and not before', () => {
		expect(hex(tree.hashAt(8, 1))).toBe(hex(rootByDefinition(leaves.slice(256, 512))))
		expect(tree.hashAt(8, 2)).toBeNull()
		expect(treeOf(511).hashAt(8, 1)).toBeNull()
		expect(tree.hashAt(70, 0)).toBeNull()
	})

	test('that was given out is not the tree itself: changing it changes nothing', () => {
		const grown = treeOf(4)
		present(grown.hashAt(0, 1)).fill(0)
		expect(hex(grown.rootAt(4))).toBe(hex(tree.rootAt(4)))
	})

	test('is made of leaves of 32 bytes only', () => {
		expect(() => merkleTree().append(new Uint8Array(31))).toThrow('32 bytes')
	})
})

const placeInTree = fc
	.integer({ min: 1, max: leaves.length })
	.chain((size) => fc.record({ size: fc.constant(size), index: fc.integer({ min: 0, max: size - 1 }) }))
const aBit = fc.integer({ min: 0, max: 255 })

describe('a proof of inclusion', () => {
	test('verifies for every leaf of every size, and for nothing that differs in one bit', () => {
		fc.assert(
			fc.property(placeInTree, aBit, ({ size, index }, bit) => {
				const proof = present(tree.inclusion(index, size))
				const root = present(tree.rootAt(size))
				const leaf = present(leaves[index])
				const claim = { index, size, leafHash: leaf, proof, root }
				expect(verifyInclusion(claim)).toBe(true)
				const others = [
					{ ...claim, leafHash: flipped(leaf, bit) },
					{ ...claim, root: flipped(root, bit) },
					{ ...claim, index: index + 1 },
					{ ...claim, index: index - 1 },
					{ ...claim, index: size },
					...tampered(proof, bit).map((changed) => ({ ...claim, proof: changed })),
				]
				expect(others.filter(verifyInclusion)).toEqual([])
			}),
			{ numRuns: 300, seed: 6962 },
		)
	})

	test.each([
		[0, 0],
		[5, 5],
		[-1, 5],
		[0, 701],
		[0.5, 5],
	])('of leaf %d in a tree of %d is not given', (index, size) => {
		expect(tree.inclusion(index, size)).toBeNull()
	})
})

describe('a proof of consistency', () => {
	const sizes = fc
		.integer({ min: 1, max: leaves.length })
		.chain((to) => fc.record({ to: fc.constant(to), from: fc.integer({ min: 1, max: to }) }))

	test('verifies between any two sizes, and for nothing that differs in one bit', () => {
		fc.assert(
			fc.property(sizes, aBit, ({ from, to }, bit) => {
				const proof = present(tree.consistency(from, to))
				const [fromRoot, toRoot] = [present(tree.rootAt(from)), present(tree.rootAt(to))]
				const claim = { from, to, fromRoot, toRoot, proof }
				expect(verifyConsistency(claim)).toBe(true)
				const others = [
					{ ...claim, fromRoot: flipped(fromRoot, bit) },
					{ ...claim, toRoot: flipped(toRoot, bit) },
					...tampered(proof, bit).map((changed) => ({ ...claim, proof: changed })),
				]
				expect(others.filter(verifyConsistency)).toEqual([])
			}),
			{ numRuns: 300, seed: 6962 },
		)
	})

	test('needs no hash from the empty tree or between equal ones, and goes only forward', () => {
		expect(tree.consistency(0, 9)).toEqual([])
		expect(tree.consistency(9, 9)).toEqual([])
		expect(tree.consistency(9, 8)).toBeNull()
		expect(tree.consistency(9, 701)).toBeNull()
	})

	test('from the empty tree shows nothing, so nothing is accepted as one', () => {
		const toRoot = present(tree.rootAt(9))
		for (const proof of [[], [toRoot]])
			expect(verifyConsistency({ from: 0, to: 9, fromRoot: EMPTY_ROOT, toRoot, proof })).toBe(false)
	})
})
