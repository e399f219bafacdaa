import { createHash, hash, timingSafeEqual } from 'node:crypto'

/** Unit: bytes of one hash. */
export const HASH_BYTES = 32

/** Root of the tree without leaves: SHA-256 of nothing. Source: RFC 6962, section 2.1. */
export const EMPTY_ROOT: Uint8Array = createHash('sha256').digest()

/**
 * A tree that only grows, with the hash of every complete subtree at hand.
 *
 * Source  RFC 6962, section 2.1: an odd node is carried up, never doubled.
 */
export type MerkleTree = {
	readonly size: () => number
	readonly append: (leafHash: Uint8Array) => void
	/** Hash of the complete subtree over the leaves n·2^level to (n+1)·2^level; null where it is not complete. */
	readonly hashAt: (level: number, n: number) => Uint8Array | null
	/** Root over the first `size` leaves; null beyond the tree. */
	readonly rootAt: (size: number) => Uint8Array | null
	/** From the leaf's sibling up to the root's child; null unless the leaf is in the tree of that size. */
	readonly inclusion: (index: number, size: number) => readonly Uint8Array[] | null
	/**
	 * That the tree of the first size is the beginning of the tree of the second; null unless both are at hand. Without
	 * a hash where there is nothing to show: from the empty tree, and between equal ones.
	 */
	readonly consistency: (from: number, to: number) => readonly Uint8Array[] | null
}

/** A tree without leaves. */
export function merkleTree(): MerkleTree {
	const { size, put, hashAt } = completeSubtrees()

	/** Hash over `count` leaves from `start`, which no subtree of the shape of the whole can fail to have. */
	function over(start: number, count: number): Uint8Array {
		const height = 31 - Math.clz32(count)
		const left = 2 ** height
		if (left < count) return nodeHash(over(start, left), over(start + left, count - left))
		const node = hashAt(height, start / count)
		if (!node) throw new Error(`the tree has no subtree of ${count} leaves at ${start}`)
		return node
	}

	return {
		size,
		append: (leafHash) => {
			if (leafHash.length !== HASH_BYTES) throw new Error('a leaf hash has 32 bytes')
			put(0, leafHash)
		},
		hashAt,
		rootAt: (at) => {
			if (!isCount(at) || at > size()) return null
			return at === 0 ? EMPTY_ROOT : over(0, at)
		},
		inclusion: (index, at) => {
			if (!isCount(index) || !isCount(at) || index >= at || at > size()) return null
			return pathTo(index, at, over)
		},
		consistency: (from, to) => {
			if (!isCount(from) || !isCount(to) || from > to || to > size()) return null
			return from === 0 || from === to ? [] : pathBetween(from, to, over)
		},
	}
}

type Level = { bytes: Uint8Array; count: number }

const FIRST_ROOM = 1_024

/** The hashes of all complete subtrees. Each level lies in one flat buffer, so 100,000 leaves take 6.4 MB. */
function completeSubtrees() {
	const levels: Level[] = []

	function put(height: number, node: Uint8Array): void {
		const level = (levels[height] ??= { bytes: new Uint8Array(FIRST_ROOM * HASH_BYTES), count: 0 })
		if ((level.count + 1) * HASH_BYTES > level.bytes.length) level.bytes = doubled(level.bytes)
		level.bytes.set(node, level.count * HASH_BYTES)
		level.count += 1
		if (level.count % 2 === 1) return
		const start = (level.count - 2) * HASH_BYTES
		const left = level.bytes.subarray(start, start + HASH_BYTES)
		put(height + 1, nodeHash(left, level.bytes.subarray(start + HASH_BYTES, start + 2 * HASH_BYTES)))
	}

	function hashAt(height: number, n: number): Uint8Array | null {
		const level = levels[height]
		if (!level || !isCount(n) || n >= level.count) return null
		return level.bytes.slice(n * HASH_BYTES, (n + 1) * HASH_BYTES)
	}

	return { size: () => levels[0]?.count ?? 0, put, hashAt }
}

/** RFC 6962 hash of a node: SHA-256 of 0x01, its left and its right child. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
	NODE.set(left, 1)
	NODE.set(right, 1 + HASH_BYTES)
	return hash('sha256', NODE, 'buffer')
}

/** What a node's hash is made of; filled anew for each, since nothing waits in between. */
const NODE = Uint8Array.of(1, ...new Uint8Array(2 * HASH_BYTES))

export type InclusionProof = {
	readonly index: number | bigint
	readonly size: number | bigint
	readonly leafHash: Uint8Array
	readonly proof: readonly Uint8Array[]
	readonly root: Uint8Array
}

