import type { Context, Transaction } from '#app/domain/context.ts'
import { processFindingView } from './view.ts'
import type { ProcessFindingView, StoredProcess } from './view.ts'

/** What the process database says of a plan; null where it does not speak of it. */
export async function findProcessFinding(
	ctx: Context,
	actionPlanId: string,
): Promise<ProcessFindingView | null> {
	const row = await ctx.db.processFinding.findFirst({ where: { actionPlanId }, orderBy: { source: 'asc' } })
	return row && processFindingView(row)
}

/** Members, plans and findings that a row of the process database may speak of. */
export async function findStoredProcess(tx: Transaction): Promise<StoredProcess> {
	const where = { isDemonstration: false }
	const plans = await tx.actionPlan.findMany({
		where: { member: where },
		select: {
			id: true,
			memberId: true,
			versions: { orderBy: { version: 'desc' }, take: 1, select: { number: true, submittedOn: true } },
		},
	})
	return {
		members: await tx.member.findMany({ where, select: { id: true, level: true, countryCode: true } }),
		plans: plans.map(({ id, memberId, versions: [text] }) => ({
			id,
			memberId,
			number: text?.number ?? null,
			submittedOn: text?.submittedOn ?? null,
		})),
		findings: await tx.processFinding.findMany(),
	}
}
