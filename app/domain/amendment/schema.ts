import { z } from 'zod'
import { isPartialDay } from '#app/domain/calendar.ts'
import { typedText } from '#app/domain/evidence/schema.ts'
import { CommitmentText, MilestoneText, PlanText } from '#app/domain/plan-draft/schema.ts'
import { seenVersion } from '#app/domain/progress-update/schema.ts'
import { typedDay } from '#app/domain/typed-day.ts'

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

/** A plan that was imported may say a month or a year only; an amendment leaves that as it is. */
const partialDay = z.string().refine(isPartialDay).nullable()
const period = { startsOn: partialDay, endsOn: partialDay }

const change = {
	recordId: z.string().min(1),
	/** Version that the new text was written over; 0: a new record. */
	seenVersion: z.int().min(0),
	operation: z.enum(AMENDMENT_OPERATIONS),
	/** Records that it becomes by a merger, a split or a move: each is another drafted change, which adds it. */
	successors: z.array(z.string()),
}

/** What an amendment that is being written would do, with the whole new text of each record. */
export const DraftedChange = z.discriminatedUnion('recordKind', [
	z.strictObject({ recordKind: z.literal('action-plan'), ...change, text: PlanText.extend(period) }),
	z.strictObject({
		recordKind: z.literal('commitment'),
		...change,
		text: CommitmentText.extend(period),
		/** Organizations that answer for it on this site; none at all: as they were. */
		leadId: z.string().nullable(),
		supportIds: z.array(z.string()),
		/** The plan that a new commitment is added to, where it is another one of the same member. */
		planId: z.exactOptional(z.string()),
	}),
	z.strictObject({
		recordKind: z.literal('milestone'),
		...change,
		/** The commitment that it belongs to: another one than before moves it. */
		commitmentId: z.string(),
		text: MilestoneText.extend(period),
	}),
])
export type DraftedChange = z.infer<typeof DraftedChange>
export const DraftedChanges = z.array(DraftedChange).max(2_000)
export type DraftedChanges = z.infer<typeof DraftedChanges>

/** What is said of an amendment before its changes; null: not yet. */
export type AmendmentHead = {
	readonly reasonEn: string | null
	readonly reasonId: string | null
	readonly proposedBy: string | null
	readonly agreedBy: string | null
	readonly effectiveOn: string | null
}

/** Longest reason, and longest name of who proposed or agreed. Source: our own. */
export const AMENDMENT_REASON_MAX = 2000
export const AMENDMENT_NAME_MAX = 300

const reason = typedText(AMENDMENT_REASON_MAX).optional()
const name = typedText(AMENDMENT_NAME_MAX).optional()

/** Why, on whose proposal, with whose agreement, and from when. What is missing may be said later. */
export const HeadAnswer = z.strictObject({
	version: seenVersion,
	reasonId: reason,
	reasonEn: reason,
	proposedBy: name,
	agreedBy: name,
	effectiveOn: typedDay().optional(),
})
export type HeadAnswer = z.infer<typeof HeadAnswer>
