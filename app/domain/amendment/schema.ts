import { z } from 'zod'
import { CommitmentText, MilestoneText, PlanText } from '#app/domain/plan-draft/schema.ts'

/** What an amendment does to a record of the plan. */
export const AMENDMENT_OPERATIONS = ['ADD', 'CHANGE', 'WITHDRAW', 'MERGE', 'SPLIT', 'MOVE'] as const
export type AmendmentOperation = (typeof AMENDMENT_OPERATIONS)[number]

/** The records that an amendment touches, with the version that it made of each, as the act says them. */
export const AmendmentChanges = z.array(
	z.strictObject({
		recordKind: z.enum(['action-plan', 'commitment', 'milestone']),
		recordId: z.string().min(1),
		version: z.int().min(1),
		operation: z.enum(AMENDMENT_OPERATIONS),
		/** Commitments that it became. */
		successors: z.array(z.string()),
	}),
)
export type AmendmentChanges = z.infer<typeof AmendmentChanges>

const change = {
	recordId: z.string().min(1),
	/** Version that the new text was written over; 0: a new record. */
	seenVersion: z.int().min(0),
	operation: z.enum(AMENDMENT_OPERATIONS),
	successors: z.array(z.string()),
}

/** What an amendment that is being written would do, with the whole new text of each record. */
export const DraftedChange = z.discriminatedUnion('recordKind', [
	z.strictObject({ recordKind: z.literal('action-plan'), ...change, text: PlanText }),
	z.strictObject({
		recordKind: z.literal('commitment'),
		...change,
		text: CommitmentText,
		leadId: z.string().nullable(),
		supportIds: z.array(z.string()),
	}),
	z.strictObject({
		recordKind: z.literal('milestone'),
		...change,
		/** The commitment that it belongs to: another one than before moves it. */
		commitmentId: z.string(),
		text: MilestoneText,
	}),
])
export type DraftedChange = z.infer<typeof DraftedChange>
export const DraftedChanges = z.array(DraftedChange).max(2_000)
export type DraftedChanges = z.infer<typeof DraftedChanges>
