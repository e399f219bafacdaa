import { z } from 'zod'
import { ACT_KINDS } from '#app/ledger/leaf.ts'

/** The acts that could not be read when a report was frozen. */
export const UnreadableActs = z.array(
	z.strictObject({
		kind: z.enum(ACT_KINDS),
		recordId: z.string(),
		version: z.int().nonnegative(),
		commitmentId: z.string().nullable(),
		milestoneId: z.string().nullable(),
	}),
)
