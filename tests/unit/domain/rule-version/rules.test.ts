import { describe, expect, test } from 'vitest'
import { CycleRules } from '#app/domain/cycle-rules/schema.ts'
import { RULE_FIGURES } from '#app/domain/rule-sentence/rules.ts'
import {
	asTyped,
	changesBetween,
	fieldsOf,
	neighboursOf,
	numbersIn,
	reasonNotToPublish,
	versionId,
} from '#app/domain/rule-version/rules.ts'
import type { RuleField } from '#app/domain/rule-version/rules.ts'
import { numbersOf } from '#app/domain/rule-version/view.ts'
import { aShippedRuleSet } from '#tests/factories/rule-version.ts'

const fields = fieldsOf(numbersOf(aShippedRuleSet('NATIONAL')))

function field(name: string): RuleField {
	const found = fields.find((one) => one.name === name)
	if (!found) throw new Error(`no field ${name}`)
	return found
}

describe('the form of a new version', () => {
	test.each(['NATIONAL', 'LOCAL'] as const)('asks for every number of the %s rules, each once', (track) => {
		const row = aShippedRuleSet(track)
		const names = fieldsOf(numbersOf(row)).map(({ name }) => name)
		expect(new Set(names).size).toBe(names.length)
		expect(names).toEqual(expect.arrayContaining([...RULE_FIGURES]))
		const repeated = CycleRules.parse(row.cycle).obligations.filter(({ everyMonths }) => everyMonths !== null)
		expect(names.filter((name) => name.endsWith('-everyMonths'))).toHaveLength(repeated.length)
	})

	test('starts with the numbers of the version it is written from, and takes each of them as it stands', () => {
		for (const one of fields)
			if (one.is !== 'scheme') expect([one.name, numbersIn(one, asTyped(one))]).not.toContain(null)
	})
})

describe('what is typed into a field', () => {
	const typed: readonly (readonly [string, string, readonly number[] | null, string])[] = [
		['graceDays', '0', [0], 'no day of grace is a number'],
		['graceDays', '3650', [3650], 'the last number that is taken'],
		['graceDays', '3651', null, 'one more is a typing error'],
		['graceDays', '-1', null, 'days do not count backwards'],
		['graceDays', '1.5', null, 'days are whole'],
		['graceDays', '1e2', null, 'a number has digits only'],
		['graceDays', '', null, 'nothing is no number'],
		['forumGapDays', '0', null, 'a forum cannot meet every 0 days'],
		['resultMeetingMonth', '12', [12], 'December is a month'],
		['resultMeetingMonth', '13', null, 'a year has no thirteenth month'],
		['coverageMet', '80', [0.8], 'shares are typed in percent'],
		['coverageMet', '33,3', [0.333], 'as Indonesians write them'],
		['coverageMet', '33.3', [0.333], 'and as the English do'],
		['coverageMet', '0.85', null, 'a share is not typed as a fraction'],
		['coverageMet', '101', null, 'nobody covers more than all'],
		['planMonths', '24, 48', [24, 48], 'several lengths'],
		['planMonths', '', [], 'none: the member chooses'],
		['planMonths', '24, x', null, 'one of them is no number'],
		['reminderDays', '', null, 'a reminder needs a day'],
		['COCREATION_TIMELINE-days', '-14', [-14], 'a deadline may lie before its event'],
		['MSF_MEETING-everyMonths', '0', null, 'nothing comes round every 0 months'],
	]
	test.each(typed)('%s takes “%s” as %s, because %s', (name, text, numbers) => {
		expect(numbersIn(field(name), text)).toEqual(numbers)
	})
})

describe('what differs between two versions', () => {
	const before = numbersOf(aShippedRuleSet('NATIONAL'))

	test('is nothing between a version and itself', () => {
		expect(changesBetween(before, before)).toEqual([])
	})

	test('is each number and each deadline that is another one, not the words of its source', () => {
		const figures = before.figures.map((one) =>
			one.name === 'graceDays' ? { ...one, values: [21] } : { ...one, source: 'other words' },
		)
		const deadlines = before.deadlines.map((one) => (one.code === 'SA_END' ? { ...one, months: 4 } : one))
		expect(changesBetween(before, { figures, deadlines })).toMatchObject([
			{ is: 'figure', before: { name: 'graceDays', values: [14] }, after: { values: [21] } },
			{ is: 'deadline', before: { code: 'SA_END', months: 3 }, after: { months: 4 } },
		])
	})

	test('is also a number that one of them does not have', () => {
		const figures = before.figures.filter(({ name }) => name !== 'replyDays')
		expect(changesBetween({ ...before, figures }, before)).toMatchObject([
			{ before: null, after: { name: 'replyDays' } },
		])
	})
})

describe('the place of a version among the others', () => {
	const known = (id: string, validFrom: string, track: 'NATIONAL' | 'LOCAL' = 'LOCAL') => ({
		...{ id, track, validFrom },
		version: id,
	})
	const versions = [
		known('2022.1', '2022-01-01'),
		known('2026.1', '2026-01-01'),
		known('2028.1', '2028-01-01'),
		known('national', '2027-01-01', 'NATIONAL'),
	]

	test('is between the one it follows and the one that follows it, of the same track', () => {
		const { before, after } = neighboursOf(versions, { track: 'LOCAL', validFrom: '2027-01-01' })
		expect([before?.id, after?.id]).toEqual(['2026.1', '2028.1'])
		expect(neighboursOf(versions, { track: 'LOCAL', validFrom: '2022-01-01' }).before).toBeNull()
	})

	const wanted: readonly (readonly [string, string, string | null, string])[] = [
		['2027.1', '2026-07-15', null, 'today is the first day it can hold from'],
		['2027.1', '2026-07-14', 'rule_day_past', 'levels of yesterday were read already'],
		['2026.1', '2027-01-01', 'rule_version_known', 'names are given once in a track'],
		['2027.1', '2028-01-01', 'rule_day_known', 'on one day one version begins'],
		['national', '2027-01-01', null, 'the other track has names and days of its own'],
	]
	test.each(wanted)('%s from %s: %s, because %s', (name, validFrom, reason) => {
		const version = { track: 'LOCAL', version: name, validFrom } as const
		expect(reasonNotToPublish(version, { versions, today: '2026-07-15' })).toBe(reason)
	})

	test('its address says of which track it is', () => {
		expect(versionId('NATIONAL', '2027.1')).toBe('rules-national-2027.1')
	})
})
