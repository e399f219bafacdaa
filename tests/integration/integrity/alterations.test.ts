import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compileReport } from '#app/domain/report/commands.server.ts'
import { as } from '#tests/factories/stored-plan.ts'
import { publishFinding, recordedWorld } from './recorded.ts'
import type { RecordedWorld } from './recorded.ts'

let world: RecordedWorld
beforeAll(async () => {
	world = await recordedWorld()
	await publishFinding(world)
	await world.log.publish()
})
afterAll(() => world.close())

describe('a change past the application is found, and its record named', () => {
	test.each([
		['what it says', `UPDATE "Verification" SET "rationaleEn" = 'x'`, 'content_differs'],
		['its day', `UPDATE "Verification" SET "publishedOn" = '2026-07-14'`, 'content_differs'],
		['its organization', `UPDATE "Verification" SET "actorOrganizationId" = 'other-cso'`, 'content_differs'],
		['its author', `UPDATE "Verification" SET "authorId" = 'owner'`, 'content_differs'],
		[
			'its instant',
			`UPDATE "Verification" SET "publishedAt" = "publishedAt" + interval '1 s'`,
			'content_differs',
		],
		['an instant that is none', `UPDATE "Verification" SET "publishedAt" = 'infinity'`, 'content_differs'],
		[
			'its salt',
			`UPDATE "Verification" SET "salt" = set_bit("salt", 7, 1 - get_bit("salt", 7))`,
			'content_differs',
		],
		['the seal of people, taken off', `UPDATE "Verification" SET "privateSalt" = NULL`, 'content_differs'],
		['its evidence', `UPDATE "Evidence" SET "altText" = 'A chair'`, 'content_differs'],
		['the salt of an original', `UPDATE "Evidence" SET "originalSalt" = '\\x00'`, 'content_differs'],
		['the order of evidence', `UPDATE "Evidence" SET "position" = 3`, 'evidence_not_sealed'],
		['the address of evidence', `UPDATE "Evidence" SET "id" = 'other'`, 'evidence_not_sealed'],
		['evidence, taken away', `DELETE FROM "Evidence"`, 'content_differs'],
		['all of it, taken away', `DELETE FROM "Verification"`, 'rows_missing'],
		[
			'its entry',
			`UPDATE "LedgerEntry" SET "entry" = "entry" || ' '::bytea WHERE "index" = 6`,
			'entry_differs',
		],
		[
			'its stored leaf hash',
			`UPDATE "LedgerEntry" SET "leafHash" = '\\x00' WHERE "index" = 6`,
			'entry_differs',
		],
		[
			'the name of its entry',
			`UPDATE "LedgerEntry" SET "recordId" = 'no' WHERE "index" = 6`,
			'entry_differs',
		],
		['its entry, taken away', `DELETE FROM "LedgerEntry" WHERE "index" = 6`, 'entry_missing'],
		[
			'the end of the log',
			`DELETE FROM "LedgerEntry" WHERE "index" > 3; UPDATE "LedgerHead" SET "size" = 4`,
			'entry_missing',
		],
		['its place', `UPDATE "LedgerEntry" SET "index" = 90 WHERE "index" = 6`, 'entry_missing'],
	])('%s', async (_what, statements, fault) => {
		expect(await world.foundAfter(statements)).toContainEqual([fault, 'finding', 6])
	})

	test.each([
		[
			'a forged act',
			`INSERT INTO "Verification" SELECT (jsonb_populate_record(v, '{"recordId":"forged"}')).* FROM "Verification" v`,
			'not_logged',
			'forged',
		],
		[
			'forged evidence of no act',
			`INSERT INTO "Evidence" SELECT (jsonb_populate_record(e, '{"recordId":"forged","id":"f"}')).* FROM "Evidence" e`,
			'evidence_not_sealed',
			'forged',
		],
		[
			'a plan given to another member',
			`UPDATE "ActionPlan" SET "memberId" = 'another'`,
			'content_differs',
			'plan',
		],
		['a plan taken away from below its text', `DELETE FROM "ActionPlan"`, 'content_differs', 'plan'],
	])('%s', async (_what, statements, fault, recordId) => {
		expect((await world.foundAfter(statements)).map(([code, name]) => [code, name])).toContainEqual([
			fault,
			recordId,
		])
	})

	test('a report whose frozen data are others', async () => {
		const { text: checkpoint } = await world.log.publish()
		const witness = { checkpoint, logKey: world.log.vkey }
		const drawn = () => Promise.resolve({ en: 'a'.repeat(64), id: 'b'.repeat(64) })
		const { recordId } = await compileReport(
			as(world.database, 'poc'),
			{ planId: 'plan' },
			{ witness, drawn },
		)
		expect(
			await world.foundAfter(`UPDATE "ReportSnapshot" SET "model" = replace("model", 'Plan', 'Plot')`),
		).toEqual([['model_differs', recordId, 7]])
	})

	test('two records that were exchanged are both named', async () => {
		const swap = `UPDATE "LedgerEntry" t SET ("entry", "leafHash") = (SELECT s."entry", s."leafHash" FROM "LedgerEntry" s WHERE s."index" = 5 - t."index") WHERE "index" IN (2, 3)`
		expect(await world.foundAfter(swap)).toEqual([
			['entry_differs', 'k2', 2],
			['entry_differs', 'm1', 3],
		])
	})

	test('a log whose own count is not that of its entries', async () => {
		expect(await world.foundAfter('UPDATE "LedgerHead" SET "size" = 6')).toEqual([
			['head_differs', null, null],
		])
	})
})
