import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '#app/db.server.ts'
import { projectFolder } from '#app/project-folder.ts'

export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string }

/** Any number; every process that migrates this product's database takes the same lock. */
const LOCK = 7_365_201

const migrationsFolder = join(projectFolder, 'prisma', 'migrations')

/** The migrations of this version, in the order of their names. */
export function readMigrations(folder: string = migrationsFolder): readonly Migration[] {
	return readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => entry.name)
		.sort()
		.map((name) => {
			const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
			return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
		})
}

/**
 * Brings the database to this version: each migration in one transaction, under a lock, once.
 *
 * Returns  the names of the migrations that were applied.
 * Throws   where an applied migration was edited since, or the database is newer than this version.
 */
export async function applyMigrations(
	database: Pick<Database, 'sql' | 'exec'>,
	migrations: readonly Migration[] = readMigrations(),
): Promise<readonly string[]> {
	await database.exec(
		'CREATE TABLE IF NOT EXISTS "_migration" ("name" text PRIMARY KEY, "checksum" text NOT NULL, "appliedAt" timestamptz NOT NULL DEFAULT now())',
	)
	const applied = await appliedChecksums(database)
	for (const name of applied.keys()) {
		if (!migrations.some((m) => m.name === name)) {
			throw new Error(
				`The database is newer than this version: it has the migration ${name}, which is not known here.`,
			)
		}
	}
	const done: string[] = []
	for (const migration of migrations) {
		const checksum = applied.get(migration.name)
		if (checksum === migration.checksum) continue
		if (checksum !== undefined)
			throw new Error(`The migration ${migration.name} was changed after it had been applied.`)
		await database.exec(asOneTransaction(migration))
		done.push(migration.name)
	}
	return done
}

async function appliedChecksums(database: Pick<Database, 'sql'>): Promise<ReadonlyMap<string, string>> {
	const rows = await database.sql<{ name: string; checksum: string }>(
		'SELECT "name", "checksum" FROM "_migration" ORDER BY "name"',
	)
	return new Map(rows.map((row) => [row.name, row.checksum]))
}

/** The guard row makes a twin that migrated first, while this one waited for the lock, end here with a duplicate key. */
function asOneTransaction({ name, sql, checksum }: Migration): string {
	return `BEGIN;
SELECT pg_advisory_xact_lock(${LOCK});
INSERT INTO "_migration" ("name", "checksum") VALUES ('${name}', '${checksum}');
${sql}
COMMIT;`
}
