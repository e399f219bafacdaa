import { z } from 'zod'
import { SOURCE_NOTES } from './rules.ts'

/** One thing a row leaves open: the published text it is about, and the columns it stands in. */
export const SourceNote = z.strictObject({
	code: z.enum(SOURCE_NOTES),
	text: z.string(),
	columns: z.array(z.string()),
})
export type SourceNote = z.infer<typeof SourceNote>

/** All that one row leaves open. */
export const SourceNotes = z.array(SourceNote)
