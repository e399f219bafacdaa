import { isInForce, shareOf, verificationsOf } from '#app/domain/action-plan/rules.ts'
import type { CheckpointView, CommitmentRecord, PlanRecord } from '#app/domain/action-plan/view.ts'
import { activeCommitments, leftOutOf } from '#app/domain/active-commitment/rules.ts'
import { addDays, addMonths, firstDayOf } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { countsAsIndependent } from '#app/domain/divergence/rules.ts'
import type {
	ExpectationInput,
	ExpectationLevel,
	ExpectationReason,
	ExpectationView,
	ReportingFacts,
} from '#app/domain/expectation/view.ts'
import { isProgressIndicator } from '#app/domain/irm-coding/rules.ts'
import type { CodingView } from '#app/domain/irm-coding/view.ts'
import { assessmentFacts, reportFacts } from '#app/domain/owed-assessment/rules.ts'
import type { AssessmentFacts } from '#app/domain/owed-assessment/rules.ts'
import { hasEnded } from '#app/domain/published-text/rules.ts'
import type { ClaimView } from '#app/domain/progress-update/view.ts'
import type { RuleSetRules } from '#app/domain/rule-set/schema.ts'

type Judged = readonly [ExpectationLevel, ...ExpectationReason[]]

/** E4, self-assessment and independent reporting: the plan's level on one day, from what is recorded here. */
export function reportingLevel(record: PlanRecord, today: CalendarDay): ExpectationView {
	const facts = reportingFacts(record, today)
	const [level, ...reasons] = judgeReporting(facts, record.ruleSet.rules)
	const reports = milestoneReports(record, today)
	return {
		code: 'E4_REPORTING',
		level,
		reasons,
		inputs: [
			{ code: 'REPORTS_ON_TIME', count: facts.onTime, of: facts.due },
			{ code: 'MILESTONE_REPORTS', count: reports.filter(Boolean).length, of: reports.length },
			...assessmentInputs(facts.assessments),
			...(facts.reports && facts.reports.due > 0
				? [{ code: 'INDEPENDENT_REPORTS' as const, count: facts.reports.published, of: facts.reports.due }]
				: []),
			{ code: 'COVERAGE', count: facts.covered, of: facts.commitments },
		],
		...leftOutOf(record, today),
	}
}

/** For each due period and each milestone that went on when it was due: whether it was reported on in time. */
function milestoneReports(record: PlanRecord, today: CalendarDay): readonly boolean[] {
	return dueCheckpoints(record, today).flatMap((checkpoint) =>
		activeCommitments(record, checkpoint.dueOn)
			.flatMap(({ milestones }) => milestones)
			.filter(({ standing, origin }) => !hasEnded(standing) || origin.publishedOn > checkpoint.dueOn)
			.map(({ claims }) => claims.some(isInTime(checkpoint, record))),
	)
}

/** Self-assessments with their denominators; nothing is said where none was due or none is final. */
function assessmentInputs(facts: AssessmentFacts | null): readonly ExpectationInput[] {
	if (facts === null) return []
	const inputs: readonly ExpectationInput[] = [
		{ code: 'ASSESSMENTS_ON_TIME', count: facts.onTime, of: facts.due },
		{ code: 'ASSESSMENTS_CONSULTED', count: facts.consulted, of: facts.published },
	]
	return inputs.filter(({ of }) => of > 0)
}

/**
 * The level that the facts give.
 *
 * Order  NOT_RECORDED (no reporting calendar here), NOT_YET_DUE, NOT_MET, NO_EVIDENCE, MET, else PARTIAL. What is
 *        not recorded keeps the level from MET, and never makes it worse.
 * Source our own; shown as such in the interface.
 */
export function judgeReporting(facts: ReportingFacts, rules: RuleSetRules): Judged {
	const { assessments } = facts
	if (facts.checkpoints === 0) return ['NOT_RECORDED', 'NO_CHECKPOINTS_HERE']
	const dueHere = facts.due + (assessments?.due ?? 0)
	if (dueHere === 0 && !facts.findingIsDue) return ['NOT_YET_DUE', 'NOTHING_DUE']

	const timely = shareOf(facts.onTime + (assessments?.onTime ?? 0), dueHere).share
	const unwatched = facts.findingIsDue && facts.covered === 0
	const failing: ExpectationReason[] = [
		...(timely !== null && timely < rules.selfTimelyPartial.value ? lateReasons(facts) : []),
		...(assessments?.endIsLate ? (['END_ASSESSMENT_LATE'] as const) : []),
		...(unwatched ? (['NO_INDEPENDENT_FINDING'] as const) : []),
	]
	if (failing.length > 0) return ['NOT_MET', ...failing]
	if (facts.claims > 0 && facts.claimsWithEvidence === 0) return ['NO_EVIDENCE', 'CLAIMS_WITHOUT_EVIDENCE']

	const missing = missingForMet(facts, rules)
	return missing.length === 0 ? ['MET', 'REPORTS_ON_TIME', 'COVERAGE_REACHED'] : ['PARTIAL', ...missing]
}

