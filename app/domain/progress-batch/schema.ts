import type { DraftPiece } from '#app/domain/evidence/schema.ts'
import type { ClaimedLevel } from '#app/domain/commitment/rules.ts'
import type { GivenDates } from '#app/domain/further-answer/rules.ts'
import type { Challenge } from '#app/domain/progress-update/rules.ts'

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
	readonly links?: readonly Pick<DraftPiece, 'kind' | 'url' | 'title'>[] | undefined
}
