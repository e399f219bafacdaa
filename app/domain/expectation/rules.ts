import { isInForce, shareOf, verificationsOf } from '#app/domain/action-plan/rules.ts'
import type {
	CheckpointView,
	CommitmentRecord,
	MilestoneRecord,
	PlanRecord,
	PlanView,
} from '#app/domain/action-plan/view.ts'
import { addDays, addMonths, firstDayOf, lastDayOf } from '#app/domain/calendar.ts'
import type { CalendarDay, PartialDay } from '#app/domain/calendar.ts'
import { judgementsOfCommitment } from '#app/domain/divergence/rules.ts'
import { isProgressIndicator } from '#app/domain/irm-coding/rules.ts'
import type { CodingView } from '#app/domain/irm-coding/view.ts'
import type { ClaimView } from '#app/domain/progress-update/view.ts'
import type { RuleSetRules } from '#app/domain/rule-set/schema.ts'
import type {
	ExpectationCode,
	ExpectationInput,
	ExpectationLevel,
	ExpectationReason,
	ExpectationView,
	ReportingFacts,
	TestResult,
} from './view.ts'

type Judged = readonly [ExpectationLevel, ...ExpectationReason[]]

/**
 * The five expectations for one plan as known on one day, in OGP's order.
 *
 * Two are worked out from the record; for the other three nothing is kept here yet, and the level says so. There
 * is no overall level: the five are never added up.
 *
 * Source  our own; OGP publishes no formula, and the interface says so.
 */
export function expectationLevels(record: PlanRecord, today: CalendarDay): readonly ExpectationView[] {
	return [
		notRecorded('E1_DECLARATION'),
		commitmentsLevel(record, today),
		notRecorded('E3_COCREATION'),
		reportingLevel(record, today),
		notRecorded('E5_CONTRIBUTION'),
	]
}

function notRecorded(code: ExpectationCode): ExpectationView {
	return { code, level: 'NOT_RECORDED', reasons: ['NOT_RECORDED_HERE'], inputs: [] }
}

type Tests = {
	readonly concrete: TestResult
	readonly lens: TestResult
	readonly stretch: TestResult
	readonly ambitious: boolean
}

const PRIMARY_VALUES = ['TRANSPARENCY', 'PARTICIPATION', 'ACCOUNTABILITY']

/**
 * E2, concrete and ambitious commitments: the plan's level on one day.
 *
 * Order  NOT_YET_DUE, NOT_MET, NOT_RECORDED (the record cannot tell), MET, else PARTIAL. A plan that has ended
 *        gets no level of its own: whether another has followed is not part of this record.
 * Source our own, over OGP's requirements for commitments; shown as such in the interface.
 */
export function commitmentsLevel(record: PlanRecord, today: CalendarDay): ExpectationView {
	const tests = record.commitments.map((commitment) => testsOf(commitment, record.plan))
	const [level, ...reasons] = judged(record, tests, today)
	return { code: 'E2_COMMITMENTS', level, reasons, inputs: inputsOf(tests) }
}

function judged(record: PlanRecord, tests: readonly Tests[], today: CalendarDay): Judged {
	const { plan } = record
	if (plan.startsOn !== null && today < firstDayOf(plan.startsOn)) return ['NOT_YET_DUE', 'PLAN_NOT_STARTED']
	if (tests.length === 0) return ['NOT_RECORDED', 'NO_COMMITMENTS_HERE']

	const needed = record.ruleSet.rules.concretePartial.value * tests.length
	if (tests.filter((t) => worstOf(t.concrete, t.lens) !== 'FAILS').length < needed)
		return ['NOT_MET', 'TOO_FEW_CONCRETE']
	if (hasEndedWithoutProgress(record, today)) return ['NOT_MET', 'NO_PROGRESS_AFTER_END']

	const inForce = isInForce(plan, today)
	if (inForce === null) return ['NOT_RECORDED', 'PLAN_PERIOD_UNKNOWN']
	if (!inForce) return ['NOT_RECORDED', 'PLAN_ENDED']
	if (tests.filter((t) => worstOf(t.concrete, t.lens) === 'PASSES').length < needed)
		return ['NOT_RECORDED', 'TEXTS_INCOMPLETE']
	return metOrPartial(record, tests, today)
}

