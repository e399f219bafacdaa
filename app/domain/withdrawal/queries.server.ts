import { CSO_ROLES, organizationsOf } from '#app/access/policy.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { inLog } from '#app/domain/logged-act/queries.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { ownFindingsFrom } from './view.ts'
import type { OwnFinding } from './view.ts'

/** What is asked about withdrawals: the database and, for what a restored one has forgotten, the list outside it. */
export type Withdrawals = Pick<Context, 'withdrawals'> & {
	readonly db: Pick<Transaction, 'withdrawal' | 'ledgerEntry'>
}

/**
 * The records of the findings that are withdrawn: those the database knows, and those only the list knows. A withdrawal
 * that is not in the log hides nothing: somebody put it past the log.
 */
export async function withdrawnRecordIds(ctx: Withdrawals): Promise<ReadonlySet<string>> {
	const stored = await ctx.db.withdrawal.findMany({ select: { recordId: true, version: true } })
	const rows = await inLog(ctx.db, stored)
	return new Set([...rows.map((row) => row.recordId), ...ctx.withdrawals.withdrawn().keys()])
}

/** Whether a finding is withdrawn: then no version of it is shown to anyone, nor anything that came with it. */
export async function isWithdrawn(ctx: Withdrawals, recordId: string): Promise<boolean> {
	if (ctx.withdrawals.withdrawn().has(recordId)) return true
	const where = { recordId }
	const stored = await ctx.db.withdrawal.findMany({ where, select: { recordId: true, version: true } })
	return (await inLog(ctx.db, stored)).length > 0
}

/** What the actor's organizations found and published, withdrawn or not, newest first. */
export async function listOwnFindings(ctx: Context): Promise<readonly OwnFinding[]> {
	return ownFindings(ctx, {})
}

/** A finding of the actor's organizations. Of anybody else's there is none: refuses with `not_found`. */
export async function findOwnFinding(ctx: Context, recordId: string): Promise<OwnFinding> {
	const [finding] = await ownFindings(ctx, { recordId })
	if (!finding) throw new Refusal('not_found')
	return finding
}

const texts = { versions: { orderBy: { version: 'desc' }, take: 1 } } as const

async function ownFindings(
	ctx: Context,
	only: { readonly recordId?: string },
): Promise<readonly OwnFinding[]> {
	const own = { ...only, organizationId: { in: [...organizationsOf(ctx.actor, CSO_ROLES)] } }
	const [verifications, withdrawals, removals] = await Promise.all([
		ctx.db.verification.findMany({ where: own, orderBy: { version: 'desc' } }),
		ctx.db.withdrawal.findMany({ where: own }),
		ctx.db.removal.findMany({ where: own }),
	])
	const acts = [...verifications, ...withdrawals]
	const [commitments, milestones, people] = await Promise.all([
		ctx.db.commitment.findMany({
			where: { id: { in: acts.map((act) => act.commitmentId) } },
			include: { ...texts, actionPlan: { include: { ...texts, member: true } } },
		}),
		ctx.db.milestone.findMany({
			where: { id: { in: acts.flatMap((act) => act.milestoneId ?? []) } },
			include: texts,
		}),
		ctx.db.person.findMany({ where: { id: { in: removals.map((removal) => removal.requestedById) } } }),
	])
	return ownFindingsFrom(
		{ verifications, withdrawals, removals, commitments, milestones, people },
		{ personId: ctx.actor.personId, listed: ctx.withdrawals.withdrawn() },
	)
}
