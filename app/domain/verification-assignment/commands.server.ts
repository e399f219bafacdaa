import { randomUUID } from 'node:crypto'
import type { Context } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { findAssignable } from './queries.server.ts'
import { NOBODY } from './schema.ts'
import type { AssignmentAnswer } from './schema.ts'

/**
 * Asks a person of the own organization to look at a milestone, in place of whoever was asked before. Refuses with
 * `not_found` where they are nobody of the organization for that member.
 */
export async function assignVerification(
	ctx: Context,
	milestoneId: string,
	{ person }: AssignmentAnswer,
): Promise<void> {
	const id = randomUUID()
	await ctx.db.$transaction(async (tx) => {
		const { milestone, organizationId, people } = await findAssignable(tx, ctx, milestoneId)
		if (person !== NOBODY && !people.some((one) => one.id === person)) throw new Refusal('not_found')
		await tx.verificationAssignment.updateMany({
			where: { organizationId, milestoneId, endedAt: null },
			data: { endedAt: ctx.now },
		})
		if (person === NOBODY) return
		await tx.verificationAssignment.create({
			data: {
				id,
				organizationId,
				commitmentId: milestone.commitmentId,
				milestoneId,
				personId: person,
				assignedById: ctx.actor.personId ?? '',
				createdAt: ctx.now,
			},
		})
	})
}
