import { z } from 'zod'
import { isCalendarDay } from '#app/domain/calendar.ts'
import { CLAIMED_LEVELS, COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import { EVIDENCE_KINDS, STANCES } from '#app/domain/evidence/rules.ts'
import { IRM_INDICATORS } from '#app/domain/irm-coding/rules.ts'
import { frozenIndependent } from '#app/domain/independent-record/schema.ts'
import { CHALLENGES } from '#app/domain/progress-update/rules.ts'
import { TextStates } from '#app/domain/text-state/schema.ts'
import { MEDIA_TYPES, REMOVED_CODES } from '#app/domain/upload/rules.ts'
import { CONFIDENCES, INDEPENDENCES, METHODS, OUTCOMES } from '#app/domain/verification/rules.ts'

const text = z.string().nullable()
const day = z.string().refine(isCalendarDay)
const whole = z.int().nonnegative()
const bilingual = z.strictObject({ en: text, id: text })
const ledgerPlace = { publishedOn: day, ledgerIndex: z.int() }

const file = z.strictObject({
	sha256: z.string(),
	mediaType: z.enum(MEDIA_TYPES),
	bytes: whole,
	previewSha256: text,
	originalSeal: text,
	removed: z.array(z.enum(REMOVED_CODES)),
})
/** Reports from before there were files and protected evidence have the four middle members alone. */
const openEvidence = z.strictObject({
	visibility: z.exactOptional(z.literal('PUBLIC')),
	id: z.exactOptional(z.string()),
	kind: z.enum(EVIDENCE_KINDS),
	url: z.string(),
	title: text,
	stance: z.enum(STANCES).nullable(),
	excerpt: z.exactOptional(z.string()),
	locator: z.exactOptional(z.string()),
	part: z.exactOptional(z.string()),
	archiveUrl: z.exactOptional(z.string()),
	altText: z.exactOptional(z.string()),
	file: z.exactOptional(file),
	protectedUntil: z.exactOptional(day),
})
const hiddenEvidence = z.strictObject({
	visibility: z.literal('PROTECTED'),
	id: z.string(),
	kind: z.enum(EVIDENCE_KINDS),
	embargoUntil: day.nullable(),
})
const evidence = z.array(z.union([openEvidence, hiddenEvidence]))

const independent = frozenIndependent(evidence)
export const FrozenAssessment = independent.assessment
export const FrozenRecusal = independent.recusal

/** A claim, as a report keeps it. */
export const FrozenClaim = z.strictObject({
	recordId: z.string(),
	version: whole,
	milestoneId: z.string(),
	checkpointCode: text,
	organizationId: z.string(),
	organizationName: bilingual,
	isNil: z.boolean(),
	level: z.enum(CLAIMED_LEVELS).nullable(),
	levelAsPublished: text,
	done: bilingual,
	challenges: z.array(z.enum(CHALLENGES)),
	challengeText: text,
	nextStep: z.exactOptional(bilingual),
	startedOn: z.exactOptional(day),
	finishedOn: z.exactOptional(day),
	expectedOn: z.exactOptional(day),
	textStates: z.exactOptional(TextStates),
	evidence,
	provenance: z
		.strictObject({ source: z.string(), sourceUrl: text, sourcePublishedOn: text, importedBy: bilingual })
		.nullable(),
	...ledgerPlace,
})

/** A finding, as a report keeps it. */
export const FrozenVerification = z.strictObject({
	recordId: z.string(),
	version: whole,
	commitmentId: z.string(),
	milestoneId: text,
	checkpointCode: text,
	claim: z.strictObject({ recordId: z.string(), version: whole }).nullable(),
	organizationId: z.string(),
	organizationName: bilingual,
	level: z.enum(COMPLETION_LEVELS).nullable(),
	outcome: z.enum(OUTCOMES),
	method: z.enum(METHODS),
	confidence: z.enum(CONFIDENCES),
	rationale: bilingual,
	evidence,
	independence: z.enum(INDEPENDENCES),
	interestStatement: text,
	...independent.further,
	...ledgerPlace,
})

/** A value the IRM gave, as a report keeps it. */
export const FrozenCoding = z.strictObject({
	recordId: z.string(),
	version: whole,
	commitmentId: text,
	indicator: z.enum(IRM_INDICATORS),
	value: text,
	valueAsPublished: z.string(),
	product: z.string(),
	year: z.int().nullable(),
	source: z.string(),
	sourceUrl: text,
	importedBy: bilingual.nullable(),
	...ledgerPlace,
})

/** A level stated for a whole commitment, as a report keeps it. */
export const FrozenLevel = z.strictObject({
	recordId: z.string(),
	version: whole,
	checkpointCode: text,
	organizationId: z.string(),
	organizationName: bilingual,
	level: z.enum(CLAIMED_LEVELS),
	suggested: z.enum(CLAIMED_LEVELS).nullable(),
	sentence: bilingual,
	...ledgerPlace,
})
