import { join } from 'node:path'
import type { Database } from '#app/db.server.ts'
import type { Recorded } from '#app/domain/integrity/queries.server.ts'
import { openLogFolder } from '#app/ledger/log-folder.server.ts'
import type { LogFolder } from '#app/ledger/log-folder.server.ts'
import { logRows } from '#app/ledger/log-rows.server.ts'
import { publishedAs, startLog } from '#app/ledger/log-start.server.ts'

/** The log as it was signed, and what it keeps on the disk. */
export type ReadLog = { readonly log: Recorded['log']; readonly kept: LogFolder }

/** Takes up the log of a data folder as a server does, but without signing, and without putting anything right. */
export async function readLog(
	{ sql }: Pick<Database, 'sql'>,
	own: { readonly dataDir: string; readonly origin: string; readonly key: string },
): Promise<ReadLog> {
	const kept = await openLogFolder(join(own.dataDir, 'log'))
	const folder = { ...kept, writeCheckpoint: nothing, writeLeaves: nothing }
	const { tree, published, fault, signer } = await startLog({ ...own, rows: logRows(sql), folder })
	const signed = published ?? publishedAs('', null)
	const log = {
		vkey: signer.vkey,
		published: () => signed,
		leafHashAt: (index: number) => (index < signed.size ? tree.hashAt(0, index) : null),
		rootAt: (size: number) => (size <= signed.size ? tree.rootAt(size) : null),
		fault: () => fault,
	}
	return { log, kept }
}

function nothing(): Promise<void> {
	return Promise.resolve()
}
