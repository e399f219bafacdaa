import { describe, expect, test } from 'vitest'
import {
	APPLICATION_STATES,
	charactersOf,
	correctionsOf,
	fieldState,
	heldSide,
	isAgreed,
	isPublishedStep,
	missingLetters,
	monthsLeft,
	standingSteps,
	stepsFrom,
	termVerdict,
} from '#app/domain/application/rules.ts'
import type { ApplicationState } from '#app/domain/application/rules.ts'
import { textAnswer } from '#app/domain/application/schema.ts'
import { anActor } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'

describe('the length of a text', () => {
	test.each([
		['', 0, 'nothing is nothing'],
		['   \n\t ', 0, 'what is trimmed does not count'],
		['  transparansi  ', 12, 'spaces around a text do not count'],
		['a b', 3, 'spaces inside do'],
		['🙂', 1, 'an emoji is one, though it takes two units of UTF-16'],
		['👩‍👩‍👧', 5, 'a family is three people and two joiners'],
		['🇮🇩', 2, 'a flag is two letters'],
		['e\u0301', 2, 'a letter and its accent are two where they are written apart'],
		['é', 1, 'and one where they are written together'],
		['satu\ndua', 8, 'an end of line is one'],
	])('of %j is %i: %s', (text, length) => {
		expect(charactersOf(text)).toBe(length)
	})

	const limit = textAnswer(2000)
	const isTaken = (text: string) => limit.safeParse({ version: 0, text }).success
	test.each([
		['a'.repeat(2000), true, '2,000 letters'],
		['a'.repeat(2001), false, 'a 2,001st letter'],
		[`  ${'a'.repeat(2000)}\n`, true, '2,000 letters with blanks around'],
		['🙂'.repeat(2000), true, '2,000 emoji'],
		['🙂'.repeat(2001), false, 'a 2,001st emoji'],
		['e\u0301'.repeat(2000), true, '2,000 letters with an accent, put together before they are kept'],
		[
			`${'a'.repeat(1999)}\r\nb`,
			false,
			'an end of line of two bytes is one character, the 2,001st is too much',
		],
		[`${'a'.repeat(1998)}\r\nb`, true, 'and with one letter less it fits'],
	])('is taken or not: %#', (text, isIn, _why) => {
		expect(isTaken(text)).toBe(isIn)
	})

	test('is limited by this site where a call gives no limit', () => {
		const unlimited = textAnswer(null)
		expect(unlimited.safeParse({ version: 0, text: 'a'.repeat(10_000) }).success).toBe(true)
		expect(unlimited.safeParse({ version: 0, text: 'a'.repeat(10_001) }).success).toBe(false)
	})
})

describe('months left in the term', () => {
	test.each([
		['2026-01-15', '2027-05-15', 16, 'to the same day of a month'],
		['2026-01-15', '2027-05-14', 15, 'a day less is a month less'],
		['2026-01-31', '2026-02-28', 1, 'from the end of a month to the end of a shorter one'],
		['2026-01-31', '2026-02-27', 0, 'a day before that it is none'],
		['2028-01-31', '2028-02-28', 0, 'in a leap year February ends a day later'],
		['2028-01-31', '2028-02-29', 1, 'and on that day it is one'],
		['2026-03-31', '2026-04-30', 1, 'from the 31st to the 30th'],
		['2026-02-28', '2026-03-31', 1, 'from the end of February'],
		['2026-12-31', '2027-02-28', 2, 'over the end of a year'],
		['2026-07-15', '2026-07-15', 0, 'on the last day'],
		['2026-07-15', '2020-01-01', 0, 'after the term'],
		['2026-07-15', '2027-07', 11, 'of a month, its first day counts: never more than is known'],
		['2026-07-15', '2028', 17, 'of a year as well'],
	])('from %s to %s are %i: %s', (from, endsOn, months) => {
		expect(monthsLeft(from, endsOn)).toBe(months)
	})

	test.each([
		[null, { least: 16, best: null, isRequired: true }, 'NOT_RECORDED'],
		[null, null, 'NOT_RECORDED'],
		[3, null, 'NOT_ASKED'],
		[16, { least: 16, best: null, isRequired: true }, 'ENOUGH'],
		[15, { least: 16, best: null, isRequired: true }, 'BELOW_MINIMUM'],
		[11, { least: 12, best: 18, isRequired: false }, 'BELOW_IDEAL'],
		[12, { least: 12, best: 18, isRequired: false }, 'ENOUGH'],
	] as const)('%s of %j are %s', (left, asked, verdict) => {
		expect(termVerdict(left, asked)).toBe(verdict)
	})
})

