import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '#app/build.server.ts'
import { configFrom } from '#app/config.server.ts'
import { lockDataFolder } from '#app/data-lock.server.ts'
import { freePort } from './support/free-port.ts'

// A whole site on an empty data folder, for tests that come from outside:
//   npm run test:seed -- --json
// prints one line of JSON, { baseUrl, accounts: role → [cookie], objects: kind → [{ id, ownerRole }], outbox: folder },
// and serves until it is ended. The folder is removed at the end.
//
// Whoever is to run the whole site is named by SITE_HOST, an address; without it, nobody does.
//
// A journey that waits for a day starts its site that many days in the past (SITE_DAYS_BEHIND); SIGUSR2 ends the wait.

process.env.NODE_ENV = 'production'

const dataDir = mkdtempSync(join(tmpdir(), 'renaksi-site-'))
const port = process.env.PORT ? Number(process.env.PORT) : await freePort()
const config = configFrom({
	NODE_ENV: 'production',
	LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
	DATA_DIR: dataDir,
	DATABASE_URL: process.env.DATABASE_URL,
	TRUSTED_PROXIES: process.env.TRUSTED_PROXIES,
	HOST: '127.0.0.1',
	PORT: String(port),
	BASE_URL: `http://localhost:${port}`,
})
const say = (line: string) => void process.stderr.write(`${line}\n`)

const lock = lockDataFolder(dataDir)
const DAY_MS = 86_400_000
let behindMs = Number(process.env.SITE_DAYS_BEHIND || 0) * DAY_MS
process.on('SIGUSR2', () => (behindMs = 0))
process.on('SIGTERM', () => void end(0))
process.on('SIGINT', () => void end(0))
// Whoever started it and was killed cannot end it: a site nobody asked for any more ends by itself.
const startedBy = process.ppid
setInterval(() => process.ppid === startedBy || void end(0), 2_000).unref()
let close = async (): Promise<void> => {}

try {
	await ensureBuilt(say)
	const { startSite } = await import('#app/start.server.ts')
	const { accountsOf, appointHost, objectsOf } = await import('./support/seeded-site.ts')
	const site = await startSite(config, { clock: () => new Date(Date.now() - behindMs), say })
	close = site.close
	if (process.env.SITE_HOST) await appointHost(site, process.env.SITE_HOST)
	const seeded = {
		baseUrl: config.baseUrl,
		accounts: await accountsOf(site),
		objects: await objectsOf(site.database),
		outbox: join(dataDir, 'outbox'),
	}
	process.stdout.write(`${JSON.stringify(seeded)}\n`)
} catch (error) {
	say(error instanceof Error ? (error.stack ?? error.message) : String(error))
	await end(1)
}

async function end(status: number): Promise<void> {
	await close().catch((error: unknown) => say(String(error)))
	lock.release()
	rmSync(dataDir, { recursive: true, force: true })
	process.exit(status)
}
