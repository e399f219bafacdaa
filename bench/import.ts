import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { openDatabase } from '#app/db.server.ts'
import type { Database } from '#app/db.server.ts'
import { importCodings } from '#app/domain/coding-import/commands.server.ts'
import { findStoredRecord } from '#app/domain/coding-import/queries.server.ts'
import type { CodedRow } from '#app/domain/coding-import/schema.ts'
import type { Transaction } from '#app/domain/context.ts'
import { readMemberNames } from '#app/domain/member-name/queries.server.ts'
import { withdrawalList } from '#app/domain/withdrawal/rules.ts'
import { readIrmTable } from '#app/import/irm-table.ts'
import { projectFolder } from '#app/project-folder.ts'
import { applyMigrations } from '#prisma/apply-migrations.ts'
import { seed } from '#prisma/seed.ts'
import { median, report } from './ratio.ts'
import { startServer } from './throwaway-server.ts'

/**
 * The import of OGP's table of 1,766 commitments of many members, against PostgreSQL's own COPY of the very same rows
 * from files on the server into the same tables. The database part is everything the import asks of the database, in
 * one transaction: reading what is there, inserting, appending to the log. The whole command also places the rows,
 * makes salts and hashes and writes the leaves.
 */
const ROUNDS = 11
/** Rounds before those that count: all sides then run warm. */
const WARM_UP = 2
const PORT = 5440
const MEMBERS_OF_TABLE = `SELECT * FROM "Member" WHERE "source" = 'OGP''s table of commitments'`
const TABLES = [
	['Member', MEMBERS_OF_TABLE],
	...[
		'ActionPlan',
		'ActionPlanVersion',
		'Commitment',
		'CommitmentVersion',
		'IrmCoding',
		'SourceNoteRow',
		'LedgerEntry',
	].map((table) => [table, `SELECT * FROM "${table}"`] as const),
] as const

type Statement = { readonly text: string; readonly values: readonly unknown[] }

const now = new Date('2026-01-15T03:00:00Z')
const rows = tableRows()
const server = startServer(PORT)
try {
	await measure()
} finally {
	server.stop()
}

async function measure(): Promise<void> {
	await inDatabase('template', 'template1', async (database) => {
		await applyMigrations(database)
		await seed(database, { set: 'reference', now })
	})
	const statements = await inDatabase('noted', 'template', async (database) => {
		const noted: Statement[] = []
		await importInto(noting(database, noted))
		await rowsToFiles(database)
		return noted
	})
	const times: Record<'whole' | 'asked' | 'copy', number[]> = { whole: [], asked: [], copy: [] }
	for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
		times.whole.push(await inDatabase(`whole_${round}`, 'template', imported))
		times.asked.push(await inDatabase(`asked_${round}`, 'template', (one) => asked(one, statements)))
		times.copy.push(await inDatabase(`copy_${round}`, 'template', copied))
	}
	const [whole, part, copy] = [times.whole, times.asked, times.copy].map((all) => median(all.slice(WARM_UP)))
	const other = copy ?? Number.NaN
	report('import', [
		{
			name: `database part of ${rows.length} rows / COPY`,
			ours: part ?? Number.NaN,
			other,
			atMost: 2.5,
		},
		{ name: `whole import of ${rows.length} rows / COPY`, ours: whole ?? Number.NaN, other, atMost: 4 },
	])
}

function tableRows(): readonly CodedRow[] {
	const file = join(projectFolder, 'prisma', 'seed', 'data', 'ogp_commitments_multicountry.csv')
	const read = readIrmTable(new Uint8Array(readFileSync(file)), readMemberNames())
	if ('problems' in read)
		throw new Error(`the table has ${read.problems.length} problems: ${JSON.stringify(read.problems[0])}`)
	return read.rows
}

/** Works in a database of the server; it is made first, from a template. */
async function inDatabase<Result>(
	name: string,
	template: string,
	work: (database: Database) => Promise<Result>,
): Promise<Result> {
	await onServer(`CREATE DATABASE "${name}" TEMPLATE "${template}"`)
	const database = await openDatabase({ kind: 'server', url: `${server.url}/${name}` })
	try {
		await database.sql('SELECT 1')
		await database.db.$queryRaw`SELECT 1`
		return await work(database)
	} finally {
		await database.close()
	}
}

async function onServer(statement: string): Promise<void> {
	const client = new Client({ connectionString: `${server.url}/postgres` })
	await client.connect()
	await client.query(statement)
	await client.end()
}

function importInto({ db }: Pick<Database, 'db'>) {
	const actor = {
		personId: null,
		appointments: [{ role: 'INSTANCE_ADMIN', organizationId: 'host', memberId: null }],
	} as const
	const withdrawals = withdrawalList([], () => {})
	return importCodings({ db, actor, now, requestId: 'bench', withdrawals }, rows)
}

async function imported(database: Database): Promise<number> {
	return timed(() => importInto(database))
}

/** A database that notes the statements an import writes with. */
function noting(database: Database, noted: Statement[]): Pick<Database, 'db'> {
	const writing = ['$executeRawUnsafe', '$queryRawUnsafe']
	const inside = (tx: Transaction): Transaction =>
		new Proxy(tx, {
			get(target, name, receiver) {
				const member: unknown = Reflect.get(target, name, receiver)
				if (typeof name !== 'string' || !writing.includes(name) || typeof member !== 'function') return member
				return (text: string, ...values: unknown[]): unknown => {
					noted.push({ text, values })
					return Reflect.apply(member, target, [text, ...values])
				}
			},
		})
	const db = new Proxy(database.db, {
		get(target, name, receiver) {
			const member: unknown = Reflect.get(target, name, receiver)
			if (name !== '$transaction' || typeof member !== 'function') return member
			return (run: (tx: Transaction) => unknown, options: unknown): unknown =>
				Reflect.apply(member, target, [(tx: Transaction) => run(inside(tx)), options])
		},
	})
	return { db }
}

/** All that an import asks of the database, and nothing else. */
async function asked({ db }: Database, statements: readonly Statement[]): Promise<number> {
	return timed(() =>
		db.$transaction(
			async (tx) => {
				await findStoredRecord(tx)
				for (const { text, values } of statements) await tx.$queryRawUnsafe(text, ...values)
			},
			{ timeout: 120_000 },
		),
	)
}

/** The imported rows as files, where the server itself reads them: COPY has no faster way. */
async function rowsToFiles({ sql }: Database): Promise<void> {
	for (const [table, chosen] of TABLES) await sql(`COPY (${chosen}) TO '${fileOf(table)}'`)
}

function fileOf(table: string): string {
	return join(server.folder, `${table}.copy`)
}

async function copied({ exec }: Database): Promise<number> {
	const copies = TABLES.map(([table]) => `COPY "${table}" FROM '${fileOf(table)}';`).join('\n')
	return timed(() => exec(`BEGIN;\n${copies}\nCOMMIT;`))
}

async function timed(work: () => Promise<unknown>): Promise<number> {
	const began = performance.now()
	await work()
	return performance.now() - began
}
