import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlanRecord } from '#app/domain/action-plan/view.ts'
import { addDays } from '#app/domain/calendar.ts'
import { fixRateOf } from '#app/domain/fix-rate/rules.ts'
import type { VerificationView } from '#app/domain/verification/view.ts'
import { aDecision, aReply, aThread } from '#tests/factories/finding-thread.ts'
import { aCommitmentRecord, aMilestoneRecord, aVerification } from '#tests/factories/plan-record.ts'

const CLEAR = aThread({ dueOn: null })
const NONE = { count: 0, of: 0, share: null }

function record(...verifications: readonly VerificationView[]): Pick<PlanRecord, 'commitments'> {
	return { commitments: [aCommitmentRecord({ milestones: [aMilestoneRecord({ verifications })] })] }
}

const adverse = (over: Partial<VerificationView> = {}) => aVerification({ thread: aThread(), ...over })
const confirmed = (over: Partial<VerificationView> = {}) =>
	aVerification({
		recordId: 'verification-2',
		outcome: 'CONFIRMED',
		level: 'SUBSTANTIAL',
		thread: CLEAR,
		publishedOn: '2026-09-08',
		ledgerIndex: 20,
		...over,
	})

describe('what is counted', () => {
	test('where nothing is adverse every figure is unknown, never 0 of something', () => {
		const nothing = { adverse: 0, waiting: 0, repliedInTime: NONE, resolved: NONE, medianDays: null }
		expect(fixRateOf(record(), '2026-09-01')).toEqual(nothing)
		expect(fixRateOf(record(confirmed()), '2026-09-30')).toEqual(nothing)
		expect(fixRateOf(record(aVerification()), '2026-09-01')).toEqual(nothing)
	})

	test.each([
		['2026-07-31', 1, 0, 'on the last day the clock still runs'],
		['2026-08-01', 0, 1, 'the day after, silence counts'],
	])('on %s: %i waiting, %i to count, because %s', (today, waiting, of) => {
		expect(fixRateOf(record(adverse()), today)).toMatchObject({
			adverse: 1,
			waiting,
			repliedInTime: { count: 0, of },
		})
	})

	test.each([
		['in time', [aReply()], 1],
		['late', [aReply({ isLate: true })], 0],
		[
			'late by one institution, in time by another',
			[aReply({ isLate: true }), aReply({ recordId: 'r2' })],
			1,
		],
	])('a reply %s', (_when, replies, count) => {
		const found = adverse({ thread: aThread({ replies }) })
		expect(fixRateOf(record(found), '2026-07-21').repliedInTime).toMatchObject({ count, of: 1 })
	})

	test.each([
		['by an interested party', adverse({ independence: 'INTERESTED' })],
		[
			'that its author withdrew',
			adverse({ thread: aThread({ decisions: [aDecision({ decision: 'WITHDRAWN' })] }) }),
		],
	])('a finding %s is left out', (_whose, finding) => {
		expect(fixRateOf(record(finding), '2026-09-01').adverse).toBe(0)
	})
})

describe('what resolves a finding', () => {
	test.each<[string, VerificationView, number]>([
		['a later record of the same organization that confirms', confirmed(), 1],
		['one of another organization does not', confirmed({ organizationId: 'cso-2' }), 0],
		['one before it does not', confirmed({ ledgerIndex: 5 }), 0],
		['one that is adverse itself does not', confirmed({ outcome: 'NOT_CONFIRMED', thread: aThread() }), 0],
		['one that cannot verify does not', confirmed({ outcome: 'CANNOT_VERIFY', level: null }), 0],
		['one by an interested party does not', confirmed({ independence: 'INTERESTED' }), 0],
		['one about the whole commitment does not', confirmed({ milestoneId: null }), 0],
	])('%s', (_which, later, count) => {
		expect(fixRateOf(record(later, adverse()), '2026-12-01').resolved.count).toBe(count)
	})

	test('its own next version does, counted from the day of the first', () => {
		const found = aVerification({
			version: 2,
			outcome: 'CONFIRMED',
			publishedOn: '2026-08-09',
			ledgerIndex: 20,
			thread: CLEAR,
			earlier: [
				{
					version: 1,
					level: 'LIMITED',
					outcome: 'NOT_CONFIRMED',
					publishedOn: '2026-07-10',
					ledgerIndex: 11,
					thread: aThread({ replies: [aReply()] }),
				},
			],
		})
		expect(fixRateOf(record(found), '2026-12-01')).toEqual({
			adverse: 1,
			waiting: 0,
			repliedInTime: { count: 1, of: 1, share: 1 },
			resolved: { count: 1, of: 1, share: 1 },
			medianDays: 30,
		})
	})

	test('of an even number of resolutions the median lies halfway', () => {
		const second = adverse({ recordId: 'verification-3', publishedOn: '2026-07-20', ledgerIndex: 12 })
		expect(fixRateOf(record(confirmed(), second, adverse()), '2026-12-01').medianDays).toBe(55)
	})
})

const anyFinding = fc.record({
	at: fc.integer({ min: 1, max: 60 }),
	who: fc.constantFrom('cso-1', 'cso-2'),
	isAdverse: fc.boolean(),
	isWithdrawn: fc.boolean(),
	reply: fc.constantFrom('none', 'in time', 'late'),
})

test('shares stay within their denominators, in whatever order the findings are given', () => {
	const drawn = fc.uniqueArray(anyFinding, { selector: ({ at }) => at, maxLength: 12 })
	fc.assert(
		fc.property(drawn, fc.integer({ min: 0, max: 90 }), (list, days) => {
			const findings = list.map(({ at, who, isAdverse, isWithdrawn, reply }) =>
				aVerification({
					recordId: `v${String(at)}`,
					organizationId: who,
					outcome: isAdverse ? 'NOT_CONFIRMED' : 'CONFIRMED',
					publishedOn: addDays('2026-07-01', at),
					ledgerIndex: at,
					thread: aThread({
						dueOn: isAdverse ? addDays('2026-07-22', at) : null,
						replies: reply === 'none' ? [] : [aReply({ isLate: reply === 'late' })],
						decisions: isWithdrawn ? [aDecision({ decision: 'WITHDRAWN' })] : [],
					}),
				}),
			)
			const today = addDays('2026-07-01', days)
			const rate = fixRateOf(record(...findings), today)
			expect(fixRateOf(record(...[...findings].reverse()), today)).toEqual(rate)
			expect(rate.repliedInTime.of).toBe(rate.adverse - rate.waiting)
			expect(rate.resolved.of).toBe(rate.adverse)
			expect(rate.resolved.count).toBeLessThanOrEqual(rate.adverse)
			expect(rate.repliedInTime.count).toBeLessThanOrEqual(rate.repliedInTime.of)
			expect(rate.medianDays === null).toBe(rate.resolved.count === 0)
		}),
	)
})
