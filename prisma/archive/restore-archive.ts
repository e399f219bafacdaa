import { existsSync } from 'node:fs'
import { copyFile, mkdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Config } from '#app/config.server.ts'
import { openDatabase } from '#app/db.server.ts'
import type { Database } from '#app/db.server.ts'
import { openFiles } from '#app/files.server.ts'
import { openLogFolder } from '#app/ledger/log-folder.server.ts'
import { loadRows } from './load-rows.ts'
import type { Manifest } from './manifest.ts'

type Place = Pick<Config, 'dataDir' | 'databaseUrl' | 'filesOnS3'>

/** Whether the place has a database with anything in it that a start of the site, or somebody, put there. */
export async function isTaken({ dataDir, databaseUrl }: Place): Promise<boolean> {
	if (databaseUrl === null) return existsSync(join(dataDir, 'database'))
	const database = await openDatabase({ kind: 'server', url: databaseUrl })
	try {
		const [table] = await database.sql<{ name: string | null }>(
			`SELECT to_regclass('public."LedgerEntry"')::text AS "name"`,
		)
		if (!table?.name) return false
		return (await database.db.ledgerEntry.count()) + (await database.db.member.count()) > 0
	} finally {
		await database.close()
	}
}

/**
 * Puts an archive that was read and found whole into a place without a database. Files come first, since one too many
 * harms nothing; the rows come last and all at once, so that a site that can be started has everything.
 *
 * A log that the place has already stays: it tells whether the archive is older than what was signed since.
 */
export async function restoreArchive(place: Place, archive: string, manifest: Manifest): Promise<void> {
	await putFiles(place, archive, manifest)
	const { dataDir, databaseUrl } = place
	if (databaseUrl !== null) {
		await into(await openDatabase({ kind: 'server', url: databaseUrl }), archive, manifest)
		return
	}
	const draft = join(dataDir, 'database.restoring')
	await rm(draft, { recursive: true, force: true })
	await into(await openDatabase({ kind: 'embedded', folder: draft, template: null }), archive, manifest)
	await rm(join(dataDir, 'database.unfinished'), { force: true })
	await rename(draft, join(dataDir, 'database'))
}

async function into(database: Database, archive: string, manifest: Manifest): Promise<void> {
	try {
		await loadRows(database, archive, manifest)
	} finally {
		await database.close()
	}
}

async function putFiles(place: Place, archive: string, { parts, unreadable }: Manifest): Promise<void> {
	const files = await openFiles(place)
	const hasLog = (await (await openLogFolder(join(place.dataDir, 'log'))).readCheckpoint()) !== null
	for (const { path } of parts) {
		const [from, name] = [join(archive, path), basename(path)]
		if (path.startsWith('files/') && !unreadable.includes(name)) await files.put(from, name)
		if (path.startsWith('reports/') || (path.startsWith('log/') && !hasLog))
			await copied(from, join(place.dataDir, path))
	}
}

async function copied(from: string, to: string): Promise<void> {
	await mkdir(dirname(to), { recursive: true, mode: 0o700 })
	await copyFile(from, `${to}.restoring`)
	await rename(`${to}.restoring`, to)
}
