import type { CommitmentRecord, MilestoneRecord, PlanRecord } from '#app/domain/action-plan/view.ts'
import { activeCommitments } from '#app/domain/active-commitment/rules.ts'
import { firstDayOf, lastDayOf } from '#app/domain/calendar.ts'
import type { CalendarDay, PartialDay } from '#app/domain/calendar.ts'
import type { TestResult } from '#app/domain/expectation/view.ts'
import type { CodingView } from '#app/domain/irm-coding/view.ts'
import type { AssessmentView } from '#app/domain/local-assessment/view.ts'
import type { CommitmentTestsView, TestField, TestFieldCode, TestedCommitment } from './view.ts'

type Tested = Pick<PlanRecord, 'plan' | 'commitments' | 'assessments'>

/** The record that a commitment stands in, and the day for which it is tested. */
export type TestedOn = { readonly record: Tested; readonly day: CalendarDay }

/** What each active commitment of a plan passes on a day, in the order of the plan, with the fields behind it. */
export function commitmentTests(record: Tested, day: CalendarDay): readonly CommitmentTestsView[] {
	return activeCommitments(record, day).map((commitment) => ({
		commitmentId: commitment.id,
		number: commitment.number,
		title: commitment.title,
		tests: testsOf(commitment, { record, day }),
	}))
}

/**
 * The four tests of a commitment.
 *
 * Source  our own reading of OGP's requirements for commitments; shown as such in the interface.
 */
export function testsOf(commitment: CommitmentRecord, asked: TestedOn): readonly TestedCommitment[] {
	const { endsOn } = asked.record.plan
	return [concrete(commitment, endsOn), lens(commitment), stretch(commitment), ambitious(commitment, asked)]
}

/** Everything that somebody independent found of the ambition of a plan's active commitments, each record once. */
export function ambitionRecords(record: Tested, day: CalendarDay): readonly string[] {
	const found = activeCommitments(record, day).map((commitment) => ambitious(commitment, { record, day }))
	return [...new Set(found.flatMap(({ records, assessments = [] }) => [...records, ...assessments]))]
}

/** The worse of two results: a point that is open is worse than one that passes. */
export function worstOf(a: TestResult, b: TestResult): TestResult {
	if (a === 'FAILS' || b === 'FAILS') return 'FAILS'
	return a === 'UNKNOWN' || b === 'UNKNOWN' ? 'UNKNOWN' : 'PASSES'
}

/** At least one milestone, and each says what, from when, until when (within the plan) and by whom. */
function concrete(commitment: CommitmentRecord, planEndsOn: PartialDay | null): TestedCommitment {
	const { milestones } = commitment
	const of = milestones.length
	const field = (code: TestFieldCode, isGiven: (milestone: MilestoneRecord) => boolean): TestField => ({
		...{ code, count: milestones.filter(isGiven).length, of, given: [] },
	})
	const result =
		of === 0
			? completeness([false], commitment)
			: milestones.map((milestone) => milestoneResult(milestone, planEndsOn)).reduce(worstOf)
	const fields =
		of === 0
			? [{ code: 'MILESTONES' as const, count: 0, of: 1, given: [] }]
			: [
					field('DELIVERABLE', ({ deliverable }) => hasText(deliverable)),
					field('STARTS_ON', ({ startsOn }) => startsOn !== null),
					field('ENDS_ON', ({ endsOn }) => endsOn !== null),
					field('RESPONSIBLE', ({ responsible }) => Boolean(responsible)),
					field('WITHIN_PLAN', (milestone) => isWithin(milestone, planEndsOn) === true),
				]
	return { test: 'CONCRETE', result, fields, records: [] }
}

function milestoneResult(milestone: MilestoneRecord, planEndsOn: PartialDay | null): TestResult {
	const { startsOn, endsOn, responsible, deliverable } = milestone
	if (isWithin(milestone, planEndsOn) === false) return 'FAILS'
	const given = completeness(
		[startsOn !== null, endsOn !== null, Boolean(responsible), hasText(deliverable)],
		milestone,
	)
	return planEndsOn === null ? worstOf(given, 'UNKNOWN') : given
}

/** Whether a milestone ends while the plan runs; null where one of the two days is not known. */
function isWithin({ endsOn }: MilestoneRecord, planEndsOn: PartialDay | null): boolean | null {
	if (endsOn === null || planEndsOn === null) return null
	return firstDayOf(endsOn) <= lastDayOf(planEndsOn)
}

const PRIMARY_VALUES = ['TRANSPARENCY', 'PARTICIPATION', 'ACCOUNTABILITY']

