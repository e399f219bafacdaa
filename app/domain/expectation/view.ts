import type { LeftOutCommitment } from '#app/domain/active-commitment/view.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { AssessmentFacts } from '#app/domain/owed-assessment/rules.ts'

/** What OGP expects of a member, in OGP's order. Source: OGP Articles of Governance; codes ours. */
export const EXPECTATIONS = [
	'E1_DECLARATION',
	'E2_COMMITMENTS',
	'E3_COCREATION',
	'E4_REPORTING',
	'E5_CONTRIBUTION',
] as const
export type ExpectationCode = (typeof EXPECTATIONS)[number]

/** Levels of an expectation. Source: our own, after the IRM's wording; OGP publishes no formula. */
export const EXPECTATION_LEVELS = [
	'MET',
	'PARTIAL',
	'NOT_MET',
	'NO_EVIDENCE',
	'NOT_YET_DUE',
	'NOT_APPLICABLE',
	'NOT_RECORDED',
] as const
export type ExpectationLevel = (typeof EXPECTATION_LEVELS)[number]

/** Why a level is what it is; the words are under `expectation-reason.<CODE>`. */
export const EXPECTATION_REASONS = [
	'NOT_RECORDED_HERE',
	'PLAN_NOT_STARTED',
	'PLAN_PERIOD_UNKNOWN',
	'PLAN_ENDED',
	'NO_COMMITMENTS_HERE',
	'NO_ACTIVE_COMMITMENTS',
	'NO_PROGRESS_AFTER_END',
	'TOO_FEW_CONCRETE',
	'TEXTS_INCOMPLETE',
	'NOT_ALL_PASS',
	'NO_INDEPENDENT_AMBITION',
	'AMBITION_NOT_YET_DUE',
	'ALL_PASS',
	'NO_CHECKPOINTS_HERE',
	'NOTHING_DUE',
	'REPORTS_LATE',
	'NO_INDEPENDENT_FINDING',
	'CLAIMS_WITHOUT_EVIDENCE',
	'REPORTS_ON_TIME',
	'COVERAGE_REACHED',
	'COVERAGE_BELOW',
	'CONSULTATION_NOT_RECORDED',
	'ASSESSMENTS_NOT_RECORDED',
	'ASSESSMENTS_MISSING',
	'ASSESSMENT_LATE',
	'END_ASSESSMENT_LATE',
	'NOT_CONSULTED',
	'NOT_OGP_MEMBER',
	'NEW_MEMBER',
	'ENDORSED',
	'ENDORSEMENT_MISSING',
	'ENDORSEMENT_WITHOUT_FILE',
	'ENDORSEMENT_NOT_PUBLIC',
	'ENDORSEMENT_NOT_BY_HEAD',
	'MEMBERSHIP_NOT_ACTIVE',
	'MEMBERSHIP_UNDER_REVIEW',
	'MEMBERSHIP_NOT_RECORDED',
	'ADMINISTRATION_NOT_RECORDED',
	'ADMINISTRATION_NEW',
	'REAFFIRMATION_MISSING',
	'REAFFIRMATION_NOT_RECORDED',
	'NO_PLAN_HERE',
	'SUCCESSOR_SUBMITTED',
	'SUCCESSOR_IN_MAKING',
	'SUCCESSOR_MISSING',
	'REQUIREMENTS_MET',
	'REQUIREMENT_NOT_MET',
	'RECOMMENDATION_NOT_MET',
	'REQUIREMENT_WITHOUT_EVIDENCE',
	'REQUIREMENT_PARTLY_MET',
	'REQUIREMENTS_NOT_RECORDED',
	'REQUIREMENTS_NOT_YET_DUE',
	'CONTRARY_TO_PROCESS_RISK',
	'SHARED_RECENTLY',
	'SHARED_LONG_AGO',
	'SHARED_ONLY_AT_HOME',
	'SHARING_ONLY_RECEIVED',
	'SHARING_WITHOUT_COUNTERPART',
	'SHARING_WITHOUT_EVIDENCE',
	'SHARING_MISSING',
] as const
export type ExpectationReason = (typeof EXPECTATION_REASONS)[number]

/** Figures a level rests on; the words are under `expectation-input.<CODE>`. */
export const EXPECTATION_INPUTS = [
	'CONCRETE',
	'LENS',
	'STRETCH',
	'AMBITIOUS',
	'AMBITION_FOUND',
	'TEXTS_UNKNOWN',
	'REPORTS_ON_TIME',
	'MILESTONE_REPORTS',
	'COVERAGE',
	'ASSESSMENTS_ON_TIME',
	'ASSESSMENTS_CONSULTED',
	'INDEPENDENT_REPORTS',
	'DECLARATION_ITEMS',
	'REQUIREMENTS_MET',
	'REQUIREMENTS_NOT_RECORDED',
	'SHARING_QUALIFYING',
] as const
export type ExpectationInputCode = (typeof EXPECTATION_INPUTS)[number]

/** One figure with its denominator. */
export type ExpectationInput = {
	readonly code: ExpectationInputCode
	readonly count: number
	readonly of: number
}

/** One expectation with its level, why, and on which figures. */
export type ExpectationView = {
	readonly code: ExpectationCode
	readonly level: ExpectationLevel
	readonly reasons: readonly ExpectationReason[]
	readonly inputs: readonly ExpectationInput[]
	/** Commitments that its figures leave out; absent where there are none. */
	readonly leftOut?: readonly LeftOutCommitment[]
}

/** An expectation of a member, with the records behind it and the day on which its level can change without a further act. */
export type JudgedExpectation = ExpectationView & {
	readonly records: readonly string[]
	readonly dueOn: CalendarDay | null
}

/** UNKNOWN: the text came from another source that leaves the point open, so neither yes nor no is said. */
export const TEST_RESULTS = ['PASSES', 'FAILS', 'UNKNOWN'] as const
export type TestResult = (typeof TEST_RESULTS)[number]

/** What E4 is judged on. Null: not recorded here, so neither yes nor no. */
export type ReportingFacts = {
	/** Checkpoints whose due date and grace have passed, and those of them reported in time. */
	readonly due: number
	readonly onTime: number
	readonly checkpoints: number
	/** Active commitments with a recent independent finding, and all that are active. */
	readonly covered: number
	readonly commitments: number
	/** The plan is in force longer than a plan may be without any independent finding. */
	readonly findingIsDue: boolean
	readonly claims: number
	readonly claimsWithEvidence: number
	/** What the plan's self-assessments say. */
	readonly assessments: AssessmentFacts | null
	/** Independent reports whose last day is over, and those of them that are published. */
	readonly reports: { readonly due: number; readonly published: number } | null
}
