import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '#app/db.server.ts'
import type { Database } from '#app/db.server.ts'
import { openKeys } from '#app/keys.server.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import { leafHash } from '#app/ledger/leaf.ts'
import { merkleTree } from '#app/ledger/merkle.ts'
import { openPublicLog } from '#app/ledger/public-log.server.ts'
import type { PublicLog } from '#app/ledger/public-log.server.ts'
import { verifyReceipt } from '#app/ledger/receipt.ts'
import { applyMigrations } from '#prisma/apply-migrations.ts'
import { median, report } from './ratio.ts'

// What the public log costs, against the bounds it has to keep, on the embedded database.
//   npm run bench:ledger -- [--quick] [--json]
// Medians; `other` is the bound itself.

const LEAVES = 100_000
const isQuick = process.argv.includes('--quick')
const ROUNDS = isQuick ? 3 : 7
const RECEIPTS = isQuick ? 100 : 1_000
const COMMANDS = 60
const GROUPS = isQuick ? 3 : 10

const BUILD_MS = 3_000
const RECEIPT_MS = 5
const APPEND_MS = 2

const place = mkdtempSync(join(tmpdir(), 'renaksi-bench-ledger-'))
const { ledgerKey: key } = openKeys(place)
const database = await openDatabase({ kind: 'embedded', folder: null, template: null })
try {
	await applyMigrations(database)
	const added = await addedByAppend()
	await fill(database)
	const times = { append: [] as number[], load: [] as number[], restart: [] as number[] }
	for (let round = 0; round < ROUNDS; round += 1) {
		times.append.push(appended())
		times.load.push(await opened(`folder-${round}`))
		times.restart.push(await opened(`folder-${round}`))
	}
	const [append, load, restart] = [median(times.append), median(times.load), median(times.restart)]
	report('ledger', [
		{
			name: 'append 100,000 leaves, then load and build / 3 s',
			ours: append + load,
			other: BUILD_MS,
			atMost: 1,
		},
		{ name: '  of which appending to the tree', ours: append, other: BUILD_MS, atMost: null },
		{ name: '  of which the tree from the database', ours: load, other: BUILD_MS, atMost: null },
		{ name: 'start with kept leaves / 3 s', ours: restart, other: BUILD_MS, atMost: 1 },
		{ name: 'one receipt / 5 ms', ours: await receipts('folder-0'), other: RECEIPT_MS, atMost: 1 },
		{ name: 'what append adds to a command / 2 ms', ours: added, other: APPEND_MS, atMost: 1 },
	])
} finally {
	await database.close()
	rmSync(place, { recursive: true })
}

/** Entries as long as real ones, made in the database itself. */
async function fill({ exec }: Database): Promise<void> {
	await exec(
		`INSERT INTO "LedgerEntry" ("index", "recordId", "version", "kind", "entry", "leafHash")
		 SELECT size + n, 'k' || n, 1, 'commitment.published', entry, sha256('\\x00'::bytea || entry)
		 FROM (SELECT "size" FROM "LedgerHead") AS head, generate_series(0, ${LEAVES - 1}) AS n,
			LATERAL (SELECT convert_to('{"actorOrganization":"kabupaten-contoh","contentHash":"' || repeat(md5(n::text), 2)
				|| '","day":"2026-01-31","kind":"commitment.published","previous":null,"recordId":"k' || n || '","version":1}',
				'UTF8') AS entry) AS made;
		 UPDATE "LedgerHead" SET "size" = "size" + ${LEAVES};`,
	)
}

function appended(): number {
	const entries = Array.from({ length: LEAVES }, (_entry, at) => Buffer.from(`${at}`.padStart(250, '{')))
	const tree = merkleTree()
	const began = performance.now()
	for (const entry of entries) tree.append(leafHash(entry))
	if (!tree.rootAt(LEAVES)) throw new Error('the tree has no root')
	return performance.now() - began
}

async function opened(folder: string): Promise<number> {
	const began = performance.now()
	const log = await open(folder)
	const took = performance.now() - began
	if (log.fault() ?? log.published().size < LEAVES) throw new Error('the log was not signed')
	return took
}

function open(folder: string): Promise<PublicLog> {
	return openPublicLog({ sql: database.sql, folder: join(place, folder), origin: 'bench/log', key })
}

async function receipts(folder: string): Promise<number> {
	const log = await open(folder)
	const { size } = log.published()
	const times: number[] = []
	for (let round = 0; round < RECEIPTS; round += 1) {
		const index = randomBytes(4).readUInt32BE() % size
		const began = performance.now()
		await log.publish()
		const receipt = await log.receipt(index)
		times.push(performance.now() - began)
		if (typeof verifyReceipt(receipt ?? '', log.vkey) === 'string') throw new Error('a receipt does not hold')
	}
	return median(times)
}

/**
 * The same command with and without its leaf, in turns. Of several groups the quietest counts, by both medians
 * together: what other programs take from the machine meanwhile is no cost of the log.
 */
async function addedByAppend(): Promise<number> {
	const groups: { without: number; with: number }[] = []
	for (let group = 0; group < GROUPS; group += 1) {
		const times: Record<'without' | 'with', number[]> = { without: [], with: [] }
		for (let round = 0; round < COMMANDS; round += 1) {
			for (const kind of round % 2 === 0 ? (['without', 'with'] as const) : (['with', 'without'] as const))
				times[kind].push(await command(`${kind}-${group}-${round}`, kind === 'with'))
		}
		groups.push({ without: median(times.without), with: median(times.with) })
	}
	const [quietest] = groups.sort((one, other) => one.without + one.with - other.without - other.with)
	return quietest ? quietest.with - quietest.without : Number.NaN
}

async function command(id: string, isLogged: boolean): Promise<number> {
	const began = performance.now()
	await database.db.$transaction(async (tx) => {
		await tx.organization.create({ data: { id, kind: 'CSO', nameEn: id, nameId: id } })
		if (!isLogged) return
		await appendAct(tx, {
			kind: 'verification.published',
			recordId: id,
			version: 1,
			actorOrganization: 'kabupaten-contoh',
			day: '2026-01-31',
			content: { id, rationaleEn: 'The minutes are on the site, signed and complete. '.repeat(20) },
			salt: randomBytes(32),
		})
	})
	return performance.now() - began
}
