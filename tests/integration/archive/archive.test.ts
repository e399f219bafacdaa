import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { openDatabase } from '#app/db.server.ts'
import { openFiles } from '#app/files.server.ts'
import { loadRows } from '#prisma/archive/load-rows.ts'
import { LEFT_OUT, MANIFEST, SUMS } from '#prisma/archive/manifest.ts'
import { ArchiveRefused, readArchive } from '#prisma/archive/read-archive.ts'
import { isTaken, restoreArchive } from '#prisma/archive/restore-archive.ts'
import { writeArchive } from '#prisma/archive/write-archive.ts'
import { writeRows } from '#prisma/archive/write-rows.ts'
import { checkDatabase } from '#prisma/check-database.ts'
import { MORNING } from '#tests/factories/stored-plan.ts'
import { storeFinding } from '#tests/factories/stored-finding.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'
import { PICTURE_SHA256, publishFinding, recordedWorld } from '../integrity/recorded.ts'
import type { RecordedWorld } from '../integrity/recorded.ts'

/** Ends of lines that are none here, letters from right to left, signs of programs, and one outside the first plane. */
const ODD = 'a\u2028b\u2029c\rd\ne\tf\\g"h \u202Eمرحبا \u{1F3DB} $1 \'; DROP'
const LONG_MS = 120_000

let world: RecordedWorld
let place: string
let archive: string

beforeAll(async () => {
	world = await recordedWorld()
	place = mkdtempSync(join(tmpdir(), 'renaksi-archive-'))
	await publishFinding(world, { rationaleEn: ODD })
	await world.log.publish()
	archive = await written()
}, LONG_MS)
afterAll(async () => {
	await world.close()
	rmSync(place, { recursive: true, force: true })
})

function written(now: Date = MORNING): Promise<string> {
	const config = { dataDir: world.folder, baseUrl: 'https://site.example', filesOnS3: null }
	return writeArchive({ config, database: world.database, now }, join(place, 'out'))
}

function sumsOf(database: Database) {
	return writeRows(database, () => new Writable({ write: (_chunk, _encoding, done) => done() }))
}

/** Triggers and whether they are on, and constraints with what they say; those of references bear made-up names. */
function shapeOf({ sql }: Database): Promise<unknown> {
	return sql(`
		SELECT 'trigger', tgrelid::regclass::text, tgname, tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
		UNION ALL SELECT contype::text, conrelid::regclass::text, conname, pg_get_constraintdef(oid)
			FROM pg_constraint WHERE conrelid <> 0
		ORDER BY 1, 2, 3`)
}

/** What stands in the small site itself: the rules that tests store have no acts. */
async function sourceFindings() {
	const { folder: dataDir, files, database } = world
	const own = { dataDir, files, logOrigin: 'site.example/log', now: MORNING }
	const { findings } = await checkDatabase(database, own)
	expect(new Set(findings.map(({ fault }) => fault))).toEqual(new Set(['rule_set_without_act']))
	return expect.arrayContaining([...findings]) as unknown
}

test('the rows come back as they were, into a database with the same tables, references and triggers', async () => {
	const database = await freshDatabase()
	try {
		const before = await shapeOf(database)
		await loadRows(database, archive, await readArchive(archive))
		expect(await shapeOf(database)).toEqual(before)
		expect(await sumsOf(database)).toEqual(await sumsOf(world.database))
		expect(await database.db.verification.findFirstOrThrow()).toMatchObject({ rationaleEn: ODD })
		await expect(database.exec(`DELETE FROM "Verification"`)).rejects.toThrow()
	} finally {
		await database.close()
	}
})

test('a whole site comes back beside its keys: rows, files and log agree', { timeout: LONG_MS }, async () => {
	const dataDir = join(place, 'site')
	const own = { dataDir, databaseUrl: null, filesOnS3: null }
	cpSync(join(world.folder, 'keys'), join(dataDir, 'keys'), { recursive: true })
	expect(await isTaken(own)).toBe(false)
	const manifest = await readArchive(archive)
	await restoreArchive(own, archive, manifest)
	expect(await isTaken(own)).toBe(true)
	const database = await openDatabase({
		kind: 'embedded',
		folder: join(dataDir, 'database'),
		template: null,
	})
	try {
		const files = await openFiles(own)
		const check = await checkDatabase(database, {
			dataDir,
			logOrigin: 'site.example/log',
			files,
			now: MORNING,
		})
		expect(check).toMatchObject({ findings: await sourceFindings(), files: 1, orphans: [] })
		expect(check.signed).toBe(check.entries)
		expect(await files.hashOf(PICTURE_SHA256)).toBe(PICTURE_SHA256)
		expect(manifest.checkpoint).toBe(world.log.published().text)
	} finally {
		await database.close()
	}
})

