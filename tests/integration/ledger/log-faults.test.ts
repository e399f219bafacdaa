import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { verifyReceipt } from '#app/ledger/receipt.ts'
import { aLogOfItsOwn, newKey } from './log-of-its-own.ts'
import { behindTheBack, logActs } from './logged-acts.ts'

const { database, file, open, stored } = aLogOfItsOwn()

describe('the log signs no more', () => {
	beforeEach(async () => {
		await logActs(database(), 20)
		await open()
	})

	/** Takes away the newest entries, as an older copy of the database does not have them. */
	const restoreTo = (size: number) =>
		behindTheBack(
			database(),
			`DELETE FROM "LedgerEntry" WHERE "index" >= ${size}; UPDATE "LedgerHead" SET "size" = ${size}`,
		)

	async function expectStop(fault: string, given: Parameters<typeof open>[0] = {}): Promise<void> {
		const before = stored()
		const log = await open(given)
		expect(log.fault()).toBe(fault)
		await logActs(database(), 3, 'after-')
		expect(await log.publish()).toMatchObject({ size: 20, text: before })
		expect(stored()).toBe(before)
	}

	test('after a start on an older copy of the database', async () => {
		await restoreTo(15)
		await expectStop('shorter_than_signed')
	})

	test('after a start on an older copy that has grown to the same length since', async () => {
		await restoreTo(15)
		await logActs(database(), 5, 'instead-')
		await expectStop('other_than_signed')
	})

	test('after a start on an older copy that has grown beyond', async () => {
		await restoreTo(15)
		await logActs(database(), 9, 'instead-')
		await expectStop('other_than_signed')
	})

	test('when the database becomes shorter while it runs', async () => {
		const log = await open()
		const before = stored()
		await restoreTo(19)
		expect((await log.publish()).text).toBe(before)
		expect(log.fault()).toBe('shorter_than_signed')
		await logActs(database(), 3, 'after-')
		expect((await log.publish()).text).toBe(before)
	})

	test('when the database has other entries at its end while it runs', async () => {
		const log = await open()
		const before = stored()
		await restoreTo(18)
		await logActs(database(), 4, 'instead-')
		expect((await log.publish()).text).toBe(before)
		expect(log.fault()).toBe('other_than_signed')
	})

	test('when an act that was counted is missing before it was signed', async () => {
		const log = await open()
		await logActs(database(), 3, 'new-')
		await behindTheBack(database(), `DELETE FROM "LedgerEntry" WHERE "index" = 21`)
		expect((await log.publish()).size).toBe(20)
		expect(log.fault()).toBe('other_than_signed')
	})

	test('when neither leaves nor database give the signed root', async () => {
		rmSync(file('leaves'))
		await behindTheBack(
			database(),
			`UPDATE "LedgerEntry" SET "entry" = convert_to('{"kind":"other"}', 'UTF8') WHERE "index" = 4`,
		)
		await expectStop('other_than_signed')
	})

	test('when the stored checkpoint was altered', async () => {
		writeFileSync(file('checkpoint'), stored().replace('\n20\n', '\n19\n'))
		expect((await open()).fault()).toBe('other_than_signed')
	})

	test('when the stored checkpoint is nothing at all, and then none is shown', async () => {
		writeFileSync(file('checkpoint'), '')
		const log = await open()
		expect([log.fault(), log.published().text]).toEqual(['other_than_signed', ''])
	})

	test('when somebody puts an older checkpoint in its place while it runs', async () => {
		copyFileSync(file('checkpoint'), file('older'))
		const log = await open()
		await logActs(database(), 1, 'one-')
		await log.publish()
		copyFileSync(file('older'), file('checkpoint'))
		await logActs(database(), 1, 'two-')
		expect((await log.publish()).size).toBe(21)
		expect(log.fault()).toBe('other_than_signed')
	})

	test('with another key', async () => {
		await expectStop('key_changed', { key: newKey() })
	})

	test('but goes on answering for what was signed', async () => {
		await restoreTo(15)
		const log = await open()
		expect(log.tile(0, 0, 20)).toHaveLength(640)
		expect(verifyReceipt((await log.receipt(14)) ?? '', log.vkey)).toMatchObject({ index: 14 })
		expect(await log.receipt(16)).toBeNull()
	})
})
