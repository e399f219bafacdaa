import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { startDatabase } from '#prisma/start-database.ts'
import type { Config } from './config.server.ts'
import type { Database } from './db.server.ts'
import { openSources, serverBuildFrom } from './http/dev-sources.server.ts'
import { doorkeeperOf } from './http/doors.server.ts'
import { openFreshness } from './http/freshness.server.ts'
import { openHealth } from './http/health.server.ts'
import { isOwnHost } from './http/host.ts'
import { listenOn } from './http/listen.server.ts'
import { withPageCache } from './http/page-cache.server.ts'
import { remixAnswers } from './http/remix.server.ts'
import { openAccounts } from './http/session.server.ts'
import type { Accounts } from './http/session.server.ts'
import { siteApp } from './http/site-app.server.ts'
import { openKeys } from './keys.server.ts'
import { openLog } from './log.server.ts'
import { openMail } from './mail.server.ts'

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

const root = join(import.meta.dirname, '..')

/** Opens everything and answers requests. The data folder is locked, and what is served is built, before. */
export async function startSite(config: Config, { clock, say }: Surroundings): Promise<Site> {
	const log = openLog(config.logLevel)
	const keys = openKeys(config.dataDir)
	const [database, served] = await Promise.all([
		startDatabase(config, { now: clock(), say }),
		config.isProduction ? builtPages() : openSources(root),
	])
	const mail = openMail(config)
	const accounts = openAccounts({
		db: database.db,
		baseUrl: config.baseUrl,
		secret: keys.authSecret,
		mail,
		log,
	})
	const app = siteApp({
		config,
		log,
		health: openHealth(database, config.dataDir),
		stopwatch: () => performance.now(),
		folders: served.folders,
		sources: served.sources,
		answer: remixAnswers({ ...served, load: { database, config, log, accounts }, clock }),
	})
	const listener = await listenOn(config, await inFront(app, { config, database, clock, served }))

	return {
		port: listener.port,
		database,
		accounts,
		close: async () => {
			await listener.drain()
			await served.close()
			await accounts.close()
			mail.close()
			await database.close()
		},
	}
}

type Served = Awaited<ReturnType<typeof builtPages>> | Awaited<ReturnType<typeof openSources>>

async function inFront(
	app: ReturnType<typeof siteApp>,
	{
		config,
		database,
		clock,
		served,
	}: { config: Config; database: Database; clock: () => Date; served: Served },
) {
	if (served.buildId === null) return app
	const doorkeeper = await served.doorkeeper()
	const { buildId } = served
	const siteHost = new URL(config.baseUrl).host
	return withPageCache(
		{
			isPublic: (pathname) => {
				const entrance = doorkeeper(pathname)
				return entrance.isPublic && !entrance.hasScripts
			},
			isOwnHost: (host) => isOwnHost(host, siteHost),
			freshness: openFreshness({ database, buildId, clock }),
			buildId,
		},
		app,
	)
}

/** The pages as they were built: fixed until the next start. */
async function builtPages() {
	const file = pathToFileURL(join(root, 'build', 'server', 'index.js')).href
	const build = serverBuildFrom(await import(file))
	const doorkeeper = doorkeeperOf(build)
	return {
		build,
		isProduction: true,
		doorkeeper: () => Promise.resolve(doorkeeper),
		buildId: readFileSync(join(root, 'build', 'inputs.sha256'), 'utf8').trim(),
		folders: { client: join(root, 'build', 'client'), public: join(root, 'public') },
		sources: null,
		close: () => Promise.resolve(),
	}
}
