import { z } from 'zod'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { stancedFileAnswer, stancedLinkAnswer, typedText } from '#app/domain/evidence/schema.ts'
import type { FileArrival } from '#app/domain/evidence/schema.ts'
import {
	CONFIDENCES,
	METHODS,
	OUTCOMES,
	RATIONALE_MAX_CHARACTERS,
	STATEMENT_MAX_CHARACTERS,
	isLongEnough,
} from './rules.ts'

/** The draft's version that the monitor saw. */
const seenVersion = z.int({ error: 'form.version' }).min(1, { error: 'form.version' })

/** Whether the monitor or their organization has an interest in the commitment; who has one says which. */
export const DeclarationAnswer = z
	.strictObject({
		hasInterest: z.enum(['yes', 'no'], { error: 'verification.interest.required' }),
		statement: typedText(STATEMENT_MAX_CHARACTERS).optional(),
	})
	.refine((answer) => answer.hasInterest === 'no' || Boolean(answer.statement), {
		path: ['statement'],
		error: 'verification.statement.required',
	})
export type DeclarationAnswer = z.infer<typeof DeclarationAnswer>

/** The monitor's own level (NONE: it could not be found out) and what it says about the claim. */
export const FindingAnswer = z
	.strictObject({
		version: seenVersion,
		level: z.enum([...COMPLETION_LEVELS, 'NONE'], { error: 'verification.level.required' }),
		outcome: z.enum(OUTCOMES, { error: 'verification.outcome.required' }),
	})
	.refine((answer) => answer.level !== 'NONE' || answer.outcome === 'CANNOT_VERIFY', {
		path: ['level'],
		error: 'verification.level.only-cannot-verify',
	})
export type FindingAnswer = z.infer<typeof FindingAnswer>

const rationale = typedText(RATIONALE_MAX_CHARACTERS).optional()

/** How it was found out, how sure the monitor is, and why. */
export const ReasonsAnswer = z
	.strictObject({
		version: seenVersion,
		method: z.enum(METHODS, { error: 'verification.method.required' }),
		confidence: z.enum(CONFIDENCES, { error: 'verification.confidence.required' }),
		rationaleId: rationale,
		rationaleEn: rationale,
	})
	.refine((answer) => isLongEnough(answer.rationaleId) || isLongEnough(answer.rationaleEn), {
		path: ['rationaleId'],
		error: 'verification.rationale.too-short',
	})
export type ReasonsAnswer = z.infer<typeof ReasonsAnswer>

/** One more piece of evidence: a link, or a reference to an interview, with what it says about the claim. */
export function findingEvidenceAnswer(today: CalendarDay) {
	return stancedLinkAnswer(today).safeExtend({ version: seenVersion })
}
export type FindingEvidenceAnswer = z.infer<ReturnType<typeof findingEvidenceAnswer>>

/** One more file as evidence, with what it says about the claim. */
export function findingFileAnswer(arrival: FileArrival) {
	return stancedFileAnswer(arrival).safeExtend({ version: seenVersion })
}
export type FindingFileAnswer = z.infer<ReturnType<typeof findingFileAnswer>>

/** The draft as the monitor saw it, and nothing else: for commands that only confirm. */
export const SeenFinding = z.strictObject({ version: seenVersion })
export type SeenFinding = z.infer<typeof SeenFinding>
