import { z } from 'zod'
import { isPartialDay } from '#app/domain/calendar.ts'
import { pastedLine, pastedText } from '#app/domain/pasted-text.ts'
import { seenVersion } from '#app/domain/progress-update/schema.ts'
import { typedDay } from '#app/domain/typed-day.ts'
import { SPLIT_MAX_PARTS } from './rules.ts'

/** Longest line and longest passage of a plan's text. Source: our own. */
const LINE_MAX = 2_000
const PASSAGE_MAX = 20_000

const line = pastedLine(LINE_MAX).optional()
const passage = pastedText(PASSAGE_MAX).optional()
/** A month or a year alone is taken as well: imported plans say no more. */
const day = z
	.string()
	.overwrite((text) => typedDay().safeParse(text).data ?? text.trim())
	.refine(isPartialDay, { error: 'day.unreadable' })
	.optional()
const id = z
	.string({ error: 'amendment.choice.required' })
	.min(1, { error: 'amendment.choice.required' })
	.max(128)
const head = { version: seenVersion, number: line, titleId: line, titleEn: line, startsOn: day, endsOn: day }

/** The new text of a plan. */
export const PlanTextAnswer = z.strictObject(head)

/** The new text of a commitment. */
export const CommitmentTextAnswer = z.strictObject({
	...head,
	theme: line,
	problemId: passage,
	problemEn: passage,
	baselineId: passage,
	baselineEn: passage,
	descriptionId: passage,
	descriptionEn: passage,
	contributionId: passage,
	contributionEn: passage,
	additionalId: passage,
	additionalEn: passage,
	leadInstitution: line,
	supportingInstitutions: passage,
	leadId: z.string().max(128).optional(),
	supportIds: z.array(z.string().max(128)).max(100).optional(),
	transparency: passage,
	participation: passage,
	accountability: passage,
	technology: passage,
	inclusion: passage,
	policyAreas: passage,
})

/** The new text of a milestone, and how it can be verified. */
export const MilestoneTextAnswer = z.strictObject({
	...head,
	deliverableId: passage,
	deliverableEn: passage,
	responsible: line,
	whatId: passage,
	whatEn: passage,
	whereId: passage,
	whereEn: passage,
	who: line,
	byOn: day,
})

export type PlanTextAnswer = z.infer<typeof PlanTextAnswer>
export type CommitmentTextAnswer = z.infer<typeof CommitmentTextAnswer>
export type MilestoneTextAnswer = z.infer<typeof MilestoneTextAnswer>

/** The commitments that become one. */
export const MergerAnswer = z.strictObject({
	version: seenVersion,
	commitmentIds: z
		.array(id, { error: 'amendment.merge.required' })
		.min(2, { error: 'amendment.merge.required' })
		.max(100),
})

/** How many commitments one becomes. */
export const SplitAnswer = z.strictObject({
	version: seenVersion,
	parts: z.coerce
		.number({ error: 'amendment.split.required' })
		.int({ error: 'amendment.split.required' })
		.min(2, { error: 'amendment.split.required' })
		.max(SPLIT_MAX_PARTS, { error: 'amendment.split.required' }),
})

/** Where a commitment or a milestone goes on: a plan, or a commitment. */
export const MoveAnswer = z.strictObject({ version: seenVersion, toId: id })