function metOrPartial(record: PlanRecord, tests: readonly Tests[], today: CalendarDay): Judged {
	if (tests.some((t) => worstOf(worstOf(t.concrete, t.lens), t.stretch) !== 'PASSES')) {
		const unknown = tests.some((t) => [t.concrete, t.lens, t.stretch].includes('UNKNOWN'))
		return unknown ? ['PARTIAL', 'NOT_ALL_PASS', 'TEXTS_INCOMPLETE'] : ['PARTIAL', 'NOT_ALL_PASS']
	}
	if (tests.some((t) => t.ambitious)) return ['MET', 'ALL_PASS']
	if (isDesignAssessmentOpen(record, today)) return ['MET', 'ALL_PASS', 'AMBITION_NOT_YET_DUE']
	return ['PARTIAL', 'ALL_PASS', 'NO_INDEPENDENT_AMBITION']
}

function testsOf(commitment: CommitmentRecord, plan: PlanView): Tests {
	return {
		concrete: concreteness(commitment, plan.endsOn),
		lens: lens(commitment),
		stretch: completeness(
			[commitment.problem, commitment.baseline, commitment.description].map(hasText),
			commitment,
		),
		ambitious: commitment.codings.some(
			(c) =>
				c.indicator === 'POTENTIAL_FOR_RESULTS' &&
				(c.value ?? c.valueAsPublished).toUpperCase() === 'SUBSTANTIAL',
		),
	}
}

/** At least one milestone, and each says what, from when, until when (within the plan) and by whom. */
function concreteness(commitment: CommitmentRecord, planEndsOn: PartialDay | null): TestResult {
	if (commitment.milestones.length === 0) return completeness([false], commitment)
	return commitment.milestones.map((m) => milestoneConcreteness(m, planEndsOn)).reduce(worstOf)
}

function milestoneConcreteness(milestone: MilestoneRecord, planEndsOn: PartialDay | null): TestResult {
	const { startsOn, endsOn, responsible, deliverable } = milestone
	if (endsOn !== null && planEndsOn !== null && firstDayOf(endsOn) > lastDayOf(planEndsOn)) return 'FAILS'
	const given = completeness(
		[startsOn !== null, endsOn !== null, Boolean(responsible), hasText(deliverable)],
		milestone,
	)
	return planEndsOn === null ? worstOf(given, 'UNKNOWN') : given
}

/** Transparency, participation or accountability, with the reason why. */
function lens(commitment: CommitmentRecord): TestResult {
	const primary = commitment.ogpValues.filter((value) => PRIMARY_VALUES.includes(value.code))
	if (primary.some((value) => Boolean(value.justification))) return 'PASSES'
	return commitment.ogpValues.length > 0 && primary.length === 0 ? 'FAILS' : completeness([false], commitment)
}

/** What a text published here leaves out is missing; what an imported text leaves out is unknown. */
function completeness(given: readonly boolean[], text: Pick<CommitmentRecord, 'origin'>): TestResult {
	if (given.every(Boolean)) return 'PASSES'
	return text.origin.importedBy === null ? 'FAILS' : 'UNKNOWN'
}

function hasText(text: { readonly en: string | null; readonly id: string | null }): boolean {
	return Boolean(text.en ?? text.id)
}

function worstOf(a: TestResult, b: TestResult): TestResult {
	if (a === 'FAILS' || b === 'FAILS') return 'FAILS'
	return a === 'UNKNOWN' || b === 'UNKNOWN' ? 'UNKNOWN' : 'PASSES'
}

