import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { leafHash } from '#app/ledger/leaf.ts'
import { merkleTree } from '#app/ledger/merkle.ts'
import { openPublicLog } from '#app/ledger/public-log.server.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

/** A new private key of a log. */
export function newKey(): string {
	return generateKeyPairSync('ed25519', {
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
		publicKeyEncoding: { type: 'spki', format: 'pem' },
	}).privateKey
}

/** For each test of a file a database and a folder of their own, and a log that can be opened on them again and again. */
export function aLogOfItsOwn() {
	const key = newKey()
	const world = { database: undefined as unknown as Database, folder: '' }

	beforeEach(async () => {
		world.database = await freshDatabase()
		world.folder = mkdtempSync(join(tmpdir(), 'renaksi-log-'))
	})
	afterEach(async () => {
		await world.database.close()
		rmSync(world.folder, { recursive: true, force: true })
	})

	async function entryHashes(): Promise<readonly Uint8Array[]> {
		const rows = await world.database.db.ledgerEntry.findMany({ orderBy: { index: 'asc' } })
		return rows.map(({ entry }) => leafHash(entry))
	}

	return {
		database: () => world.database,
		file: (name: string) => join(world.folder, name),
		open: (given: { key?: string; origin?: string } = {}) =>
			openPublicLog({
				sql: world.database.sql,
				folder: world.folder,
				origin: 'contoh.id/log',
				key,
				...given,
			}),
		stored: () => readFileSync(join(world.folder, 'checkpoint'), 'utf8'),
		entryHashes,
		rootOfEntries: async (size: number): Promise<string> => {
			const tree = merkleTree()
			for (const hash of (await entryHashes()).slice(0, size)) tree.append(hash)
			return Buffer.from(tree.rootAt(size) ?? []).toString('base64')
		},
	}
}
