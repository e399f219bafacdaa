import { text } from 'node:stream/consumers'
import { readSnapshot } from '#app/domain/report/schema.ts'
import { snapshotId } from '#app/domain/report/rules.ts'
import { isLocale } from '#app/i18n/locale.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import { drawDocument } from './pdf/document.ts'
import { lettersSentence } from './plan-report/letters.ts'
import { reportDocument } from './plan-report/render.ts'

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
	const document = reportDocument({ model, snapshotId: snapshotId(model), locale })
	const letters = lettersSentence(document)
	if (letters !== null) process.stderr.write(`${letters}\n`)
	process.stdout.write(await drawDocument(document.blocks, document.frame))
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
