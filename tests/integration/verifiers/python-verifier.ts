import { execFileSync, spawn } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'

const root = join(import.meta.dirname, '../../..')

export type Files = Readonly<Record<string, string | Uint8Array>>
export type Said = { status: number | null; said: string }
export type PythonVerifier = {
	/** Runs the program as a person does; files are written beside it under the names given. */
	readonly run: (args: readonly string[], files?: Files) => Promise<Said>
	/** The same check in a process that stays: what was given on the command line, as the program reads it. */
	readonly ask: (given: Readonly<Record<string, string>>, files?: Files) => Promise<string>
	/** Runs a few lines of Python that import the program. */
	readonly drive: (lines: string, input: unknown) => Promise<Said>
	readonly close: () => void
}

/** The program in the document, taken out of it with the very command that the document gives. */
export function pythonVerifier(): PythonVerifier {
	const folder = mkdtempSync(join(tmpdir(), 'renaksi-verify-'))
	const [command] = /^awk .+$/m.exec(readFileSync(join(root, 'docs/verify.md'), 'utf8')) ?? ['']
	execFileSync('sh', ['-c', command.replace(/verify\.py$/, join(folder, 'verify.py'))], { cwd: root })
	const lay = (files: Files): void => {
		for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
	}
	let standing: ReturnType<typeof standingProcess> | null = null
	return {
		run: (args, files = {}) => {
			lay(files)
			return finished(spawn('python3', ['verify.py', ...args], { cwd: folder }), '')
		},
		ask: (given, files = {}) => {
			lay({ ...files, 'standing.py': STANDING })
			standing ??= standingProcess(folder)
			return standing.ask(given)
		},
		drive: (lines, input) => {
			lay({ 'driver.py': lines })
			return finished(spawn('python3', ['driver.py'], { cwd: folder }), JSON.stringify(input))
		},
		close: () => {
			standing?.end()
			rmSync(folder, { recursive: true, force: true })
		},
	}
}

function finished(child: ChildProcessByStdio<Writable, Readable, Readable>, input: string): Promise<Said> {
	return new Promise((resolve, reject) => {
		let said = ''
		for (const stream of [child.stdout, child.stderr])
			stream.setEncoding('utf8').on('data', (part: string) => (said += part))
		child.once('error', reject)
		child.once('close', (status) => resolve({ status, said }))
		child.stdin.end(input)
	})
}

const STANDING = `
import argparse, json, sys, verify
options = dict(record=None, receipt=None, proof=None, url=None)
for line in sys.stdin:
    try: said = 'In order: ' + verify.run(argparse.Namespace(**{**options, **json.loads(line)}))
    except verify.Wrong as wrong: said = f'NOT in order: {wrong}'
    print(json.dumps(said), flush=True)
`

function standingProcess(folder: string) {
	const child = spawn('python3', ['standing.py'], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] })
	const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
	return {
		ask: async (given: Readonly<Record<string, string>>): Promise<string> => {
			child.stdin.write(`${JSON.stringify(given)}\n`)
			const line = await lines.next()
			if (line.done === true) throw new Error('the program broke off')
			return String(JSON.parse(line.value))
		},
		end: () => child.stdin.end(),
	}
}