/** After the plan's last day, every commitment has a judged level and none of them is above "not started". */
function hasEndedWithoutProgress({ plan, commitments }: PlanRecord, today: CalendarDay): boolean {
	if (plan.endsOn === null || today <= lastDayOf(plan.endsOn)) return false
	return commitments.every((commitment) => {
		const judges = judgementsOfCommitment(commitment)
		const said = [judges.claimed, judges.verified, judges.coded]
		const levels = said.flatMap((judge) => judge.level ?? [])
		if (levels.length === 0 || said.some((judge) => judge.inOtherWords.length > 0)) return false
		return levels.every((level) => level === 'NOT_STARTED' || level === 'NO_EVIDENCE')
	})
}

function isDesignAssessmentOpen({ plan, ruleSet }: PlanRecord, today: CalendarDay): boolean {
	if (plan.submittedOn === null) return false
	return today <= addMonths(lastDayOf(plan.submittedOn), ruleSet.rules.designAssessmentMonths.value)
}

function inputsOf(tests: readonly Tests[]): readonly ExpectationInput[] {
	const of = tests.length
	return [
		{ code: 'CONCRETE', count: tests.filter((t) => t.concrete === 'PASSES').length, of },
		{ code: 'LENS', count: tests.filter((t) => t.lens === 'PASSES').length, of },
		{ code: 'STRETCH', count: tests.filter((t) => t.stretch === 'PASSES').length, of },
		{ code: 'AMBITIOUS', count: tests.filter((t) => t.ambitious).length, of },
		{
			code: 'TEXTS_UNKNOWN',
			count: tests.filter((t) => [t.concrete, t.lens, t.stretch].includes('UNKNOWN')).length,
			of,
		},
	]
}

/** E4, self-assessment and independent reporting: the plan's level on one day, from what is recorded here. */
export function reportingLevel(record: PlanRecord, today: CalendarDay): ExpectationView {
	const facts = reportingFacts(record, today)
	const [level, ...reasons] = judgeReporting(facts, record.ruleSet.rules)
	const milestones = record.commitments.flatMap((c) => c.milestones)
	const due = dueCheckpoints(record, today)
	return {
		code: 'E4_REPORTING',
		level,
		reasons,
		inputs: [
			{ code: 'REPORTS_ON_TIME', count: facts.onTime, of: facts.due },
			{
				code: 'MILESTONE_REPORTS',
				count: due.reduce(
					(sum, c) => sum + milestones.filter((m) => m.claims.some(isInTime(c, record))).length,
					0,
				),
				of: due.length * milestones.length,
			},
			{ code: 'COVERAGE', count: facts.covered, of: facts.commitments },
		],
	}
}

/**
 * The level that the facts give.
 *
 * Order  NOT_RECORDED (no reporting calendar here), NOT_YET_DUE, NOT_MET, NO_EVIDENCE, MET, else PARTIAL. What is
 *        not recorded keeps the level from MET, and never makes it worse.
 * Source our own; shown as such in the interface.
 */
export function judgeReporting(facts: ReportingFacts, rules: RuleSetRules): Judged {
	if (facts.checkpoints === 0) return ['NOT_RECORDED', 'NO_CHECKPOINTS_HERE']
	if (facts.due === 0 && !facts.findingIsDue) return ['NOT_YET_DUE', 'NOTHING_DUE']

	const timely = shareOf(facts.onTime, facts.due).share
	const late = timely !== null && timely < rules.selfTimelyPartial.value
	const unwatched = facts.findingIsDue && facts.covered === 0
	if (late && unwatched) return ['NOT_MET', 'REPORTS_LATE', 'NO_INDEPENDENT_FINDING']
	if (late) return ['NOT_MET', 'REPORTS_LATE']
	if (unwatched) return ['NOT_MET', 'NO_INDEPENDENT_FINDING']
	if (facts.claims > 0 && facts.claimsWithEvidence === 0) return ['NO_EVIDENCE', 'CLAIMS_WITHOUT_EVIDENCE']

	const missing = missingForMet(facts, timely, rules)
	return missing.length === 0 ? ['MET', 'REPORTS_ON_TIME', 'COVERAGE_REACHED'] : ['PARTIAL', ...missing]
}

