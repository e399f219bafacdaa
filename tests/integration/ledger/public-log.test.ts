import { mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { appendAct } from '#app/ledger/append.server.ts'
import { openCheckpoint } from '#app/ledger/checkpoint.ts'
import { verifyConsistency, verifyInclusion } from '#app/ledger/merkle.ts'
import { verifyReceipt } from '#app/ledger/receipt.ts'
import { parseBundle } from '#app/ledger/tiles.ts'
import { aLogOfItsOwn } from './log-of-its-own.ts'
import { anAct, behindTheBack, logActs } from './logged-acts.ts'

const { database, file, open, stored, entryHashes, rootOfEntries } = aLogOfItsOwn()

describe('the running log', () => {
	test('signs the empty log, and has no tile of it', async () => {
		const log = await open()
		expect(log.published()).toMatchObject({ size: 0, root: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' })
		expect(openCheckpoint(log.published().text, log.vkey)?.size).toBe(0)
		expect([log.tile(0, 0, 1), await log.bundle(0, 1), await log.receipt(0), log.leafHashAt(0)]).toEqual([
			null,
			null,
			null,
			null,
		])
		expect(log.fault()).toBeNull()
	})

	test('signs what was logged, keeps it in its folder, and gives proofs that hold', async () => {
		const log = await open()
		await logActs(database(), 300)
		expect(log.published().size).toBe(0)
		const { size, root, text } = await log.publish()
		expect([size, root]).toEqual([300, await rootOfEntries(300)])
		expect(stored()).toBe(text)
		expect(readFileSync(file('leaves'))).toEqual(Buffer.concat(await entryHashes()))
		expect(parseBundle((await log.bundle(1, 44)) ?? new Uint8Array())).toHaveLength(44)
		expect(log.tile(0, 1, 45)).toBeNull()
		for (const index of [0, 17, 255, 256, 299])
			expect(verifyReceipt((await log.receipt(index)) ?? '', log.vkey)).toMatchObject({ index })
		expect(await log.receipt(300)).toBeNull()
	})

	test('says nothing of what it has not signed yet', async () => {
		const log = await open()
		await logActs(database(), 3)
		await log.publish()
		await logActs(database(), 2, 'later-')
		expect(log.leafHashAt(3)).toBeNull()
		expect(log.tile(0, 0, 4)).toBeNull()
		expect(await log.bundle(0, 4)).toBeNull()
		expect(await log.receipt(3)).toBeNull()
		expect(log.inclusion(0, 4)).toBeNull()
		expect(log.consistency(3, 4)).toBeNull()
		expect(log.rootAt(4)).toBeNull()
		expect(await log.positionOf('later-0')).toBeNull()
		await log.publish()
		expect(await log.positionOf('later-0')).toEqual({ index: 3, version: 1 })
	})

	test('continues every checkpoint it signed before', async () => {
		const log = await open()
		const signed = []
		for (const count of [1, 2, 5, 60]) {
			await logActs(database(), count, `of-${count}-`)
			signed.push(await log.publish())
		}
		const last = signed.at(-1)
		for (const { size, root } of signed.slice(0, -1)) {
			const proof = log.consistency(size, last?.size ?? 0) ?? []
			const roots = [root, last?.root ?? ''].map((base64) => new Uint8Array(Buffer.from(base64, 'base64')))
			const [fromRoot = new Uint8Array(), toRoot = new Uint8Array()] = roots
			expect(verifyConsistency({ from: size, to: last?.size ?? 0, fromRoot, toRoot, proof })).toBe(true)
		}
		const leaf = log.leafHashAt(4) ?? new Uint8Array()
		const proof = log.inclusion(4, 8) ?? []
		expect(
			verifyInclusion({ index: 4, size: 8, leafHash: leaf, proof, root: log.rootAt(8) ?? new Uint8Array() }),
		).toBe(true)
	})

	test('covers every act that was there before it was asked, however many ask at once', async () => {
		const log = await open()
		const asked = Array.from({ length: 8 }, async (_asker, at) => {
			await logActs(database(), 3, `asker-${at}-`)
			const { size } = await log.publish()
			return (await log.positionOf(`asker-${at}-2`))?.index ?? size
		})
		await Promise.all(asked)
		expect(log.published()).toMatchObject({ size: 24, root: await rootOfEntries(24) })
		const many = await Promise.all(Array.from({ length: 20 }, () => log.publish()))
		expect(new Set(many)).toEqual(new Set([log.published()]))
	})

	test('finds the newest version of a record that is covered', async () => {
		const log = await open()
		await logActs(database(), 1)
		await log.publish()
		await database().db.$transaction((tx) => appendAct(tx, anAct({ recordId: 'k0', version: 2 })))
		expect(await log.positionOf('k0')).toEqual({ index: 0, version: 1 })
		expect(await log.positionOf('k0', 2)).toBeNull()
		await log.publish()
		expect(await log.positionOf('k0')).toEqual({ index: 1, version: 2 })
		expect(await log.positionOf('k0', 1)).toEqual({ index: 0, version: 1 })
		expect(await log.positionOf('k9')).toBeNull()
	})
})

describe('after a restart', () => {
	beforeEach(async () => {
		await logActs(database(), 20)
		await open()
	})

	test('the log goes on where it was', async () => {
		const before = stored()
		const log = await open()
		expect(log.published().text).toBe(before)
		await logActs(database(), 1, 'new-')
		expect((await log.publish()).size).toBe(21)
	})

	test('leaves that were written but never signed are cut off, and signed as they are now', async () => {
		writeFileSync(file('leaves'), Buffer.concat([readFileSync(file('leaves')), Buffer.alloc(32 * 3 + 7, 9)]))
		const log = await open()
		expect(statSync(file('leaves')).size).toBe(20 * 32)
		await logActs(database(), 2, 'new-')
		expect(await log.publish()).toMatchObject({ size: 22, root: await rootOfEntries(22) })
		expect(log.fault()).toBeNull()
	})

	test('a checkpoint that was half written is not there: the old one is', async () => {
		writeFileSync(file('checkpoint.new'), 'contoh.id/log\n9')
		await logActs(database(), 1, 'new-')
		const log = await open()
		expect([log.published().size, log.fault()]).toEqual([21, null])
	})

	test.each([
		['missing', () => rmSync(file('leaves'))],
		['too short', () => truncateSync(file('leaves'), 32 * 7 + 5)],
		['damaged', () => writeFileSync(file('leaves'), Buffer.alloc(20 * 32))],
	])(
		'leaves that are %s are made again from the database that gives the signed root',
		async (_what, harm) => {
			harm()
			const log = await open()
			expect(log.fault()).toBeNull()
			expect(readFileSync(file('leaves'))).toEqual(Buffer.concat(await entryHashes()))
			expect(log.tile(0, 0, 20)).toHaveLength(640)
		},
	)

	test('a row that was altered differs from its leaf, and has no receipt any more', async () => {
		const was = (await entryHashes())[4]
		await behindTheBack(
			database(),
			`UPDATE "LedgerEntry" SET "entry" = convert_to('{"kind":"other"}', 'UTF8') WHERE "index" = 4`,
		)
		const log = await open()
		expect(log.leafHashAt(4)).toEqual(was && new Uint8Array(was))
		expect((await entryHashes())[4]).not.toEqual(was)
		expect(await log.receipt(4)).toBeNull()
		expect(await log.receipt(5)).not.toBeNull()
		expect(log.fault()).toBeNull()
	})

	test('another name in the configuration changes nothing: the name of a log is for life', async () => {
		const log = await open({ origin: 'other.id/log' })
		expect([log.origin, log.fault(), log.published().size]).toEqual(['contoh.id/log', null, 20])
	})
})

test('a disk that takes nothing stops the signature, not what was signed; later it goes on', async () => {
	const log = await open()
	await logActs(database(), 2)
	const place = file('checkpoint.new')
	mkdirSync(place)
	await expect(log.publish()).rejects.toThrow()
	expect([log.published().size, log.fault()]).toEqual([0, null])
	rmSync(place, { recursive: true })
	await logActs(database(), 1, 'later-')
	expect(await log.publish()).toMatchObject({ size: 3, root: await rootOfEntries(3) })
	expect((await open()).published().size).toBe(3)
})
