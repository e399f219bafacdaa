import PgBoss from 'pg-boss'
import type { Database } from '#app/db.server.ts'
import type { Log } from '#app/log.server.ts'

/** What runs by the clock: its name, when (cron, UTC), and what it does. */
export type Job = { readonly name: string; readonly at: string; readonly run: () => Promise<unknown> }

export type Jobs = { readonly close: () => Promise<void> }

/** How often the queue is looked at; the jobs run hourly at most. Unit: seconds. */
const POLLING_S = 60

/**
 * Runs jobs by the clock. The queue lies in the database, so that of several processes on one database only one runs
 * a job. A job that fails is tried again at its next time, and the log says why.
 */
export async function openJobs(database: Database, log: Log, jobs: readonly Job[]): Promise<Jobs> {
	const boss = new PgBoss({
		db: { executeSql: (text, values) => rowsOf(database, text, values) },
		maintenanceIntervalSeconds: 3_600,
		clockMonitorIntervalSeconds: 600,
		cronMonitorIntervalSeconds: 45,
		cronWorkerIntervalSeconds: 45,
	})
	boss.on('error', (error) => log.error({ event: 'job.queue', err: error }))
	await boss.start()
	for (const { name, at, run } of jobs) {
		await boss.createQueue(name)
		await boss.work(name, { pollingIntervalSeconds: POLLING_S }, () => logged(log, name, run))
		await boss.schedule(name, at)
	}
	return { close: () => boss.stop({ graceful: true, wait: true, timeout: 5_000 }) }
}

/** The queue sends scripts of several statements without values, and single statements with them. */
async function rowsOf(
	database: Database,
	text: string,
	values: readonly unknown[] = [],
): Promise<{ rows: unknown[] }> {
	if (values.length > 0 || !text.includes(';')) return { rows: await database.sql(text, values) }
	await database.exec(text)
	return { rows: [] }
}

async function logged(log: Log, name: string, run: () => Promise<unknown>): Promise<void> {
	try {
		log.info({ event: 'job', name, result: await run() })
	} catch (error) {
		log.error({ event: 'job.failed', name, err: error })
		throw error
	}
}
