import type { Config } from './config.server.ts'
import type { Database } from './db.server.ts'
import type { Context } from './domain/context.ts'
import { listHiddenFiles } from './domain/report/queries.server.ts'
import type { WithdrawalList } from './domain/withdrawal/rules.ts'
import { openDrawings } from './drawing/drawings.server.ts'
import type { Drawings } from './drawing/drawings.server.ts'
import { witnessOf } from './http/log-answer.server.ts'
import type { Accounts } from './http/session.server.ts'
import { refusalIn } from './http/storage-fault.ts'
import { openReportJobs } from './jobs/report-jobs.server.ts'
import type { ReportJobs } from './jobs/report-jobs.server.ts'
import type { PublicLog } from './ledger/public-log.server.ts'
import type { Log } from './log.server.ts'
import { openReportFiles } from './report-files.server.ts'
import type { ReportFiles } from './report-files.server.ts'

/** What a running site makes of its record on paper: drawing it, keeping published files, and compiling. */
export type ReportWork = {
	readonly drawings: Drawings
	readonly files: ReportFiles
	readonly jobs: Pick<ReportJobs, 'wake' | 'progressOf'>
	/** Takes away stored files that hold a finding which was withdrawn since. Never throws: the start does it again. */
	readonly hideWithdrawn: (ctx: Pick<Context, 'db' | 'withdrawals'>) => Promise<void>
	/** Goes on with what the last stop has left. */
	readonly begin: () => void
	readonly close: () => Promise<void>
}

export type ReportWorkWorld = {
	readonly config: Config
	readonly database: Database
	readonly withdrawals: WithdrawalList
	readonly publicLog: PublicLog
	readonly accounts: Pick<Accounts, 'actorOf'>
	readonly log: Log
	readonly clock: () => Date
}

/** Opens it. The data folder is locked, so nobody else writes there. */
export async function openReportWork(world: ReportWorkWorld): Promise<ReportWork> {
	const { config, log, accounts } = world
	const files = await openReportFiles(config)
	await files.removePartial()
	const drawings = openDrawings(log)
	const { actorOf } = accounts
	const witness = () => witnessOf(world, 'report-job')
	const jobs = openReportJobs({ ...world, files, drawings, actorOf, witness, refusalIn })

	async function hideWithdrawn(ctx: Pick<Context, 'db' | 'withdrawals'>): Promise<void> {
		try {
			for (const sha256 of await listHiddenFiles(ctx)) await files.remove(sha256)
		} catch (error) {
			log.error({ event: 'report-file', err: error })
		}
	}
	await hideWithdrawn({ db: world.database.db, withdrawals: world.withdrawals })

	return {
		drawings,
		files,
		jobs,
		hideWithdrawn,
		begin: jobs.wake,
		close: async () => {
			// What is being drawn is given up first, so that its job waits for the next start and not this stop for it.
			const closing = jobs.close()
			await drawings.close()
			await closing
		},
	}
}
