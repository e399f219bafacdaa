import { expect, test } from 'vitest'
import { LOCAL_CYCLE, NATIONAL_CYCLE } from '#prisma/seed/cycle-rules.ts'
import type { PlanStatus } from '#app/domain/action-plan/rules.ts'
import { nextStages } from '#app/domain/plan-stage/rules.ts'

const TWO = { startsOn: '2027-01-01', endsOn: '2028-12-31' }
const FOUR = { startsOn: '2027-01-01', endsOn: '2030-12-31' }

function openStages(status: PlanStatus, plan: typeof TWO, today: string, cycle = NATIONAL_CYCLE) {
	return nextStages({ ...plan, status }, cycle, today)
		.filter(({ isOpen }) => isOpen)
		.map(({ stage }) => stage)
}

test.each([
	['SUBMITTED', TWO, '2026-12-31', [], 'the day before a plan starts'],
	['SUBMITTED', TWO, '2027-01-01', ['IN_IMPLEMENTATION'], 'on its first day'],
	['IN_IMPLEMENTATION', TWO, '2028-12-31', [], 'on its last day it is in force'],
	['IN_IMPLEMENTATION', TWO, '2029-01-01', ['ENDED'], 'the day after it can be ended'],
	['IN_IMPLEMENTATION', TWO, '2028-07-01', [], 'a plan of two years has no refresh'],
	['IN_IMPLEMENTATION', FOUR, '2028-06-30', [], 'one of four years has none before its window'],
	['IN_IMPLEMENTATION', FOUR, '2028-07-01', ['REFRESH'], 'has one from six months before its second year'],
	['IN_IMPLEMENTATION', FOUR, '2029-07-01', ['REFRESH'], 'until six months after it'],
	['IN_IMPLEMENTATION', FOUR, '2029-07-02', [], 'and then no more'],
	['REFRESH', FOUR, '2029-01-01', ['IN_IMPLEMENTATION'], 'after the refresh it goes on'],
	['ENDED', TWO, '2029-01-01', ['CLOSED'], 'a person closes it'],
	['CLOSED', TWO, '2040-01-01', [], 'nothing follows'],
	['CONSULTATION', TWO, '2040-01-01', [], 'nothing follows a stage that is entered elsewhere'],
] as const)('from %s (%j) on %s: %j, %s', (status, plan, today, stages, _why) => {
	expect(openStages(status, plan, today)).toEqual(stages)
})

test('a local plan has no refresh, however long it is', () => {
	expect(openStages('IN_IMPLEMENTATION', FOUR, '2029-01-01', LOCAL_CYCLE)).toEqual([])
})

test('of a plan without days nothing can follow', () => {
	const plan = { startsOn: null, endsOn: null, status: 'SUBMITTED' as const }
	expect(nextStages(plan, NATIONAL_CYCLE, '2030-01-01')).toEqual([])
})

test('an end given as a year lasts until that year’s last day', () => {
	const plan = { startsOn: '2027', endsOn: '2028', status: 'IN_IMPLEMENTATION' as const }
	expect(nextStages(plan, NATIONAL_CYCLE, '2028-12-31')).toMatchObject([
		{ stage: 'ENDED', fromOn: '2029-01-01', isOpen: false },
	])
})
