import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { PUBLIC_ACTOR } from '#app/access/policy.ts'
import { readConfig } from '#app/config.server.ts'
import type { Config } from '#app/config.server.ts'
import { lockDataFolder } from '#app/data-lock.server.ts'
import { listPlans } from '#app/domain/action-plan/queries.server.ts'
import { isCalendarDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { snapshotId, snapshotText } from '#app/domain/report/rules.ts'
import { findReportOn, findReportToday } from '#app/domain/report/queries.server.ts'
import type { AskedReport } from '#app/domain/report/queries.server.ts'
import { readSnapshot } from '#app/domain/report/schema.ts'
import type { ReportModel } from '#app/domain/report/view.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import type { Say } from '#app/i18n/translate.ts'
import { openWithdrawals } from '#app/withdrawals.server.ts'
import { startDatabase } from '#prisma/start-database.ts'
import { batchProgress, writeBatch } from './batch.ts'
import { drawDocument } from './pdf/document.ts'
import { missingLetters } from './pdf/letters.ts'
import { lettersSentence } from './plan-report/letters.ts'
import { reportDocument } from './plan-report/render.ts'

/** What the person at the terminal asked for cannot be done; the message says why and what to do. */
class Unfit extends Error {
	override readonly name = 'Unfit'
}

const PLAIN = ['Unfit', 'ConfigError', 'DataFolderInUse']
const now = new Date()

try {
	await main()
} catch (error) {
	if (!(error instanceof Error) || !PLAIN.includes(error.name)) throw error
	process.stderr.write(`${error.message}\n`)
	process.exitCode = 2
}

async function main(): Promise<void> {
	const asked = readArguments()
	if (asked.isForAll) return writeAll(asked)
	const { planId, name, lang, out, snapshot, save, asJson } = asked
	const say = sayIn(lang)
	if (out === undefined || (planId === undefined && snapshot === undefined))
		throw new Unfit(say('report.usage'))
	const model =
		snapshot === undefined ? await modelOf({ planId: planId ?? '', name }, say) : modelIn(snapshot, say)
	const id = snapshotId(model)
	const document = reportDocument({ model, snapshotId: id, locale: lang })
	const bytes = await drawDocument(document.blocks, document.frame)
	writeFileSync(out, bytes)
	const letters = lettersSentence(document)
	if (letters !== null) process.stderr.write(`${letters}\n`)
	if (save !== undefined) writeFileSync(save, snapshotText(model))
	const result = {
		planId: model.record.plan.id,
		snapshotId: id,
		asOfOn: model.asOfOn,
		lang,
		out,
		fileBytes: bytes.length,
		missingLetters: missingLetters(document),
	}
	process.stdout.write(`${asJson ? JSON.stringify(result) : say('report.written', { out, id })}\n`)
}

function readArguments() {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			lang: { type: 'string', default: 'en' },
			out: { type: 'string' },
			report: { type: 'string' },
			snapshot: { type: 'string' },
			'save-snapshot': { type: 'string' },
			json: { type: 'boolean', default: false },
			all: { type: 'boolean', default: false },
			'as-of': { type: 'string' },
		},
	})
	if (!isLocale(values.lang)) throw new Unfit(sayIn('en')('report.usage'))
	const { lang, out, report: name, snapshot, json, all: isForAll, 'save-snapshot': save } = values
	const day = values['as-of']
	if (day !== undefined && !(isForAll && isCalendarDay(day))) throw new Unfit(sayIn(lang)('report.all.usage'))
	return { planId: positionals[0], name, lang, out, snapshot, save, asJson: json, isForAll, day }
}

type Asked = ReturnType<typeof readArguments>

/** The reports of all plans in both languages: as the record stands, or those that were compiled until a day. */
async function writeAll({
	name = 'progress-report',
	lang,
	out = 'reports-out',
	day,
	asJson,
}: Asked): Promise<void> {
	const say = sayIn(lang)
	mkdirSync(out, { recursive: true })
	const written = await withRecord(async (ctx, { baseUrl: site }) => {
		const plans = await listPlans(ctx)
		return writeBatch({
			out,
			progress: batchProgress(process.stderr),
			reports: plans.map(({ id: planId }) => ({
				name: `${planId}-${name}`,
				read: async () => {
					if (day !== undefined) return compiledOn(ctx, { planId, name }, day)
					const model = await unlessMissing(findReportToday(ctx, { planId, name }, { site }))
					return model && { model, snapshotId: snapshotId(model) }
				},
			})),
		})
	})
	const { files, missing, failures, isFull } = written
	const count = (number: number) => ({ count: number, number: String(number) })
	const lines = [
		say('report.all.written', { ...count(files.length), out }),
		...(missing.length > 0 ? [say('report.all.missing', count(missing.length))] : []),
		...failures.map((failure) => say('report.all.failed', failure)),
		...(isFull ? [say('report.all.full')] : []),
	]
	process.stdout.write(asJson ? `${JSON.stringify({ out, ...written })}\n` : `${lines.join('\n')}\n`)
	if (failures.length > 0) process.exitCode = 1
}

async function compiledOn(ctx: Context, asked: AskedReport, day: CalendarDay) {
	const report = await findReportOn(ctx, asked, day)
	return report && { model: report.model, snapshotId: report.drawnHash }
}

/** Null where a plan gives no such report. */
function unlessMissing(reading: Promise<ReportModel>): Promise<ReportModel | null> {
	return reading.catch((error: unknown) => {
		if (error instanceof Refusal && error.reason === 'not_found') return null
		throw error
	})
}

function modelIn(file: string, say: Say): ReportModel {
	const read = readSnapshot(jsonIn(file, say))
	if ('model' in read) return read.model
	throw new Unfit(say('report.file.malformed', { place: read.wrongAt || say('report.file.top') }))
}

function jsonIn(file: string, say: Say): unknown {
	try {
		return JSON.parse(readFileSync(file, 'utf8'))
	} catch {
		throw new Unfit(say('report.file.unreadable'))
	}
}

async function modelOf({ planId, name }: AskedReport, say: Say): Promise<ReportModel> {
	try {
		return await withRecord((ctx, { baseUrl: site }) => findReportToday(ctx, { planId, name }, { site }))
	} catch (error) {
		throw error instanceof Refusal ? new Unfit(say('report.no-plan', { planId })) : error
	}
}

/** A server that runs on the same folder keeps it locked; it gives the same reports under `/files/plans/…`. */
async function withRecord<Found>(work: (ctx: Context, config: Config) => Promise<Found>): Promise<Found> {
	const config = readConfig()
	const lock = config.databaseUrl === null ? lockDataFolder(config.dataDir) : null
	try {
		const database = await startDatabase(config, {
			now,
			say: (line) => void process.stderr.write(`${line}\n`),
		})
		try {
			const withdrawals = openWithdrawals(config.dataDir)
			const ctx = { db: database.db, actor: PUBLIC_ACTOR, now, requestId: 'report', withdrawals }
			return await work(ctx, config)
		} finally {
			await database.close()
		}
	} finally {
		lock?.release()
	}
}