/** Whether the leaf stands at this place of the tree with this root. Source: RFC 9162, section 2.1.3.2. */
export function verifyInclusion({ index, size, leafHash, proof, root }: InclusionProof): boolean {
	let [place, last] = [BigInt(index), BigInt(size) - 1n]
	if (place < 0n || place > last || ![leafHash, root, ...proof].every(isHash)) return false
	let node = leafHash
	for (const sibling of proof) {
		if (last === 0n) return false
		if (isOdd(place) || place === last) {
			node = nodeHash(sibling, node)
			while (!isOdd(place) && place !== 0n) [place, last] = [place >> 1n, last >> 1n]
		} else node = nodeHash(node, sibling)
		;[place, last] = [place >> 1n, last >> 1n]
	}
	return last === 0n && timingSafeEqual(node, root)
}

export type ConsistencyProof = {
	readonly from: number | bigint
	readonly to: number | bigint
	readonly fromRoot: Uint8Array
	readonly toRoot: Uint8Array
	readonly proof: readonly Uint8Array[]
}

/**
 * Whether the tree of the first size is the beginning of the tree of the second. Two trees of one size are one tree,
 * and more than their roots is refused. From the empty tree nothing can be shown: every tree begins with it, so a
 * proof that claims to says nothing of the second root.
 *
 * Source  RFC 9162, section 2.1.4.2
 */
export function verifyConsistency({ from, to, fromRoot, toRoot, proof }: ConsistencyProof): boolean {
	const [first, second] = [BigInt(from), BigInt(to)]
	if (first <= 0n || first > second) return false
	if (first === second) return proof.length === 0 && Buffer.compare(fromRoot, toRoot) === 0
	if (![fromRoot, toRoot, ...proof].every(isHash)) return false
	// A complete first tree is a node of the second, and its root need not be said again.
	const isComplete = (first & (first - 1n)) === 0n
	const [start, ...rest] = isComplete ? [fromRoot, ...proof] : proof
	if (start === undefined || proof.length === 0) return false
	return climb({ start, rest, first, second, fromRoot, toRoot })
}

type Climb = {
	readonly start: Uint8Array
	readonly rest: readonly Uint8Array[]
	readonly first: bigint
	readonly second: bigint
	readonly fromRoot: Uint8Array
	readonly toRoot: Uint8Array
}

/** Works out both roots on one way up, and compares them with those that are claimed. */
function climb({ start, rest, first, second, fromRoot, toRoot }: Climb): boolean {
	let [place, last] = [first - 1n, second - 1n]
	while (isOdd(place)) [place, last] = [place >> 1n, last >> 1n]
	let [inFirst, inSecond] = [start, start]
	for (const node of rest) {
		if (last === 0n) return false
		if (isOdd(place) || place === last) {
			inFirst = nodeHash(node, inFirst)
			inSecond = nodeHash(node, inSecond)
			while (!isOdd(place) && place !== 0n) [place, last] = [place >> 1n, last >> 1n]
		} else inSecond = nodeHash(inSecond, node)
		;[place, last] = [place >> 1n, last >> 1n]
	}
	return last === 0n && timingSafeEqual(inFirst, fromRoot) && timingSafeEqual(inSecond, toRoot)
}

type Over = (start: number, count: number) => Uint8Array

/** RFC 6962, section 2.1.1: PATH, from the bottom up. */
function pathTo(index: number, size: number, over: Over): readonly Uint8Array[] {
	const path: Uint8Array[] = []
	let [start, count] = [0, size]
	while (count > 1) {
		const left = leftHalf(count)
		const isLeft = index < start + left
		path.push(isLeft ? over(start + left, count - left) : over(start, left))
		;[start, count] = isLeft ? [start, left] : [start + left, count - left]
	}
	return path.reverse()
}

/** RFC 6962, section 2.1.2: SUBPROOF, from the bottom up. */
function pathBetween(from: number, to: number, over: Over): readonly Uint8Array[] {
	const path: Uint8Array[] = []
	let [start, count] = [0, to]
	while (start + count > from) {
		const left = leftHalf(count)
		const isLeft = from <= start + left
		path.push(isLeft ? over(start + left, count - left) : over(start, left))
		;[start, count] = isLeft ? [start, left] : [start + left, count - left]
	}
	// What is left is the last complete part of the first tree; only if that is the whole tree, its root is known.
	if (start > 0) path.push(over(start, count))
	return path.reverse()
}

/** The largest power of two below the count. */
function leftHalf(count: number): number {
	return 2 ** (31 - Math.clz32(count - 1))
}

function doubled(bytes: Uint8Array): Uint8Array {
	const larger = new Uint8Array(bytes.length * 2)
	larger.set(bytes)
	return larger
}

function isCount(value: number): boolean {
	return Number.isSafeInteger(value) && value >= 0
}

function isOdd(value: bigint): boolean {
	return (value & 1n) === 1n
}

function isHash(bytes: Uint8Array): boolean {
	return bytes.length === HASH_BYTES
}
