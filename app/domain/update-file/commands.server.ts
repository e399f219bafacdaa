import { randomBytes } from 'node:crypto'
import { organizationsOf } from '#app/access/policy.ts'
import type { Context } from '#app/domain/context.ts'
import { findStoredUpdates } from './queries.server.ts'
import type { TakenRow, UpdateRow } from './schema.ts'

/** Keeps a file of reports that was read until its sender says that it shall be taken. */
export async function keepUpdates(
	ctx: Context,
	fileName: string,
	rows: readonly UpdateRow[],
): Promise<{ readonly id: string }> {
	const id = randomBytes(16).toString('hex')
	await ctx.db.importPreview.create({
		data: {
			id,
			personId: ctx.actor.personId ?? '',
			organizationId: organizationsOf(ctx.actor, ['IMPLEMENTER'])[0] ?? '',
			subjectId: rows[0]?.key ?? '',
			kind: 'UPDATES',
			fileName: fileName.slice(0, 200).toWellFormed(),
			content: { rows: [...rows], taken: null },
			createdAt: ctx.now,
		},
	})
	return { id }
}

/**
 * Takes a file so that nobody takes it a second time.
 *
 * Returns  its rows; null where it was taken before.
 */
export async function takeUpdates(ctx: Context, id: string): Promise<readonly UpdateRow[] | null> {
	return ctx.db.$transaction(async (tx) => {
		await tx.$queryRawUnsafe('SELECT "id" FROM "ImportPreview" WHERE "id" = $1 FOR UPDATE', id)
		const { content } = await findStoredUpdates({ actor: ctx.actor, db: tx }, id)
		if (content.taken) return null
		await tx.importPreview.update({ where: { id }, data: { content: { ...content, taken: [] } } })
		return content.rows
	})
}

/** Notes what became of the rows of a file that was taken. */
export async function noteTaken(ctx: Context, id: string, taken: readonly TakenRow[]): Promise<void> {
	const { content } = await findStoredUpdates(ctx, id)
	await ctx.db.importPreview.update({ where: { id }, data: { content: { ...content, taken: [...taken] } } })
}
