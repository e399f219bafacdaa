import type { PGlite } from '@electric-sql/pglite'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readMigrations } from '#prisma/apply-migrations.ts'
import { pendingSql } from '#prisma/schema-engine.ts'
import { migratedDatabase } from './migrated-database.ts'

let engine: PGlite
beforeAll(async () => {
	engine = await migratedDatabase()
}, 60_000)
afterAll(() => engine.close())

// Triggers, functions and CHECK constraints are not in Prisma's schema; act-tables.test.ts tries those.
test('the migrations add up to the schema', async () => {
	await engine.exec('DROP TABLE "_migration"') // the runner's own record of what it applied
	const pending = await pendingSql(new PrismaPGlite(engine))
	expect(pending.replace(/^--.*$/gm, '').trim(), 'put this into a new migration').toBe('')
})

test('migrations are named by time, verb and noun', () => {
	expect(readMigrations().filter(({ name }) => !/^\d{14}(_[a-z]+){2,}$/.test(name))).toEqual([])
})
