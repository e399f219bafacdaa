import { describe, expect, test } from 'vitest'
import {
	ROUND_DAYS,
	isOpen,
	reasonNotToCompile,
	reasonNotToDissent,
	roundBefore,
	roundWindow,
	roundsOf,
} from '#app/domain/report-draft/rules.ts'
import { DissentAnswer, RoundAnswer } from '#app/domain/report-draft/schema.ts'
import { LONG_TEXT_MAX_CHARACTERS } from '#app/domain/typed-values.ts'

const round = (closesOn: string, takenOn: string | null = null) => ({ closesOn, takenOn })

test('days count in full: two weeks from the day of opening', () => {
	expect(roundWindow('2026-07-15', 14)).toEqual({ opensOn: '2026-07-15', closesOn: '2026-07-29' })
})

test.each([
	['2026-07-28', true, null, 'draft_round_open', 'before its last day dissent is taken'],
	['2026-07-29', true, null, 'draft_round_open', 'on its last day it still is'],
	['2026-07-30', false, 'draft_round_closed', null, 'the day after, the report can be compiled'],
] as const)('on %s: open is %s, because %5$s', (today, open, notDissent, notCompile, _why) => {
	const shared = round('2026-07-29')
	expect(isOpen(shared, today)).toBe(open)
	expect(reasonNotToDissent(shared, today)).toBe(notDissent)
	expect(reasonNotToCompile([round('2026-01-01'), shared], today)).toBe(notCompile)
})

describe('which rounds a report takes along', () => {
	test('every one that no report took up, however many', () => {
		const rounds = [round('2026-05-01'), round('2026-06-01'), round('2026-04-01', '2026-04-02')]
		expect(roundsOf(rounds, '2026-07-30')).toEqual([rounds[0], rounds[1]])
	})

	test('a second report of the same day takes the same ones, so that it leaves no dissent out', () => {
		const taken = round('2026-07-29', '2026-07-30')
		expect(roundsOf([taken], '2026-07-30')).toEqual([taken])
		expect(roundsOf([taken], '2026-07-31')).toEqual([])
	})

	test('a later report names the last one that was taken up before', () => {
		const rounds = [round('2026-04-01', '2026-04-02'), round('2026-07-29', '2026-07-30'), round('2026-08-30')]
		expect(roundBefore(rounds, '2026-07-31')).toEqual(rounds[1])
		expect(roundBefore(rounds, '2026-07-30')).toEqual(rounds[0])
		expect(roundBefore([round('2026-08-30')], '2026-09-01')).toBeNull()
	})
})

test.each([
	[ROUND_DAYS.least, true],
	[ROUND_DAYS.most, true],
	[ROUND_DAYS.least - 1, false],
	[ROUND_DAYS.most + 1, false],
	[7.5, false],
	[undefined, false],
])('a draft can be shared for %s days: %s', (days, can) => {
	expect(RoundAnswer.safeParse({ report: 'progress-report', days }).success).toBe(can)
})

const recordId = 'b3c0f0a5-5b1b-4f8e-9d55-0b8a4f2b6c11'
test.each([
	['says nothing', {}, 'field.either-language'],
	['is longer than a remark can be', { textEn: 'a'.repeat(LONG_TEXT_MAX_CHARACTERS + 1) }, null],
	['names no page of the web', { textEn: 'Late.', url: 'javascript:alert(1)' }, 'evidence.url.web'],
	['has no number', { textEn: 'Late.', recordId: 'x' }, 'desk.record.unknown'],
])('a dissent that %s is not taken', (_what, over, message) => {
	const read = DissentAnswer.safeParse({ recordId, ...over })
	expect(read.success).toBe(false)
	if (message !== null) expect(read.error?.issues.map((issue) => issue.message)).toContain(message)
})

test('one language is enough', () => {
	expect(DissentAnswer.safeParse({ recordId, textId: 'Belum.' }).success).toBe(true)
})
