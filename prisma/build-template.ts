import { createHash } from 'node:crypto'
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { PUBLIC_ACTOR } from '#app/access/policy.ts'
import { openDatabase } from '#app/db.server.ts'
import { keepLists } from '#app/domain/commitment-list/commands.server.ts'
import { withdrawalList } from '#app/domain/withdrawal/rules.ts'
import { projectFolder } from '#app/project-folder.ts'
import { applyMigrations } from './apply-migrations.ts'
import { EMPTY_DATABASE, FIRST_DATABASE } from './packed-databases.ts'
import { seedPublished } from './seed.ts'

/** What an empty database is made from, beside the engine. */
const EMPTY_INPUTS = ['prisma/migrations']
/** What the first data are made from. */
const FIRST_INPUTS = [
	...EMPTY_INPUTS,
	'prisma/seed.ts',
	'prisma/seed',
	'docs/import-mappings',
	'app/import',
	'app/domain',
	'app/ledger',
]

/** Puts both packed databases into the build. */
export async function buildTemplate(now: Date): Promise<void> {
	place(await packedEmptyDatabase(), EMPTY_DATABASE)
	place(await packedFirstDatabase(now), FIRST_DATABASE)
}

/** The packed empty database's file, named after what it is made from: made once, whatever becomes of the build. */
export async function packedEmptyDatabase(): Promise<string> {
	return madeOnce('empty-database', EMPTY_INPUTS, (folder) => withDatabase(folder, null, applyMigrations))
}

async function packedFirstDatabase(now: Date): Promise<string> {
	const empty = await packedEmptyDatabase()
	return madeOnce('first-database', FIRST_INPUTS, (folder) =>
		withDatabase(folder, empty, async ({ db }) => {
			await db.$transaction((tx) => seedPublished(tx, { set: 'demonstration', now }))
			const withdrawals = withdrawalList([], () => undefined)
			await keepLists({ db, now, withdrawals, actor: PUBLIC_ACTOR, requestId: 'build' })
		}),
	)
}

/** Fingerprint of files and of the engine that unpacks what was packed. */
export function fingerprint(inputs: readonly string[] = EMPTY_INPUTS): string {
	const engine = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'))
	const files = inputs.flatMap((input) => filesIn(join(projectFolder, input))).sort()
	const hash = createHash('sha256')
	for (const file of [join(engine, '..', 'package.json'), ...files])
		hash.update(`${file.slice(projectFolder.length)}\0`).update(readFileSync(file))
	return hash.digest('hex').slice(0, 16)
}

async function madeOnce(
	name: string,
	inputs: readonly string[],
	fill: (folder: string) => Promise<unknown>,
): Promise<string> {
	const file = join(projectFolder, '.cache', `${name}-${fingerprint(inputs)}.tar.gz`)
	if (existsSync(file)) return file
	const work = mkdtempSync(join(tmpdir(), 'renaksi-template-'))
	const folder = join(work, 'database')
	await fill(folder)
	mkdirSync(dirname(file), { recursive: true })
	const unfinished = `${file}.${process.pid}`
	writeFileSync(unfinished, await packed(folder))
	renameSync(unfinished, file)
	rmSync(work, { recursive: true, force: true })
	forgetOlder(name, file)
	return file
}

function forgetOlder(name: string, file: string): void {
	for (const other of readdirSync(dirname(file))) {
		if (other.startsWith(`${name}-`) && other.endsWith('.tar.gz') && other !== basename(file))
			rmSync(join(dirname(file), other))
	}
}

async function withDatabase(
	folder: string,
	template: string | null,
	work: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<unknown>,
): Promise<void> {
	const database = await openDatabase({ kind: 'embedded', folder, template })
	await work(database)
	await database.exec('CHECKPOINT')
	await database.close()
}

async function packed(folder: string): Promise<Uint8Array> {
	const engine = await PGlite.create({ dataDir: folder })
	const dump = await engine.dumpDataDir('gzip')
	await engine.close()
	return new Uint8Array(await dump.arrayBuffer())
}

function place(file: string, target: string): void {
	mkdirSync(dirname(target), { recursive: true })
	const unfinished = `${target}.${process.pid}`
	copyFileSync(file, unfinished)
	renameSync(unfinished, target)
}

function filesIn(path: string): readonly string[] {
	if (!statSync(path).isDirectory()) return [path]
	return readdirSync(path).flatMap((name) => filesIn(join(path, name)))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildTemplate(new Date())
