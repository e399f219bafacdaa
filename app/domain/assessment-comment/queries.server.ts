import type { Context, Transaction } from '#app/domain/context.ts'
import { commentOnDesk } from './view.ts'
import type { CommentOnDesk } from './view.ts'

/** Comments on a self-assessment in the order they came, with the answers that are being written. */
export async function listComments(
	db: Context['db'] | Transaction,
	recordId: string,
	timeZone: string,
): Promise<readonly CommentOnDesk[]> {
	const rows = await db.selfAssessmentComment.findMany({
		where: { recordId },
		orderBy: { position: 'asc' },
	})
	return rows.map((row) => commentOnDesk(row, timeZone))
}
