import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { beginNextJob, askForReport, discardOldJobs } from '#app/domain/report-job/commands.server.ts'
import { findReportJob } from '#app/domain/report-job/queries.server.ts'
import { sha256Of } from '#app/domain/report/rules.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { refusalIn } from '#app/http/storage-fault.ts'
import { openReportJobs } from '#app/jobs/report-jobs.server.ts'
import type { ReportJobsWorld } from '#app/jobs/report-jobs.server.ts'
import { openLog } from '#app/log.server.ts'
import { storeReportRules } from '#tests/factories/local-rules.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import { MORNING, anActor, as, storePlan } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const ASKED = { planId: 'plan', name: 'progress-report' }

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
	await storeReportRules(database)
	await publishClaim(database)
})
afterEach(() => database.close())

const stored = new Map<string, Uint8Array>()

function jobsOf(over: Partial<ReportJobsWorld> = {}) {
	stored.clear()
	return openReportJobs({
		database,
		withdrawals: as(database, 'poc').withdrawals,
		drawings: { draw: ({ drawing }) => Promise.resolve(Buffer.from(JSON.stringify(drawing))) },
		files: { put: (bytes, sha256) => Promise.resolve(void stored.set(sha256, bytes)) },
		log: openLog('silent'),
		clock: () => MORNING,
		actorOf: () => Promise.resolve(anActor('poc')),
		witness: () => Promise.resolve({}),
		refusalIn,
		...over,
	})
}

const ended = (id: string) => expect.poll(async () => (await findReportJob(as(database, 'poc'), id)).state)

describe('asking', () => {
	test('twice is one job; another report, and one asked for after the end, is another', async () => {
		const first = await askForReport(as(database, 'poc'), ASKED)
		expect(await askForReport(as(database, 'secretariat'), ASKED)).toBe(first)
		const later = as(database, 'poc', new Date(MORNING.getTime() + 1_000))
		const other = await askForReport(later, { ...ASKED, name: 'checkpoint-report-b06' })
		expect(await findReportJob(later, other)).toMatchObject({ state: 'WAITING', before: 1, reason: null })
		const jobs = jobsOf()
		jobs.wake()
		await ended(other).toBe('DONE')
		expect(await askForReport(as(database, 'poc'), ASKED)).not.toBe(first)
		await jobs.close()
	})

	test.each([
		['monitor', 'progress-report', 'not_allowed'],
		['officer', 'progress-report', 'not_allowed'],
		['poc', 'shadow-report-cso', 'not_allowed'],
		['poc', 'no-such-report', 'not_found'],
	] as const)('%s asks for %s: %s', async (who, name, reason) => {
		await expect(askForReport(as(database, who), { ...ASKED, name })).rejects.toMatchObject({ reason })
		expect(await database.db.reportJob.count()).toBe(0)
	})

	test('nobody but those who compile sees how it stands', async () => {
		const id = await askForReport(as(database, 'poc'), ASKED)
		await expect(findReportJob(as(database, 'monitor'), id)).rejects.toMatchObject({ reason: 'not_allowed' })
		await expect(findReportJob(as(database, 'poc'), 'nothing')).rejects.toMatchObject({ reason: 'not_found' })
	})
})

