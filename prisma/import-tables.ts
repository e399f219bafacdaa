import type { Database } from '#app/db.server.ts'
import { importCodings } from '#app/domain/coding-import/commands.server.ts'
import { readMemberNames } from '#app/domain/member-name/queries.server.ts'
import { importProcess } from '#app/domain/process-finding/commands.server.ts'
import { withdrawalList } from '#app/domain/withdrawal/rules.ts'
import { readIrmTable } from '#app/import/irm-table.ts'
import { readProcessTable } from '#app/import/process-table.ts'
import type { TableArguments } from './import-arguments.ts'
import { codingJson, codingLines } from './import-codings-lines.ts'
import type { CodingResult } from './import-codings-lines.ts'
import { differs, processJson, processLines } from './import-process-lines.ts'
import type { ProcessResult } from './import-process-lines.ts'
import { OPERATOR } from './with-database.ts'

/** What is said at the terminal, for people and for programs, and how the process ends. */
export type Said = {
	readonly lines: readonly string[]
	readonly json: object
	readonly exitCode: number
}

type Open = <Result>(run: (database: Database) => Promise<Result>) => Promise<Result>

/** Imports a table of OGP that holds many members. The database is opened only when the whole file could be read. */
export async function importTable(asked: TableArguments, now: Date, open: Open): Promise<Said> {
	if (asked.table === 'PROCESS') {
		const result = await processResult(asked, now, open)
		const exitCode = result.kind === 'problems' || differs(result) ? 1 : 0
		return { lines: processLines(result), json: processJson(result), exitCode }
	}
	const result = await codingResult(asked, now, open)
	return {
		lines: codingLines(result),
		json: codingJson(result),
		exitCode: result.kind === 'problems' ? 1 : 0,
	}
}

async function codingResult({ bytes, dryRun }: TableArguments, now: Date, open: Open): Promise<CodingResult> {
	const read = readIrmTable(bytes, readMemberNames())
	if ('problems' in read) return { kind: 'problems', problems: read.problems }
	return open(async (database) => {
		const outcome = await importCodings(contextOf(database, now), read.rows, { dryRun })
		return { kind: 'done', outcome, findings: read.findings, dryRun }
	})
}

async function processResult(
	{ bytes, dryRun }: TableArguments,
	now: Date,
	open: Open,
): Promise<ProcessResult> {
	const read = readProcessTable(bytes, readMemberNames())
	if ('problems' in read) return { kind: 'problems', problems: read.problems }
	return open(async (database) => {
		const report = await importProcess(contextOf(database, now), read.rows, { dryRun })
		return { kind: 'done', report, dryRun }
	})
}

function contextOf({ db }: Database, now: Date) {
	return { db, actor: OPERATOR, now, requestId: 'import', withdrawals: withdrawalList([], () => {}) }
}
