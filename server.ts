import { ensurePrepared } from '#app/build.server.ts'
import { ConfigError, readConfig } from '#app/config.server.ts'
import type { Config } from '#app/config.server.ts'
import { lockDataFolder } from '#app/data-lock.server.ts'
import type { DataLock } from '#app/data-lock.server.ts'
import type { Site } from '#app/start.server.ts'

const clock = () => new Date()
const say = (line: string) => void process.stdout.write(`${line}\n`)

const REFUSED = 'Renaksi does not start / Renaksi tidak dijalankan:'

/** Errors whose message is meant for the person at the terminal; of others the stack is shown too. */
const PLAIN = ['ConfigError', 'DataFolderInUse', 'KeyRefused']

await main()

async function main(): Promise<void> {
	let lock: DataLock | null = null
	try {
		const config = readConfig()
		refuseUnsafe(config)
		lock = lockDataFolder(config.dataDir)
		const site = await start(config)
		stopOnSignal(site, lock)
	} catch (error) {
		lock?.release()
		process.stderr.write(`${spoken(error)}\n`)
		process.exitCode = 1
		// A half-opened database or server would keep the process alive.
		setTimeout(() => process.exit(), 200)
	}
}

async function start(config: Config): Promise<Site> {
	if (!config.isProduction) await ensurePrepared(say)
	// What needs the generated database client is loaded only now, when it is there.
	const { startSite } = await import('#app/start.server.ts')
	const { linesForVisitors } = await import('#app/http/start-lines.server.ts')
	const site = await startSite(config, { clock, say })
	for (const line of await linesForVisitors(config, site)) say(line)
	return site
}

/** A site that others reach is reached over https: cookies and forms would be readable on the way otherwise. */
function refuseUnsafe({ isProduction, baseUrl }: Config): void {
	const { protocol, hostname } = new URL(baseUrl)
	if (!isProduction || protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)) return
	throw new ConfigError(
		`BASE_URL: ${baseUrl} is not https; only a site on this machine may do without.\nBASE_URL: ${baseUrl} bukan https; hanya situs di mesin ini yang boleh tanpa https.`,
	)
}

function stopOnSignal(site: Site, lock: DataLock): void {
	let isStopping = false
	const stop = () => {
		if (isStopping) return
		isStopping = true
		say('Stopping … / Menghentikan …')
		site
			.close()
			.catch((error: unknown) => {
				process.stderr.write(`${spoken(error)}\n`)
				process.exitCode = 1
			})
			.finally(() => {
				lock.release()
				process.exit()
			})
	}
	process.on('SIGTERM', stop)
	process.on('SIGINT', stop)
}

function spoken(error: unknown): string {
	if (!(error instanceof Error)) return String(error)
	if (PLAIN.includes(error.name)) return `${REFUSED}\n${error.message}`
	if ('code' in error && error.code === 'EADDRINUSE') {
		return 'Renaksi does not start: the port is taken; choose another with PORT.\nRenaksi tidak dijalankan: porta sudah dipakai; pilih yang lain dengan PORT.'
	}
	// The machine's own refusals, a full disk or a database that does not answer, are told without the inside.
	if ('code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code)) {
		return `${REFUSED}\n${error.message || error.code}`
	}
	return error.stack ?? error.message
}
