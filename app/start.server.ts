import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { BackupAsked } from '#prisma/archive/manifest.ts'
import { writeArchive } from '#prisma/archive/write-archive.ts'
import { startDatabase } from '#prisma/start-database.ts'
import type { Config } from './config.server.ts'
import { openControl } from './control.server.ts'
import type { Control } from './control.server.ts'
import type { Database } from './db.server.ts'
import { openSources, serverBuildFrom } from './http/dev-sources.server.ts'
import { doorkeeperOf } from './http/doors.server.ts'
import { addressBlock, addressOf } from './http/client-address.server.ts'
import { openFreshness } from './http/freshness.server.ts'
import { openHealth } from './http/health.server.ts'
import { isOwnHost } from './http/host.ts'
import { listenOn } from './http/listen.server.ts'
import { withPageCache } from './http/page-cache.server.ts'
import { pageStyles } from './http/page-styles.server.ts'
import { remixAnswers } from './http/remix.server.ts'
import { openAccounts } from './http/session.server.ts'
import type { Accounts } from './http/session.server.ts'
import { siteApp } from './http/site-app.server.ts'
import { openUploads } from './http/uploads.server.ts'
import { openIntegrity } from './integrity.server.ts'
import { beginSiteJobs } from './jobs/site-jobs.server.ts'
import { openCalls } from './calls.server.ts'
import { openKeys } from './keys.server.ts'
import { openPublicLog } from './ledger/public-log.server.ts'
import type { PublicLog } from './ledger/public-log.server.ts'
import { openLog } from './log.server.ts'
import type { Log } from './log.server.ts'
import { openMail } from './mail.server.ts'
import { FsckAsked } from './domain/integrity/schema.ts'
import { makeRoom, watchRoom } from './disk-room.server.ts'
import { openFiles } from './files.server.ts'
import { openReportWork } from './report-work.server.ts'
import { openMetrics } from './metrics.server.ts'
import { projectFolder } from './project-folder.ts'
import { startWithdrawals } from './withdrawals.server.ts'

export type Site = {
	readonly port: number
	readonly database: Database
	readonly accounts: Accounts
	/** Takes nothing new, finishes what is in progress, and closes the database. */
	readonly close: () => Promise<void>
}

export type Surroundings = {
	readonly clock: () => Date
	/** Tells the person at the terminal what takes time. */
	readonly say: (line: string) => void
}

/** Opens everything and answers requests. The data folder is locked, and what is served is built, before. */
export async function startSite(config: Config, surroundings: Surroundings): Promise<Site> {
	const { clock } = surroundings
	const [load, served] = await Promise.all([
		openWorld(config, surroundings),
		config.isProduction ? builtPages() : openSources(projectFolder),
	])
	const { database, accounts, integrity, log, reportWork } = load
	const uploads = await openUploads({ ...load, clock })
	const stopwatch = () => performance.now()
	const metrics = openMetrics({ ...load, stopwatch })
	const app = siteApp({
		config,
		log,
		health: openHealth(database, config.dataDir, load),
		metrics,
		stopwatch,
		...served,
		answer: remixAnswers({ ...served, load, clock }),
		uploads,
	})
	const front = await inFront(app, { ...load, clock, served })
	const listener = await listenOn(config, metrics ? metrics.counting(front) : front)
	const control = await openControlOf({ ...load, clock })
	integrity.begin()
	const jobs = beginSiteJobs({ ...load, clock })
	reportWork.begin()

	return {
		port: listener.port,
		database,
		accounts,
		close: async () => {
			await Promise.all([listener.drain(), control.close(), jobs.close(), reportWork.close()])
			uploads.close()
			await served.close()
			await closeWorld(load)
		},
	}
}

async function closeWorld(load: World): Promise<void> {
	load.integrity.close()
	load.room.close()
	await load.accounts.close()
	load.mail.close()
	await load.database.close()
}

