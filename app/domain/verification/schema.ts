import { z } from 'zod'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { stancedFileAnswer, stancedLinkAnswer, typedText } from '#app/domain/evidence/schema.ts'
import type { FileArrival } from '#app/domain/evidence/schema.ts'
import {
	CHECK_NOTE_MAX_CHARACTERS,
	CONFIDENCES,
	CONFIDENCE_NEEDS_MAX_CHARACTERS,
	METHODS,
	OUTCOMES,
	PROTOCOL_CHECKS,
	RATIONALE_MAX_CHARACTERS,
	isLongEnough,
	lacksNeeds,
} from './rules.ts'

/** The draft's version that the monitor saw. */
const seenVersion = z.int({ error: 'form.version' }).min(1, { error: 'form.version' })

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
const needs = typedText(CONFIDENCE_NEEDS_MAX_CHARACTERS).optional()
const note = typedText(CHECK_NOTE_MAX_CHARACTERS).optional()

/** How it was found out, how sure the monitor is, what would make them surer, and why. */
export const ReasonsAnswer = z
	.strictObject({
		version: seenVersion,
		method: z.enum(METHODS, { error: 'verification.method.required' }),
		furtherMethods: z.array(z.enum(METHODS)).max(METHODS.length).optional(),
		confidence: z.enum(CONFIDENCES, { error: 'verification.confidence.required' }),
		confidenceNeedsId: needs,
		confidenceNeedsEn: needs,
		/** The checks of the milestone's protocol that hold. */
		checksMet: z.array(z.enum(PROTOCOL_CHECKS)).max(PROTOCOL_CHECKS.length).optional(),
		noteWHAT: note,
		noteWHERE: note,
		noteWHO: note,
		noteBY_ON: note,
		/** The earlier finding that this one follows up. */
		followsUp: z.string().max(128).optional(),
		rationaleId: rationale,
		rationaleEn: rationale,
	})
	.refine(
		(answer) =>
			!lacksNeeds(answer.confidence, { en: answer.confidenceNeedsEn, id: answer.confidenceNeedsId }),
		{ path: ['confidenceNeedsId'], error: 'verification.confidence-needs.required' },
	)
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

/** The checks of a milestone's protocol as a monitor went through them. */
export const ProtocolChecks = z.array(
	z.strictObject({ check: z.string(), isMet: z.boolean(), note: z.string().nullable() }),
)
export type ProtocolChecks = z.infer<typeof ProtocolChecks>

/** The draft as the monitor saw it, and nothing else: for commands that only confirm. */
export const SeenFinding = z.strictObject({ version: seenVersion })
export type SeenFinding = z.infer<typeof SeenFinding>
