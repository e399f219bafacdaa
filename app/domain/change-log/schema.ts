import { z } from 'zod'
import { ACT_KINDS } from '#app/ledger/leaf.ts'

const text = z.string().nullable()

/** A row of the statement that lists changes. */
export const ChangeRow = z.object({
	index: z.number(),
	recordId: z.string(),
	version: z.number(),
	kind: z.enum(ACT_KINDS),
	on: z.string(),
	atMs: z.number().nullable(),
	organizationId: text,
	organizationEn: text,
	organizationId_: text,
	memberId: text,
	memberEn: text,
	memberId_: text,
	isDemonstration: z.boolean(),
	planId: text,
	planEn: text,
	planId_: text,
	commitmentId: text,
	commitmentEn: text,
	commitmentId_: text,
	milestoneId: text,
})
export type ChangeRow = z.infer<typeof ChangeRow>

/** Where a list of changes goes on: at entries of the log before this one. */
export const ChangeQuery = z.strictObject({
	before: z.coerce.number().int().min(0).max(2_000_000_000).optional(),
})
