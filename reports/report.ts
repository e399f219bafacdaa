import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { PUBLIC_ACTOR } from '#app/access/policy.ts'
import { readConfig } from '#app/config.server.ts'
import { lockDataFolder } from '#app/data-lock.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { snapshotId, snapshotText } from '#app/domain/report/rules.ts'
import { findReportToday } from '#app/domain/report/queries.server.ts'
import type { AskedReport } from '#app/domain/report/queries.server.ts'
import { readSnapshot } from '#app/domain/report/schema.ts'
import type { ReportModel } from '#app/domain/report/view.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import type { Say } from '#app/i18n/translate.ts'
import { openWithdrawals } from '#app/withdrawals.server.ts'
import { startDatabase } from '#prisma/start-database.ts'
import { renderReport } from './plan-report/render.ts'

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
	const { planId, name, lang, out, snapshot, save, asJson } = readArguments()
	const say = sayIn(lang)
	if (out === undefined || (planId === undefined && snapshot === undefined))
		throw new Unfit(say('report.usage'))
	const model =
		snapshot === undefined ? await modelOf({ planId: planId ?? '', name }, say) : modelIn(snapshot, say)
	const id = snapshotId(model)
	const bytes = await renderReport({ model, snapshotId: id, locale: lang })
	writeFileSync(out, bytes)
	if (save !== undefined) writeFileSync(save, snapshotText(model))
	const result = {
		planId: model.record.plan.id,
		snapshotId: id,
		asOfOn: model.asOfOn,
		lang,
		out,
		fileBytes: bytes.length,
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
		},
	})
	if (!isLocale(values.lang)) throw new Unfit(sayIn('en')('report.usage'))
	const { lang, out, report: name, snapshot, json, 'save-snapshot': save } = values
	return { planId: positionals[0], name, lang, out, snapshot, save, asJson: json }
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

/** A server that runs on the same folder keeps it locked; it gives the same report under `/files/plans/…`. */
async function modelOf({ planId, name }: AskedReport, say: Say): Promise<ReportModel> {
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
			return await findReportToday(ctx, { planId, name }, {})
		} finally {
			await database.close()
		}
	} catch (error) {
		throw error instanceof Refusal ? new Unfit(say('report.no-plan', { planId })) : error
	} finally {
		lock?.release()
	}
}
