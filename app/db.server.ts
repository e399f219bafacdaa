import { readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { PrismaClient } from '#prisma/generated/client.ts'

/** A rows-and-columns connection beside Prisma, for bulk statements and for the one question every request asks. */
export type Sql = <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>

export type Database = {
	readonly db: PrismaClient
	readonly sql: Sql
	/** Runs a script of several statements; outside any transaction of `db`. */
	readonly exec: (script: string) => Promise<void>
	readonly isEmbedded: boolean
	/**
	 * How many statements and transactions have ended. While it stays the same, nothing in the database has changed;
	 * null on a server, where other processes write too.
	 */
	readonly ended: () => number | null
	readonly close: () => Promise<void>
}

export type DatabaseAddress =
	| { readonly kind: 'server'; readonly url: string }
	/** `folder` null: in memory. `template`: a dumped folder to start from where there is none yet. */
	| { readonly kind: 'embedded'; readonly folder: string | null; readonly template: string | null }

/** Transactions wait up to 10 s for PGlite's only connection, and may hold it for 20 s (an import). */
const TRANSACTION_LIMITS = { maxWait: 10_000, timeout: 20_000 }

/** Opens the database; the only place that knows which of the two engines it is. */
export async function openDatabase(address: DatabaseAddress): Promise<Database> {
	return address.kind === 'server' ? openServer(address.url) : openEmbedded(address.folder, address.template)
}

async function openServer(url: string): Promise<Database> {
	const { Pool } = (await import('pg')).default
	const pool = new Pool({ connectionString: url, max: 10 })
	// A server that goes away ends connections nobody is using; whoever asks next is told. Unheard, it would end us.
	pool.on('error', () => undefined)
	const db = new PrismaClient({
		adapter: new PrismaPg({ connectionString: url }),
		transactionOptions: TRANSACTION_LIMITS,
	})
	return {
		db,
		sql: async <Row>(text: string, values: readonly unknown[] = []) =>
			(await pool.query(text, [...values])).rows as Row[],
		exec: async (script) => void (await pool.query(script)),
		isEmbedded: false,
		ended: () => null,
		close: async () => {
			await db.$disconnect()
			await pool.end()
		},
	}
}

async function openEmbedded(folder: string | null, template: string | null): Promise<Database> {
	const engine = await PGlite.create({
		extensions: { pg_trgm },
		...(folder ? { dataDir: folder } : {}),
		...(template ? { loadDataDir: new Blob([new Uint8Array(readFileSync(template))]) } : {}),
	})
	let ended = 0
	const note = () => {
		ended += 1
	}
	Object.assign(engine, {
		query: noting(engine.query.bind(engine), note),
		exec: noting(engine.exec.bind(engine), note),
		transaction: noting(engine.transaction.bind(engine), note),
	})
	const db = new PrismaClient({ adapter: new PrismaPGlite(engine), transactionOptions: TRANSACTION_LIMITS })
	return {
		db,
		sql: async <Row>(text: string, values: readonly unknown[] = []) =>
			(await engine.query<Row>(text, [...values])).rows,
		exec: async (script) => void (await engine.exec(script)),
		isEmbedded: true,
		ended: () => ended,
		close: async () => {
			await db.$disconnect()
			await engine.close()
		},
	}
}

/** The same call, noted when it has ended and before its caller goes on. */
function noting<Args extends readonly unknown[], Answer>(
	call: (...args: Args) => Promise<Answer>,
	note: () => void,
): (...args: Args) => Promise<Answer> {
	return async (...args) => {
		try {
			return await call(...args)
		} finally {
			note()
		}
	}
}
