import { text } from 'node:stream/consumers'
import { readSnapshot } from '#app/domain/report/schema.ts'
import { snapshotId } from '#app/domain/report/rules.ts'
import { isLocale } from '#app/i18n/locale.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import { renderReport } from './plan-report/render.ts'

/** Reads a snapshot from standard input, writes the PDF to standard output: `cli.ts --lang en|id < snapshot.json`. */
async function main(): Promise<number> {
	const locale = localeFrom(process.argv)
	const say = sayIn(locale)
	const read = readJson(await text(process.stdin))
	if (read === undefined) return refuse(say('report.file.unreadable'))
	const snapshot = readSnapshot(read)
	if (!('model' in snapshot)) {
		return refuse(say('report.file.malformed', { place: snapshot.wrongAt || say('report.file.top') }))
	}
	const { model } = snapshot
	process.stdout.write(await renderReport({ model, snapshotId: snapshotId(model), locale }))
	return 0
}

function localeFrom(args: readonly string[]): Locale {
	const given = args[args.indexOf('--lang') + 1]
	return args.includes('--lang') && isLocale(given) ? given : 'en'
}

function readJson(input: string): unknown {
	try {
		return JSON.parse(input)
	} catch {
		return undefined
	}
}

function refuse(sentence: string): number {
	process.stderr.write(`${sentence}\n`)
	return 2
}

process.exitCode = await main()
