import { z } from 'zod'
import { isCalendarDay } from '#app/domain/calendar.ts'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import { INTERESTS, SCOPES } from '#app/domain/conflict/rules.ts'
import { NamedInterests } from '#app/domain/conflict/schema.ts'
import { ASSESSMENT_KINDS } from '#app/domain/local-assessment/rules.ts'
import { AssessmentAnswers } from '#app/domain/local-assessment/schema.ts'
import { REPLACEMENTS } from '#app/domain/recusal/rules.ts'
import { METHODS, OUTCOMES } from '#app/domain/verification/rules.ts'
import { ProtocolChecks } from '#app/domain/verification/schema.ts'
import { DECISIONS } from '#app/domain/verifier-decision/rules.ts'

const text = z.string().nullable()
const day = z.string().refine(isCalendarDay)
const bilingual = z.strictObject({ en: text, id: text })
const key = { recordId: z.string(), version: z.int().nonnegative() }
const ledgerPlace = { publishedOn: day, ledgerIndex: z.int() }
const organization = { organizationId: z.string(), organizationName: bilingual }
const level = z.enum(COMPLETION_LEVELS).nullable()

/** Parts of an independent record as a report keeps them; `evidence` is what reports keep of evidence. */
export function frozenIndependent<Evidence extends z.ZodType>(evidence: Evidence) {
	return { further: furtherOf(threadOf(evidence)), recusal, assessment: assessmentOf(evidence) }
}

const decision = z.strictObject({
	...key,
	finding: z.strictObject(key),
	reply: z.strictObject(key).nullable(),
	decision: z.enum(DECISIONS),
	changedToVersion: z.int().nullable(),
	reason: bilingual,
	...ledgerPlace,
})

function threadOf<Evidence extends z.ZodType>(evidence: Evidence) {
	const reply = z.strictObject({
		...key,
		finding: z.strictObject(key),
		...organization,
		text: bilingual,
		evidence,
		dueOn: day,
		isLate: z.boolean(),
		...ledgerPlace,
	})
	return z.strictObject({ dueOn: day.nullable(), replies: z.array(reply), decisions: z.array(decision) })
}

/** What a finding says beyond its level and reasons; reports from before there was such a thing have none of it. */
function furtherOf<Thread extends z.ZodType>(thread: Thread) {
	const earlier = z.strictObject({
		version: z.int(),
		level,
		outcome: z.enum(OUTCOMES),
		...ledgerPlace,
		thread,
	})
	return {
		furtherMethods: z.exactOptional(z.array(z.enum(METHODS))),
		confidenceNeeds: z.exactOptional(bilingual),
		protocolChecks: z.exactOptional(ProtocolChecks),
		followsUp: z.exactOptional(z.string()),
		isPeerReviewed: z.exactOptional(z.literal(true)),
		interests: z.exactOptional(NamedInterests),
		earlier: z.exactOptional(z.array(earlier)),
		thread: z.exactOptional(thread),
		signature: z.exactOptional(z.strictObject({ ...key, keyId: z.string(), isKeyConfirmed: z.boolean() })),
	}
}

const recusal = z.strictObject({
	...key,
	...organization,
	scope: z.enum(SCOPES),
	interests: z.array(z.enum(INTERESTS)),
	reason: bilingual,
	replacement: z.enum(REPLACEMENTS),
	replacementName: bilingual.nullable(),
	untilOn: day,
	...ledgerPlace,
})

function assessmentOf<Evidence extends z.ZodType>(evidence: Evidence) {
	return z.strictObject({
		...key,
		kind: z.enum(ASSESSMENT_KINDS),
		commitmentId: text,
		...organization,
		questionSet: z.string(),
		answers: AssessmentAnswers,
		level,
		signedByCount: z.int(),
		dueOn: day.nullable(),
		evidence,
		...ledgerPlace,
	})
}