/** What the record knows about reporting on a plan, on one day. */
export function reportingFacts(record: PlanRecord, today: CalendarDay): ReportingFacts {
	const { plan, ruleSet } = record
	const active = activeCommitments(record, today)
	const claims = claimsOf(record.commitments)
	const moved = claimsOf(active).filter((claim) => !claim.isNil && claim.level !== 'NOT_STARTED')
	const due = dueCheckpoints(record, today)
	const finding =
		plan.startsOn === null ? null : addMonths(firstDayOf(plan.startsOn), ruleSet.rules.noCoverageMonths.value)
	return {
		due: due.length,
		onTime: due.filter((checkpoint) => claims.some(isInTime(checkpoint, record))).length,
		checkpoints: record.checkpoints.length,
		covered: active.filter((c) => isCovered(c, today, ruleSet.rules.coverageMonths.value)).length,
		commitments: active.length,
		findingIsDue: isInForce(plan, today) === true && active.length > 0 && finding !== null && finding < today,
		claims: moved.length,
		claimsWithEvidence: moved.filter((claim) => claim.evidence.length > 0).length,
		assessments: record.selfAssessments
			? assessmentFacts(record.selfAssessments, ruleSet.rules, today)
			: null,
		reports: record.owedReports ? reportFacts(record.owedReports, today) : null,
	}
}

function claimsOf(commitments: readonly CommitmentRecord[]): readonly ClaimView[] {
	return commitments.flatMap(({ milestones }) => milestones.flatMap(({ claims }) => claims))
}

/**
 * Whether somebody independent looked at the commitment in the last months. A finding counts until the same day
 * of the month when the window ends, and no longer on the day after.
 */
export function isCovered(commitment: CommitmentRecord, today: CalendarDay, months: number): boolean {
	const from = addMonths(today, -months)
	const recent = verificationsOf(commitment).some(
		(v) => countsAsIndependent(v) && v.publishedOn >= from && v.publishedOn <= today,
	)
	const isAssessed = (commitment.assessments ?? []).some(
		({ kind, publishedOn }) => kind !== 'INCEPTION' && publishedOn >= from && publishedOn <= today,
	)
	return recent || isAssessed || commitment.codings.some((coding) => isRecentFinding(coding, from, today))
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

/** What was late: reports on periods, self-assessments, or both. */
function lateReasons({ due, onTime, assessments }: ReportingFacts): ExpectationReason[] {
	return [
		...(onTime < due ? (['REPORTS_LATE'] as const) : []),
		...(assessments && assessments.onTime < assessments.due ? (['ASSESSMENT_LATE'] as const) : []),
	]
}

function missingForMet(facts: ReportingFacts, rules: RuleSetRules): ExpectationReason[] {
	const coverage = shareOf(facts.covered, facts.commitments).share ?? 0
	return [
		...lateReasons(facts),
		...(facts.covered === 0 ? (['NO_INDEPENDENT_FINDING'] as const) : []),
		...(facts.covered > 0 && coverage < rules.coverageMet.value ? (['COVERAGE_BELOW'] as const) : []),
		...consultationReasons(facts),
		...reportReasons(facts),
	]
}

/** An independent report that was due and is not published keeps the level from MET; so does not knowing. */
function reportReasons({ reports }: ReportingFacts): ExpectationReason[] {
	if (reports === null) return ['ASSESSMENTS_NOT_RECORDED']
	return reports.published < reports.due ? ['ASSESSMENTS_MISSING'] : []
}

/** Of self-assessments that nobody published there was no window to hold; that none is recorded here is another thing. */
function consultationReasons({ assessments }: ReportingFacts): ExpectationReason[] {
	if (assessments === null) return ['CONSULTATION_NOT_RECORDED']
	return assessments.consulted < assessments.published ? ['NOT_CONSULTED'] : []
}
