import {
	closeSync,
	existsSync,
	fsyncSync,
	ftruncateSync,
	mkdirSync,
	openSync,
	readFileSync,
	writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.server.ts'
import type { Database } from './db.server.ts'
import { reapplyWithdrawals } from './domain/withdrawal/commands.server.ts'
import { markIn, markLine, withdrawalList } from './domain/withdrawal/rules.ts'
import type { WithdrawalList, WithdrawalMark } from './domain/withdrawal/rules.ts'
import type { FileStore } from './files.server.ts'
import { KeyRefused } from './keys.server.ts'
import type { Log } from './log.server.ts'

/**
 * The list of withdrawals of this deployment, `keys/withdrawals` in the data folder: beside the keys, so that no
 * backup of the database replaces it. Lines are added and never changed.
 *
 * Throws  KeyRefused where a line cannot be read: what it hides would be shown.
 */
export function openWithdrawals(dataDir: string): WithdrawalList {
	const folder = join(dataDir, 'keys')
	mkdirSync(folder, { recursive: true, mode: 0o700 })
	const file = join(folder, 'withdrawals')
	return withdrawalList(existsSync(file) ? marksIn(file) : [], (mark) => addLine({ folder, file }, mark))
}

/** What the start of a site needs to bring a restored database and the list together. */
type Starting = {
	readonly db: Database['db']
	readonly files: Pick<FileStore, 'remove'>
	readonly log: Log
}

/**
 * Opens the list and applies it to the database, before anyone is answered: what a restored backup has forgotten is
 * hidden, and what was physically removed is removed again.
 */
export async function startWithdrawals(
	{ dataDir }: Pick<Config, 'dataDir'>,
	{ db, files, log }: Starting,
): Promise<WithdrawalList> {
	const withdrawals = openWithdrawals(dataDir)
	const { forgotten, removed, files: unnamed } = await reapplyWithdrawals({ db, withdrawals })
	for (const sha256 of unnamed) await files.remove(sha256)
	if (forgotten + removed > 0) log.warn({ event: 'withdrawals.applied-again', forgotten, removed })
	return withdrawals
}

function marksIn(file: string): readonly WithdrawalMark[] {
	const text = readFileSync(file, 'utf8')
	// A line without its end was never on the disk as a whole, so nothing was built on it.
	const whole = text.slice(0, text.lastIndexOf('\n') + 1)
	return whole
		.split('\n')
		.slice(0, -1)
		.map((line, position) => markIn(line) ?? unreadable(file, position + 1))
}

/** Adds a line behind the last whole one, and returns when the disk has it. */
function addLine({ folder, file }: { folder: string; file: string }, mark: WithdrawalMark): void {
	const isNew = !existsSync(file)
	const handle = openSync(file, isNew ? 'wx' : 'r+', 0o600)
	const end = isNew ? 0 : readFileSync(file).lastIndexOf('\n') + 1
	try {
		ftruncateSync(handle, end)
		const line = Buffer.from(markLine(mark), 'utf8')
		if (writeSync(handle, line, 0, line.length, end) !== line.length) throw new Error('the disk is full')
		fsyncSync(handle)
	} catch (error) {
		ftruncateSync(handle, end)
		throw error
	} finally {
		closeSync(handle)
	}
	if (isNew) keepName(folder)
}

/** The name of a new file is on the disk once its folder is. */
function keepName(folder: string): void {
	const handle = openSync(folder, 'r')
	try {
		fsyncSync(handle)
	} finally {
		closeSync(handle)
	}
}

function unreadable(file: string, line: number): never {
	throw new KeyRefused(
		`The list ${file} cannot be read at line ${String(line)}; put back the file as it was, or findings that were withdrawn would be shown.\n` +
			`Daftar ${file} tidak dapat dibaca pada baris ${String(line)}; kembalikan berkas itu seperti semula, karena temuan yang sudah ditarik akan terlihat lagi.`,
	)
}
