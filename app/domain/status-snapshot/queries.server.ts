import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { snapshotsOf } from './view.ts'
import type { SnapshotView } from './view.ts'

/** Stored rows that are read at once: five for each of several years of quarters. */
const ROWS_AT_ONCE = 100

/**
 * The stored levels of a member up to a day, the newest first. What was stored today is left to tomorrow's page: public
 * pages change with the log and the day, and storing levels changes neither.
 */
export async function listSnapshots(
	{ db, now }: Pick<Context, 'db' | 'now'>,
	memberId: string,
	day: CalendarDay,
): Promise<readonly SnapshotView[]> {
	const startOfToday = new Date(`${now.toISOString().slice(0, 10)}T00:00:00Z`)
	const rows = await db.statusSnapshot.findMany({
		where: { memberId, asOfOn: { lte: day }, computedAt: { lt: startOfToday } },
		orderBy: [{ asOfOn: 'desc' }, { ledgerSize: 'desc' }, { expectation: 'asc' }],
		take: ROWS_AT_ONCE,
	})
	return snapshotsOf(rows)
}
