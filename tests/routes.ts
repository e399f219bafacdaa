import { ensureBuilt } from '#app/build.server.ts'
import { routeLines } from './support/route-lines.ts'

// Every address of the built site × method × door:
//   npm run routes -- --json

process.env.NODE_ENV = 'production'

await ensureBuilt((line) => void process.stderr.write(`${line}\n`))
const lines = await routeLines()
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(lines)}\n`)
else
	for (const { method, path, door } of lines)
		process.stdout.write(`${method.padEnd(5)} ${path.padEnd(60)} ${String(door)}\n`)
