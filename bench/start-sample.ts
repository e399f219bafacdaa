import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { startDatabase } from '#prisma/start-database.ts'

/** One measurement in a process of its own, as a start is: prints milliseconds. Usage: start-sample.ts KIND FOLDER. */
const [kind = '', folder = ''] = process.argv.slice(2)

const samples: Readonly<Record<string, () => Promise<number>>> = {
	first: () => timed(start),
	restart: () => timed(start),
	prepared: () => timed(() => bare(readFileSync(join(folder, 'prepared.tar.gz')))),
	reopen: () => timed(() => bare(null)),
	pack,
}

const sample = samples[kind]
if (!sample) throw new Error(`no sample is called ${kind}`)
process.stdout.write(`${await sample()}\n`)
process.exit()

async function start() {
	const config = {
		databaseUrl: null,
		baseUrl: 'http://localhost:3000',
		dataDir: folder,
		seed: 'demonstration',
	} as const
	const database = await startDatabase(config, { now: new Date(), say: () => undefined })
	await database.sql('SELECT count(*) FROM "LedgerEntry"')
	return { close: database.close }
}

/** The engine alone on the same folder, from a packed one or as it lies there. */
async function bare(packed: Uint8Array | null) {
	const engine = await PGlite.create({
		dataDir: join(folder, 'database'),
		...(packed ? { loadDataDir: new Blob([new Uint8Array(packed)]) } : {}),
	})
	await engine.query('SELECT count(*) FROM "LedgerEntry"')
	return { close: () => engine.close() }
}

async function timed(open: () => Promise<{ close: () => Promise<void> }>): Promise<number> {
	mkdirSync(folder, { recursive: true })
	const began = performance.now()
	const opened = await open()
	const ms = performance.now() - began
	await opened.close()
	return ms
}

/** Packs a folder that holds everything, for loading it elsewhere. */
async function pack(): Promise<number> {
	const engine = await PGlite.create({ dataDir: join(folder, 'database') })
	await engine.exec('CHECKPOINT')
	const packed = await engine.dumpDataDir('gzip')
	writeFileSync(join(folder, 'prepared.tar.gz'), new Uint8Array(await packed.arrayBuffer()))
	await engine.close()
	return 0
}
