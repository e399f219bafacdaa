import { z } from 'zod'
import { pastedLine, pastedText } from '#app/domain/pasted-text.ts'
import {
	IN_ORDER,
	TEXT_MAX_CHARACTERS,
	TITLE_MAX_CHARACTERS,
	isInOrder,
} from '#app/domain/plan-draft/schema.ts'
import { seenVersion } from '#app/domain/progress-update/schema.ts'
import { typedDay } from '#app/domain/typed-day.ts'

/** Most institutions that support one commitment, and most policy areas of one. Source: our own. */
const LIST_MAX = 50

const line = (maxCharacters: number) => pastedLine(maxCharacters).optional()
const text = pastedText(TEXT_MAX_CHARACTERS).optional()
const id = z.string().max(128)

/** What is promised and why: number, title, the problem, and where things stand today. */
const what = {
	number: line(20),
	titleId: line(TITLE_MAX_CHARACTERS),
	titleEn: line(TITLE_MAX_CHARACTERS),
	problemId: text,
	problemEn: text,
	baselineId: text,
	baselineEn: text,
}

/** A commitment that is added: the same questions, and of which version of the plan nothing is needed. */
export const NewCommitmentAnswer = z
	.strictObject(what)
	.refine(({ titleId, titleEn }) => Boolean(titleId) || Boolean(titleEn), {
		path: ['titleId'],
		error: 'commitment-draft.title.required',
	})
export type NewCommitmentAnswer = z.infer<typeof NewCommitmentAnswer>

export const WhatAnswer = z.strictObject({ version: seenVersion, ...what })
export type WhatAnswer = z.infer<typeof WhatAnswer>

export const ActionAnswer = z.strictObject({
	version: seenVersion,
	descriptionId: text,
	descriptionEn: text,
	contributionId: text,
	contributionEn: text,
})
export type ActionAnswer = z.infer<typeof ActionAnswer>

export const WhoAnswer = z
	.strictObject({
		version: seenVersion,
		leadId: id.optional(),
		supportIds: z.array(id).max(LIST_MAX).default([]),
		supportingInstitutions: pastedText(2_000).optional(),
		startsOn: typedDay().optional(),
		endsOn: typedDay().optional(),
		carriedOverFrom: id.optional(),
	})
	.refine(isInOrder, IN_ORDER)
export type WhoAnswer = z.infer<typeof WhoAnswer>

export const ValuesAnswer = z.strictObject({
	version: seenVersion,
	transparency: text,
	participation: text,
	accountability: text,
	technology: text,
	inclusion: text,
	/** One a line; the first is the primary one. */
	policyAreas: pastedText(5_000).optional(),
})
export type ValuesAnswer = z.infer<typeof ValuesAnswer>

export const AdditionalAnswer = z.strictObject({
	version: seenVersion,
	theme: line(TITLE_MAX_CHARACTERS),
	additionalId: text,
	additionalEn: text,
})
export type AdditionalAnswer = z.infer<typeof AdditionalAnswer>

/** Where a part of a plan goes among its siblings, counted from 1. */
export const MoveAnswer = z.strictObject({ to: z.coerce.number<string>().int().min(1).max(10_000) })
export type MoveAnswer = z.infer<typeof MoveAnswer>

/** The policy areas as they were typed, one a line, each once. */
export function policyAreasIn(typed: string | undefined): string[] {
	const areas = (typed ?? '').split('\n').map((area) => area.replace(/^- /, '').trim())
	return [...new Set(areas.filter((area) => area !== ''))].slice(0, LIST_MAX)
}
