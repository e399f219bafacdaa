import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { appendAct, appendActs } from '#app/ledger/append.server.ts'
import type { Act } from '#app/ledger/append.server.ts'
import { contentHash, leafHash } from '#app/ledger/leaf.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
})
afterEach(() => database.close())

function anAct(given: Partial<Act> = {}): Act {
	return {
		kind: 'commitment.published',
		recordId: 'contoh-2025-k1',
		version: 1,
		actorOrganization: 'kabupaten-contoh',
		day: '2026-06-30',
		content: { titleEn: 'Open budgets' },
		salt: new Uint8Array(32),
		...given,
	}
}

/** Logs acts in a transaction of their own; gives the position of the first. */
function publish(...acts: readonly Act[]): Promise<number> {
	return database.db.$transaction((tx) => appendActs(tx, acts))
}

async function logged() {
	const entries = await database.db.ledgerEntry.findMany({ orderBy: { index: 'asc' } })
	return entries.map((entry) => ({
		...entry,
		leaf: JSON.parse(new TextDecoder().decode(entry.entry)) as Record<string, unknown>,
		hash: Buffer.from(entry.leafHash).toString('hex'),
	}))
}

test('an empty log begins at position 0', async () => {
	expect(await database.db.$transaction((tx) => appendAct(tx, anAct()))).toBe(0)
	expect(await publish(anAct({ recordId: 'k2' }), anAct({ recordId: 'k3' }))).toBe(1)
	expect((await logged()).map(({ index, recordId }) => [index, recordId])).toEqual([
		[0, 'contoh-2025-k1'],
		[1, 'k2'],
		[2, 'k3'],
	])
})

test('what is logged is the sealed leaf, byte for byte', async () => {
	const act = anAct()
	await publish(act)
	const [entry] = await logged()
	expect(entry?.leaf).toEqual({
		actorOrganization: 'kabupaten-contoh',
		contentHash: contentHash(act.salt, act.content),
		day: '2026-06-30',
		kind: 'commitment.published',
		previous: null,
		recordId: 'contoh-2025-k1',
		version: 1,
	})
	expect(entry?.hash).toBe(Buffer.from(leafHash(entry?.entry ?? new Uint8Array())).toString('hex'))
})

test('acts published at the same moment share no position and leave none out', async () => {
	const writers = Array.from({ length: 12 }, (_writer, at) =>
		publish(anAct({ recordId: `k${at}-a` }), anAct({ recordId: `k${at}-b` })),
	)
	const firsts = await Promise.all(writers)
	expect([...firsts].sort((a, b) => a - b)).toEqual(firsts.map((_first, at) => at * 2))
	expect((await logged()).map(({ index }) => index)).toEqual(Array.from({ length: 24 }, (_entry, at) => at))
	expect(await database.db.ledgerHead.findMany()).toEqual([{ id: 1, size: 24 }])
})

test('an act that is taken back before it is done leaves no gap and no trace', async () => {
	await publish(anAct())
	const broken = database.db.$transaction(async (tx) => {
		await appendAct(tx, anAct({ recordId: 'never' }))
		throw new Error('the rest of the command failed')
	})
	await expect(broken).rejects.toThrow('the rest of the command failed')
	expect(await publish(anAct({ recordId: 'k2' }))).toBe(1)
	expect((await logged()).map(({ recordId }) => recordId)).toEqual(['contoh-2025-k1', 'k2'])
})

test('a version names the leaf of the version it supersedes', async () => {
	await publish(anAct())
	await publish(anAct({ recordId: 'another' }))
	await publish(anAct({ version: 2, content: { titleEn: 'Open budgets for all' } }))
	await publish(anAct({ version: 3 }))
	const [first, another, second, third] = await logged()
	expect([first?.leaf.previous, another?.leaf.previous]).toEqual([null, null])
	expect([second?.leaf.previous, third?.leaf.previous]).toEqual([first?.hash, second?.hash])
})

test('versions logged together supersede each other in their order', async () => {
	await publish(anAct(), anAct({ recordId: 'another' }), anAct({ version: 2 }))
	const [first, , second] = await logged()
	expect(second?.leaf.previous).toBe(first?.hash)
})

test('one version of a record is logged once', async () => {
	await publish(anAct())
	await expect(publish(anAct({ content: { titleEn: 'Another text' } }))).rejects.toThrow()
	expect(await logged()).toHaveLength(1)
	expect(await publish(anAct({ version: 2 }))).toBe(1)
})
