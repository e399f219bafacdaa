import { createHash, createPublicKey, verify } from 'node:crypto'

// What anyone outside can check of the public log with its key alone. It shares no code with the server: a fault in
// the server's own arithmetic would otherwise prove itself right.

export type Signed = { readonly size: number; readonly root: Buffer; readonly text: string }

const ED25519_HEAD = Buffer.from('302a300506032b6570032100', 'hex')

/** What a signed note says, once its signature holds. */
export function checkedNote(text: string, vkey: string): Signed {
	const split = text.indexOf('\n\n')
	const said = text.slice(0, split + 1)
	const [origin, size, root] = said.split('\n')
	const [, name, id, key] = /^(\S+?)\+([0-9a-f]{8})\+(\S+)$/.exec(vkey.trim()) ?? []
	if (!name || !id || !key || origin !== name) throw new Error('the note is of another log')
	const line = text
		.slice(split + 2)
		.split('\n')
		.find((one) => one.startsWith(`— ${name} `))
	const seal = Buffer.from(line?.split(' ')[2] ?? '', 'base64')
	const publicKey = createPublicKey({
		key: Buffer.concat([ED25519_HEAD, Buffer.from(key, 'base64').subarray(1)]),
		format: 'der',
		type: 'spki',
	})
	if (seal.subarray(0, 4).toString('hex') !== id) throw new Error('the note is signed with another key')
	if (!verify(null, Buffer.from(said, 'utf8'), publicKey, seal.subarray(4)))
		throw new Error('the signature of the note does not hold')
	return { size: Number(size), root: Buffer.from(root ?? '', 'base64'), text }
}

/** Whether the log of the smaller size is the beginning of the larger one (RFC 9162, section 2.1.4.2). */
export function isBeginning(some: Signed, more: Signed, proof: readonly Buffer[]): boolean {
	if (some.size === more.size) return proof.length === 0 && some.root.equals(more.root)
	if (some.size === 0 || some.size > more.size) return some.size === 0 && proof.length === 0
	const path = [...proof]
	if (isPowerOfTwo(some.size)) path.unshift(some.root)
	let [at, last] = [some.size - 1, more.size - 1]
	for (; at % 2 === 1; at = half(at), last = half(last));
	let old = path.shift()
	let young = old
	for (const node of path) {
		if (!old || !young || last === 0) return false
		if (at % 2 === 1 || at === last) {
			old = nodeOf(node, old)
			young = nodeOf(node, young)
			for (; at % 2 === 0 && at !== 0; at = half(at), last = half(last));
		} else young = nodeOf(young, node)
		at = half(at)
		last = half(last)
	}
	return (
		last === 0 && old !== undefined && young !== undefined && old.equals(some.root) && young.equals(more.root)
	)
}

export type Receipt = { readonly entry: Buffer; readonly index: number; readonly checkpoint: Signed }

/** What a receipt (C2SP tlog-proof) says, once its proof leads to the root of its signed checkpoint (section 2.1.3.2). */
export function checkedReceipt(text: string, vkey: string): Receipt {
	const split = text.indexOf('\n\n')
	const [first, extra = '', position = '', ...hashes] = text.slice(0, split).split('\n')
	if (first !== 'c2sp.org/tlog-proof@v1' || !extra.startsWith('extra ') || !position.startsWith('index '))
		throw new Error('the receipt is none')
	const entry = Buffer.from(extra.slice('extra '.length), 'base64')
	const index = Number(position.slice('index '.length))
	const checkpoint = checkedNote(text.slice(split + 2), vkey)
	const path = hashes.map((hash) => Buffer.from(hash, 'base64'))
	if (!rootFrom(entry, { index, size: checkpoint.size, path })?.equals(checkpoint.root))
		throw new Error('the proof of the receipt does not lead to the signed root')
	return { entry, index, checkpoint }
}

function rootFrom(
	entry: Buffer,
	{ index, size, path }: { index: number; size: number; path: readonly Buffer[] },
): Buffer | null {
	let [at, last] = [index, size - 1]
	let hash = hashOf(0, entry)
	for (const node of path) {
		if (last === 0) return null
		if (at % 2 === 1 || at === last) {
			hash = nodeOf(node, hash)
			for (; at % 2 === 0 && at !== 0; at = half(at), last = half(last));
		} else hash = nodeOf(hash, node)
		at = half(at)
		last = half(last)
	}
	return last === 0 ? hash : null
}

/** The root over leaf hashes that lie one after the other. */
export function rootOver(leaves: readonly Buffer[]): Buffer {
	const [only] = leaves
	if (!only) return createHash('sha256').digest()
	if (leaves.length === 1) return only
	let split = 1
	while (split * 2 < leaves.length) split *= 2
	return nodeOf(rootOver(leaves.slice(0, split)), rootOver(leaves.slice(split)))
}

/** RFC 6962 hash of a leaf. */
export function leafOf(entry: Uint8Array): Buffer {
	return hashOf(0, entry)
}

/** SHA-256 of the salt and the content in its canonical form, lowercase hex. */
export function sealOf(salt: Buffer, content: unknown): string {
	return createHash('sha256').update(salt).update(canonical(content), 'utf8').digest('hex')
}

/** Canonical JSON of what acts are made of: texts, whole numbers, truth values, null, lists and objects. */
export function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
	if (typeof value !== 'object' || value === null) return JSON.stringify(value)
	const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
	return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`
}

function nodeOf(left: Uint8Array, right: Uint8Array): Buffer {
	return hashOf(1, left, right)
}

function hashOf(kind: 0 | 1, ...parts: readonly Uint8Array[]): Buffer {
	const hash = createHash('sha256').update(Uint8Array.of(kind))
	for (const part of parts) hash.update(part)
	return hash.digest()
}

const half = (value: number): number => Math.floor(value / 2)
const isPowerOfTwo = (value: number): boolean => Number.isInteger(Math.log2(value))
