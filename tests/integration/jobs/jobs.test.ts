import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Database } from '#app/db.server.ts'
import { openJobs } from '#app/jobs/jobs.server.ts'
import { openLog } from '#app/log.server.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
})
afterEach(() => database.close())

test('jobs are kept in the database by name and time, once, however often the site starts', async () => {
	const run = vi.fn(() => Promise.resolve('done'))
	const job = { name: 'daily-check', at: '30 3 * * *', run }
	for (const _start of [1, 2]) {
		const jobs = await openJobs(database, openLog('silent'), [job])
		await jobs.close()
	}
	const kept = await database.sql<{ name: string; cron: string }>(
		'SELECT "name", "cron" FROM pgboss.schedule',
	)
	expect(kept).toEqual([{ name: 'daily-check', cron: '30 3 * * *' }])
	expect(run).not.toHaveBeenCalled()
})

test('a job that became due while the site was down runs at the next start', async () => {
	const run = vi.fn(() => Promise.resolve('done'))
	const job = { name: 'hourly-sweep', at: '0 * * * *', run }
	const before = await openJobs(database, openLog('silent'), [job])
	await before.close()
	await database.sql(`INSERT INTO pgboss.job ("name") VALUES ('hourly-sweep')`)
	const jobs = await openJobs(database, openLog('silent'), [job])
	await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(1), { timeout: 10_000, interval: 100 })
	expect(await database.db.member.count()).toBe(0)
	await jobs.close()
})
