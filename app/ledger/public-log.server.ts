import type { Sql } from '#app/db.server.ts'
import { leafHash } from './leaf.ts'
import { openLogFolder } from './log-folder.server.ts'
import { logRows } from './log-rows.server.ts'
import type { Position } from './log-rows.server.ts'
import { signingOf } from './log-signing.server.ts'
import { startLog } from './log-start.server.ts'
import { receiptText } from './receipt.ts'
import { bundleBytes, hasTile, TILE_WIDTH, tileBytes } from './tiles.ts'

export type PublishedCheckpoint = {
	readonly size: number
	/** Base64. */
	readonly root: string
	/** The signed note, verbatim; empty only where the stored one cannot be read. */
	readonly text: string
}

/** Why the log signs no more: its database lost entries, has others than were signed, or the key is not its own. */
export const LOG_FAULTS = ['shorter_than_signed', 'other_than_signed', 'key_changed'] as const
export type LogFault = (typeof LOG_FAULTS)[number]

export type PublicLog = {
	/** Name of the log for its whole life: that of its first checkpoint, whatever was configured later. */
	readonly origin: string
	readonly vkey: string
	/**
	 * Brings the tree up to the database's last leaf, signs, stores, and gives the newest published checkpoint, which
	 * covers every act that was committed before the call. While there is a fault: the last one that was signed.
	 */
	readonly publish: () => Promise<PublishedCheckpoint>
	/** The newest published checkpoint, without asking the database. */
	readonly published: () => PublishedCheckpoint
	/** Leaf hash at a position below the published size, as it was signed; null beyond. */
	readonly leafHashAt: (index: number) => Uint8Array | null
	readonly inclusion: (index: number, size?: number) => readonly Uint8Array[] | null
	readonly consistency: (from: number, to: number) => readonly Uint8Array[] | null
	readonly rootAt: (size: number) => Uint8Array | null
	/**
	 * C2SP tlog-proof text of the entry at a position below the published size; null beyond, and where the stored
	 * entry is no longer the one that was signed: a receipt that proves nothing is not given out.
	 */
	readonly receipt: (index: number) => Promise<string | null>
	readonly tile: (level: number, n: number, width: number) => Uint8Array | null
	readonly bundle: (n: number, width: number) => Promise<Uint8Array | null>
	/** Place of a version of a record below the published size; without a version, of its newest one there. */
	readonly positionOf: (recordId: string, version?: number) => Promise<Position | null>
	/** Why the log signs no more; null while it does. */
	readonly fault: () => LogFault | null
}

export type LogWorld = {
	readonly sql: Sql
	/** Kept apart from the database: DATA_DIR/log. */
	readonly folder: string
	/** Name of a log that begins now. */
	readonly origin: string
	/** Ed25519 private key, PKCS #8 in PEM. */
	readonly key: string
}

/** Opens the running log, compares it with what was signed before, and signs what is new. */
export async function openPublicLog(world: LogWorld): Promise<PublicLog> {
	const rows = logRows(world.sql)
	const folder = await openLogFolder(world.folder)
	const start = await startLog({ rows, folder, origin: world.origin, key: world.key })
	const signing = signingOf({ start, rows, folder })
	await signing.publish()
	const { published } = signing
	const { tree, origin, signer } = start
	const isPublished = (size: number) => size <= published().size

	return {
		origin,
		vkey: signer.vkey,
		publish: signing.publish,
		published,
		leafHashAt: (index) => (isPublished(index + 1) ? tree.hashAt(0, index) : null),
		inclusion: (index, size = published().size) => (isPublished(size) ? tree.inclusion(index, size) : null),
		consistency: (from, to) => (isPublished(to) ? tree.consistency(from, to) : null),
		rootAt: (size) => (isPublished(size) ? tree.rootAt(size) : null),
		receipt: async (index) => {
			const { size, text } = published()
			const [proof, leaf] = [tree.inclusion(index, size), tree.hashAt(0, index)]
			const [entry] = (proof && (await rows.entries(index, index + 1))) ?? []
			if (!proof || !leaf || !entry || Buffer.compare(leafHash(entry), leaf) !== 0) return null
			return receiptText({ entry, index, proof, checkpoint: text })
		},
		tile: (level, n, width) =>
			hasTile({ kind: 'hashes', level, n, width }, published().size)
				? tileBytes(tree, { level, n, width })
				: null,
		bundle: async (n, width) => {
			if (!hasTile({ kind: 'entries', n, width }, published().size)) return null
			const entries = await rows.entries(n * TILE_WIDTH, n * TILE_WIDTH + width)
			return entries && bundleBytes(entries)
		},
		positionOf: (recordId, version) => rows.positionOf({ recordId, version, below: published().size }),
		fault: signing.fault,
	}
}
