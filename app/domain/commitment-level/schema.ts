import { z } from 'zod'
import { CLAIMED_LEVELS } from '#app/domain/commitment/rules.ts'
import { typedText } from '#app/domain/evidence/schema.ts'
import { DONE_MAX_CHARACTERS } from '#app/domain/progress-update/rules.ts'
import { seenVersion } from '#app/domain/progress-update/schema.ts'

const sentence = typedText(DONE_MAX_CHARACTERS).optional()

/** A level that an institution states for a whole commitment, with the sentence that says why. */
export const LevelProposal = z
	.strictObject({
		version: seenVersion,
		level: z.enum(CLAIMED_LEVELS, { error: 'commitment-level.level.required' }),
		sentenceId: sentence,
		sentenceEn: sentence,
	})
	.refine((answer) => Boolean(answer.sentenceId) || Boolean(answer.sentenceEn), {
		path: ['sentenceId'],
		error: 'commitment-level.sentence.required',
	})
export type LevelProposal = z.infer<typeof LevelProposal>
