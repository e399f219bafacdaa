import { expect, test } from 'vitest'
import { isCompiled, reportName, reportsOf } from '#app/domain/report-kind/rules.ts'
import { aPlanRecord } from '#tests/factories/plan-record.ts'
import { aSmallPlanRecord } from '#tests/factories/small-plan.ts'

const namesOn = (day: string, record = aSmallPlanRecord()) => reportsOf(record, day).map(reportName)

test('a plan gives a report of each checkpoint that has opened and of each organization with a finding', () => {
	expect(namesOn('2026-08-01')).toEqual([
		'progress-report',
		'status-report',
		'divergence-report',
		'checkpoint-report-b06',
		'shadow-report-cso-1',
		'shadow-report-cso-2',
	])
})

test.each([
	['2026-05-31', false, 'the day before it opens there is nothing to report on'],
	['2026-06-01', true, 'on its first day there is'],
])('on %s a checkpoint has a report: %s, because %s', (day, expected) => {
	expect(namesOn(day).includes('checkpoint-report-b06')).toBe(expected)
})

test('a plan without checkpoints and findings gives the three that speak of the whole', () => {
	expect(namesOn('2026-08-01', aPlanRecord({ commitments: [], checkpoints: [] }))).toEqual([
		'progress-report',
		'status-report',
		'divergence-report',
	])
})

test('a shadow report is never frozen, so that a finding that is withdrawn for safety leaves it at once', () => {
	const frozen = reportsOf(aSmallPlanRecord(), '2026-08-01').filter(isCompiled)
	expect(frozen.map(({ kind }) => kind)).toEqual([
		'progress-report',
		'status-report',
		'divergence-report',
		'checkpoint-report',
	])
})
