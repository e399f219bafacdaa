import { rmSync, statfsSync, statSync } from 'node:fs'
import { rename, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from './config.server.ts'
import type { Database } from './db.server.ts'
import type { Log } from './log.server.ts'

export type DiskRoom = {
	/** Whether the site only reads, since there is too little room to write safely. */
	readonly isTight: () => boolean
	readonly close: () => void
}

/** Room that is kept for the day when there is none: the embedded database cannot open on a full disk. Unit: bytes. */
const BALLAST_BYTES = 64 * 2 ** 20
/** It is laid down only where so many times its size stays free, and given away below one time. */
const TIMES_FREE = 4
const EVERY_MS = 5_000
/** Writing begins again only with half as much room again: a site must not go to and fro. */
const AGAIN = 1.5

type Place = Pick<Config, 'dataDir' | 'databaseUrl'>

/** Before the database is opened: gives the ballast away where the disk is full. */
export function makeRoom({ dataDir, databaseUrl }: Place, log: Log): void {
	const ballast = join(dataDir, 'ballast')
	if (databaseUrl !== null || freeNow(dataDir) >= BALLAST_BYTES) return
	if (!statSync(ballast, { throwIfNoEntry: false })) return
	rmSync(ballast, { force: true })
	log.error({ event: 'disk.ballast-given-away' })
}

type Watched = {
	readonly config: Pick<Config, 'dataDir' | 'databaseUrl' | 'readOnlyBelowBytes'>
	readonly database: Pick<Database, 'exec'>
	readonly log: Log
}

/**
 * Watches the room on the disk of an embedded database. Where it becomes tight, the database takes no more writing, so
 * that what was confirmed stays whole and the site can be started again; reading goes on. Of a server, the room
 * is a matter of its own machine.
 */
export async function watchRoom({ config, database, log }: Watched): Promise<DiskRoom> {
	if (config.databaseUrl !== null) return { isTight: () => false, close: () => undefined }
	let isTight = false

	async function look(): Promise<void> {
		const free = await freeIn(config.dataDir)
		const isNow = free < config.readOnlyBelowBytes * (isTight ? AGAIN : 1)
		if (isNow !== isTight) {
			await database.exec(`SET default_transaction_read_only = ${isNow ? 'on' : 'off'}`)
			isTight = isNow
			log.error({
				event: isNow ? 'disk.read-only' : 'disk.writing-again',
				freeMegabytes: Math.floor(free / 2 ** 20),
			})
		}
		if (!isTight) await layBallast(config.dataDir, free)
	}

	await look()
	const timer = setInterval(() => {
		look().catch((error: unknown) => log.error({ event: 'disk.unwatched', err: error }))
	}, EVERY_MS)
	timer.unref()
	return { isTight: () => isTight, close: () => clearInterval(timer) }
}

async function layBallast(dataDir: string, free: number): Promise<void> {
	const ballast = join(dataDir, 'ballast')
	if (free < BALLAST_BYTES * (TIMES_FREE + 1) || statSync(ballast, { throwIfNoEntry: false })) return
	// Under its name only when it is whole: half of it would be taken for all of it.
	await writeFile(`${ballast}.part`, Buffer.alloc(BALLAST_BYTES), { mode: 0o600 })
	await rename(`${ballast}.part`, ballast)
}

function freeNow(folder: string): number {
	const { bavail, bsize } = statfsSync(folder)
	return bavail * bsize
}

async function freeIn(folder: string): Promise<number> {
	const { bavail, bsize } = await statfs(folder)
	return bavail * bsize
}
