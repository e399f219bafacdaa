import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#app/domain/calendar.ts'
import { EXPECTATION_LEVELS, EXPECTATIONS } from '#app/domain/expectation/view.ts'
import type { ExpectationLevel } from '#app/domain/expectation/view.ts'
import { memberStanding } from '#app/domain/member-expectation/rules.ts'
import type { MemberStanding } from '#app/domain/member-expectation/view.ts'
import { aMember, aPlan, aPlanRecord } from '#tests/factories/plan-record.ts'
import {
	aCompleteRegister,
	aConsultation,
	aContribution,
	aDocument,
	aForum,
	aMeeting,
	aMembership,
	aPlanEndorsement,
	aRegister,
	aSiteCheck,
	aTimeline,
	anAdministration,
	anEndorsement,
	anOutreach,
	localProcess,
	nationalProcess,
	someCounts,
} from '#tests/factories/member-registers.ts'
import type { Act } from '#tests/factories/member-registers.ts'

const aDay = fc.integer({ min: 0, max: 1800 }).map((days) => addDays('2024-06-01', days))
const maybe = <Value>(value: Value) => fc.constantFrom(value, undefined)
const link = maybe('https://example.org/page')
const phase = fc.constantFrom('CO_CREATION' as const, 'IMPLEMENTATION' as const)

/** Any act, good or bad: with or without its evidence, of either side or of one. */
const anAct: fc.Arbitrary<Act> = fc.oneof(
	fc
		.record({
			on: aDay,
			phase,
			minutesUrl: link,
			attendance: fc.constantFrom({}, { GOV: 2 }, { CSO: 3 }, { GOV: 2, CSO: 3 }),
			access: fc.constantFrom('OPEN' as const, 'CLOSED_ART17' as const),
			collectsComments: fc.boolean(),
			sent: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
		})
		.map(({ on, sent, ...over }) =>
			aMeeting(on, { ...over, documentsSentOn: sent === undefined ? undefined : addDays(on, -sent) }),
		),
	fc.record({ foundedOn: aDay, rulesUrl: link, isOpenCall: fc.boolean() }).map(aForum),
	fc
		.tuple(aDay, fc.record({ url: link, planId: maybe('plan-example') }))
		.map(([on, over]) => aDocument(on, over)),
	fc.tuple(aDay, fc.record({ url: link })).map(([on, over]) => anOutreach(on, over)),
	fc.record({ publishedOn: aDay, startsOn: aDay, url: link }).map(aTimeline),
	fc
		.tuple(aDay, fc.boolean(), fc.integer({ min: 0, max: 500 }))
		.map(([on, isReachable, age]) => aSiteCheck(on, { isReachable, updatedOn: addDays(on, -age) })),
	aDay.map(aPlanEndorsement),
	aDay.map((opensOn) => aConsultation({ opensOn, closesOn: addDays(opensOn, 20) }, 'c-1')),
	fc
		.tuple(aDay, fc.record({ url: link, isPublic: fc.boolean(), isHeadOrDelegate: fc.boolean() }))
		.map(([on, over]) => anEndorsement(on, over)),
	aDay.map((on) => anAdministration(on)),
	fc
		.tuple(aDay, fc.constantFrom('ACTIVE' as const, 'UNDER_REVIEW' as const, 'INACTIVE' as const))
		.map(([on, status]) => aMembership(on, status)),
	fc
		.tuple(aDay, fc.record({ url: link, role: fc.constantFrom('PROVIDER' as const, 'RECIPIENT' as const) }))
		.map(([on, over]) => aContribution(on, over)),
	fc
		.tuple(
			fc.constantFrom(
				'DECLARATION' as const,
				'COCREATION' as const,
				'CONSULTATION' as const,
				'SHARING' as const,
			),
			aDay,
		)
		.map(([register, on]) => aCompleteRegister(register, on)),
)

const aWorld = fc.record({
	acts: fc.array(anAct, { maxLength: 25 }),
	day: aDay,
	track: fc.constantFrom('NATIONAL' as const, 'LOCAL' as const),
})
type World = { acts: readonly Act[]; day: string; track: 'NATIONAL' | 'LOCAL' }

