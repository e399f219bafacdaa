import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { SITE } from '#app/build.server.ts'
import manifest from '../../../package.json' with { type: 'json' }
import type { Order, Said } from './inject.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const START_PATIENCE_MS = 60_000

/** What `npm start` tells the process of itself. */
const FLAGS = manifest.scripts.start.match(/--[\w-]+=\w+/g) ?? []

export type SiteProcess = {
	readonly pid: number
	readonly port: number
	/** From its first instruction to the line that says where it is. Unit: milliseconds. */
	readonly startedMs: number
	/** What it printed so far. */
	readonly said: readonly string[]
	readonly hasEnded: () => boolean
	/** Gone, whoever ended it. */
	readonly ended: Promise<void>
	/** Ends it as a power switch would. */
	readonly kill: () => Promise<void>
	/** The same without waiting: for the end of the process that started it. */
	readonly abandon: () => void
	/** Tells the part that makes the disk fail what to do, and gives what it says. */
	readonly order: (order: Order) => Promise<Said>
}

export type SitePlace = {
	readonly dataDir: string
	readonly port: number
	/** Whether the disk can be made to fail. */
	readonly canFail?: boolean
	/** A server of its own; the embedded database where none is given. */
	readonly databaseUrl?: string
	/** Below so many free megabytes the site only reads; 0: it writes until the disk is full. */
	readonly readOnlyBelowMb?: number
}

/** Thrown where a site does not start: what it said instead. */
export class NotStarted extends Error {
	override readonly name = 'NotStarted'
}

/** What broke inside a site, in its own words: the last few, each once. */
export function defectsOf({ said }: Pick<SiteProcess, 'said'>): readonly string[] {
	const words = said.flatMap((line) => {
		if (!line.startsWith('{')) return []
		const { event, msg, requestId }: { event?: string; msg?: string; requestId?: string } = JSON.parse(
			line,
		) as object
		return event === 'defect' ? [`${requestId ?? ''} ${msg ?? ''}`.replace(/\s+/g, ' ').slice(0, 300)] : []
	})
	return words.slice(-3).map((line) => `the site's log: ${line}`)
}

/** Starts the server as `npm start` does, and waits until it says where it is. */
export async function startProcess({
	dataDir,
	port,
	canFail = false,
	databaseUrl = '',
	readOnlyBelowMb = 200,
}: SitePlace): Promise<SiteProcess> {
	const begun = performance.now()
	const inject = canFail ? ['--import', 'tsx', '--import', join(import.meta.dirname, 'inject.ts')] : []
	const child = spawn(process.execPath, [...FLAGS, ...inject, SITE], {
		cwd: root,
		stdio: ['ignore', 'pipe', 'pipe', ...(canFail ? (['ipc'] as const) : [])],
		env: {
			...process.env,
			NODE_ENV: 'production',
			DATA_DIR: dataDir,
			PORT: String(port),
			HOST: '127.0.0.1',
			BASE_URL: `http://localhost:${String(port)}`,
			DATABASE_URL: databaseUrl,
			READ_ONLY_BELOW_MB: String(readOnlyBelowMb),
			LOG_LEVEL: 'error',
			...(canFail ? { FAILING_FOLDER: dataDir, FAILING_NOTES: `${dataDir}.notes` } : {}),
		},
	})
	const said: string[] = []
	const ended = once(child, 'close').then(() => undefined)
	const isThere = heard(child, said)
	const patience = AbortSignal.timeout(START_PATIENCE_MS)
	const inVain = new Promise<false>((resolve) => patience.addEventListener('abort', () => resolve(false)))
	const hasStarted = await Promise.race([isThere, ended.then(() => false), inVain])
	const hasEnded = () => child.exitCode !== null || child.signalCode !== null
	if (!hasStarted) {
		child.kill('SIGKILL')
		await ended
		throw new NotStarted(said.slice(-12).join('\n') || 'it said nothing')
	}
	return {
		pid: child.pid ?? 0,
		port,
		startedMs: performance.now() - begun,
		said,
		hasEnded,
		ended,
		kill: async () => {
			if (!hasEnded()) child.kill('SIGKILL')
			await ended
		},
		abandon: () => void child.kill('SIGKILL'),
		order: (order) => ordered(child, order, ended),
	}
}

async function heard(child: ChildProcess, said: string[]): Promise<boolean> {
	const { stdout, stderr } = child
	if (!stdout || !stderr) return false
	createInterface({ input: stderr }).on('line', (line) => said.push(line))
	return new Promise((resolve) => {
		createInterface({ input: stdout }).on('line', (line) => {
			said.push(line)
			// The address comes first, with one sign-in link in a line for each person after it.
			if (line.startsWith('Renaksi: ')) setTimeout(() => resolve(true), 0)
		})
	})
}

/** An order is done when the process says so; a process that ends meanwhile says nothing. */
async function ordered(child: ChildProcess, order: Order, ended: Promise<void>): Promise<Said> {
	const listening = new AbortController()
	const said = once(child, 'message', { signal: listening.signal }).then(([message]) => message as Said)
	child.send(order, () => undefined)
	try {
		return await Promise.race([said, ended.then((): Said => ({ steps: [], fired: [] }))])
	} finally {
		listening.abort()
	}
}
