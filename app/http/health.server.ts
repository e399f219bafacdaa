import { constants } from 'node:fs'
import { access, statfs } from 'node:fs/promises'
import type { Database } from '#app/db.server.ts'

type Part = 'ok' | 'failing'

export type Health = {
	readonly live: () => { readonly status: 'live' }
	readonly ready: () => Promise<{
		readonly status: 'ready' | 'not_ready'
		readonly database: Part
		readonly disk: Part
		/** Number of leaves of the log; null when the database does not say. */
		readonly ledgerSize: number | null
	}>
}

/** Below this the embedded database may not be able to open again. */
const LEAST_FREE_BYTES = 200 * 2 ** 20

/** Whether the process lives, and whether it can do its work: database, disk, head of the log. */
export function openHealth(database: Pick<Database, 'sql'>, dataDir: string): Health {
	return {
		live: () => ({ status: 'live' }),
		ready: async () => {
			const [ledgerSize, disk] = await Promise.all([sizeOfLedger(database), stateOfDisk(dataDir)])
			const part = ledgerSize === null ? 'failing' : 'ok'
			return {
				status: part === 'ok' && disk === 'ok' ? 'ready' : 'not_ready',
				database: part,
				disk,
				ledgerSize,
			}
		},
	}
}

async function sizeOfLedger({ sql }: Pick<Database, 'sql'>): Promise<number | null> {
	try {
		const [head] = await sql<{ size: number }>('SELECT "size" FROM "LedgerHead"')
		return head?.size ?? null
	} catch {
		return null
	}
}

async function stateOfDisk(dataDir: string): Promise<Part> {
	try {
		await access(dataDir, constants.W_OK)
		const { bavail, bsize } = await statfs(dataDir)
		return bavail * bsize >= LEAST_FREE_BYTES ? 'ok' : 'failing'
	} catch {
		return 'failing'
	}
}
