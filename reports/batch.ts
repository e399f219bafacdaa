import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReportModel } from '#app/domain/report/view.ts'
import { LOCALES } from '#app/i18n/locale.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { renderReport } from './plan-report/render.ts'

/** One report of a batch: what its files are called, and how its frozen model is read. */
export type BatchReport = {
	/** Plan and report; the files add the day, the language and the ending. */
	readonly name: string
	/** Null where the plan gives no such report: that is no failure. */
	readonly read: () => Promise<{ readonly model: ReportModel; readonly snapshotId: string } | null>
}

/** Is told after each report: how many are done, of how many, and which it was. */
export type BatchProgress = (done: number, all: number, name: string) => void

export type Batch = {
	readonly reports: readonly BatchReport[]
	/** A folder that is there. */
	readonly out: string
	readonly progress: BatchProgress
}

/** What became of a batch. */
export type Written = {
	readonly files: readonly string[]
	/** Reports that their plans do not give. */
	readonly missing: readonly string[]
	readonly failures: readonly { readonly name: string; readonly why: string }[]
	/** The disk has no room: what comes after was not tried. */
	readonly isFull: boolean
}

type Noted = {
	readonly files: string[]
	readonly missing: string[]
	readonly failures: { readonly name: string; readonly why: string }[]
}

/** Writes every report in both languages, each file whole or not at all. One that fails does not stop the others. */
export async function writeBatch({ reports, out, progress }: Batch): Promise<Written> {
	const written: Noted = { files: [], missing: [], failures: [] }
	for (const [at, { name, read }] of reports.entries()) {
		try {
			const found = await read()
			if (!found) written.missing.push(name)
			else {
				const path = join(out, `${name}-${found.model.asOfOn}`)
				for (const locale of LOCALES) written.files.push(await writeOne({ ...found, locale }, path))
			}
		} catch (error) {
			written.failures.push({ name, why: error instanceof Error ? error.message : String(error) })
			if (isFullIn(error)) return { ...written, isFull: true }
		}
		progress(at + 1, reports.length, name)
	}
	return { ...written, isFull: false }
}

type Drawn = { readonly model: ReportModel; readonly snapshotId: string; readonly locale: Locale }

async function writeOne(input: Drawn, path: string): Promise<string> {
	const file = `${path}.${input.locale}.pdf`
	await writeWhole(file, await renderReport(input))
	return file
}

/** Writes a file beside its place, waits until the disk has it, and puts it there: nobody ever finds half of it. */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
	const part = `${file}.part`
	try {
		const target = await open(part, 'w')
		try {
			await target.writeFile(bytes)
			await target.sync()
		} finally {
			await target.close()
		}
		await rename(part, file)
	} finally {
		await rm(part, { force: true })
	}
}

function isFullIn(error: unknown): boolean {
	return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
}

const BAR = 30

/** Progress as a bar that is drawn over itself, where a person watches; else a line for each report. */
export function batchProgress(stream: NodeJS.WriteStream | NodeJS.WritableStream): BatchProgress {
	const isWatched = 'isTTY' in stream && stream.isTTY
	return (done, all, name) => {
		if (!isWatched) return void stream.write(`${String(done)}/${String(all)} ${name}\n`)
		const full = Math.round((done / all) * BAR)
		const bar = '█'.repeat(full) + '░'.repeat(BAR - full)
		stream.write(`\r\u001b[2K${bar} ${String(done)}/${String(all)} ${name}${done === all ? '\n' : ''}`)
	}
}
