import type { Transaction } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { VerificationRules } from './schema.ts'

/** The clocks of one rule set. Refuses with `not_found`. */
export async function findVerificationRules(db: Transaction, ruleSetId: string): Promise<VerificationRules> {
	const row = await db.ruleSet.findUnique({ where: { id: ruleSetId }, select: { verification: true } })
	if (!row) throw new Refusal('not_found')
	return VerificationRules.parse(row.verification)
}
