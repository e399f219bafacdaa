import { ensureBuilt } from './build.server.ts'

// The first step of `npm start`: the process itself is among what is built.

try {
	await ensureBuilt((line) => void process.stdout.write(`${line}\n`))
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
	process.exitCode = 1
}
