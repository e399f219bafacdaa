import { z } from 'zod'

/** Who is asked to look at a milestone; nobody takes back what was given. */
export const AssignmentAnswer = z.strictObject({
	person: z.string({ error: 'verify.assign.required' }).min(1, { error: 'verify.assign.required' }).max(128),
})
export type AssignmentAnswer = z.infer<typeof AssignmentAnswer>

/** Chosen where nobody in particular is to look at it. */
export const NOBODY = 'nobody'
