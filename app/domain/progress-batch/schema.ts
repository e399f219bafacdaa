import { z } from 'zod'
import type { DraftPiece } from '#app/domain/evidence/schema.ts'
import type { ClaimedLevel } from '#app/domain/commitment/rules.ts'
import type { GivenDates } from '#app/domain/further-answer/rules.ts'
import type { Challenge } from '#app/domain/progress-update/rules.ts'
import { REFUSAL_REASONS } from '#app/domain/refusal.ts'
import type { Outcome } from './view.ts'

/** A whole report on one milestone: what the questions ask one by one, as a file or another program brings it. */
export type WholeReport = GivenDates & {
	readonly milestoneId: string
	readonly level: ClaimedLevel | 'NIL'
	readonly doneEn?: string | undefined
	readonly doneId?: string | undefined
	readonly nextStepEn?: string | undefined
	readonly nextStepId?: string | undefined
	readonly challenges?: readonly Challenge[] | undefined
	readonly challengeText?: string | undefined
	readonly links?: readonly Omit<DraftPiece, 'file' | 'upload'>[] | undefined
}

/** Reports that a lead is offered at once: a page that can still be read. Source: our own. */
export const OFFERED_AT_ONCE = 50

const required = { error: 'progress-batch.chosen.required' }

/** A report as a lead read it, `<id>@<version>`: what the box beside it says. */
const chosen = z
	.string(required)
	.regex(/^[\w-]{1,64}@\d{1,9}$/, required)
	.transform((said) => {
		const at = said.indexOf('@')
		return { id: said.slice(0, at), version: Number(said.slice(at + 1)) }
	})

/** The reports that a lead approves at once; one that comes twice counts once. */
export const ChosenReports = z.strictObject({
	chosen: z
		.array(chosen, required)
		.min(1, required)
		.max(OFFERED_AT_ONCE, { error: 'progress-batch.chosen.too-many' })
		.transform((all) => [...new Map(all.map((one) => [one.id, one])).values()]),
})
export type ChosenReports = z.infer<typeof ChosenReports>

const ID = '[\\w-]{1,64}'

/** What became of chosen reports, as the address of the page about it says: `<id>.<id>`, and `<id>~<reason>` refused. */
export const OutcomesInAddress = z.strictObject({
	published: z
		.string()
		.regex(new RegExp(`^${ID}(\\.${ID})*$`))
		.transform((ids) => ids.split('.'))
		.optional(),
	refused: z
		.string()
		.regex(new RegExp(`^${ID}~[a-z_]+(\\.${ID}~[a-z_]+)*$`))
		.transform((pairs) => pairs.split('.').flatMap(refusalIn))
		.optional(),
})
export type OutcomesInAddress = z.infer<typeof OutcomesInAddress>

function refusalIn(pair: string): Outcome[] {
	const [id, word] = pair.split('~')
	const reason = REFUSAL_REASONS.find((known) => known === word)
	return id && reason ? [{ id, reason }] : []
}
