import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type ThrowawayServer = {
	readonly url: string
	/** A folder the server may write into. */
	readonly folder: string
	readonly stop: () => void
}

/** A PostgreSQL server of its own, from Debian's package, in a folder that goes with it. */
export function startServer(port: number): ThrowawayServer {
	const bin = newestBinaries()
	const place = mkdtempSync(join(tmpdir(), 'renaksi-bench-postgresql-'))
	const isRoot = process.getuid?.() === 0
	if (isRoot) {
		chmodSync(place, 0o777)
		execFileSync('chown', ['postgres', place])
	}
	// PostgreSQL refuses to run as root.
	const run = (program: string, args: readonly string[]) =>
		isRoot
			? execFileSync('runuser', ['-u', 'postgres', '--', join(bin, program), ...args], {
					cwd: place,
					stdio: 'ignore',
				})
			: execFileSync(join(bin, program), args, { cwd: place, stdio: 'ignore' })
	const data = join(place, 'data')
	run('initdb', ['-D', data, '-U', 'bench', '--auth=trust', '--encoding=UTF8', '--locale=C'])
	const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${place}`
	run('pg_ctl', ['-D', data, '-w', '-l', join(place, 'log'), '-o', options, 'start'])
	return {
		folder: place,
		url: `postgresql://bench@127.0.0.1:${port}`,
		stop: () => {
			run('pg_ctl', ['-D', data, '-w', '-m', 'immediate', 'stop'])
			rmSync(place, { recursive: true, force: true })
		},
	}
}

function newestBinaries(): string {
	const root = '/usr/lib/postgresql'
	const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : []
	if (!versions[0]) throw new Error('PostgreSQL is not installed here: apt-get install postgresql')
	return join(root, versions[0], 'bin')
}
