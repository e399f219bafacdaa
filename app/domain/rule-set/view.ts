import { z } from 'zod'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { RuleSet } from '#prisma/generated/client.ts'
import { RuleSetRules } from './schema.ts'

/** One version of OGP's numbers, as data. */
export type RuleSetView = {
	readonly id: string
	readonly track: 'NATIONAL' | 'LOCAL'
	readonly version: string
	readonly validFrom: string
	readonly rules: RuleSetRules
	readonly note: Bilingual
}

/** A rule set with its figures checked. */
export function ruleSetView(row: RuleSet): RuleSetView {
	return {
		id: row.id,
		track: z.enum(['NATIONAL', 'LOCAL']).parse(row.track),
		version: row.version,
		validFrom: row.validFrom,
		rules: RuleSetRules.parse(row.rules),
		note: { en: row.noteEn, id: row.noteId },
	}
}
