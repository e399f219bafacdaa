import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '#app/db.server.ts'
import type { Database } from '#app/db.server.ts'
import { makeRoom, watchRoom } from '#app/disk-room.server.ts'
import { openLog } from '#app/log.server.ts'
import { storageFaultIn } from '#app/http/storage-fault.ts'
import { packedEmptyDatabase } from '#prisma/build-template.ts'

const log = openLog('silent')
let folder: string
let database: Database

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'renaksi-room-'))
	database = await openDatabase({ kind: 'embedded', folder: null, template: await packedEmptyDatabase() })
}, 60_000)
afterEach(async () => {
	await database.close()
	rmSync(folder, { recursive: true, force: true })
})

function watched(readOnlyBelowBytes: number, databaseUrl: string | null = null) {
	return watchRoom({ config: { dataDir: folder, databaseUrl, readOnlyBelowBytes }, database, log })
}

function write() {
	return database.db.policyArea.create({
		data: { code: 'TEST', nameEn: 'Test', nameId: 'Uji', taxonomyVersion: 'test' },
	})
}

test('where room is tight the embedded database is read and not written, and forms are told so', async () => {
	const room = await watched(Number.MAX_SAFE_INTEGER)
	expect(room.isTight()).toBe(true)
	const refused = await write().catch((error: unknown) => error)
	expect(storageFaultIn(refused)).toBe('storage_full')
	const inTransaction = await database.db
		.$transaction((tx) => tx.policyArea.deleteMany())
		.catch((e: unknown) => e)
	expect(storageFaultIn(inTransaction)).toBe('storage_full')
	expect(await database.db.policyArea.count()).toBe(0)
	expect(existsSync(join(folder, 'ballast'))).toBe(false)
	room.close()
})

test('with room enough it is written, and a ballast is kept for the day when there is none', async () => {
	const room = await watched(1)
	expect(room.isTight()).toBe(false)
	await write()
	expect(statSync(join(folder, 'ballast')).size).toBe(64 * 2 ** 20)
	makeRoom({ dataDir: folder, databaseUrl: null }, log)
	expect(existsSync(join(folder, 'ballast'))).toBe(true)
	room.close()
})

test('of a server, the room is not ours to watch', async () => {
	const room = await watched(Number.MAX_SAFE_INTEGER, 'postgresql://db.example.org/renaksi')
	expect(room.isTight()).toBe(false)
	await write()
	room.close()
})
