import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { importCodings } from '#app/domain/coding-import/commands.server.ts'
import { withdrawalList } from '#app/domain/withdrawal/rules.ts'
import { readIrmTable } from '#app/import/irm-table.ts'
import { codingJson, codingLines } from './import-codings-lines.ts'
import type { CodingResult } from './import-codings-lines.ts'
import { OPERATOR, sayFault, withDatabase } from './with-database.ts'

const OPTIONS = {
	'dry-run': { type: 'boolean', default: false },
	json: { type: 'boolean', default: false },
} as const

const now = new Date()
try {
	const result = await asked(process.argv.slice(2))
	const asJson = process.argv.includes('--json')
	const lines = asJson ? [JSON.stringify(codingJson(result), null, '\t')] : codingLines(result)
	process.stdout.write(`${lines.join('\n')}\n`)
	process.exitCode = { usage: 2, problems: 1, done: 0 }[result.kind]
} catch (error) {
	sayFault(error)
}

async function asked(argv: readonly string[]): Promise<CodingResult> {
	const parsed = parsedArguments(argv)
	const file = parsed?.positionals[0]
	if (!parsed || file === undefined || parsed.positionals.length > 1)
		return { kind: 'usage', key: 'import.codings.usage', file: '' }
	const bytes = bytesOf(file)
	if (!bytes) return { kind: 'usage', key: 'import.usage.file', file }
	const read = readIrmTable(bytes)
	if ('problems' in read) return { kind: 'problems', problems: read.problems }
	const dryRun = parsed.values['dry-run']
	return withDatabase(now, async ({ db }) => {
		const withdrawals = withdrawalList([], () => {})
		const ctx = { db, actor: OPERATOR, now, requestId: 'import', withdrawals }
		const outcome = await importCodings(ctx, read.rows, { dryRun })
		return { kind: 'done', outcome, findings: read.findings, dryRun }
	})
}

function parsedArguments(argv: readonly string[]) {
	try {
		return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true })
	} catch {
		return null
	}
}

function bytesOf(file: string): Uint8Array | null {
	try {
		return new Uint8Array(readFileSync(file))
	} catch {
		return null
	}
}
