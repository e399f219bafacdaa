import { constants } from 'node:fs'
import { access, statfs } from 'node:fs/promises'
import { isScanning } from '#app/cleaning/clamd.server.ts'
import type { Config } from '#app/config.server.ts'
import type { Database } from '#app/db.server.ts'
import { differingRecords } from '#app/domain/integrity/rules.ts'
import type { Integrity } from '#app/integrity.server.ts'
import type { PublicLog } from '#app/ledger/public-log.server.ts'

type Part = 'ok' | 'failing'

export type Health = {
	readonly live: () => { readonly status: 'live' }
	readonly ready: () => Promise<{
		readonly status: 'ready' | 'not_ready'
		readonly database: Part
		readonly disk: Part
		/** Whether the public log still signs. */
		readonly log: Part
		/** Whether database, log and files agree, as far as the last check and the pages looked at since know. */
		readonly integrity: Part
		readonly differingRecords: number
		/** Whether something looks for viruses in files that are sent. A site may do without; while it fails, none are taken. */
		readonly antivirus: 'on' | 'off' | 'failing'
		/** Number of leaves of the log; null when the database does not say. */
		readonly ledgerSize: number | null
	}>
}

/** Below this the embedded database may not be able to open again. */
const LEAST_FREE_BYTES = 200 * 2 ** 20

export type Watched = {
	readonly config: Pick<Config, 'clamdSocket'>
	readonly publicLog: Pick<PublicLog, 'fault'>
	readonly integrity: Pick<Integrity, 'findings' | 'isUnchecked'>
}

/** Whether the process lives, and whether it can do its work and be believed: database, disk, log, integrity. */
export function openHealth(
	database: Pick<Database, 'sql'>,
	dataDir: string,
	{ config, publicLog, integrity }: Watched,
): Health {
	return {
		live: () => ({ status: 'live' }),
		ready: async () => {
			const [ledgerSize, disk, antivirus] = await Promise.all([
				sizeOfLedger(database),
				stateOfDisk(dataDir),
				stateOfAntivirus(config),
			])
			const findings = integrity.findings()
			const parts = {
				database: partOf(ledgerSize !== null),
				disk,
				log: partOf(publicLog.fault() === null),
				integrity: partOf(findings.length === 0 && !integrity.isUnchecked()),
			}
			const isReady = Object.values(parts).every((part) => part === 'ok')
			return {
				status: isReady ? 'ready' : 'not_ready',
				...parts,
				differingRecords: differingRecords(findings),
				antivirus,
				ledgerSize,
			}
		},
	}
}

function partOf(isOk: boolean): Part {
	return isOk ? 'ok' : 'failing'
}

async function sizeOfLedger({ sql }: Pick<Database, 'sql'>): Promise<number | null> {
	try {
		const [head] = await sql<{ size: number }>('SELECT "size" FROM "LedgerHead"')
		return head?.size ?? null
	} catch {
		return null
	}
}

async function stateOfAntivirus({
	clamdSocket,
}: Pick<Config, 'clamdSocket'>): Promise<'on' | 'off' | 'failing'> {
	if (clamdSocket === null) return 'off'
	return (await isScanning(clamdSocket)) ? 'on' : 'failing'
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
