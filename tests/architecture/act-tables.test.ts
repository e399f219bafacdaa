import type { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertAnyRow, tablesWith } from './any-row.ts'
import { migratedDatabase } from './migrated-database.ts'

let engine: PGlite
beforeAll(async () => {
	engine = await migratedDatabase()
}, 60_000)
afterAll(() => engine.close())

test('what was published is never changed, removed or emptied, by any statement', async () => {
	// Tables of acts keep a salt; the others hold what goes with an act, and the log itself.
	const tables = [...(await tablesWith(engine, 'salt')), 'ConflictDeclaration', 'Evidence', 'LedgerEntry']
	expect(tables.length).toBeGreaterThan(8)
	for (const table of tables) {
		const [first] = await insertAnyRow(engine, table)
		for (const statement of [
			`UPDATE "${table}" SET "${first?.name ?? ''}" = "${first?.name ?? ''}"`,
			`DELETE FROM "${table}"`,
			`TRUNCATE "${table}" CASCADE`,
		]) {
			await expect(engine.exec(statement), statement).rejects.toThrow('acts are append-only')
		}
	}
})

test.each([
	['UPDATE "LedgerHead" SET "size" = "size" - 1', 'the log only grows'],
	['UPDATE "LedgerHead" SET "id" = 2', 'the log only grows'],
	['DELETE FROM "LedgerHead"', 'the log only grows'],
	['TRUNCATE "LedgerHead"', 'acts are append-only'],
])('the log cannot be made shorter by %s', async (statement, refusal) => {
	await expect(engine.exec(statement)).rejects.toThrow(refusal)
})

test.each([
	[`UPDATE "Organization" SET "nameEn" = 'another'`],
	[`UPDATE "Organization" SET "kind" = 'another'`],
	['DELETE FROM "Organization"'],
])('an organization stays who it is: %s', async (statement) => {
	await insertAnyRow(engine, 'Organization')
	await engine.exec('UPDATE "Organization" SET "reviewsFindings" = true')
	await expect(engine.exec(statement)).rejects.toThrow('an organization stays who it is')
	await engine.exec(
		'SET session_replication_role = replica; DELETE FROM "Organization"; SET session_replication_role = origin',
	)
})

test('a draft can be changed and thrown away', async () => {
	await insertAnyRow(engine, 'VerificationDraft')
	await engine.exec(`UPDATE "VerificationDraft" SET "version" = 2; DELETE FROM "VerificationDraft"`)
})