/** What the record knows about reporting on a plan, on one day. */
export function reportingFacts(record: PlanRecord, today: CalendarDay): ReportingFacts {
	const { plan, ruleSet, commitments } = record
	const claims = commitments.flatMap((c) => c.milestones.flatMap((m) => m.claims))
	const moved = claims.filter((claim) => !claim.isNil && claim.level !== 'NOT_STARTED')
	const due = dueCheckpoints(record, today)
	const finding =
		plan.startsOn === null ? null : addMonths(firstDayOf(plan.startsOn), ruleSet.rules.noCoverageMonths.value)
	return {
		due: due.length,
		onTime: due.filter((checkpoint) => claims.some(isInTime(checkpoint, record))).length,
		checkpoints: record.checkpoints.length,
		covered: commitments.filter((c) => isCovered(c, today, ruleSet.rules.coverageMonths.value)).length,
		commitments: commitments.length,
		findingIsDue: isInForce(plan, today) === true && finding !== null && finding < today,
		claims: moved.length,
		claimsWithEvidence: moved.filter((claim) => claim.evidence.length > 0).length,
		consulted: null,
		assessmentsPublished: null,
	}
}

/**
 * Whether somebody independent looked at the commitment in the last months. A finding counts until the same day
 * of the month when the window ends, and no longer on the day after.
 */
export function isCovered(commitment: CommitmentRecord, today: CalendarDay, months: number): boolean {
	const from = addMonths(today, -months)
	const recent = verificationsOf(commitment).some(
		(v) => v.independence === 'INDEPENDENT' && v.publishedOn >= from && v.publishedOn <= today,
	)
	return recent || commitment.codings.some((coding) => isRecentFinding(coding, from, today))
}

/** An imported coding is as old as its year, not as its import; a year that only partly lies in the window does not count. */
function isRecentFinding(coding: CodingView, from: CalendarDay, today: CalendarDay): boolean {
	if (!isProgressIndicator(coding.indicator)) return false
	if (coding.year !== null)
		return firstDayOf(String(coding.year)) >= from && firstDayOf(String(coding.year)) <= today
	return coding.importedBy === null && coding.publishedOn >= from && coding.publishedOn <= today
}

function dueCheckpoints({ checkpoints, ruleSet }: PlanRecord, today: CalendarDay): readonly CheckpointView[] {
	return checkpoints.filter((c) => addDays(c.dueOn, ruleSet.rules.graceDays.value) < today)
}

function isInTime(checkpoint: CheckpointView, { ruleSet }: PlanRecord): (claim: ClaimView) => boolean {
	const last = addDays(checkpoint.dueOn, ruleSet.rules.graceDays.value)
	return (claim) => claim.checkpointCode === checkpoint.code && claim.publishedOn <= last
}

function missingForMet(
	facts: ReportingFacts,
	timely: number | null,
	rules: RuleSetRules,
): ExpectationReason[] {
	const coverage = shareOf(facts.covered, facts.commitments).share ?? 0
	return [
		...(timely !== null && timely < 1 ? (['REPORTS_LATE'] as const) : []),
		...(facts.covered === 0 ? (['NO_INDEPENDENT_FINDING'] as const) : []),
		...(facts.covered > 0 && coverage < rules.coverageMet.value ? (['COVERAGE_BELOW'] as const) : []),
		...(facts.consulted === true ? [] : (['CONSULTATION_NOT_RECORDED'] as const)),
		...(facts.assessmentsPublished === true ? [] : (['ASSESSMENTS_NOT_RECORDED'] as const)),
	]
}
