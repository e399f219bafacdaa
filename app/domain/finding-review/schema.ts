import { z } from 'zod'
import { typedText } from '#app/domain/evidence/schema.ts'
import { NOTE_MAX_CHARACTERS } from './rules.ts'

const seenVersion = z.int({ error: 'form.version' }).min(1, { error: 'form.version' })

/** The draft as its reader saw it, and why it goes back to its author. */
export const ReturnAnswer = z.strictObject({
	version: seenVersion,
	note: typedText(NOTE_MAX_CHARACTERS)
		.optional()
		.refine((text) => Boolean(text), { error: 'finding-review.note.required' }),
})
export type ReturnAnswer = z.infer<typeof ReturnAnswer>
