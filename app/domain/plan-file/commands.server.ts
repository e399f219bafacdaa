import { randomBytes } from 'node:crypto'
import { may, organizationsOf, PLAN_ROLES } from '#app/access/policy.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { PreviewContent } from './view.ts'

/** How long a file that was read waits for its sender's word. Unit: milliseconds. Source: our own, a week. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000

/** Keeps a file that was read until its sender says that it shall be taken. Nothing else is written by it. */
export async function keepPlanPreview(
	ctx: Context,
	fileName: string,
	content: PreviewContent,
): Promise<{ readonly id: string }> {
	if (!may(ctx.actor, 'plan.draft', content)) throw new Refusal('not_found')
	const id = randomBytes(16).toString('hex')
	await ctx.db.importPreview.deleteMany({
		where: { createdAt: { lt: new Date(ctx.now.getTime() - KEPT_MS) } },
	})
	await ctx.db.importPreview.create({
		data: {
			id,
			personId: ctx.actor.personId ?? '',
			organizationId: organizationsOf(ctx.actor, PLAN_ROLES)[0] ?? '',
			subjectId: content.there.plan.key,
			kind: 'PLAN',
			fileName: fileName.slice(0, 200).toWellFormed(),
			content,
			createdAt: ctx.now,
		},
	})
	return { id }
}

/**
 * Takes a preview so that nobody takes it a second time; part of the transaction in which it becomes something. Refuses
 * with `not_found` where it was taken, or is another person's.
 */
export async function takePlanPreview(ctx: Context, tx: Transaction, id: string): Promise<void> {
	const taken = await tx.importPreview.deleteMany({ where: { id, personId: ctx.actor.personId ?? '' } })
	if (taken.count !== 1) throw new Refusal('not_found')
}
