import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { confirmRemoval, requestRemoval, withdrawFinding } from '#app/domain/withdrawal/commands.server.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { seed, seedPublished } from '#prisma/seed.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import { MORNING, as } from '#tests/factories/stored-plan.ts'
import { PICTURE_SHA256, publishFinding, recordedWorld } from './recorded.ts'
import { NO_FURTHER_FINDING } from '#app/domain/verification/view.ts'
import type { RecordedWorld } from './recorded.ts'

let world: RecordedWorld
beforeEach(async () => {
	world = await recordedWorld()
	await publishFinding(world)
	await world.log.publish()
})
afterEach(() => world.close())

describe('nothing is found', () => {
	test('in what people published, in real plans, and in the demonstration', async () => {
		await publishClaim(world.database)
		const set = { set: 'demonstration', now: MORNING } as const
		await world.database.db.$transaction((tx) => seedPublished(tx, set))
		await seed(world.database, set)
		expect(await world.found()).toEqual([])
		await world.log.publish()
		expect(await world.found()).toEqual([])
	}, 60_000)

	test('in acts from before people were sealed, whose leaves name the organization itself', async () => {
		await publishFinding(world, { recordId: 'older', privateSalt: null })
		await world.log.publish()
		expect(await world.found()).toEqual([])
	})

	test('in findings that were withdrawn, and in those that two people removed', async () => {
		await withdrawFinding(as(world.database, 'monitor'), 'finding')
		await world.log.publish()
		expect(await world.found()).toEqual([])
		await requestRemoval(as(world.database, 'monitor'), 'finding')
		const { files } = await confirmRemoval(as(world.database, 'owner'), 'finding')
		for (const sha256 of files) await world.files.remove(sha256)
		expect(await world.found()).toEqual([])
		expect(await world.examine('finding')).toMatchObject({ standing: 'removed', findings: [] })
	})

	test('of what is published while the check runs', async () => {
		const [found] = await Promise.all([world.found(), publishClaim(world.database)])
		expect(found).toEqual([])
	})
})

describe('files', () => {
	const pathOf = () => join(world.folder, 'files', PICTURE_SHA256.slice(0, 2), PICTURE_SHA256)

	test('a changed one is found by its bytes, a lost one by its name; the page does not say which', async () => {
		chmodSync(pathOf(), 0o640)
		writeFileSync(pathOf(), 'another picture')
		expect(await world.check()).toMatchObject([
			{ fault: 'file_differs', recordId: 'finding', detail: PICTURE_SHA256 },
		])
		expect(await world.examine('finding')).toMatchObject({
			standing: 'file_differs',
			findings: [{ fault: 'file_differs', detail: null }],
		})
		rmSync(pathOf())
		expect(await world.found()).toEqual([['file_missing', 'finding', 6]])
	})
})

test('leaf hashes on the disk that are not those of the log are found, and the record at their place named', async () => {
	const file = join(world.folder, 'log', 'leaves')
	const leaves = readFileSync(file)
	leaves.writeUInt8(leaves.readUInt8(200) ^ 1, 200)
	writeFileSync(file, leaves)
	expect(await world.found()).toEqual([['kept_differs', 'finding', 6]])
	writeFileSync(file, leaves.subarray(0, 64))
	expect(await world.check()).toMatchObject([{ fault: 'kept_differs', size: 7, recordId: null }])
})

test('a later version that does not follow on from the one before is found', async () => {
	const { db } = world.database
	const row = { ...(await db.verification.findFirstOrThrow()), version: 2 }
	await db.$transaction(async (tx) => {
		await tx.verification.create({ data: { ...row, ...NO_FURTHER_FINDING } })
		await appendAct(tx, actFrom({ kind: 'verification.published', row, evidence: [] }))
	})
	expect(await world.found()).toEqual([])
	// Both rewritten before the second was ever signed: only the first one's signed leaf is left to tell.
	await world.tamper(
		`DELETE FROM "LedgerEntry" WHERE "index" = 6; DELETE FROM "Verification" WHERE "version" = 1`,
	)
	expect((await world.found()).map(([fault]) => fault)).toContain('chain_broken')
})