describe('a field', () => {
	const government = (textVersion: number) => ({ side: 'GOVERNMENT', textVersion })
	const society = (textVersion: number) => ({ side: 'CIVIL_SOCIETY', textVersion })
	test.each([
		[null, [], 'EMPTY', 'in which nothing was written'],
		[{ version: 2, text: '' }, [government(2), society(2)], 'EMPTY', 'that was emptied'],
		[{ version: 1, text: 'a' }, [], 'UNCONFIRMED', 'that nobody stands behind'],
		[{ version: 1, text: 'a' }, [government(1)], 'ONE_SIDE', 'that government stands behind'],
		[{ version: 1, text: 'a' }, [society(1), society(1)], 'ONE_SIDE', 'that two of one side stand behind'],
		[{ version: 1, text: 'a' }, [government(1), society(1)], 'AGREED', 'that both sides stand behind'],
		[{ version: 2, text: 'b' }, [government(1), society(1)], 'UNCONFIRMED', 'that was edited since'],
		[
			{ version: 2, text: 'b' },
			[government(1), society(2)],
			'ONE_SIDE',
			'of which each side read another version',
		],
	] as const)('%j with %j is %s: one %s', (newest, confirmations, state, _which) => {
		expect(fieldState(newest, confirmations)).toBe(state)
	})

	test('is agreed with all the others, or the application is not', () => {
		expect(isAgreed(['AGREED', 'AGREED'])).toBe(true)
		expect(isAgreed(['AGREED', 'ONE_SIDE'])).toBe(false)
		expect(isAgreed([])).toBe(false)
	})
})

describe('the stages of an application', () => {
	const allowed = (hasFullApplication: boolean) =>
		APPLICATION_STATES.flatMap((from) => stepsFrom(from, { hasFullApplication }).map((to) => `${from} ${to}`))

	test('of a call with a second step follow one another', () => {
		expect(allowed(true)).toEqual([
			'DRAFT AGREED',
			'DRAFT WITHDRAWN',
			'AGREED DRAFT',
			'AGREED SUBMITTED',
			'AGREED WITHDRAWN',
			'SUBMITTED SHORTLISTED',
			'SUBMITTED REJECTED',
			'SUBMITTED WITHDRAWN',
			'SHORTLISTED FULL_APPLICATION',
			'SHORTLISTED REJECTED',
			'SHORTLISTED WITHDRAWN',
			'FULL_APPLICATION ACCEPTED',
			'FULL_APPLICATION REJECTED',
			'FULL_APPLICATION WITHDRAWN',
		])
	})

	test('of a call without one know no shortlist', () => {
		expect(stepsFrom('SUBMITTED', { hasFullApplication: false })).toEqual([
			'ACCEPTED',
			'REJECTED',
			'WITHDRAWN',
		])
	})

	test.each<[ApplicationState, ApplicationState, boolean]>([
		['DRAFT', 'AGREED', false],
		['AGREED', 'DRAFT', false],
		['AGREED', 'WITHDRAWN', false],
		['AGREED', 'SUBMITTED', true],
		['SUBMITTED', 'WITHDRAWN', true],
		['FULL_APPLICATION', 'ACCEPTED', true],
	])('from %s to %s: an act or not (%s)', (from, to, isAct) => {
		expect(isPublishedStep(from, to)).toBe(isAct)
	})
})

