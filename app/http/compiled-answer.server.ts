import { findReport } from '#app/domain/report/queries.server.ts'
import { sha256Of } from '#app/domain/report/rules.ts'
import type { ReportView } from '#app/domain/report/queries.server.ts'
import { reportName } from '#app/domain/report-kind/rules.ts'
import { withdrawnRecordIds } from '#app/domain/withdrawal/queries.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { drawingRefusal } from './drawing-refusal.server.ts'
import type { Visit } from './guard.server.ts'
import { keptPages } from './kept-pages.ts'
import type { KeptPages } from './kept-pages.ts'
import type { LoadContext } from './load-context.ts'
import { fileHeaders, reportAnswer } from './report-answer.server.ts'
import type { AskedReport } from './report-answer.server.ts'
import { STORED_FILE } from './stored-file.server.ts'

/** Short enough that a report whose finding was withdrawn is gone soon from caches that are not ours. */
const FOR_ALL = 'public, max-age=300, must-revalidate'

/** What has to be known of a published report to hand out its files; never its frozen record, which may be long. */
type Known = Pick<ReportView, 'sealed'> & { readonly fileName: string }

/** Facts of reports that were asked for; they change with a withdrawal and never else. */
const known = new WeakMap<LoadContext['reportWork'], KeptPages<Known>>()
const KNOWN_BYTES = 2 ** 20
const FACT_BYTES = 500

/**
 * A file of a published report. The PDF that its act seals is handed out as it is stored, and drawn again where it is
 * missing; what is drawn is compared with the seal. Of a report that holds a finding which was withdrawn since, and for
 * Word, the file is drawn from what is left.
 */
export async function compiledAnswer(visit: Visit, asked: AskedReport, recordId: string): Promise<Response> {
	const { sealed, fileName } = await knownOf(visit, recordId)
	const sha256 = asked.format === 'pdf' ? sealed?.[asked.locale] : undefined
	if (sha256 === undefined) return drawnAnswer(visit, asked, recordId)
	if (!(await visit.load.reportWork.files.find(sha256))) {
		const bytes = await drawnAgain(visit, { recordId, locale: asked.locale, sha256 })
		if (bytes) return new Response(bytes, { headers: headersOf({ ...asked, fileName }) })
	}
	return new Response(null, {
		headers: { ...headersOf({ ...asked, fileName }), ETag: `"${sha256}"`, [STORED_FILE]: sha256 },
	})
}

function headersOf(file: Parameters<typeof fileHeaders>[0]) {
	return { ...fileHeaders(file), 'Cache-Control': FOR_ALL }
}

async function knownOf({ ctx, load }: Visit, recordId: string): Promise<Known> {
	const facts = known.get(load.reportWork) ?? keptPages<Known>(KNOWN_BYTES)
	known.set(load.reportWork, facts)
	const key = `${recordId} ${String((await withdrawnRecordIds(ctx)).size)}`
	const found = facts.get(key)
	if (found) return found
	const { sealed, planId, asOfOn, model } = await findReport(ctx, recordId)
	const read = { sealed, fileName: `${planId}-${reportName(model)}-${asOfOn}` }
	facts.set(key, read, FACT_BYTES)
	return read
}

async function drawnAnswer(visit: Visit, asked: AskedReport, recordId: string): Promise<Response> {
	const answer = await reportAnswer(visit, asked, async () => {
		const { planId, asOfOn, model, drawnHash } = await findReport(visit.ctx, recordId)
		const input = { model, snapshotId: drawnHash, locale: asked.locale }
		const fileName = `${planId}-${reportName(model)}-${asOfOn}`
		return { drawing: { kind: 'plan-report', input }, fileName }
	})
	answer.headers.set('Cache-Control', FOR_ALL)
	return answer
}

type Missing = { readonly recordId: string; readonly locale: Locale; readonly sha256: string }

/**
 * Draws and stores a sealed file that is missing. Null when it is stored; else the bytes, which are handed out without
 * being stored: the disk did not take them, or they are not those of the seal, and then the log says so.
 */
async function drawnAgain(visit: Visit, { recordId, locale, sha256 }: Missing) {
	const { drawings, files } = visit.load.reportWork
	const { log } = visit.load
	try {
		const bytes = await drawings.inTurn(async () => {
			const { model, drawnHash } = await findReport(visit.ctx, recordId)
			const input = { model, snapshotId: drawnHash, locale }
			return drawings.draw({ drawing: { kind: 'plan-report', input }, format: 'pdf' })
		})
		const isSealed = sha256Of(bytes) === sha256
		if (!isSealed) log.error({ event: 'report-file.differs', recordId, locale })
		const isStored = isSealed && (await isPut(files.put(bytes, sha256), log))
		return isStored ? null : new Uint8Array(bytes)
	} catch (thrown) {
		throw drawingRefusal(visit, thrown, locale) ?? thrown
	}
}

/** A disk that takes no file keeps nobody from reading it. */
function isPut(putting: Promise<void>, log: LoadContext['log']): Promise<boolean> {
	return putting.then(
		() => true,
		(error: unknown) => {
			log.error({ event: 'report-file', err: error })
			return false
		},
	)
}
