import type { Transaction } from '#app/domain/context.ts'
import type { Act } from './rules.ts'
import { isLoggedIn } from './rules.ts'

/**
 * The acts among some that the log has. What takes a finding away, hides it or vouches for it has to be one of them: a
 * row that somebody put past the log does nothing.
 */
export async function inLog<Row extends Act>(
	db: Pick<Transaction, 'ledgerEntry'>,
	rows: readonly Row[],
): Promise<readonly Row[]> {
	if (rows.length === 0) return []
	const entries = await db.ledgerEntry.findMany({
		where: { recordId: { in: [...new Set(rows.map((row) => row.recordId))] } },
		select: { recordId: true, version: true },
	})
	return rows.filter(isLoggedIn(entries))
}