type World = Awaited<ReturnType<typeof openWorld>>

/** What every request is answered from: the database, the log, the files, accounts, and who watches over them. */
async function openWorld(config: Config, { clock, say }: Surroundings) {
	const log = openLog(config.logLevel)
	const keys = openKeys(config.dataDir)
	makeRoom(config, log)
	const database = await startDatabase(config, { now: clock(), say })
	const files = await openFiles(config)
	const withdrawals = await startWithdrawals(config, { db: database.db, files, log })
	const publicLog = await openLogOf(config, { database, key: keys.ledgerKey, log })
	const mail = openMail(config)
	const { baseUrl } = config
	const accounts = openAccounts({ db: database.db, baseUrl, secret: keys.authSecret, mail, log })
	const calls = openCalls(keys)
	const known = { config, log, database, files, withdrawals, publicLog, calls }
	const reportWork = await openReportWork({ ...known, accounts, clock })
	const room = await watchRoom(known)
	return { ...known, room, mail, accounts, reportWork, integrity: openIntegrity({ ...known, clock }) }
}

/** The public log, and what whoever runs the site has to know of it before anybody asks. */
async function openLogOf(
	config: Config,
	{ database, key, log }: { readonly database: Database; readonly key: string; readonly log: Log },
): Promise<PublicLog> {
	const { logOrigin: configured, dataDir } = config
	const folder = join(dataDir, 'log')
	const publicLog = await openPublicLog({ sql: database.sql, folder, origin: configured, key })
	const { origin } = publicLog
	if (origin !== configured) log.warn({ event: 'public-log.keeps-its-origin', origin, configured })
	const fault = publicLog.fault()
	if (fault) log.error({ event: 'public-log.signs-no-more', fault })
	return publicLog
}

/** What other commands of this machine may ask of the server, since an embedded database has one process only. */
function openControlOf({ config, database, integrity, log, clock }: ControlWorld): Promise<Control> {
	const commands = {
		fsck: (asked: unknown) => integrity.check(FsckAsked.parse(asked).witnesses),
		backup: (asked: unknown) =>
			writeArchive({ config, database, now: clock() }, BackupAsked.parse(asked).out),
	}
	return openControl(config.dataDir, commands, log)
}

type ControlWorld = World & { readonly clock: () => Date }

type Served = Awaited<ReturnType<typeof builtPages>> | Awaited<ReturnType<typeof openSources>>

type Front = World & {
	readonly clock: () => Date
	readonly served: Served
}

async function inFront(app: ReturnType<typeof siteApp>, front: Front) {
	const { config, database, clock, served, withdrawals, integrity } = front
	if (served.buildId === null) return app
	const doorkeeper = await served.doorkeeper()
	const { buildId } = served
	const siteHost = new URL(config.baseUrl).host
	return withPageCache(
		{
			isKept: (pathname) => doorkeeper(pathname).isKept,
			isOwnHost: (host) => isOwnHost(host, siteHost),
			freshness: openFreshness({
				database,
				buildId,
				clock,
				withdrawn: () => withdrawals.withdrawn().size,
				findings: integrity.findings,
			}),
			buildId,
			styles: pageStyles(served.folders.client),
			blockOf: (req) => addressBlock(addressOf(req, config.trustedProxies)),
		},
		app,
	)
}

/** The pages as they were built: fixed until the next start. */
async function builtPages() {
	const file = pathToFileURL(join(projectFolder, 'build', 'server', 'index.js')).href
	const build = serverBuildFrom(await import(file))
	const doorkeeper = doorkeeperOf(build)
	return {
		build,
		doorkeeper: () => Promise.resolve(doorkeeper),
		buildId: readFileSync(join(projectFolder, 'build', 'inputs.sha256'), 'utf8').trim(),
		folders: { client: join(projectFolder, 'build', 'client'), public: join(projectFolder, 'public') },
		sources: null,
		close: () => Promise.resolve(),
	}
}