describe('letters of support', () => {
	const of2020 = [{ kind: 'HEAD_OF_GOVERNMENT', least: 1, by: 'FULL_APPLICATION' }] as const
	const of2023 = [
		{ kind: 'HEAD_OF_GOVERNMENT', least: 1, by: 'SUBMITTED' },
		{ kind: 'NON_GOVERNMENT', least: 1, by: 'SUBMITTED' },
	] as const
	const letter = (kind: string) => ({ kind })
	test.each([
		[[], of2020, 'SUBMITTED', []],
		[[], of2020, 'FULL_APPLICATION', ['HEAD_OF_GOVERNMENT']],
		[[letter('HEAD_OF_GOVERNMENT')], of2020, 'FULL_APPLICATION', []],
		[[letter('HEAD_OF_GOVERNMENT')], of2023, 'SUBMITTED', ['NON_GOVERNMENT']],
		[[letter('HEAD_OF_GOVERNMENT'), letter('HEAD_OF_GOVERNMENT')], of2023, 'SUBMITTED', ['NON_GOVERNMENT']],
	] as const)('%j for %j by %s lack %j', (letters, asked, by, missing) => {
		expect(missingLetters(letters, [...asked], by)).toEqual(missing)
	})
})

test.each<[PersonName, string | null]>([
	['poc', 'GOVERNMENT'],
	['secretariat', 'GOVERNMENT'],
	['monitor', 'CIVIL_SOCIETY'],
	['owner', 'CIVIL_SOCIETY'],
	['officer', null],
	['lead', null],
	['monitoringBody', null],
	['irm', null],
	['admin', null],
])('the %s writes for %s', (who, side) => {
	expect(heldSide(anActor(who), 'example')?.side ?? null).toBe(side)
	expect(heldSide(anActor(who), 'elsewhere')).toBeNull()
})

describe('stages that were recorded by mistake', () => {
	const step = (position: number, state: string, corrects: number | null = null) => ({
		position,
		state,
		corrects,
	})
	const sent = [step(1, 'DRAFT'), step(2, 'AGREED'), step(3, 'SUBMITTED')]
	const statesOf = (steps: readonly ReturnType<typeof step>[]) =>
		standingSteps(steps).map(({ state }) => state)

	test.each([
		['gone back', [...sent, step(4, 'REJECTED'), step(5, 'SUBMITTED', 4)], ['DRAFT', 'AGREED', 'SUBMITTED']],
		[
			'become another',
			[...sent, step(4, 'REJECTED'), step(5, 'ACCEPTED', 4)],
			['DRAFT', 'AGREED', 'SUBMITTED', 'ACCEPTED'],
		],
		[
			'corrected twice',
			[...sent, step(4, 'REJECTED'), step(5, 'ACCEPTED', 4), step(6, 'SUBMITTED', 5)],
			['DRAFT', 'AGREED', 'SUBMITTED'],
		],
	])('count no more where they have %s', (_how, steps, states) => {
		expect(statesOf(steps)).toEqual(states)
	})

	test.each([
		[sent, false, []],
		[[...sent, step(4, 'REJECTED')], false, ['SUBMITTED', 'ACCEPTED', 'REJECTED']],
		[[...sent, step(4, 'SHORTLISTED')], true, ['SUBMITTED', 'SHORTLISTED', 'REJECTED']],
		[[...sent, step(4, 'SHORTLISTED'), step(5, 'FULL_APPLICATION')], true, ['SHORTLISTED', 'REJECTED']],
		[[step(1, 'DRAFT'), step(2, 'WITHDRAWN')], true, ['DRAFT']],
		[[step(1, 'DRAFT')], true, []],
	])('%j can be corrected, in a call with a second step: %s, to %j', (steps, hasFullApplication, states) => {
		expect(correctionsOf(steps, { hasFullApplication })).toEqual(states)
	})
})
