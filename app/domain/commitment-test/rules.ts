import type { CommitmentRecord, MilestoneRecord, PlanRecord, PlanView } from '#app/domain/action-plan/view.ts'
import { firstDayOf, lastDayOf } from '#app/domain/calendar.ts'
import type { PartialDay } from '#app/domain/calendar.ts'
import type { TestResult } from '#app/domain/expectation/view.ts'
import type { CodingView } from '#app/domain/irm-coding/view.ts'
import type { CommitmentTestsView, TestField, TestFieldCode, TestedCommitment } from './view.ts'

/** What each commitment of a plan passes, in the order of the plan, with the fields behind it. */
export function commitmentTests({
	plan,
	commitments,
}: Pick<PlanRecord, 'plan' | 'commitments'>): readonly CommitmentTestsView[] {
	return commitments.map((commitment) => ({
		commitmentId: commitment.id,
		number: commitment.number,
		title: commitment.title,
		tests: testsOf(commitment, plan),
	}))
}

/**
 * The four tests of a commitment.
 *
 * Source  our own reading of OGP's requirements for commitments; shown as such in the interface.
 */
export function testsOf(commitment: CommitmentRecord, plan: PlanView): readonly TestedCommitment[] {
	return [concrete(commitment, plan.endsOn), lens(commitment), stretch(commitment), ambitious(commitment)]
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

/** Somebody independent coded its potential for results as substantial. Not coded yet is unknown, and no failure. */
function ambitious({ codings }: CommitmentRecord): TestedCommitment {
	const coded = codings.filter(({ indicator }) => indicator === 'POTENTIAL_FOR_RESULTS')
	const passing = coded.filter((coding) => wordOf(coding).toUpperCase() === 'SUBSTANTIAL')
	const field = {
		code: 'POTENTIAL' as const,
		count: passing.length,
		of: coded.length,
		given: coded.map(wordOf),
	}
	const records = coded.map(({ recordId }) => recordId)
	const failed = coded.length === 0 ? 'UNKNOWN' : 'FAILS'
	return { test: 'AMBITIOUS', result: passing.length > 0 ? 'PASSES' : failed, fields: [field], records }
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
