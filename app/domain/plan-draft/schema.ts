import { z } from 'zod'
import { isCalendarDay } from '#app/domain/calendar.ts'
import { CHECKPOINT_SCHEMES } from '#app/domain/cycle-rules/schema.ts'
import { VerificationProtocol } from '#app/domain/milestone/schema.ts'
import { pastedLine, pastedText } from '#app/domain/pasted-text.ts'
import { seenVersion } from '#app/domain/progress-update/schema.ts'
import { typedDay } from '#app/domain/typed-day.ts'

/** Where a plan stands before it is approved. */
export const PLAN_DRAFT_STATES = ['DRAFT', 'CONSULTATION', 'SUBMITTED', 'RETURNED'] as const
export type PlanDraftState = (typeof PLAN_DRAFT_STATES)[number]

/** A text that may still be missing while a plan is being written. */
const words = z.string().nullable()
/** A whole calendar day, or nothing yet. */
const day = z.string().refine(isCalendarDay).nullable()

/** The text of a plan as it is stored while it is being written, and carried by an amendment. */
export const PlanText = z.strictObject({
	number: words,
	titleEn: words,
	titleId: words,
	startsOn: day,
	endsOn: day,
	/** Last day of the administration's term, which a local plan has to fit. */
	administrationEndsOn: day,
})
export type PlanText = z.infer<typeof PlanText>

/** Source: OGP commitment template. */
export const CommitmentText = z.strictObject({
	number: words,
	titleEn: words,
	titleId: words,
	theme: words,
	descriptionEn: words,
	descriptionId: words,
	problemEn: words,
	problemId: words,
	baselineEn: words,
	baselineId: words,
	contributionEn: words,
	contributionId: words,
	additionalEn: words,
	additionalId: words,
	/** As published; the organizations that answer for it on this site are columns of their own. */
	leadInstitution: words,
	supportingInstitutions: words,
	startsOn: day,
	endsOn: day,
	ogpValues: z.array(z.strictObject({ code: z.string(), justification: words })),
	policyAreas: z.array(z.string()),
	carriedOverFrom: words,
})
export type CommitmentText = z.infer<typeof CommitmentText>

export const MilestoneText = z.strictObject({
	number: words,
	titleEn: words,
	titleId: words,
	deliverableEn: words,
	deliverableId: words,
	responsible: words,
	startsOn: day,
	endsOn: day,
	/** Null: nobody said how it can be verified. */
	protocol: VerificationProtocol.nullable(),
})
export type MilestoneText = z.infer<typeof MilestoneText>

/** A whole plan that is not approved yet: what the forms, the template file and the consultation show. */
export const DraftedPlan = z.strictObject({
	id: z.string(),
	memberId: z.string(),
	ruleSetId: z.string(),
	checkpointScheme: z.enum(CHECKPOINT_SCHEMES),
	text: PlanText,
	commitments: z.array(
		z.strictObject({
			id: z.string(),
			text: CommitmentText,
			leadId: words,
			supportIds: z.array(z.string()),
			milestones: z.array(z.strictObject({ id: z.string(), text: MilestoneText })),
		}),
	),
})
export type DraftedPlan = z.infer<typeof DraftedPlan>

/** Longest title. Unit: Unicode code points. Source: OGP commitment template, as the Indonesian team uses it. */
export const TITLE_MAX_CHARACTERS = 200
/** Longest text of one field in one language. Unit: Unicode code points. Source: our own. */
export const TEXT_MAX_CHARACTERS = 20_000
/** Longest note to a stage, and longest reason for sending a plan back. Unit: Unicode code points. Source: our own. */
export const NOTE_MAX_CHARACTERS = 2_000

const title = pastedLine(TITLE_MAX_CHARACTERS).optional()
const note = pastedText(NOTE_MAX_CHARACTERS).optional()

/** Says at the end of a period that it lies before its start. */
export const IN_ORDER = { path: ['endsOn'], error: 'day.end-before-start' }

/** Whether a period ends on or after the day it starts; one with an open end has no order. */
export function isInOrder(period: {
	readonly startsOn?: string | null | undefined
	readonly endsOn?: string | null | undefined
}): boolean {
	const { startsOn, endsOn } = period
	return startsOn == null || endsOn == null || startsOn <= endsOn
}

const planFacts = {
	number: pastedLine(20).optional(),
	titleId: title,
	titleEn: title,
	startsOn: typedDay().optional(),
	endsOn: typedDay().optional(),
	administrationEndsOn: typedDay().optional(),
	checkpointScheme: z.enum(CHECKPOINT_SCHEMES, { error: 'plan-draft.scheme.required' }),
}

/** The facts of a plan that is begun, and for which member. */
export const NewPlanAnswer = z
	.strictObject({ memberId: z.string({ error: 'plan-draft.member.required' }).max(120), ...planFacts })
	.refine(isInOrder, IN_ORDER)
export type NewPlanAnswer = z.infer<typeof NewPlanAnswer>

/** The facts of a plan that is being written. */
export const PlanFactsAnswer = z
	.strictObject({ version: seenVersion, ...planFacts })
	.refine(isInOrder, IN_ORDER)
export type PlanFactsAnswer = z.infer<typeof PlanFactsAnswer>

/** Until when the text of a plan is open to comments, and what the public is told. */
export const ConsultationAnswer = z.strictObject({
	version: seenVersion,
	closesOn: typedDay(),
	noteId: note,
	noteEn: note,
})
export type ConsultationAnswer = z.infer<typeof ConsultationAnswer>
