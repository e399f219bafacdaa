import { PUBLIC_ACTOR } from '#app/access/policy.ts'
import type { Calls } from '#app/calls.server.ts'
import type { Config } from '#app/config.server.ts'
import type { Database } from '#app/db.server.ts'
import { keepLists } from '#app/domain/commitment-list/commands.server.ts'
import type { Context } from '#app/domain/context.ts'
import { takeSnapshotsDue } from '#app/domain/status-snapshot/commands.server.ts'
import type { WithdrawalList } from '#app/domain/withdrawal/rules.ts'
import type { PublicLog } from '#app/ledger/public-log.server.ts'
import type { Log } from '#app/log.server.ts'
import type { Mail } from '#app/mail.server.ts'
import { sendCheckpointLetters } from './checkpoint-letters.server.ts'
import { sendCsoLetters } from './cso-letters.server.ts'
import { sendFindingLetters } from './finding-letters.server.ts'
import { openJobs } from './jobs.server.ts'
import type { Job, Jobs } from './jobs.server.ts'
import { sendDraftLetters } from './report-draft-letters.server.ts'
import { sendSubscriptionLetters } from './subscription-letters.server.ts'
import { sendDigests, sendReminders } from './reminders.server.ts'
import { callWebhooks } from './webhook-calls.server.ts'

export type SiteJobsWorld = {
	readonly config: Pick<Config, 'baseUrl'>
	readonly database: Database
	readonly publicLog: PublicLog
	readonly mail: Mail
	readonly calls: Calls
	readonly withdrawals: WithdrawalList
	readonly log: Log
	readonly clock: () => Date
}

/** Begins the jobs of a running site without keeping its first readers waiting; a queue that fails stops no page. */
export function beginSiteJobs(world: SiteJobsWorld): Jobs {
	const { database, log } = world
	// What was imported while no site ran is listed before its first reader comes.
	const listed = keepLists(asAnyone(world)).catch((error: unknown) => {
		log.error({ event: 'job.commitment-lists', err: error })
	})
	const begun = openJobs(database, log, jobsOf(world)).catch((error: unknown) => {
		log.error({ event: 'job.queue', err: error })
		return null
	})
	return { close: async () => void (await Promise.all([listed, begun.then((jobs) => jobs?.close())])) }
}

function jobsOf(world: SiteJobsWorld): readonly Job[] {
	const { config, database, publicLog, mail, calls, log, withdrawals, clock } = world
	const reminders = () => ({
		ctx: { db: database.db, now: clock(), withdrawals },
		mail,
		log,
		baseUrl: config.baseUrl,
	})
	return [
		// In the morning of Indonesia's three zones.
		{ name: 'reminders', at: '30 23 * * *', run: () => sendReminders(reminders()) },
		{ name: 'cso-letters', at: '*/5 * * * *', run: () => sendCsoLetters(reminders()) },
		{ name: 'finding-letters', at: '*/10 * * * *', run: () => sendFindingLetters(reminders()) },
		{ name: 'subscription-letters', at: '*/10 * * * *', run: () => sendSubscriptionLetters(reminders()) },
		{
			name: 'webhook-calls',
			at: '* * * * *',
			run: () => callWebhooks({ ctx: reminders().ctx, calls, baseUrl: config.baseUrl }),
		},
		{ name: 'report-draft-letters', at: '*/10 * * * *', run: () => sendDraftLetters(reminders()) },
		{ name: 'weekly-digest', at: '0 0 * * 1', run: () => sendDigests(reminders()) },
		// Levels of a quarter that is over, as soon as nobody publishes for as long as they are computed.
		{ name: 'level-snapshots', at: '20 * * * *', run: () => takeSnapshotsDue(reminders().ctx) },
		// After a large import, so that its first reader does not wait for all of it.
		{ name: 'commitment-lists', at: '*/5 * * * *', run: () => keepLists(asAnyone(world)) },
		{
			name: 'checkpoint-letters',
			at: '0 5 * * *',
			run: () =>
				sendCheckpointLetters({
					ctx: { db: database.db, now: clock() },
					publicLog,
					mail,
					baseUrl: config.baseUrl,
				}),
		},
	]
}

/** The world as anybody sees it. */
function asAnyone({ database, withdrawals, clock }: SiteJobsWorld): Context {
	return { db: database.db, actor: PUBLIC_ACTOR, now: clock(), requestId: 'jobs', withdrawals }
}
