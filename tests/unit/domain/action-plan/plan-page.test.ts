import { expect, test } from 'vitest'
import { PLANS_AT_ONCE, planPage } from '#app/domain/action-plan/view.ts'
import { aPlan } from '#tests/factories/plan-record.ts'

const plans = Array.from({ length: 2 * PLANS_AT_ONCE + 1 }, (_, at) => aPlan({ id: `p${at + 1}` }))
const lastOf = (page: number) => plans[page * PLANS_AT_ONCE - 1]?.id ?? ''

test('a short list is one part with none beside it', () => {
	expect(planPage(plans.slice(0, PLANS_AT_ONCE), undefined)).toEqual({
		shown: plans.slice(0, PLANS_AT_ONCE),
		first: 1,
		last: PLANS_AT_ONCE,
		of: PLANS_AT_ONCE,
	})
})

test('parts follow each other without a gap, and each leads to those beside it', () => {
	expect(planPage(plans, undefined)).toMatchObject({ first: 1, last: PLANS_AT_ONCE, next: lastOf(1) })
	expect(planPage(plans, lastOf(1))).toMatchObject({
		first: PLANS_AT_ONCE + 1,
		last: 2 * PLANS_AT_ONCE,
		previous: null,
		next: lastOf(2),
	})
	const end = planPage(plans, lastOf(2))
	expect(end).toMatchObject({ first: 2 * PLANS_AT_ONCE + 1, last: plans.length, previous: lastOf(1) })
	expect(end).not.toHaveProperty('next')
})

test('a plan that is not in the list begins at the first', () => {
	expect(planPage(plans, 'elsewhere').first).toBe(1)
})

test('an empty list has no first', () => {
	expect(planPage([], undefined)).toEqual({ shown: [], first: 0, last: 0, of: 0 })
})
