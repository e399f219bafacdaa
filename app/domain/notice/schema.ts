import { z } from 'zod'

const ticked = z
	.literal('yes')
	.optional()
	.transform((answer) => answer === 'yes')

/** Which letters a person wants. */
export const ChoiceAnswer = z.strictObject({ reminders: ticked, digest: ticked })
export type ChoiceAnswer = z.infer<typeof ChoiceAnswer>

/** Who is written to when something stays overdue; empty for nobody. */
export const SuperiorAnswer = z.strictObject({ superior: z.string().max(128).optional() })
export type SuperiorAnswer = z.infer<typeof SuperiorAnswer>
