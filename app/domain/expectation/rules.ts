import { isInForce } from '#app/domain/action-plan/rules.ts'
import type { CommitmentRecord, PlanRecord } from '#app/domain/action-plan/view.ts'
import { activeCommitments, leftOutOf } from '#app/domain/active-commitment/rules.ts'
import { addMonths, firstDayOf, lastDayOf } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { testsOf, worstOf } from '#app/domain/commitment-test/rules.ts'
import type { TestedOn } from '#app/domain/commitment-test/rules.ts'
import type { CommitmentTest } from '#app/domain/commitment-test/view.ts'
import { judgementsOfCommitment } from '#app/domain/divergence/rules.ts'
import { reportingLevel } from '#app/domain/reporting-expectation/rules.ts'
import type {
	ExpectationCode,
	ExpectationInput,
	ExpectationLevel,
	ExpectationReason,
	ExpectationView,
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

/**
 * E2, concrete and ambitious commitments: the plan's level on one day.
 *
 * Order  NOT_YET_DUE, NOT_MET, NOT_RECORDED (the record cannot tell), MET, else PARTIAL. A plan that has ended
 *        gets no level of its own: whether another has followed is not part of this record.
 * Source our own, over OGP's requirements for commitments; shown as such in the interface.
 */
export function commitmentsLevel(record: PlanRecord, today: CalendarDay): ExpectationView {
	const active = activeCommitments(record, today)
	const tests = active.map((commitment) => resultsOf(commitment, { record, day: today }))
	const [level, ...reasons] = judged(record, tests, today)
	return { code: 'E2_COMMITMENTS', level, reasons, inputs: inputsOf(tests), ...leftOutOf(record, today) }
}

function judged(record: PlanRecord, tests: readonly Tests[], today: CalendarDay): Judged {
	const { plan } = record
	if (plan.startsOn !== null && today < firstDayOf(plan.startsOn)) return ['NOT_YET_DUE', 'PLAN_NOT_STARTED']
	if (record.commitments.length === 0) return ['NOT_RECORDED', 'NO_COMMITMENTS_HERE']
	if (tests.length === 0) return ['NOT_RECORDED', 'NO_ACTIVE_COMMITMENTS']

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

function resultsOf(commitment: CommitmentRecord, asked: TestedOn): Tests {
	const results = new Map(testsOf(commitment, asked).map(({ test, result }) => [test, result]))
	const resultOf = (test: CommitmentTest) => results.get(test) ?? 'UNKNOWN'
	return {
		concrete: resultOf('CONCRETE'),
		lens: resultOf('LENS'),
		stretch: resultOf('STRETCH'),
		ambitious: resultOf('AMBITIOUS') === 'PASSES',
	}
}

/** After the plan's last day, every commitment has a judged level and none of them is above "not started". */
function hasEndedWithoutProgress(record: PlanRecord, today: CalendarDay): boolean {
	const { plan } = record
	if (plan.endsOn === null || today <= lastDayOf(plan.endsOn)) return false
	return activeCommitments(record, today).every((commitment) => {
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
		{ code: 'AMBITION_FOUND', count: tests.filter((t) => t.ambitious).length, of },
		{
			code: 'TEXTS_UNKNOWN',
			count: tests.filter((t) => [t.concrete, t.lens, t.stretch].includes('UNKNOWN')).length,
			of,
		},
	]
}
