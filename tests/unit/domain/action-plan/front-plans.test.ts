import { expect, test } from 'vitest'
import { FRONT_PLANS, frontPlans } from '#app/domain/action-plan/rules.ts'

const aPlan = (id: string, member: string, startsOn: string | null, endsOn: string | null) => ({
	id,
	member: { id: member, isDemonstration: member.startsWith('demo') },
	startsOn,
	endsOn,
})
const idsOn = (today: string, plans: Parameters<typeof frontPlans>[0]) =>
	frontPlans(plans, today).map((plan) => Reflect.get(plan, 'id') as string)

test('of each member the front page names its newest plan', () => {
	const plans = [
		aPlan('a2', 'a', '2025', '2027'),
		aPlan('a1', 'a', '2022', '2024'),
		aPlan('b1', 'b', '2025', '2027'),
	]
	expect(idsOn('2026-06-30', plans)).toEqual(['a2', 'b1'])
})

test.each([
	['2027-12-31', ['b', 'a'], 'on its last day a plan is running'],
	['2028-01-01', ['a', 'b'], 'the day after, it is not'],
])('on %s plans stand as %s, because %s', (today, ids) => {
	const plans = [aPlan('a', 'a', '2020', '2021'), aPlan('b', 'b', '2025', '2027')]
	expect(idsOn(today, plans)).toEqual(ids)
})

test('an invented plan stands last, however well it runs', () => {
	const plans = [aPlan('d', 'demo', '2025', '2027'), aPlan('a', 'a', '2020', '2021')]
	expect(idsOn('2026-01-01', plans)).toEqual(['a', 'd'])
})

test('a plan that does not say its days is not said to be running', () => {
	expect(idsOn('2026-01-01', [aPlan('a', 'a', null, null), aPlan('b', 'b', '2025', '2027')])).toEqual([
		'b',
		'a',
	])
})

test('with sixty members the front page names no more than fit', () => {
	const plans = Array.from({ length: 60 }, (_, at) =>
		aPlan(`p${String(at)}`, `m${String(at)}`, '2025', '2027'),
	)
	expect(idsOn('2026-01-01', plans)).toHaveLength(FRONT_PLANS)
})