test('keys, sessions and one-time links are in no archive', async () => {
	const names = readdirSync(archive, { recursive: true }).map(String)
	expect(names.filter((name) => /^keys|\.key$|secret|withdrawals/.test(name))).toEqual([])
	for (const table of LEFT_OUT) expect(names).not.toContain(join('tables', `${table}.jsonl.gz`))
})

test(
	'an archive of which any part was changed, cut, lost or added is refused',
	{ timeout: LONG_MS },
	async () => {
		const damaged = join(place, 'damaged')
		const parts = readdirSync(archive, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name).slice(archive.length + 1))
		const HARMS: readonly ((file: string) => void)[] = [
			(file) => {
				const bytes = readFileSync(file)
				bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1)
				writeFileSync(file, bytes)
			},
			(file) => truncateSync(file, readFileSync(file).length - 1),
			(file) => rmSync(file),
		]
		const accepted: string[] = []
		for (const [at, part] of parts.entries()) {
			const harm = HARMS[at % HARMS.length]
			cpSync(archive, damaged, { recursive: true })
			rmSync(join(damaged, part))
			cpSync(join(archive, part), join(damaged, part), { mode: 0 })
			harm?.(join(damaged, part))
			const outcome = await readArchive(damaged).catch((error: unknown) => error)
			if (!(outcome instanceof ArchiveRefused)) accepted.push(part)
			rmSync(damaged, { recursive: true })
		}
		cpSync(archive, damaged, { recursive: true })
		writeFileSync(join(damaged, 'files', 'more'), '')
		await expect(readArchive(damaged)).rejects.toMatchObject({ fault: 'part_unknown', which: 'files/more' })
		expect(parts).toEqual(expect.arrayContaining([MANIFEST, SUMS, join('log', 'leaves')]))
		expect(accepted).toEqual([])
	},
)

test('an archive of a version that is not known here, and a folder that is none, are refused by name', async () => {
	await expect(readArchive(place)).rejects.toMatchObject({ fault: 'no_archive' })
	const database = world.database
	await database.exec(
		`INSERT INTO "_migration" ("name", "checksum") VALUES ('99991231000000_later', '${'0'.repeat(64)}')`,
	)
	try {
		const later = await written(new Date('2026-07-16T02:00:00Z'))
		await expect(readArchive(later)).rejects.toMatchObject({
			fault: 'newer_version',
			which: '99991231000000_later',
		})
	} finally {
		await database.exec(`DELETE FROM "_migration" WHERE "name" LIKE '9999%'`)
	}
})

test('what is published while an archive is written is in it whole or not at all, and nothing before it is missing', async () => {
	const publishing: Promise<unknown>[] = []
	const publish = (n: number) =>
		storeFinding(world.database, {
			recordId: `meanwhile-${String(n)}`,
			rationaleEn: `Meanwhile ${String(n)}`,
		})
	for (let n = 0; n < 5; n += 1) await publish(n)
	for (let n = 5; n < 20; n += 1) publishing.push(publish(n))
	const meanwhile = await written(new Date('2026-07-17T02:00:00Z'))
	await Promise.all(publishing)
	const database = await freshDatabase()
	try {
		await loadRows(database, meanwhile, await readArchive(meanwhile))
		const own = { dataDir: world.folder, logIn: meanwhile, logOrigin: 'site.example/log', now: MORNING }
		const check = await checkDatabase(database, { ...own, files: world.files })
		expect(check.findings).toEqual(await sourceFindings())
		const found = await database.db.verification.findMany({
			where: { recordId: { startsWith: 'meanwhile' } },
		})
		expect(found.map(({ recordId }) => recordId)).toEqual(
			expect.arrayContaining([0, 1, 2, 3, 4].map((n) => `meanwhile-${String(n)}`)),
		)
	} finally {
		await database.close()
	}
})

test('rows that lead nowhere, or are too few, leave the database as it was', async () => {
	const database = await freshDatabase()
	try {
		const manifest = await readArchive(archive)
		const short = manifest.tables.map((table) => ({ ...table, rows: table.rows + 1 }))
		await expect(loadRows(database, archive, { ...manifest, tables: short })).rejects.toThrow('other rows')
		const without = manifest.tables.filter(({ name }) => name !== 'Milestone')
		await expect(loadRows(database, archive, { ...manifest, tables: without })).rejects.toThrow()
		expect(await database.db.ledgerEntry.count()).toBe(0)
		await loadRows(database, archive, manifest)
	} finally {
		await database.close()
	}
})
