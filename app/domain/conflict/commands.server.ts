import { randomUUID } from 'node:crypto'
import type { Context } from '#app/domain/context.ts'
import { findOpenGround } from '#app/domain/finding-ground/queries.server.ts'
import type { SubjectKey } from '#app/domain/finding-ground/queries.server.ts'
import { declarationValidUntil } from './rules.ts'
import { partsOf } from './schema.ts'
import type { DeclarationAnswer } from './schema.ts'

/**
 * States which interests the monitor and their organization have in a commitment. A statement is never changed; a newer
 * one counts instead.
 */
export async function declareInterests(
	ctx: Context,
	key: SubjectKey,
	answer: DeclarationAnswer,
): Promise<void> {
	const parts = partsOf(answer).map((part) => ({ ...part, id: randomUUID() }))
	await ctx.db.$transaction(async (tx) => {
		const ground = await findOpenGround(tx, ctx, key)
		await tx.conflictDeclaration.createMany({
			data: parts.map(({ id, scope, interests, statement }) => ({
				id,
				personId: ctx.actor.personId ?? '',
				organizationId: ground.organizationId,
				commitmentId: ground.commitmentId,
				scope,
				interests: [...interests],
				hasInterest: interests.length > 0,
				statement,
				declaredOn: ground.today,
				validUntilOn: declarationValidUntil(ground.today, ground.rules.declarationMonths.value),
				createdAt: ctx.now,
			})),
		})
	})
}
