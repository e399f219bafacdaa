import { describe, expect, test } from 'vitest'
import type { PlanView } from '#app/domain/action-plan/view.ts'
import { memberCommitmentsLevel, planOn, previousDayOf } from '#app/domain/plan-succession/rules.ts'
import { aCoding, aCommitmentRecord, aPlan, aPlanRecord } from '#tests/factories/plan-record.ts'
import { aCompleteRegister, aMeeting, aRegister, aTimeline } from '#tests/factories/member-registers.ts'
import type { Act } from '#tests/factories/member-registers.ts'

const ambitious = aCoding({ indicator: 'POTENTIAL_FOR_RESULTS', value: 'SUBSTANTIAL' })
const record = aPlanRecord({ commitments: [aCommitmentRecord({ codings: [ambitious] })] })
const next = aPlan({
	id: 'plan-next',
	startsOn: '2028-06-01',
	endsOn: '2030-05-31',
	submittedOn: '2028-05-01',
})

function levelOf(day: string, acts: readonly Act[] = [], plans: readonly PlanView[] = [record.plan]) {
	const { level, reasons } = memberCommitmentsLevel(record, { plans, registers: aRegister(acts), day })
	return [level, ...reasons].join(' ')
}

describe('commitments of a member whose plan ended on 31 December 2027', () => {
	const complete = aCompleteRegister('COCREATION')
	const timeline = aTimeline({ planId: undefined, startsOn: '2028-02-01', publishedOn: '2028-01-10' })
	test.each<[string, string, (readonly Act[])?, (readonly PlanView[])?]>([
		['2027-12-31', 'MET ALL_PASS'],
		['2028-01-01', 'NOT_RECORDED PLAN_ENDED'],
		['2028-05-01', 'MET ALL_PASS SUCCESSOR_SUBMITTED', [], [record.plan, next]],
		['2028-04-30', 'NOT_RECORDED PLAN_ENDED', [], [record.plan, next]],
		['2028-02-01', 'PARTIAL SUCCESSOR_IN_MAKING', [timeline]],
		['2028-02-01', 'PARTIAL SUCCESSOR_IN_MAKING', [aMeeting('2028-01-20', { phase: 'CO_CREATION' })]],
		['2028-02-01', 'NOT_RECORDED PLAN_ENDED', [complete]],
		['2028-12-31', 'PARTIAL SUCCESSOR_IN_MAKING', [timeline, complete]],
		['2029-01-01', 'NOT_MET SUCCESSOR_MISSING CONTRARY_TO_PROCESS_RISK', [timeline, complete]],
		['2029-01-01', 'NOT_RECORDED PLAN_ENDED', [timeline]],
	])('on %s are %s', (day, expected, acts, plans) => {
		expect(levelOf(day, acts, plans)).toBe(expected)
	})
})

describe('the plan that a day belongs to', () => {
	const early = aPlan({ id: 'plan-early', startsOn: '2023', endsOn: '2025' })
	const plans = [next, early, aPlan()]
	test.each([
		['2026-08-01', 'plan-example'],
		['2028-02-01', 'plan-example'],
		['2029-01-01', 'plan-next'],
		['2024-01-01', 'plan-early'],
		['2020-01-01', 'plan-early'],
	])('on %s is %s', (day, id) => {
		expect(planOn(plans, day)?.id).toBe(id)
	})
	test('is none without plans, and the making of the first one has no beginning here', () => {
		expect(planOn([], '2026-08-01')).toBeNull()
		expect(previousDayOf(plans, early)).toBeNull()
		expect(previousDayOf(plans, aPlan())).toBe('2023-01-01')
	})
})
