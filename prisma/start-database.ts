import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '#app/config.server.ts'
import { openDatabase } from '#app/db.server.ts'
import type { Database } from '#app/db.server.ts'
import { applyMigrations } from './apply-migrations.ts'
import { EMPTY_DATABASE, FIRST_DATABASE } from './packed-databases.ts'
import { seed } from './seed.ts'

export type FirstStart = {
	readonly now: Date
	/** Tells the person at the terminal what takes time. */
	readonly say: (line: string) => void
}

/** The database of this deployment, brought to this version and, at its first start, filled. */
export async function startDatabase(
	config: Pick<Config, 'databaseUrl' | 'dataDir' | 'seed' | 'baseUrl'>,
	first: FirstStart,
): Promise<Database> {
	if (config.databaseUrl === null) return startEmbedded(config, first)
	const database = await openDatabase({ kind: 'server', url: config.databaseUrl })
	await applyMigrations(database)
	if ((await database.db.member.count()) === 0) await fill(database, config, first)
	return database
}

/**
 * The embedded database lies in DATA_DIR/database. While its first start is not over, a mark stands beside it: a
 * start that was broken off begins anew instead of going on with half of the data.
 */
async function startEmbedded(
	config: Pick<Config, 'dataDir' | 'seed' | 'baseUrl'>,
	first: FirstStart,
): Promise<Database> {
	const folder = join(config.dataDir, 'database')
	const unfinished = join(config.dataDir, 'database.unfinished')
	if (existsSync(unfinished)) rmSync(folder, { recursive: true, force: true })
	const isFirst = !existsSync(folder)
	if (isFirst) writeFileSync(unfinished, '')
	const prepared = config.seed === 'demonstration' ? FIRST_DATABASE : EMPTY_DATABASE
	const database = await openDatabase({ kind: 'embedded', folder, template: isFirst ? prepared : null })
	await applyMigrations(database)
	if (isFirst) await fill(database, config, first)
	rmSync(unfinished, { force: true })
	return database
}

async function fill(
	database: Database,
	{ seed: set, baseUrl }: Pick<Config, 'seed' | 'baseUrl'>,
	{ now, say }: FirstStart,
): Promise<void> {
	say('Loading the first data … / Memuat data awal …')
	await seed(database, { set, now, baseUrl })
}
