import { organizationsOf } from '#app/access/policy.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { findPieces } from '#app/domain/evidence/queries.server.ts'
import { findNewestAt, findPlace } from '#app/domain/progress-update/queries.server.ts'
import type { Place, TaskKey } from '#app/domain/progress-update/queries.server.ts'
import { furtherColumns } from '#app/domain/progress-update/view.ts'

/** A new report to be begun; a correction starts with what was published, and becomes the next version of that record. */
export async function findDraftStart(
	tx: Transaction,
	ctx: Context,
	{ place, id, authorId }: { place: Place; id: string; authorId: string },
) {
	const published = await findNewestAt(tx, { ...place, checkpointId: place.checkpoint.id })
	const pieces = published ? await findPieces(tx, published, utcDay(ctx.now)) : []
	return {
		id: published?.recordId ?? id,
		milestoneId: place.milestoneId,
		checkpointId: place.checkpoint.id,
		organizationId: place.organizationId,
		authorId,
		state: 'DRAFT',
		doneEn: published?.doneEn ?? null,
		doneId: published?.doneId ?? null,
		challenges: published?.challenges ?? [],
		challengeText: published?.challengeText ?? null,
		...furtherColumns(published),
		evidence: pieces,
		createdAt: ctx.now,
		updatedAt: ctx.now,
	}
}

/** The place of a report of the actor's own institutions. */
export async function ownPlace(tx: Transaction, ctx: Context, key: TaskKey): Promise<Place> {
	return findPlace(tx, ctx, { key, organizationIds: organizationsOf(ctx.actor, ['IMPLEMENTER']) })
}
