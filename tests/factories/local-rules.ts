import type { Database } from '#app/db.server.ts'
import { LOCAL_CYCLE } from '#prisma/seed/cycle-rules.ts'
import { LOCAL_PROCESS } from '#prisma/seed/process-rules.ts'
import { VERIFICATION_RULES } from '#prisma/seed/verification-rules.ts'
import { withRules } from './other-rules.ts'
import { aRuleSet } from './rule-set.ts'

/** Rules of local members with all their numbers, valid from 2020. */
export async function storeLocalRules({ db }: Pick<Database, 'db'>): Promise<void> {
	const { note: _note, ...rules } = aRuleSet({
		id: 'rules-local-test',
		track: 'LOCAL',
		version: '2020.1-test',
		validFrom: '2020-01-01',
	})
	await db.ruleSet.create({
		data: {
			...rules,
			cycle: LOCAL_CYCLE,
			process: LOCAL_PROCESS,
			verification: VERIFICATION_RULES,
			noteEn: 'test',
			noteId: 'uji',
		},
	})
}

/** The same, and the deadlines that every stored version lacks: with both, a report of a plan says all it can say. */
export async function storeReportRules(database: Pick<Database, 'db' | 'exec'>): Promise<void> {
	await storeLocalRules(database)
	await withRules(database, { cycle: LOCAL_CYCLE })
}