describe('working', () => {
	test('the report is published with the hashes of the very files, which are stored', async () => {
		const id = await askForReport(as(database, 'poc'), ASKED)
		const jobs = jobsOf()
		jobs.wake()
		await ended(id).toBe('DONE')
		await jobs.close()
		const row = await database.db.reportSnapshot.findFirstOrThrow()
		const { recordId } = await findReportJob(as(database, 'poc'), id)
		expect(recordId).toBe(row.recordId)
		expect([...stored.keys()]).toEqual([row.pdfSha256En, row.pdfSha256Id])
		for (const [sha256, bytes] of stored) expect(sha256Of(bytes)).toBe(sha256)
	})

	test('letters that no typeface has are named in the log, with the number of the report', async () => {
		await database.db.member.update({ where: { id: 'example' }, data: { nameEn: 'Example \u13a0' } })
		const id = await askForReport(as(database, 'poc'), ASKED)
		const log = openLog('silent')
		const warned = vi.spyOn(log, 'warn')
		const jobs = jobsOf({ log })
		jobs.wake()
		await ended(id).toBe('DONE')
		await jobs.close()
		const { recordId } = await findReportJob(as(database, 'poc'), id)
		expect(warned.mock.calls).toEqual([
			[{ event: 'report.letters', requestId: id, recordId, letters: ['U+13A0'] }],
		])
	})

	test('how far the drawing is can be asked while it lasts', async () => {
		const id = await askForReport(as(database, 'poc'), ASKED)
		let end = () => {}
		const held = new Promise<void>((resolve) => (end = resolve))
		const jobs = jobsOf({
			drawings: {
				draw: async (_asked, progress) => {
					progress?.(8, 20)
					await held
					return Buffer.from('file')
				},
			},
		})
		jobs.wake()
		await ended(id).toBe('DRAWING')
		expect(jobs.progressOf(id)).toEqual({ locale: 'en', page: 8, pages: 20 })
		end()
		await ended(id).toBe('DONE')
		expect(jobs.progressOf(id)).toBeNull()
		await jobs.close()
	})

	test('a stop lets the job wait, and the next start finishes it; two starts make one report', async () => {
		const id = await askForReport(as(database, 'poc'), ASKED)
		let give = (_error: Error) => {}
		const stopped = jobsOf({
			drawings: { draw: () => new Promise((_resolve, reject) => (give = reject)) },
		})
		stopped.wake()
		await ended(id).toBe('DRAWING')
		const closing = stopped.close()
		give(new Refusal('drawing_busy'))
		await closing
		expect((await findReportJob(as(database, 'poc'), id)).state).toBe('WAITING')
		const next = jobsOf()
		next.wake()
		await ended(id).toBe('DONE')
		await next.close()
		expect(await database.db.reportSnapshot.count()).toBe(1)
	})

	test('a process that was killed leaves the job begun: it is begun again, three times at most', async () => {
		const id = await askForReport(as(database, 'poc'), ASKED)
		const work = { db: database.db, now: MORNING }
		for (const attempts of [1, 2, 3]) expect(await beginNextJob(work)).toMatchObject({ id, attempts })
		expect(await beginNextJob(work)).toBeNull()
		expect(await findReportJob(as(database, 'poc'), id)).toMatchObject({
			state: 'FAILED',
			reason: 'drawing_failed',
		})
	})

	test.each([
		['lost the appointment meanwhile', { actorOf: () => Promise.resolve(anActor('monitor')) }, 'not_allowed'],
		[
			'asked for what cannot be drawn',
			{ drawings: { draw: () => Promise.reject(new Refusal('drawing_failed')) } },
			'drawing_failed',
		],
		[
			'asks while the disk is full',
			{ drawings: { draw: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) } },
			'storage_full',
		],
	] as const)('whoever %s reads why there is no report', async (_what, over, reason) => {
		const id = await askForReport(as(database, 'poc'), ASKED)
		const jobs = jobsOf(over)
		jobs.wake()
		await ended(id).toBe('FAILED')
		await jobs.close()
		expect((await findReportJob(as(database, 'poc'), id)).reason).toBe(reason)
		expect(await database.db.reportSnapshot.count()).toBe(0)
	})

	test('a job that ended is kept for a month', async () => {
		const id = await askForReport(as(database, 'poc'), ASKED)
		const jobs = jobsOf()
		jobs.wake()
		await ended(id).toBe('DONE')
		await jobs.close()
		const after = (days: number) => new Date(MORNING.getTime() + days * 86_400_000)
		expect(await discardOldJobs({ db: database.db, now: after(29) })).toBe(0)
		expect(await discardOldJobs({ db: database.db, now: after(31) })).toBe(1)
	})
})
