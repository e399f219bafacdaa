import { z } from 'zod'
import { pastedLine, pastedText } from '#app/domain/pasted-text.ts'
import { IN_ORDER, TEXT_MAX_CHARACTERS, isInOrder } from '#app/domain/plan-draft/schema.ts'
import { seenVersion } from '#app/domain/progress-update/schema.ts'
import { typedDay } from '#app/domain/typed-day.ts'

/** Longest name of a milestone, which OGP calls an activity and people write as a sentence. Unit: code points. */
const ACTIVITY_MAX_CHARACTERS = 1_000

const activity = pastedLine(ACTIVITY_MAX_CHARACTERS).optional()
const text = pastedText(TEXT_MAX_CHARACTERS).optional()

const fields = {
	number: pastedLine(20).optional(),
	titleId: activity,
	titleEn: activity,
	deliverableId: text,
	deliverableEn: text,
	responsible: pastedLine(500).optional(),
	startsOn: typedDay().optional(),
	endsOn: typedDay().optional(),
}

const TITLED = { path: ['titleId'], error: 'milestone-draft.title.required' }

type Titled = { readonly titleId?: string | undefined; readonly titleEn?: string | undefined }

function isTitled({ titleId, titleEn }: Titled): boolean {
	return Boolean(titleId) || Boolean(titleEn)
}

export const NewMilestoneAnswer = z.strictObject(fields).refine(isTitled, TITLED).refine(isInOrder, IN_ORDER)
export type NewMilestoneAnswer = z.infer<typeof NewMilestoneAnswer>

export const MilestoneAnswer = z.strictObject({ version: seenVersion, ...fields }).refine(isInOrder, IN_ORDER)
export type MilestoneAnswer = z.infer<typeof MilestoneAnswer>

/** How a milestone can be verified: what would count, where it is found, who checks, by when. */
export const ProtocolAnswer = z.strictObject({
	version: seenVersion,
	whatId: text,
	whatEn: text,
	whereId: text,
	whereEn: text,
	who: pastedLine(500).optional(),
	byOn: typedDay().optional(),
})
export type ProtocolAnswer = z.infer<typeof ProtocolAnswer>
