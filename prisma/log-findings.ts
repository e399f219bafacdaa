import { openCheckpoint, parseCheckpoint, parseNote } from '#app/ledger/checkpoint.ts'
import type { Checkpoint } from '#app/ledger/checkpoint.ts'
import { leafHash } from '#app/ledger/leaf.ts'
import { HASH_BYTES, merkleTree } from '#app/ledger/merkle.ts'
import type { MerkleTree } from '#app/ledger/merkle.ts'
import { verifyReceipt } from '#app/ledger/receipt.ts'

/** A log as it was found: its key, its newest checkpoint, every entry, and the leaves it says it signed. */
export type FoundLog = {
	readonly where: string
	readonly vkey: string
	/** The signed note. */
	readonly checkpoint: string
	/** All entries in their order; those behind a gap are left out. */
	readonly entries: readonly Uint8Array[]
	/** Leaf hashes one after the other, as far as they are kept or served. */
	readonly leaves: Uint8Array
}

/** A file that somebody kept. */
export type KeptFile = { readonly name: string; readonly text: string }

/** One thing that was looked at: what it is, in a sentence under `log-verify.<code>`, and whether it is as it must be. */
export type Finding = {
	readonly code: string
	readonly holds: boolean
	readonly values: Readonly<Record<string, string | number>>
}

/** A long list of differences says no more than its beginning. */
const MOST_NAMED = 20

/** What is found of a log, of the checkpoint somebody kept, and of receipts. */
export function findingsOf(
	log: FoundLog,
	kept: { readonly checkpoint: KeptFile; readonly receipts: readonly KeptFile[] },
): readonly Finding[] {
	const signed = openCheckpoint(log.checkpoint, log.vkey)
	const where = { where: log.where }
	if (!signed) return [{ code: 'not-signed', holds: false, values: where }]
	const tree = merkleTree()
	for (const entry of log.entries) tree.append(leafHash(entry))
	return [
		...ofLog(log, signed, tree),
		ofCheckpoint(kept.checkpoint, { vkey: log.vkey, signed, tree }),
		...kept.receipts.map((receipt) => ofReceipt(receipt, { vkey: log.vkey, signed, tree })),
	]
}

function ofLog(log: FoundLog, signed: Checkpoint, tree: MerkleTree): readonly Finding[] {
	const { size } = signed
	const values = {
		where: log.where,
		count: size,
		root: Buffer.from(signed.root).toString('base64'),
		vkey: log.vkey,
	}
	if (tree.size() < size)
		return [{ code: 'entries-missing', holds: false, values: { ...values, there: tree.size() } }]
	if (isRootOf(tree, signed)) return [{ code: 'log-holds', holds: true, values }]
	const named = differing(log, signed)
	return [
		{ code: 'entries-differ', holds: false, values },
		...named.slice(0, MOST_NAMED).map((place) => ({ code: 'entry-differs', holds: false, values: place })),
		...(named.length > MOST_NAMED
			? [{ code: 'more-differ', holds: false, values: { count: named.length - MOST_NAMED } }]
			: []),
	]
}

/** Entries that are not what the leaves seal, where these give the signed root; else nobody can say which they are. */
function differing(
	{ entries, leaves }: FoundLog,
	signed: Checkpoint,
): readonly { readonly index: number; readonly record: string }[] {
	const tree = merkleTree()
	const end = Math.min(leaves.length, signed.size * HASH_BYTES)
	for (let at = 0; at + HASH_BYTES <= end; at += HASH_BYTES) tree.append(leaves.subarray(at, at + HASH_BYTES))
	if (!isRootOf(tree, signed)) return []
	return entries.slice(0, signed.size).flatMap((entry, index) => {
		const leaf = tree.hashAt(0, index)
		const isSame = leaf !== null && Buffer.compare(leaf, leafHash(entry)) === 0
		return isSame ? [] : [{ index, record: recordOf(entry) }]
	})
}

type Against = { readonly vkey: string; readonly signed: Checkpoint; readonly tree: MerkleTree }

function ofCheckpoint({ name: file, text }: KeptFile, { vkey, signed, tree }: Against): Finding {
	if (!parseCheckpoint(parseNote(text)?.text ?? '')) return fault('checkpoint-malformed', { file })
	const kept = openCheckpoint(text, vkey)
	if (!kept) return fault('checkpoint-not-signed', { file })
	const values = { file, count: kept.size, size: signed.size }
	if (kept.size > signed.size) return fault('checkpoint-larger', values)
	if (!isRootOf(tree, kept)) return fault('checkpoint-differs', values)
	return { code: 'checkpoint-holds', holds: true, values }
}

function ofReceipt({ name: file, text }: KeptFile, { vkey, signed, tree }: Against): Finding {
	const proven = verifyReceipt(text, vkey)
	if (typeof proven === 'string') return fault(`receipt-${proven.replace('_', '-')}`, { file })
	const { index, checkpoint } = proven
	const values = { file, index, record: recordOf(proven.entry), count: checkpoint.size, size: signed.size }
	if (checkpoint.size > signed.size) return fault('receipt-larger', values)
	const leaf = tree.hashAt(0, index)
	if (!leaf || Buffer.compare(leaf, proven.leafHash) !== 0) return fault('receipt-differs', values)
	if (!isRootOf(tree, checkpoint)) return fault('receipt-tree-differs', values)
	return { code: 'receipt-holds', holds: true, values }
}

function fault(code: string, values: Finding['values']): Finding {
	return { code, holds: false, values }
}

function isRootOf(tree: MerkleTree, { size, root }: Checkpoint): boolean {
	const reached = tree.rootAt(size)
	return reached !== null && Buffer.compare(reached, root) === 0
}

/** The record an entry names, or the beginning of what it says instead. */
function recordOf(entry: Uint8Array): string {
	const text = Buffer.from(entry).toString('utf8')
	try {
		const value: unknown = JSON.parse(text)
		if (typeof value === 'object' && value !== null && 'recordId' in value) return String(value.recordId)
	} catch {
		// What is no JSON is shown as it is.
	}
	return text.slice(0, 60).toWellFormed()
}
