import { randomUUID } from 'node:crypto'
import { dayIn } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { listClosedRounds } from '#app/domain/report-draft/queries.server.ts'
import { isCompiled } from '#app/domain/report-kind/rules.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'
import type { ReportJob } from '#prisma/generated/client.ts'
import { findPlanToCompile } from './queries.server.ts'
import { KEPT_DAYS, MOST_ATTEMPTS, kindOfName, openKeyOf } from './rules.ts'

/**
 * Asks for a report of a plan to be compiled. Asked for once more while it is not there yet, it is the same job. What
 * only the plan's whole record tells, the job finds out.
 *
 * Refuses  with `not_found`, `not_allowed` (a report that is never frozen, too), and with `draft_round_open`.
 * Returns  the id of the job.
 */
export async function askForReport(
	ctx: Context,
	asked: { readonly planId: string; readonly name: string },
): Promise<string> {
	const plan = await findPlanToCompile(ctx, asked.planId)
	const kind = kindOfName(asked.name)
	if (kind === null) throw new Refusal('not_found')
	if (!isCompiled({ kind })) throw new Refusal('not_allowed')
	await listClosedRounds(ctx.db, { ...asked, day: dayIn(plan.member.timeZone, ctx.now) })
	const openKey = openKeyOf(asked)
	const row = {
		id: randomUUID(),
		actionPlanId: plan.id,
		reportName: asked.name,
		openKey,
		requestedById: ctx.actor.personId ?? '',
		requestedAt: ctx.now,
		state: 'WAITING',
	}
	const made = await ctx.db.reportJob.createMany({ data: row, skipDuplicates: true })
	if (made.count === 1) return row.id
	const open = await ctx.db.reportJob.findUnique({ where: { openKey } })
	// It ended in between: then this is the next one.
	return open ? open.id : askForReport(ctx, asked)
}

/** What works on jobs: the database and the clock, and nobody's rights but those of whoever asked. */
export type JobWork = Pick<Context, 'db' | 'now'>

/** The job whose turn it is, begun; null where there is none. One that was begun too often is given up. */
export async function beginNextJob({ db, now }: JobWork): Promise<ReportJob | null> {
	for (;;) {
		const row = await db.reportJob.findFirst({
			where: { openKey: { not: null } },
			orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
		})
		if (!row) return null
		if (row.attempts < MOST_ATTEMPTS) {
			const data = { state: 'READING', attempts: { increment: 1 } }
			return db.reportJob.update({ where: { id: row.id }, data })
		}
		await failJob({ db, now }, row.id, 'drawing_failed')
	}
}

/** The record is read, and the pages are drawn from now on. */
export async function noteDrawing({ db }: JobWork, id: string): Promise<void> {
	await db.reportJob.updateMany({ where: { id, openKey: { not: null } }, data: { state: 'DRAWING' } })
}

/** The report is there. */
export async function finishJob({ db, now }: JobWork, id: string, recordId: string): Promise<void> {
	const data = { state: 'DONE', openKey: null, recordId, endedAt: now }
	await db.reportJob.updateMany({ where: { id }, data })
}

/** There is no report, and why. */
export async function failJob({ db, now }: JobWork, id: string, reason: RefusalReason): Promise<void> {
	const data = { state: 'FAILED', openKey: null, reason, endedAt: now }
	await db.reportJob.updateMany({ where: { id }, data })
}

/** Lets a job wait again that the site could not finish because it was being stopped: that is no attempt of its own. */
export async function putJobBack({ db }: JobWork, id: string): Promise<void> {
	const data = { state: 'WAITING', attempts: { decrement: 1 } }
	await db.reportJob.updateMany({ where: { id, openKey: { not: null } }, data })
}

/** Throws away jobs that ended long ago. Gives how many. */
export async function discardOldJobs({ db, now }: JobWork): Promise<number> {
	const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000)
	return (await db.reportJob.deleteMany({ where: { endedAt: { lt: before } } })).count
}
