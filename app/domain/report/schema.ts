import { z } from 'zod'
import { EVIDENCE_GAPS, DIVERGENCE_STATES } from '#app/domain/divergence/rules.ts'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import { EXPECTATIONS } from '#app/domain/expectation/view.ts'
import { PLAN_STATUSES } from '#app/domain/action-plan/rules.ts'
import {
	FrozenAssessment,
	FrozenClaim,
	FrozenCoding,
	FrozenLevel,
	FrozenRecusal,
	FrozenVerification,
} from '#app/domain/published-act/schema.ts'
import {
	Amended,
	CommitmentTexts,
	FrozenAmendment,
	MilestoneTexts,
	PlanTexts,
	TextOrigin,
} from '#app/domain/published-text/schema.ts'
import { OwedAssessment, OwedReport } from '#app/domain/owed-assessment/schema.ts'
import { FrozenChanges } from '#app/domain/report-change/schema.ts'
import { FrozenDraftMark, FrozenRound, FrozenRoundBefore } from '#app/domain/report-draft/schema.ts'
import {
	FrozenConsultation,
	FrozenExpectation,
	FrozenHistory,
	FrozenObligation,
	FrozenRemark,
	FrozenRuleNumbers,
} from '#app/domain/report-source/schema.ts'
import { REPORT_KINDS } from '#app/domain/report-kind/rules.ts'
import { RuleSetRules } from '#app/domain/rule-set/schema.ts'
import { UnreadableActs } from '#app/domain/unreadable-act/schema.ts'
import { Withdrawals } from '#app/domain/withdrawal/schema.ts'
import { ACT_KINDS } from '#app/ledger/leaf.ts'
import { isCalendarDay, isPartialDay } from '#app/domain/calendar.ts'
import { REPORT_TEMPLATES } from './view.ts'
import type { ReportModel } from './view.ts'

const text = z.string().nullable()
const day = z.string().refine(isCalendarDay)
const partialDay = z.string().refine(isPartialDay).nullable()
const whole = z.int().nonnegative()
const bilingual = z.strictObject({ en: text, id: text })
const level = z.enum(COMPLETION_LEVELS)

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

const milestone = z.strictObject({
	id: z.string(),
	...MilestoneTexts,
	...Amended,
	earlier: z.exactOptional(z.array(z.strictObject(MilestoneTexts))),
	claims: z.array(FrozenClaim),
	verifications: z.array(FrozenVerification),
})

const commitment = z.strictObject({
	id: z.string(),
	ogpId: text,
	position: z.int(),
	...CommitmentTexts,
	...Amended,
	earlier: z.exactOptional(z.array(z.strictObject(CommitmentTexts))),
	milestones: z.array(milestone),
	verifications: z.array(FrozenVerification),
	codings: z.array(FrozenCoding),
	statedLevels: z.exactOptional(z.array(FrozenLevel)),
	withdrawals: z.exactOptional(Withdrawals),
	assessments: z.exactOptional(z.array(FrozenAssessment)),
	recusals: z.exactOptional(z.array(FrozenRecusal)),
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
	spread: z.exactOptional(z.strictObject({ lowest: level, highest: level, count: whole })),
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
	assessed: z.exactOptional(judgement),
	coded: judgement,
	divergence,
	codedDivergence: divergence,
	assessedDivergence: z.exactOptional(divergence),
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

const snapshot = z.strictObject({
	kind: z.enum(REPORT_KINDS),
	checkpointCode: z.exactOptional(z.string()),
	organization: z.exactOptional(z.strictObject({ id: z.string(), name: bilingual })),
	templateVersion: z.enum(REPORT_TEMPLATES),
	asOfOn: day,
	record: z.strictObject({
		plan,
		ruleSet,
		checkpoints: z.array(checkpoint),
		commitments: z.array(commitment),
		codings: z.array(FrozenCoding),
		earlier: z.exactOptional(z.array(PlanTexts)),
		amendments: z.exactOptional(z.array(FrozenAmendment)),
		selfAssessments: z.exactOptional(z.array(OwedAssessment)),
		owedReports: z.exactOptional(z.array(OwedReport)),
		unreadable: z.exactOptional(UnreadableActs),
		assessments: z.exactOptional(z.array(FrozenAssessment)),
		ledgerSize: whole,
	}),
	figures,
	expectations: z.array(FrozenExpectation).length(EXPECTATIONS.length),
	ruleNumbers: z.exactOptional(FrozenRuleNumbers),
	remarks: z.exactOptional(z.array(FrozenRemark)),
	obligations: z.exactOptional(z.array(FrozenObligation)),
	consultations: z.exactOptional(z.array(FrozenConsultation)),
	since: z.exactOptional(FrozenChanges),
	history: z.exactOptional(FrozenHistory),
	recordKinds: z.exactOptional(z.record(z.string(), z.enum(ACT_KINDS))),
	site: z.exactOptional(z.string()),
	checkpoint: z.exactOptional(z.string()),
	logKey: z.exactOptional(z.string()),
	draft: z.exactOptional(FrozenDraftMark),
	draftRounds: z.exactOptional(z.array(FrozenRound)),
	draftRoundBefore: z.exactOptional(FrozenRoundBefore),
	withdrawnSince: z.exactOptional(z.strictObject({ count: z.int().positive(), snapshotHash: z.string() })),
})

/** Reads a snapshot as it comes from a file: every field known, none missing, none more. Else where it is wrong. */
export function readSnapshot(value: unknown): { readonly model: ReportModel } | { readonly wrongAt: string } {
	const read = snapshot.safeParse(value)
	if (read.success) return { model: read.data }
	return { wrongAt: read.error.issues[0]?.path.join('.') ?? '' }
}
