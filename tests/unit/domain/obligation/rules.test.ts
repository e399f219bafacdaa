import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayIn, daysBetween } from '#app/domain/calendar.ts'
import {
	carriedForward,
	dueDay,
	obligationsFrom,
	rulesNotRecorded,
	stateOn,
} from '#app/domain/obligation/rules.ts'
import { obligationId } from '#app/domain/obligation/view.ts'
import type { Kept, Owed } from '#app/domain/obligation/rules.ts'
import { eventsOf } from '#app/domain/plan-event/rules.ts'
import { somePlanFacts } from '#tests/factories/plan-facts.ts'
import { LOCAL_CYCLE, NATIONAL_CYCLE } from '#prisma/seed/cycle-rules.ts'

test.each([
	['2026-01-31', 1, 0, '2026-02-28', 'a month after the end of January is the end of February'],
	['2028-01-31', 1, 0, '2028-02-29', 'in a leap year that is the 29th'],
	['2027-11-30', 3, 0, '2028-02-29', 'also when it is reached from the year before'],
	['2024-02-29', 12, 0, '2025-02-28', 'a year after a leap day is the 28th'],
	['2026-08-31', 6, 0, '2027-02-28', 'half a year after the end of August'],
	['2026-12-31', 2, 0, '2027-02-28', 'over the end of a year'],
	['2026-06-01', 0, 14, '2026-06-15', 'two weeks are fourteen days'],
	['2026-03-10', 0, -14, '2026-02-24', 'a rule can look back'],
])('counted from %s, %i months and %i days: due on %s, because %s', (from, months, days, dueOn) => {
	expect(dueDay({ months, days }, from)).toBe(dueOn)
})

describe('a day ends at 23:59 where the member is', () => {
	const due = { dueOn: '2026-06-30', doneOn: null, waivedOn: null }
	test.each([
		['Asia/Jakarta', '2026-06-30T16:59:59Z', 'DUE_SOON', 'WIB: 23:59 on the last day'],
		['Asia/Jakarta', '2026-06-30T17:00:00Z', 'OVERDUE', 'WIB: midnight'],
		['Asia/Makassar', '2026-06-30T15:59:59Z', 'DUE_SOON', 'WITA: 23:59 on the last day'],
		['Asia/Makassar', '2026-06-30T16:00:00Z', 'OVERDUE', 'WITA: midnight, while WIB has an hour left'],
		['Asia/Jayapura', '2026-06-30T14:59:59Z', 'DUE_SOON', 'WIT: 23:59 on the last day'],
		['Asia/Jayapura', '2026-06-30T15:00:00Z', 'OVERDUE', 'WIT: midnight'],
	])('%s at %s: %s, %s', (zone, at, state) => {
		expect(stateOn(due, dayIn(zone, new Date(at)), 30)).toBe(state)
	})
})

test.each([
	[{ dueOn: '2026-08-14' }, 'DUE_SOON', 'thirty days ahead it is due soon'],
	[{ dueOn: '2026-08-15' }, 'NOT_YET_DUE', 'thirty-one days ahead it is not'],
	[{ dueOn: '2026-07-15' }, 'DUE_SOON', 'on its last day it is due, not overdue'],
	[{ dueOn: '2026-07-14' }, 'OVERDUE', 'the day after, it is overdue'],
	[{ dueOn: '2026-07-14', doneOn: '2026-07-14' }, 'DONE_ON_TIME', 'done on the last day is on time'],
	[{ dueOn: '2026-07-13', doneOn: '2026-07-14' }, 'DONE_LATE', 'a day later it is late'],
	[{ dueOn: '2026-07-14', waivedOn: '2026-07-15' }, 'WAIVED', 'what was waived is not asked for'],
	[
		{ dueOn: '2026-07-13', waivedOn: '2026-07-10', doneOn: '2026-07-12' },
		'DONE_ON_TIME',
		'what was done says so, though it was waived before',
	],
] as const)('on 15 July %o is %s: %s', (given, state, _why) => {
	expect(stateOn({ doneOn: null, waivedOn: null, ...given }, '2026-07-15', 30)).toBe(state)
})

describe('what the rule sets ask of a plan', () => {
	const owedBy = (cycle: typeof LOCAL_CYCLE, over: Parameters<typeof somePlanFacts>[0] = {}) => {
		const facts = somePlanFacts(over)
		return obligationsFrom(cycle, eventsOf(facts), facts).map(({ code, subject, dueOn }) =>
			[code, subject, dueOn].filter(Boolean).join(' '),
		)
	}

	test('a local plan of two years owes what local rules ask for', () => {
		expect(owedBy(LOCAL_CYCLE).sort()).toEqual([
			'CHECKPOINT B06 2026-06-30',
			'END_OF_PLAN 2028-02-29',
			'INCEPTION 2026-03-10',
			'SA_END 2028-03-31',
			'SA_MIDTERM 2027-04-01',
		])
	})

	test('a national plan of two years owes no refresh; one of four years does', () => {
		const isRefresh = (line: string) => line.startsWith('FOUR_YEAR_REFRESH')
		expect(owedBy(NATIONAL_CYCLE).filter(isRefresh)).toEqual([])
		expect(owedBy(NATIONAL_CYCLE, { endsOn: '2029-12-31' }).filter(isRefresh)).toEqual([
			'FOUR_YEAR_REFRESH 2028-01-01',
		])
	})

	test('a plan of one year owes no report on its middle', () => {
		expect(owedBy(LOCAL_CYCLE, { endsOn: '2026-12-31' }).join()).not.toContain('SA_MIDTERM')
	})

	test('a plan whose end is not known owes nothing that counts from it', () => {
		expect(owedBy(LOCAL_CYCLE, { endsOn: null }).join()).not.toMatch(/END_OF_PLAN|SA_END/)
	})

	test('an end that is given as a month counts from the month’s last day', () => {
		expect(owedBy(LOCAL_CYCLE, { endsOn: '2027-11' })).toContain('SA_END 2028-02-29')
	})

	test('rules that count from what no record holds give nothing, and are named', () => {
		const events = eventsOf(somePlanFacts())
		expect(rulesNotRecorded(NATIONAL_CYCLE.obligations, events).map(({ code }) => code)).toEqual([
			'COCREATION_TIMELINE',
			'MSF_MEETING',
			'REPOSITORY_UPDATE',
			'ADMIN_CHANGE',
			'KIP_BERKALA',
		])
	})

	test('a rule that repeats counts on until the plan ends', () => {
		const meetings = LOCAL_CYCLE.obligations.filter(({ code }) => code === 'KIP_BERKALA')
		const events = { ...eventsOf(somePlanFacts()), LAST_UPDATE: [{ subject: '', on: '2026-08-31' }] }
		expect(
			obligationsFrom({ ...LOCAL_CYCLE, obligations: meetings }, events, somePlanFacts()).map(
				({ subject, dueOn }) => `${subject} ${dueOn}`,
			),
		).toEqual(['1 2027-02-28', '2 2027-08-28'])
	})
})

