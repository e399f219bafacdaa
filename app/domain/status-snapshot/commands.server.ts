import { randomUUID } from 'node:crypto'
import { utcDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import type { MemberStanding } from '#app/domain/member-expectation/view.ts'
import { listAllStandings } from '#app/domain/standing/queries.server.ts'
import { lastQuarterEnd } from '#app/domain/standing/rules.ts'

type Snapshotting = Pick<Context, 'db' | 'now' | 'withdrawals'>

/**
 * Stores the levels of every member for the newest quarter that is over, unless they are stored already: so that a
 * quarter is not lost where the site was down on its first day.
 *
 * Returns  how many levels were stored.
 */
export async function takeSnapshotsDue(ctx: Snapshotting): Promise<number> {
	const day = lastQuarterEnd(utcDay(ctx.now))
	const stored = await ctx.db.statusSnapshot.count({ where: { asOfOn: day } })
	return stored > 0 ? 0 : takeSnapshots(ctx, day)
}

/**
 * Stores the levels of every member as they are computed for a day, with all that each rests on. Nothing stored is ever
 * changed; for the same day and the same number of acts there is one set of levels.
 *
 * Returns  how many levels were stored: none where acts came in while they were computed; the next run stores them.
 */
export async function takeSnapshots(ctx: Snapshotting, day: CalendarDay): Promise<number> {
	const ledgerSize = await sizeOf(ctx)
	const standings = await listAllStandings(ctx, day)
	if ((await sizeOf(ctx)) !== ledgerSize) return 0
	const rows = standings.flatMap(({ standing }) => rowsOf(standing, { day, ledgerSize, computedAt: ctx.now }))
	const { count } = await ctx.db.statusSnapshot.createMany({ data: rows, skipDuplicates: true })
	return count
}

async function sizeOf({ db }: Snapshotting): Promise<number> {
	return (await db.ledgerHead.findFirst())?.size ?? 0
}

type Taken = { readonly day: CalendarDay; readonly ledgerSize: number; readonly computedAt: Date }

function rowsOf(standing: MemberStanding, { day, ledgerSize, computedAt }: Taken) {
	const { memberId, planId } = standing
	return standing.expectations.map(({ code, level, ruleSet, ...inputs }) => ({
		id: randomUUID(),
		memberId,
		asOfOn: day,
		expectation: code,
		level,
		inputs: { ...inputs, planId, ruleSetVersion: ruleSet.version },
		ruleSetId: ruleSet.id,
		ledgerSize,
		computedAt,
	}))
}