/** Transparency, participation or accountability, with the reason why. */
function lens(commitment: CommitmentRecord): TestedCommitment {
	const { ogpValues } = commitment
	const primary = ogpValues.filter((value) => PRIMARY_VALUES.includes(value.code))
	const justified = primary.filter((value) => Boolean(value.justification))
	const given = primary.map(({ code }) => code)
	const fields: readonly TestField[] = [
		{ code: 'PRIMARY_VALUE', count: Math.min(1, primary.length), of: 1, given },
		{ code: 'JUSTIFICATION', count: justified.length, of: primary.length, given: [] },
	]
	return {
		test: 'LENS',
		result: lensResult(commitment, primary.length, justified.length),
		fields,
		records: [],
	}
}

function lensResult(commitment: CommitmentRecord, primary: number, justified: number): TestResult {
	if (justified > 0) return 'PASSES'
	return commitment.ogpValues.length > 0 && primary === 0 ? 'FAILS' : completeness([false], commitment)
}

/** Problem, what exists today and expected change are said. */
function stretch(commitment: CommitmentRecord): TestedCommitment {
	const texts = [
		['PROBLEM', commitment.problem],
		['BASELINE', commitment.baseline],
		['EXPECTED_CHANGE', commitment.description],
	] as const
	const fields = texts.map(([code, text]) => ({ code, count: hasText(text) ? 1 : 0, of: 1, given: [] }))
	const result = completeness(
		texts.map(([, text]) => hasText(text)),
		commitment,
	)
	return { test: 'STRETCH', result, fields, records: [] }
}

/**
 * Somebody independent found its potential for results substantial: the IRM's coding or, of a commitment that the IRM
 * did not code, the Monitoring Body's inception assessment. Not found by anybody yet is unknown, and no failure.
 *
 * Source  OGP Local, inception assessment, section on each commitment's design; the order of the two is ours
 */
function ambitious(commitment: CommitmentRecord, { record, day }: TestedOn): TestedCommitment {
	const coded = commitment.codings.filter(
		(coding) => coding.indicator === 'POTENTIAL_FOR_RESULTS' && isKnownBy(coding, day),
	)
	const assessed = potentialsOf(commitment.id, record.assessments ?? [], day)
	const field = potentialField('POTENTIAL', coded.map(wordOf))
	const assessedField = potentialField(
		'POTENTIAL_ASSESSED',
		assessed.map(({ answer }) => answer),
	)
	const deciding = coded.length > 0 ? field : assessedField
	const failed = deciding.of === 0 ? 'UNKNOWN' : 'FAILS'
	return {
		test: 'AMBITIOUS',
		result: deciding.count > 0 ? 'PASSES' : failed,
		fields: [
			...(coded.length > 0 || assessed.length === 0 ? [field] : []),
			...(assessed.length > 0 ? [assessedField] : []),
		],
		records: coded.map(({ recordId }) => recordId),
		...(assessed.length === 0 ? {} : { assessments: assessed.map(({ recordId }) => recordId) }),
	}
}

function potentialField(code: TestFieldCode, given: readonly string[]): TestField {
	const count = given.filter((word) => word.toUpperCase() === AMBITIOUS_ANSWER).length
	return { code, count, of: given.length, given }
}

/** The question of an inception assessment about what a commitment can change, and the answer that says: much. */
const POTENTIAL_QUESTION = 'DESIGN_POTENTIAL'
const AMBITIOUS_ANSWER = 'SUBSTANTIAL'

/** What Monitoring Bodies answered by a day about the potential of a commitment, with the assessments that say so. */
function potentialsOf(commitmentId: string, assessments: readonly AssessmentView[], day: CalendarDay) {
	return assessments.flatMap(({ kind, recordId, publishedOn, answers }) => {
		if (kind !== 'INCEPTION' || publishedOn > day) return []
		const own = answers.find((one) => one.code === POTENTIAL_QUESTION && one.commitmentId === commitmentId)
		return own?.answer ? [{ recordId, answer: own.answer }] : []
	})
}

/** A coding that was imported is as old as its year; one of which no year is known counts on every day. */
function isKnownBy({ year, importedBy, publishedOn }: CodingView, day: CalendarDay): boolean {
	if (year !== null) return firstDayOf(String(year)) <= day
	return importedBy !== null || publishedOn <= day
}

function wordOf({ value, valueAsPublished }: CodingView): string {
	return value ?? valueAsPublished
}

/** What a text published here leaves out is missing; what an imported text leaves out is unknown. */
function completeness(given: readonly boolean[], text: Pick<CommitmentRecord, 'origin'>): TestResult {
	if (given.every(Boolean)) return 'PASSES'
	return text.origin.importedBy === null ? 'FAILS' : 'UNKNOWN'
}

function hasText(text: { readonly en: string | null; readonly id: string | null }): boolean {
	return Boolean(text.en ?? text.id)
}