function standingOf({ acts, day, track }: World): MemberStanding {
	const member = aMember({ level: track, joinedYear: 2024 })
	const record = aPlanRecord({ plan: aPlan({ member }) })
	const rules = {
		id: 'rules-test',
		version: 'test',
		rules: track === 'NATIONAL' ? nationalProcess : localProcess,
	}
	const registers = aRegister(acts, { 'c-1': someCounts() })
	return memberStanding({ member, registers, record, plans: [record.plan], rules, day })
}

/** Levels that evidence is measured by; the others say that nothing is judged. */
const ORDER: readonly ExpectationLevel[] = ['NOT_MET', 'NO_EVIDENCE', 'PARTIAL', 'MET']

function isLowered(before: ExpectationLevel, after: ExpectationLevel): boolean {
	if (!ORDER.includes(before)) return false
	if (after === 'NOT_RECORDED') return ORDER.indexOf(before) > ORDER.indexOf('NO_EVIDENCE')
	return ORDER.indexOf(after) < ORDER.indexOf(before)
}

function levelsOf({ expectations }: MemberStanding): ReadonlyMap<string, ExpectationLevel> {
	return new Map(
		[...expectations, ...expectations.flatMap(({ requirements }) => requirements)].map(({ code, level }) => [
			code,
			level,
		]),
	)
}

/**
 * Acts that only add evidence, each public, dated and complete: a meeting with both sides, documents sent in time,
 * minutes, results and comments; a forum with both sides, public rules and an open call; a document with a link;
 * outreach with a link to two kinds of audience; an endorsement of a plan; a check, later than all others, of a site
 * that is open and new; a public endorsement of the Declaration by the head of government; something given abroad to
 * a named counterpart, with a link.
 *
 * Not among them: a timeline, a consultation and a declared register, which move what is due and what is known, and
 * what tells of an administration or of a standing.
 */
const anEvidence: fc.Arbitrary<Act> = fc.oneof(
	fc.tuple(aDay, phase).map(([on, one]) => aMeeting(on, { phase: one, documentsSentOn: addDays(on, -10) })),
	aDay.map((foundedOn) => aForum({ foundedOn })),
	aDay.map((on) => aDocument(on, { commitmentId: 'commitment-1' })),
	aDay.map((on) => anOutreach(on)),
	aDay.map(aPlanEndorsement),
	fc.constant(aSiteCheck('2030-01-01')),
	aDay.map((on) => anEndorsement(on)),
	aDay.map((on) => aContribution(on, { scope: 'INTERNATIONAL' })),
)

describe('the five levels of a member', { timeout: 60_000 }, () => {
	test('are there on any day, whatever is recorded, and the same whenever they are computed', () => {
		fc.assert(
			fc.property(aWorld, (world) => {
				const standing = standingOf(world)
				expect(standing.expectations.map(({ code }) => code)).toEqual(EXPECTATIONS)
				for (const { level, reasons, changes, requirements } of standing.expectations) {
					expect(EXPECTATION_LEVELS).toContain(level)
					expect(reasons.length).toBeGreaterThan(0)
					expect(changes.length).toBeGreaterThan(0)
					for (const one of requirements) {
						expect(one.reasons.length).toBeGreaterThan(0)
						if (one.nextDueOn !== null) expect(one.nextDueOn >= world.day).toBe(true)
					}
				}
				expect(standingOf(world)).toEqual(standing)
			}),
			{ numRuns: 60 },
		)
	})

	test('do not depend on the order in which acts were entered', () => {
		const shuffled = aWorld.chain((world) =>
			fc.tuple(
				fc.constant(world),
				fc.shuffledSubarray(world.acts, { minLength: world.acts.length, maxLength: world.acts.length }),
			),
		)
		fc.assert(
			fc.property(shuffled, ([world, acts]) => {
				expect(standingOf({ ...world, acts })).toEqual(standingOf(world))
			}),
			{ numRuns: 60 },
		)
	})

	test('are never lowered by an act that only adds evidence', () => {
		fc.assert(
			fc.property(aWorld, anEvidence, (world, evidence) => {
				const [before, after] = [
					levelsOf(standingOf(world)),
					levelsOf(standingOf({ ...world, acts: [...world.acts, evidence] })),
				]
				const lowered = [...before].filter(([code, level]) => isLowered(level, after.get(code) ?? 'NOT_MET'))
				expect(lowered).toEqual([])
			}),
			{ numRuns: 200 },
		)
	})
})
