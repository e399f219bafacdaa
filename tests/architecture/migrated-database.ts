import { PGlite } from '@electric-sql/pglite'
import { applyMigrations } from '#prisma/apply-migrations.ts'

/** An empty database in memory that all migrations were applied to. */
export async function migratedDatabase(): Promise<PGlite> {
	const engine = await PGlite.create()
	await applyMigrations({
		exec: async (script) => void (await engine.exec(script)),
		sql: async <Row>(text: string) => (await engine.query<Row>(text)).rows,
	})
	return engine
}
