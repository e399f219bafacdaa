import type { Actor } from '#app/access/policy.ts'
import type { Database } from '#app/db.server.ts'
import type { Context } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'
import { compileReport } from '#app/domain/report/commands.server.ts'
import { sha256Of, snapshotId } from '#app/domain/report/rules.ts'
import type { LogWitness, ReportModel } from '#app/domain/report/view.ts'
import {
	beginNextJob,
	discardOldJobs,
	failJob,
	finishJob,
	noteDrawing,
	putJobBack,
} from '#app/domain/report-job/commands.server.ts'
import type { WithdrawalList } from '#app/domain/withdrawal/rules.ts'
import type { Drawings } from '#app/drawing/drawings.server.ts'
import { LOCALES } from '#app/i18n/locale.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { Log } from '#app/log.server.ts'
import type { ReportFiles } from '#app/report-files.server.ts'
import type { ReportJob } from '#prisma/generated/client.ts'
import { missingInReport } from '#reports/plan-report/letters.ts'

/** How far the drawing of a report is. */
export type DrawingProgress = { readonly locale: Locale; readonly page: number; readonly pages: number }

/** Compiles reports that were asked for, one after the other, beside the pages. */
export type ReportJobs = {
	/** Looks for jobs that wait: after one was asked for, and at the start for those that a stop has left. */
	readonly wake: () => void
	/** How far a job is that is being drawn; null for every other. */
	readonly progressOf: (id: string) => DrawingProgress | null
	/** Begins no other job; the one under way waits again for the next start. */
	readonly close: () => Promise<void>
}

export type ReportJobsWorld = {
	readonly database: Pick<Database, 'db'>
	readonly withdrawals: WithdrawalList
	readonly drawings: Pick<Drawings, 'draw'>
	readonly files: Pick<ReportFiles, 'put'>
	readonly log: Log
	readonly clock: () => Date
	/** A person with the appointments that hold now: whoever asked may have lost theirs since. */
	readonly actorOf: (personId: string, now: Date) => Promise<Actor>
	readonly witness: () => Promise<LogWitness>
	/** Why whatever was thrown is an answer and no defect; null for all else. */
	readonly refusalIn: (thrown: unknown) => RefusalReason | null
}

/** Opens the jobs; nothing is begun before they are woken. */
export function openReportJobs(world: ReportJobsWorld): ReportJobs {
	const { log } = world
	const progress = new Map<string, DrawingProgress>()
	let working: Promise<void> | null = null
	let isAwaited = false
	let isClosed = false
	const hasEnded = () => isClosed

	async function workOff(): Promise<void> {
		await discardOldJobs(workOf(world))
		for (;;) {
			const job = isClosed ? null : await beginNextJob(workOf(world))
			if (!job) return
			await runJob(world, job, { progress, hasEnded }).finally(() => progress.delete(job.id))
		}
	}

	function wake(): void {
		if (isClosed) return
		if (working) {
			isAwaited = true
			return
		}
		isAwaited = false
		working = workOff()
			.catch((error: unknown) => log.error({ event: 'report-job.queue', err: error }))
			.finally(() => {
				working = null
				// One that was asked for just as the last look was over.
				if (isAwaited) wake()
			})
	}

	return {
		wake,
		progressOf: (id) => progress.get(id) ?? null,
		close: async () => {
			isClosed = true
			await working
		},
	}
}

type Running = { readonly progress: Map<string, DrawingProgress>; readonly hasEnded: () => boolean }

async function runJob(world: ReportJobsWorld, job: ReportJob, running: Running): Promise<void> {
	const { log } = world
	try {
		const { recordId, letters } = await compiled(world, job, running.progress)
		await finishJob(workOf(world), job.id, recordId)
		log.info({ event: 'report-job', id: job.id, recordId })
		if (letters.length > 0) log.warn({ event: 'report.letters', requestId: job.id, recordId, letters })
	} catch (error) {
		if (running.hasEnded()) return putJobBack(workOf(world), job.id)
		const reason = world.refusalIn(error)
		if (!(error instanceof Refusal)) log.error({ event: reason ?? 'defect', requestId: job.id, err: error })
		await failJob(workOf(world), job.id, reason ?? 'drawing_failed')
	}
}

/** Compiles as whoever asked, with the rights they have now; names the letters that no typeface has. */
async function compiled(
	world: ReportJobsWorld,
	job: ReportJob,
	progress: Running['progress'],
): Promise<{ readonly recordId: string; readonly letters: readonly string[] }> {
	const { database, withdrawals, clock, actorOf, witness } = world
	const now = clock()
	const actor = await actorOf(job.requestedById, now)
	const ctx: Context = { db: database.db, actor, now, requestId: job.id, withdrawals }
	const files = new Map<Locale, Uint8Array>()
	let letters: readonly string[] = []
	const asked = { planId: job.actionPlanId, name: job.reportName }
	const { recordId } = await compileReport(ctx, asked, {
		witness: await witness(),
		drawn: async (model) => {
			await noteDrawing(workOf(world), job.id)
			letters = missingInReport(model)
			for (const locale of LOCALES) files.set(locale, await drawnIn(world, model, { locale, job, progress }))
			return { en: hashIn(files, 'en'), id: hashIn(files, 'id') }
		},
	})
	await store(world, { recordId, files })
	return { recordId, letters }
}

type Drawn = { readonly locale: Locale; readonly job: ReportJob; readonly progress: Running['progress'] }

function drawnIn(
	{ drawings }: ReportJobsWorld,
	model: ReportModel,
	{ locale, job, progress }: Drawn,
): Promise<Uint8Array> {
	const input = { model, snapshotId: snapshotId(model), locale }
	return drawings.draw({ drawing: { kind: 'plan-report', input }, format: 'pdf' }, (page, pages) =>
		progress.set(job.id, { locale, page, pages }),
	)
}

function hashIn(files: ReadonlyMap<Locale, Uint8Array>, locale: Locale): string {
	const bytes = files.get(locale)
	if (!bytes) throw new Error(`the report was not drawn in ${locale}`)
	return sha256Of(bytes)
}

type Sealed = { readonly recordId: string; readonly files: ReadonlyMap<Locale, Uint8Array> }

/** Keeps what the act seals. Where the disk has no room the report is published all the same, and drawn when asked for. */
async function store({ database, files, log }: ReportJobsWorld, sealed: Sealed): Promise<void> {
	const row = await database.db.reportSnapshot.findFirst({
		where: { recordId: sealed.recordId },
		orderBy: { version: 'desc' },
		select: { pdfSha256En: true, pdfSha256Id: true },
	})
	const hashes = [row?.pdfSha256En, row?.pdfSha256Id]
	for (const bytes of sealed.files.values()) {
		const sha256 = sha256Of(bytes)
		// The same report may have been there already, drawn from another state of the log.
		if (!hashes.includes(sha256)) continue
		await files.put(bytes, sha256).catch((error: unknown) => log.error({ event: 'report-file', err: error }))
	}
}

function workOf({ database, clock }: ReportJobsWorld) {
	return { db: database.db, now: clock() }
}
