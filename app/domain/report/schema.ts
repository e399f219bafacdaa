import { z } from 'zod'
import { EVIDENCE_GAPS, DIVERGENCE_STATES } from '#app/domain/divergence/rules.ts'
import { CLAIMED_LEVELS, COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import {
	EXPECTATIONS,
	EXPECTATION_INPUTS,
	EXPECTATION_LEVELS,
	EXPECTATION_REASONS,
} from '#app/domain/expectation/view.ts'
import { EVIDENCE_KINDS, STANCES } from '#app/domain/evidence/rules.ts'
import { IRM_INDICATORS } from '#app/domain/irm-coding/rules.ts'
import { PLAN_STATUSES } from '#app/domain/action-plan/rules.ts'
import {
	Amended,
	CommitmentTexts,
	FrozenAmendment,
	MilestoneTexts,
	PlanTexts,
	TextOrigin,
} from '#app/domain/published-text/schema.ts'
import { CHALLENGES } from '#app/domain/progress-update/rules.ts'
import { RuleSetRules } from '#app/domain/rule-set/schema.ts'
import { MEDIA_TYPES, REMOVED_CODES } from '#app/domain/upload/rules.ts'
import { TextStates } from '#app/domain/text-state/schema.ts'
import { CONFIDENCES, INDEPENDENCES, METHODS, OUTCOMES } from '#app/domain/verification/rules.ts'
import { Withdrawals } from '#app/domain/withdrawal/schema.ts'
import { isCalendarDay, isPartialDay } from '#app/domain/calendar.ts'
import { PROGRESS_REPORT_TEMPLATE } from './view.ts'
import type { ProgressReportModel } from './view.ts'

const text = z.string().nullable()
const day = z.string().refine(isCalendarDay)
const partialDay = z.string().refine(isPartialDay).nullable()
const whole = z.int().nonnegative()
const bilingual = z.strictObject({ en: text, id: text })
const level = z.enum(COMPLETION_LEVELS)

const ledgerPlace = { publishedOn: day, ledgerIndex: z.int() }
const origin = TextOrigin

const member = z.strictObject({
	id: z.string(),
	level: z.enum(['NATIONAL', 'LOCAL']),
	localType: z.enum(['PROVINCE', 'REGENCY', 'CITY', 'CONSORTIUM']).nullable(),
	countryCode: z.string(),
	name: bilingual,
	timeZone: z.string(),
	participationMode: z.enum(['OGP_LOCAL_MEMBER', 'SUBNATIONAL_IN_NATIONAL_PLAN', 'OBSERVER']).nullable(),
	joinedYear: z.int().nullable(),
	isDemonstration: z.boolean(),
	notes: z.array(z.strictObject({ en: z.string(), id: z.string(), source: z.string() })),
	source: z.string(),
})

const plan = z.strictObject({
	id: z.string(),
	member,
	status: z.enum(PLAN_STATUSES),
	number: text,
	title: bilingual,
	startsOn: partialDay,
	endsOn: partialDay,
	submittedOn: partialDay,
	commitmentsPublished: whole.nullable(),
	commitmentsHere: whole,
	origin,
})

const ruleSet = z.strictObject({
	id: z.string(),
	track: z.enum(['NATIONAL', 'LOCAL']),
	version: z.string(),
	validFrom: z.string(),
	rules: RuleSetRules,
	note: bilingual,
})

const checkpoint = z.strictObject({
	id: z.string(),
	code: z.string(),
	opensOn: day,
	dueOn: day,
	lockedOn: day.nullable(),
	reopenedUntilOn: z.exactOptional(day),
})

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

const claim = z.strictObject({
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

const verification = z.strictObject({
	recordId: z.string(),
	version: whole,
	commitmentId: z.string(),
	milestoneId: text,
	checkpointCode: text,
	claim: z.strictObject({ recordId: z.string(), version: whole }).nullable(),
	organizationId: z.string(),
	organizationName: bilingual,
	level: level.nullable(),
	outcome: z.enum(OUTCOMES),
	method: z.enum(METHODS),
	confidence: z.enum(CONFIDENCES),
	rationale: bilingual,
	evidence,
	independence: z.enum(INDEPENDENCES),
	interestStatement: text,
	...ledgerPlace,
})

const coding = z.strictObject({
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

const statedLevel = z.strictObject({
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

const milestone = z.strictObject({
	id: z.string(),
	...MilestoneTexts,
	...Amended,
	earlier: z.exactOptional(z.array(z.strictObject(MilestoneTexts))),
	claims: z.array(claim),
	verifications: z.array(verification),
})

const commitment = z.strictObject({
	id: z.string(),
	ogpId: text,
	position: z.int(),
	...CommitmentTexts,
	...Amended,
	earlier: z.exactOptional(z.array(z.strictObject(CommitmentTexts))),
	milestones: z.array(milestone),
	verifications: z.array(verification),
	codings: z.array(coding),
	statedLevels: z.exactOptional(z.array(statedLevel)),
	withdrawals: z.exactOptional(Withdrawals),
})

const share = z.strictObject({ count: whole, of: whole, share: z.number().nullable() })
const judge = z.strictObject({
	counts: z.record(level, whole),
	inOtherWords: whole,
	notAssessed: whole,
	highCompletion: share,
})
const judgement = z.strictObject({
	level: level.nullable(),
	inOtherWords: z.array(z.string()),
	known: whole,
	total: whole,
	rolledUp: z.boolean(),
	asOfOn: partialDay,
})
const divergence = z.strictObject({
	state: z.enum(DIVERGENCE_STATES),
	steps: z.int().nullable(),
	evidenceGap: z.enum(EVIDENCE_GAPS).nullable(),
})
const judgements = z.strictObject({
	claimed: judgement,
	verified: judgement,
	coded: judgement,
	divergence,
	codedDivergence: divergence,
})

const figures = z.strictObject({
	commitments: whole,
	milestones: whole,
	claimed: judge,
	verified: judge,
	coded: judge,
	agreement: share,
	coverage: share,
	verifications: whole,
	overdue: z.array(
		z.strictObject({
			commitmentId: z.string(),
			milestoneId: z.string(),
			lastDay: day,
			claimed: level.nullable(),
		}),
	),
	milestonesWithoutEndDate: whole,
	divergenceCounts: z.record(z.enum(DIVERGENCE_STATES), whole),
	divergences: z.array(z.strictObject({ commitmentId: z.string(), milestoneId: text, judgements })),
	claimsWaiting: whole,
})

const expectation = z.strictObject({
	code: z.enum(EXPECTATIONS),
	level: z.enum(EXPECTATION_LEVELS),
	reasons: z.array(z.enum(EXPECTATION_REASONS)),
	inputs: z.array(z.strictObject({ code: z.enum(EXPECTATION_INPUTS), count: whole, of: whole })),
})

const snapshot = z.strictObject({
	kind: z.literal('progress-report'),
	templateVersion: z.literal(PROGRESS_REPORT_TEMPLATE),
	asOfOn: day,
	record: z.strictObject({
		plan,
		ruleSet,
		checkpoints: z.array(checkpoint),
		commitments: z.array(commitment),
		codings: z.array(coding),
		earlier: z.exactOptional(z.array(PlanTexts)),
		amendments: z.exactOptional(z.array(FrozenAmendment)),
		ledgerSize: whole,
	}),
	figures,
	expectations: z.array(expectation).length(EXPECTATIONS.length),
	checkpoint: z.exactOptional(z.string()),
	logKey: z.exactOptional(z.string()),
	withdrawnSince: z.exactOptional(z.strictObject({ count: z.int().positive(), snapshotHash: z.string() })),
})

/** Reads a snapshot as it comes from a file: every field known, none missing, none more. Else where it is wrong. */
export function readSnapshot(
	value: unknown,
): { readonly model: ProgressReportModel } | { readonly wrongAt: string } {
	const read = snapshot.safeParse(value)
	if (read.success) return { model: read.data }
	return { wrongAt: read.error.issues[0]?.path.join('.') ?? '' }
}
