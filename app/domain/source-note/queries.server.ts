import type { Context } from '#app/domain/context.ts'
import { sourceNoteView } from './view.ts'
import type { SourceNoteView } from './view.ts'

/** What the tables a commitment was read from leave open of it; empty where it was not read from one. */
export async function listSourceNotes(
	ctx: Context,
	commitmentId: string,
): Promise<readonly SourceNoteView[]> {
	const rows = await ctx.db.sourceNoteRow.findMany({ where: { commitmentId }, orderBy: { rowId: 'asc' } })
	return rows.map(sourceNoteView)
}
