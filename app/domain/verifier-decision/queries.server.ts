import { CSO_ROLES, may, organizationsOf } from '#app/access/policy.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { findFindingInPlan, findNewestVersion } from '#app/domain/finding-thread/queries.server.ts'
import type { FindingInPlan, FindingThread } from '#app/domain/finding-thread/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { Verification } from '#prisma/generated/client.ts'

/**
 * The newest version of a finding of the actor's own organization. Of anybody else's there is none: refuses with
 * `not_found`; with `withdrawn` where it was withdrawn for somebody's safety, and with `not_allowed` whoever holds a
 * role of that member's government too.
 */
export async function findOwnFindingToDecide(
	db: Transaction,
	ctx: Context,
	recordId: string,
): Promise<Verification> {
	const own = organizationsOf(ctx.actor, CSO_ROLES)
	const first = await db.verification.findFirst({
		where: { recordId, organizationId: { in: [...own] } },
		select: { commitment: { select: { actionPlan: { select: { memberId: true } } } } },
	})
	if (!first) throw new Refusal('not_found')
	const finding = await findNewestVersion(db, ctx, recordId)
	const { memberId } = first.commitment.actionPlan
	const { organizationId } = finding
	if (!may(ctx.actor, 'verifier-decision.publish', { organizationId, memberId }))
		throw new Refusal('not_allowed')
	return finding
}

/** A finding before its author decides about it. */
export type DecisionDesk = FindingInPlan & {
	/** The version before the newest one: what a decision to change speaks of. Null where there is none. */
	readonly before: { readonly version: number; readonly thread: FindingThread } | null
	/** How many decisions on the finding there are, on all its versions. */
	readonly decided: number
}

/** The desk of a decision. Refuses like the finding. */
export async function findDecisionDesk(ctx: Context, recordId: string): Promise<DecisionDesk> {
	const found = await findFindingInPlan(ctx, await findOwnFindingToDecide(ctx.db, ctx, recordId))
	const { finding, thread } = found
	const earlier = finding.earlier ?? []
	const threads = [thread, ...earlier.map((version) => version.thread)]
	const [last] = earlier
	return {
		...found,
		before: last ? { version: last.version, thread: last.thread } : null,
		decided: threads.flatMap(({ decisions }) => decisions).reduce((sum, { version }) => sum + version, 0),
	}
}
