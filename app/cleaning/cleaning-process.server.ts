import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectFolder } from '#app/project-folder.ts'
import { WorkerAnswer } from './worker-answer.ts'

/** What runs TypeScript, found from here and not from the folder that the process works in. */
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

const HEAP_MB = 512
/** Pixels and the document are outside of the heap. */
const MEMORY_BYTES = 1_536 * 2 ** 20
const PAGE_BYTES = 4_096
const LOOK_MS = 250
const LONGEST_ANSWER = 16 * 2 ** 10

export type Work = {
	readonly source: string
	/** An empty folder for what is made. */
	readonly folder: string
	readonly limitMs: number
	/** Ends the work. */
	readonly signal: AbortSignal
}

/**
 * Runs the cleaning of one file in a process of its own: without the site's environment, and with limits of memory
 * and time. A process that dies, or says what it must not, found the file broken.
 */
export async function runCleaning({ source, folder, limitMs, signal }: Work): Promise<WorkerAnswer> {
	const worker = join(projectFolder, 'app', 'cleaning', 'worker.ts')
	const child = spawn(
		process.execPath,
		[`--max-old-space-size=${HEAP_MB}`, '--import', TSX, worker, resolve(source), folder],
		{
			cwd: folder,
			env: { NODE_ENV: 'production', TMPDIR: tmpdir() },
			stdio: ['pipe', 'pipe', 'ignore'],
			timeout: limitMs,
			signal,
			killSignal: 'SIGKILL',
		},
	)
	const watch = setInterval(() => {
		void memoryOf(child).then((bytes) => bytes > MEMORY_BYTES && child.kill('SIGKILL'))
	}, LOOK_MS)
	const line = await lineOf(child)
	clearInterval(watch)
	return answerIn(line)
}

/** What the process said until it ended; nothing where it could not begin. */
function lineOf(child: ChildProcess): Promise<string> {
	return new Promise((said) => {
		let line = ''
		child.stdout?.on('data', (piece: Buffer) => {
			if (line.length < LONGEST_ANSWER) line += piece.toString('utf8')
		})
		child.stdin?.on('error', () => undefined)
		child.once('error', () => said(''))
		child.once('close', () => said(line))
	})
}

function answerIn(line: string): WorkerAnswer {
	try {
		return WorkerAnswer.parse(JSON.parse(line))
	} catch {
		return { refusal: 'BROKEN' }
	}
}

/** Memory of a process where the system tells, else 0. */
async function memoryOf({ pid }: ChildProcess): Promise<number> {
	const text = await readFile(`/proc/${String(pid)}/statm`, 'utf8').catch(() => '')
	return Number(text.split(' ')[1] ?? 0) * PAGE_BYTES
}
