import { base64Of, openCheckpoint, parseCheckpoint, parseNote, parseVkey, signerOf } from './checkpoint.ts'
import type { Checkpoint, Signer } from './checkpoint.ts'
import type { LogFolder } from './log-folder.server.ts'
import type { LogRows } from './log-rows.server.ts'
import { EMPTY_ROOT, HASH_BYTES, merkleTree } from './merkle.ts'
import type { MerkleTree } from './merkle.ts'
import type { LogFault, PublishedCheckpoint } from './public-log.server.ts'

/** The log as it was when the process before this one ended. */
export type LogStart = {
	readonly origin: string
	readonly signer: Signer
	/** What was signed; without leaves where nothing at hand gives the signed root. */
	readonly tree: MerkleTree
	/** Null before the first signature. */
	readonly published: PublishedCheckpoint | null
	readonly fault: LogFault | null
}

export type LogPlaces = {
	readonly rows: LogRows
	readonly folder: LogFolder
	readonly origin: string
	readonly key: string
}

/** Takes the log up where it was left, and finds out whether what is at hand is still what was signed. */
export async function startLog({ rows, folder, origin, key }: LogPlaces): Promise<LogStart> {
	const note = await folder.readCheckpoint()
	if (note === null) {
		await folder.writeLeaves(0, new Uint8Array())
		return { origin, signer: signerOf(origin, key), tree: merkleTree(), published: null, fault: null }
	}
	const said = parseCheckpoint(parseNote(note)?.text ?? '')
	const published = publishedAs(note, said)
	const known = own({ note, said, origin, key })
	const { tree, fault } = await treeOf(said, { rows, folder })
	return { ...known, tree, published, fault: known.fault ?? fault }
}

/** The published form of a signed checkpoint. */
export function publishedAs(note: string, said: Checkpoint | null): PublishedCheckpoint {
	if (!said) return { size: 0, root: base64Of(EMPTY_ROOT), text: '' }
	return { size: said.size, root: base64Of(said.root), text: note }
}

/**
 * Who signs. The name of a log is chosen once: where the stored checkpoint is signed by this very key in another
 * name, that name is kept, whatever is configured since.
 */
function own(stored: {
	readonly note: string
	readonly said: Checkpoint | null
	readonly origin: string
	readonly key: string
}): Pick<LogStart, 'origin' | 'signer' | 'fault'> {
	const { note, said, key } = stored
	for (const origin of new Set([stored.origin, said?.origin ?? stored.origin])) {
		const signer = signerOf(origin, key)
		if (openCheckpoint(note, signer.vkey)) return { origin, signer, fault: null }
	}
	const signer = signerOf(stored.origin, key)
	const id = parseVkey(signer.vkey)?.id ?? new Uint8Array()
	const hasOwnMark = parseNote(note)?.signatures.some((one) => Buffer.compare(one.id, id) === 0) ?? true
	return { origin: stored.origin, signer, fault: hasOwnMark ? 'other_than_signed' : 'key_changed' }
}

type Held = Pick<LogStart, 'tree' | 'fault'>

/** The signed tree, from the leaves that are kept or, where they do not give its root, from the database. */
async function treeOf(
	said: Checkpoint | null,
	{ rows, folder }: Pick<LogPlaces, 'rows' | 'folder'>,
): Promise<Held> {
	if (!said) return { tree: merkleTree(), fault: 'other_than_signed' }
	const { size } = said
	const stored = await rows.size()
	const isShorter = stored < size
	const kept = await folder.readLeaves()
	const tree = treeWith(kept.subarray(0, size * HASH_BYTES), said)
	if (tree) {
		// What lies beyond was written by a process that ended before it had signed.
		if (kept.length > size * HASH_BYTES) await folder.writeLeaves(size, new Uint8Array())
		if (isShorter) return { tree, fault: 'shorter_than_signed' }
		return { tree, fault: (await endsAsSigned(tree, rows)) ? null : 'other_than_signed' }
	}
	const leaves = isShorter ? null : await rows.leaves(0, size)
	const rebuilt = leaves && treeWith(leaves, said)
	if (!leaves || !rebuilt)
		return { tree: merkleTree(), fault: isShorter ? 'shorter_than_signed' : 'other_than_signed' }
	await folder.writeLeaves(0, leaves)
	return { tree: rebuilt, fault: null }
}

/**
 * Whether the last entry in the database is the last one of the tree. After a restore from an older copy, new acts
 * may fill up the count; they stand on other entries than those that were signed.
 */
export async function endsAsSigned(tree: MerkleTree, rows: LogRows): Promise<boolean> {
	const size = tree.size()
	if (size === 0) return true
	const leaf = await rows.leaves(size - 1, size)
	const signed = tree.hashAt(0, size - 1)
	return leaf !== null && signed !== null && Buffer.compare(leaf, signed) === 0
}

/** The tree over these leaves, if it is the one that was signed. */
function treeWith(leaves: Uint8Array, { size, root }: Checkpoint): MerkleTree | null {
	if (leaves.length !== size * HASH_BYTES) return null
	const tree = merkleTree()
	appendLeaves(tree, leaves)
	const reached = tree.rootAt(size)
	return reached && Buffer.compare(reached, root) === 0 ? tree : null
}

/** Appends leaf hashes that lie one after the other. */
export function appendLeaves(tree: MerkleTree, leaves: Uint8Array): void {
	for (let at = 0; at < leaves.length; at += HASH_BYTES) tree.append(leaves.subarray(at, at + HASH_BYTES))
}
