import { z } from 'zod'
import { isCalendarDay } from '#app/domain/calendar.ts'
import { CHECKPOINT_SCHEMES } from '#app/domain/cycle-rules/schema.ts'
import { VerificationProtocol } from '#app/domain/milestone/schema.ts'

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
