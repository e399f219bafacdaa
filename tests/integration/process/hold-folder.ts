import { lockDataFolder } from '#app/data-lock.server.ts'

// Takes the folder named in the first argument and holds it until it is ended.
try {
	const lock = lockDataFolder(process.argv[2] ?? '')
	process.on('SIGTERM', () => {
		lock.release()
		process.exit(0)
	})
	process.stdout.write('taken\n')
	setInterval(() => {}, 60_000)
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
	process.exit(1)
}
