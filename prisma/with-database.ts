import { existsSync } from 'node:fs'
import type { Actor } from '#app/access/policy.ts'
import { readConfig } from '#app/config.server.ts'
import { lockDataFolder } from '#app/data-lock.server.ts'
import type { Database } from '#app/db.server.ts'
import { buildTemplate } from './build-template.ts'
import { FIRST_DATABASE } from './packed-databases.ts'
import { HOST } from './seed/reference.ts'
import { startDatabase } from './start-database.ts'

/** Whoever may write into the data folder imports as the host of the site. */
export const OPERATOR: Actor = {
	personId: null,
	appointments: [{ role: 'INSTANCE_ADMIN', organizationId: HOST, memberId: null }],
}

/** Errors whose message is meant for the person at the terminal. */
const PLAIN = ['ConfigError', 'DataFolderInUse']

/**
 * Runs a command on the database of this deployment. A server that runs on the same folder keeps it locked: stop it
 * first, or import into a PostgreSQL server.
 */
export async function withDatabase<Result>(
	now: Date,
	run: (database: Database) => Promise<Result>,
): Promise<Result> {
	const config = readConfig()
	const lock = config.databaseUrl === null ? lockDataFolder(config.dataDir) : null
	try {
		if (config.databaseUrl === null && !existsSync(FIRST_DATABASE)) await buildTemplate(now)
		const database = await startDatabase(config, {
			now,
			say: (line) => void process.stderr.write(`${line}\n`),
		})
		try {
			return await run(database)
		} finally {
			await database.close()
		}
	} finally {
		lock?.release()
	}
}

/** Says at the terminal why a command could not begin; a defect is thrown on. */
export function sayFault(error: unknown): void {
	if (!(error instanceof Error) || !PLAIN.includes(error.name)) throw error
	process.stderr.write(`${error.message}\n`)
	process.exitCode = 2
}
