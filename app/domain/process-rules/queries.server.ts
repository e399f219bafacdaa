import type { Transaction } from '#app/domain/context.ts'
import { ProcessRules } from './schema.ts'

/** A version of the rules as the levels of one track are computed with it. */
export type ProcessRuleSet = { readonly id: string; readonly version: string; readonly rules: ProcessRules }

/** The newest rules of a track that hold on a day; null where none did yet. */
export async function findProcessRules(
	db: Transaction,
	track: 'NATIONAL' | 'LOCAL',
	day: string,
): Promise<ProcessRuleSet | null> {
	const row = await db.ruleSet.findFirst({
		where: { track, validFrom: { lte: day } },
		orderBy: [{ validFrom: 'desc' }, { version: 'desc' }],
		select: { id: true, version: true, process: true },
	})
	return row && { id: row.id, version: row.version, rules: ProcessRules.parse(row.process) }
}
