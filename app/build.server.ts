import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { projectFolder } from './project-folder.ts'

/** What the built application is made from; tests, documents and benchmarks do not enter it. */
const INPUTS = [
	'app',
	'reports',
	'public',
	'server.ts',
	'prisma/schema.prisma',
	'prisma/migrations',
	'prisma/apply-migrations.ts',
	'prisma/archive',
	'prisma/build-template.ts',
	'prisma/packed-databases.ts',
	'prisma/seed',
	'prisma/seed.ts',
	'prisma/start-database.ts',
	'docs/import-mappings',
	'package-lock.json',
	'remix.config.js',
	'vite.config.ts',
	'tsconfig.json',
]
/** What the sources themselves need to run, in development too. */
const PREPARED = ['build/empty-database.tar.gz', 'build/first-database.tar.gz', 'prisma/generated/client.ts']
/** The process that `npm start` runs, in one file: a thousand small ones take seconds to load. */
export const SITE = 'build/site/server.js'
const PRODUCTS = ['build/server/index.js', 'build/client', SITE, ...PREPARED]
const RECORD = 'build/inputs.sha256'

/** Whether a file is among what the build is made from. */
export function isInput(file: string): boolean {
	return INPUTS.some((input) => file === input || file.startsWith(`${input}/`))
}

/** Fingerprint of everything the build is made from; it names the build in entity tags. */
export function inputsHash(): string {
	const hash = createHash('sha256')
	for (const file of INPUTS.flatMap((input) => filesIn(join(projectFolder, input))).sort()) {
		hash
			.update(`${relative(projectFolder, file)}\0`)
			.update(readFileSync(file))
			.update('\0')
	}
	return hash.digest('hex')
}

/** Whether what is built is there and was made from the files that are here now. */
export function isBuilt(): boolean {
	if (!PRODUCTS.every((product) => existsSync(join(projectFolder, product)))) return false
	const record = join(projectFolder, RECORD)
	return existsSync(record) && readFileSync(record, 'utf8').trim() === inputsHash()
}

/** Builds the application where it is missing or older than its sources. Throws when a step fails. */
export async function ensureBuilt(say: (line: string) => void): Promise<void> {
	if (isBuilt()) return
	say(
		'Building the application (once; about half a minute) … / Membangun aplikasi (sekali; sekitar setengah menit) …',
	)
	await run('npm', ['run', '--silent', 'build'], say)
	recordBuild()
}

/** Prepares what the sources need where it is missing: the database client and the empty database. */
export async function ensurePrepared(say: (line: string) => void): Promise<void> {
	if (PREPARED.every((product) => existsSync(join(projectFolder, product)))) return
	say('Preparing the database … / Menyiapkan basis data …')
	await run('npm', ['run', '--silent', 'generate'], say)
	await run('npx', ['tsx', 'prisma/build-template.ts'], say)
}

/** Writes down what the build was made from; the last step of a build. */
export function recordBuild(): void {
	writeFileSync(join(projectFolder, RECORD), `${inputsHash()}\n`)
}

function filesIn(path: string): readonly string[] {
	if (!existsSync(path)) return []
	if (!statSync(path).isDirectory()) return [path]
	return readdirSync(path).flatMap((name) => filesIn(join(path, name)))
}

async function run(command: string, args: readonly string[], say: (line: string) => void): Promise<void> {
	const child = spawn(command, args, {
		cwd: projectFolder,
		stdio: ['ignore', 'pipe', 'pipe'],
		shell: process.platform === 'win32',
	})
	const output: Buffer[] = []
	child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
	child.stderr.on('data', (chunk: Buffer) => output.push(chunk))
	const status = await new Promise<number | null>((resolve, reject) => {
		child.once('error', reject)
		child.once('close', resolve)
	})
	if (status === 0) return
	say(Buffer.concat(output).toString('utf8').slice(-4_000))
	throw new Error(`${command} ${args.join(' ')} ended with status ${status ?? 'unknown'}`)
}