test('an obligation has one name, however often it is worked out, and no other has it', () => {
	const named = (planId: string, code: string, subject: string) => obligationId(planId, { code, subject })
	expect(named('plan', 'SA_END', '')).toBe(named('plan', 'SA_END', ''))
	expect(
		new Set([named('plan', 'SA_END', ''), named('plan2', 'SA_END', ''), named('plan', 'SA_END', '2')]).size,
	).toBe(3)
	expect(named('plan', 'SA_END', '')).toMatch(/^[0-9a-f]{32}$/)
})

describe('forward only', () => {
	const owed = (dueOn: string): Owed => ({ code: 'SA_END', subject: '', fromOn: '2026-01-01', dueOn })
	const kept = (over: Partial<Kept>): Kept => ({
		...owed('2026-06-30'),
		doneOn: null,
		waivedOn: null,
		...over,
	})
	const on = (today: string, doneOn: string | null = null) => ({ today, metOn: () => doneOn })

	test.each([
		['2026-06-30', '2026-09-30', '2026-09-30', 'on its last day it may still be moved ahead'],
		['2026-07-01', '2026-09-30', '2026-06-30', 'once it has passed it stays where it was'],
		['2026-06-10', '2026-06-20', '2026-06-20', 'it may come nearer'],
		['2026-06-10', '2026-06-01', '2026-06-10', 'but never into the past'],
	])('on %s, a rule that now says %s makes it due on %s: %s', (today, now, dueOn) => {
		expect(carriedForward(kept({}), owed(now), on(today))?.dueOn).toBe(dueOn)
	})

	test('what was done stays done, on the day it was done', () => {
		expect(carriedForward(kept({ doneOn: '2026-05-01' }), owed('2026-06-30'), on('2026-07-15'))?.doneOn).toBe(
			'2026-05-01',
		)
		expect(
			carriedForward(kept({ doneOn: '2026-05-01' }), owed('2026-09-30'), on('2026-07-15', '2026-06-01')),
		).toEqual(kept({ doneOn: '2026-05-01' }))
	})

	test('what the rules no longer ask for falls away while it is ahead, and stays once it has passed', () => {
		expect(carriedForward(kept({}), null, on('2026-06-30'))).toBeNull()
		expect(carriedForward(kept({}), null, on('2026-07-01'))).toEqual(kept({}))
	})

	test('whatever rules and days become, no settled past is rewritten but by something done', () => {
		const start = '2026-01-01'
		const step = fc.record({
			days: fc.integer({ min: 1, max: 40 }),
			due: fc.option(fc.integer({ min: -60, max: 400 }), { nil: null }),
			isDone: fc.boolean(),
		})
		fc.assert(
			fc.property(fc.array(step, { minLength: 2, maxLength: 12 }), (steps) => {
				let today = start
				let row: Kept | null = null
				let doneOn: string | null = null
				const past: { day: string; state: string }[] = []
				for (const { days, due, isDone } of steps) {
					today = addDays(today, days)
					if (isDone) doneOn ??= today
					row = carriedForward(row, due === null ? null : owed(addDays(start, due)), on(today, doneOn))
					for (const { day, state } of past) {
						const now = row && stateOn(row, day, 30)
						const isSettled = state === 'OVERDUE' || state.startsWith('DONE')
						if (isSettled && now !== state) expect(now).toMatch(/^DONE/)
					}
					if (row) past.push({ day: today, state: stateOn(row, today, 30) })
				}
			}),
			{ numRuns: 500 },
		)
	})

	test('under the same rules, working it out on any later day changes no past state at all but to done', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 400 }),
				fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 20 }),
				fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }),
				(due, gaps, done) => {
					const one = owed(addDays('2026-01-01', due))
					const met = done === null ? null : addDays('2026-01-01', done)
					let today = '2026-01-01'
					let row = carriedForward(null, one, on(today))
					const past: { day: string; state: string }[] = []
					for (const gap of gaps) {
						today = addDays(today, gap)
						row = carriedForward(row, one, on(today, met !== null && met <= today ? met : null))
						if (!row) throw new Error('it fell away')
						for (const { day, state } of past) {
							const now = stateOn(row, day, 30)
							if (now !== state) expect(now).toMatch(/^DONE/)
						}
						past.push({ day: today, state: stateOn(row, today, 30) })
					}
					expect(daysBetween(one.dueOn, row?.dueOn ?? '')).toBe(0)
				},
			),
		)
	})
})
