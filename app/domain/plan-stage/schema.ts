import { z } from 'zod'
import { PLAN_STATUSES } from '#app/domain/action-plan/rules.ts'
import { pastedText } from '#app/domain/pasted-text.ts'
import { NOTE_MAX_CHARACTERS } from '#app/domain/plan-draft/schema.ts'
import { MOVABLE_STAGES } from './rules.ts'

const note = pastedText(NOTE_MAX_CHARACTERS).optional()

/** Which stage a plan enters, from the one that the person saw. */
export const StageAnswer = z.strictObject({
	seen: z.enum(PLAN_STATUSES, { error: 'form.version' }),
	stage: z.enum(MOVABLE_STAGES, { error: 'plan-stage.stage.required' }),
	noteId: note,
	noteEn: note,
})
export type StageAnswer = z.infer<typeof StageAnswer>
