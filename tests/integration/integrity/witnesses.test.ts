import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkAll } from '#app/domain/integrity/queries.server.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { openKeys } from '#app/keys.server.ts'
import { checkpointText, signerOf } from '#app/ledger/checkpoint.ts'
import { contentHash, entryBytes, leafHash } from '#app/ledger/leaf.ts'
import { openLogFolder } from '#app/ledger/log-folder.server.ts'
import { merkleTree } from '#app/ledger/merkle.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import { as } from '#tests/factories/stored-plan.ts'
import { publishFinding, recordedWorld } from './recorded.ts'
import type { RecordedWorld } from './recorded.ts'

let world: RecordedWorld
beforeEach(async () => {
	world = await recordedWorld()
	await publishFinding(world)
	await world.log.publish()
})
afterEach(() => world.close())

describe('what was kept elsewhere', () => {
	const witness = async (index: number) => ({
		checkpoint: { name: 'checkpoint', text: world.log.published().text },
		receipt: { name: 'receipt', text: (await world.log.receipt(index)) ?? '' },
	})

	/** As the real key would have signed it, had the finding always said something else. */
	async function rewriteLog(): Promise<void> {
		const row = { ...(await world.database.db.verification.findFirstOrThrow()), rationaleEn: 'All is well.' }
		const evidence = await world.database.db.evidence.findMany()
		const { content, salt, ...said } = actFrom({ kind: 'verification.published', row, evidence })
		const entry = entryBytes({ ...said, contentHash: contentHash(salt, content), previous: null })
		const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
		await world.tamper(
			`UPDATE "Verification" SET "rationaleEn" = 'All is well.';
			 UPDATE "LedgerEntry" SET "entry" = '\\x${hex(entry)}', "leafHash" = '\\x${hex(leafHash(entry))}' WHERE "index" = 6`,
		)
		const rows = await world.database.db.ledgerEntry.findMany({ orderBy: { index: 'asc' } })
		const tree = merkleTree()
		for (const one of rows) tree.append(one.leafHash)
		const root = tree.rootAt(rows.length) ?? new Uint8Array()
		const origin = 'site.example/log'
		const text = checkpointText({ origin, size: rows.length, root })
		writeFileSync(
			join(world.folder, 'log', 'checkpoint'),
			signerOf(origin, openKeys(world.folder).ledgerKey).sign(text),
		)
		writeFileSync(join(world.folder, 'log', 'leaves'), Buffer.concat(rows.map((one) => one.leafHash)))
	}

	test('agrees with a log that only grew', async () => {
		const { checkpoint, receipt } = await witness(6)
		await publishClaim(world.database)
		await world.log.publish()
		expect(await world.found(checkpoint, receipt)).toEqual([])
	})

	test('convicts a log that was rewritten, signed with its own key, and started again', async () => {
		const [own, other, next] = [await witness(6), await witness(0), await witness(5)]
		await rewriteLog()
		const log = await world.restarted()
		expect(log.fault()).toBeNull()
		const kept = await openLogFolder(join(world.folder, 'log'))
		const held = async (...witnesses: { name: string; text: string }[]) =>
			(await checkAll({ ...as(world.database, 'poc'), log, files: world.files }, { kept, witnesses }))
				.findings
		expect(await held()).toEqual([])
		expect(await held(own.checkpoint)).toMatchObject([{ fault: 'witness_differs', size: 7, recordId: null }])
		expect(await held(own.receipt)).toMatchObject([
			{ fault: 'witness_entry_differs', recordId: 'finding', version: 1, index: 6 },
		])
		// The receipt of another record shows in which part of the log it was, down to the record where that is all.
		expect(await held(other.receipt)).toMatchObject([{ fault: 'witness_differs', detail: 'receipt: 4–6' }])
		expect(await held(next.receipt)).toMatchObject([
			{ fault: 'witness_differs', detail: 'receipt: 6–6', recordId: 'finding' },
		])
	})

	test('of a log that is held in memory nothing is needed: the rewritten entry is named', async () => {
		await rewriteLog()
		expect(await world.found()).toEqual([
			['entry_differs', 'finding', 6],
			['kept_differs', 'finding', 6],
		])
	})

	test('covers more than a log that was cut and signed anew', async () => {
		const { checkpoint } = await witness(6)
		await world.tamper(`DELETE FROM "LedgerEntry" WHERE "index" = 6; UPDATE "LedgerHead" SET "size" = 6`)
		expect((await world.check(checkpoint)).map(({ fault }) => fault)).toContain('witness_longer')
	})

	test.each([
		[
			'of another key',
			(text: string) => text.replace(/ ([A-Za-z0-9+/=]+)\n$/, ` ${'A'.repeat(92)}\n`),
			'witness_not_signed',
		],
		['with another number', (text: string) => text.replace('\n7\n', '\n6\n'), 'witness_not_signed'],
		['that is something else', () => 'Dear all,\n', 'witness_malformed'],
	])('says nothing where it is a checkpoint %s', async (_what, spoil, fault) => {
		const text = spoil(world.log.published().text)
		expect(await world.check({ name: 'old.txt', text })).toMatchObject([{ fault, detail: 'old.txt' }])
	})
})
