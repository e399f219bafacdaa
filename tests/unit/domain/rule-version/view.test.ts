import { describe, expect, test } from 'vitest'
import { CycleRules } from '#app/domain/cycle-rules/schema.ts'
import { ProcessRules } from '#app/domain/process-rules/schema.ts'
import { RuleSetRules } from '#app/domain/rule-set/schema.ts'
import { hasSameNumbers, listedRuleSets, ruleSetView } from '#app/domain/rule-set/view.ts'
import { changesBetween } from '#app/domain/rule-version/rules.ts'
import { RuleVersionContent } from '#app/domain/rule-version/schema.ts'
import { numbersOf, publicationRow, ruleVersionContent, versionFrom } from '#app/domain/rule-version/view.ts'
import { VerificationRules } from '#app/domain/verification-rules/schema.ts'
import { columnsOf } from '#tests/architecture/act-columns.ts'
import { aShippedRuleSet, aVersionAnswer } from '#tests/factories/rule-version.ts'

const base = aShippedRuleSet()

describe('a version that is written from another', () => {
	test('with nothing changed has every number of it, with the source it had', () => {
		const version = versionFrom(base, aVersionAnswer())
		expect(changesBetween(numbersOf(base), numbersOf(version))).toEqual([])
		expect([version.rules, version.cycle, version.process, version.verification]).toEqual([
			base.rules,
			base.cycle,
			base.process,
			base.verification,
		])
		expect(version).toMatchObject({ id: 'rules-local-2027.1', track: 'LOCAL', validFrom: '2027-01-01' })
	})

	test('names its own source at what it changes, and only there', () => {
		const answer = aVersionAnswer({
			forumGapDays: '90',
			coverageMet: '75',
			reminderDays: '14, 3',
			checkpointScheme: 'HALF_YEARLY',
			'SA_END-months': '6',
			basis: 'PRACTICE',
			sourceUrl: 'https://example.org/keputusan',
		})
		const version = versionFrom(base, answer)
		const own = { basis: 'PRACTICE', source: `https://example.org/keputusan (${answer.source})` }
		expect(ProcessRules.parse(version.process).forumGapDays).toEqual({ value: 90, ...own })
		expect(RuleSetRules.parse(version.rules).coverageMet).toEqual({ value: 0.75, ...own })
		const cycle = CycleRules.parse(version.cycle)
		expect(cycle.reminderDays).toEqual({ values: [14, 3], ...own })
		expect(cycle.checkpointScheme).toEqual({ value: 'HALF_YEARLY', ...own })
		expect(cycle.obligations.find(({ code }) => code === 'SA_END')).toMatchObject({ months: 6, ...own })
		expect(RuleSetRules.parse(version.rules).graceDays).toEqual(RuleSetRules.parse(base.rules).graceDays)
		expect(VerificationRules.parse(version.verification)).toEqual(base.verification)
		expect(changesBetween(numbersOf(base), numbersOf(version))).toHaveLength(5)
	})
})

test('the log seals every column of a version and of its act', () => {
	const by = {
		...{ hostId: 'host', personId: 'person-of-host', at: new Date('2026-07-15T02:00:00Z') },
		...{ salt: new Uint8Array(32), privateSalt: new Uint8Array(32) },
	}
	const version = versionFrom(base, aVersionAnswer({ forumGapDays: '90' }))
	const row = publicationRow(version.id, aVersionAnswer(), by)
	const content = ruleVersionContent(row, version)
	expect(RuleVersionContent.parse(content)).toEqual(content)
	expect(JSON.stringify(content)).not.toContain('person-of-host')
	const saidAs: Record<string, string> = { id: 'recordId', version: 'versionName' }
	const sealed = Object.keys(content)
	expect(columnsOf('RuleSet').filter((column) => !sealed.includes(saidAs[column] ?? column))).toEqual([])
	expect(columnsOf('RuleSet').length).toBe(10)
})

test('a version holds until the day before the next one of its track', () => {
	const next = { ...versionFrom(base, aVersionAnswer()), validFrom: '2027-01-01' }
	const listed = listedRuleSets([base, next, aShippedRuleSet('NATIONAL')].map(ruleSetView), [])
	expect(listed.map(({ validUntil }) => validUntil)).toEqual(['2026-12-31', null, null])
	expect(listed.map(({ origin }) => origin)).toEqual([null, null, null])
})

test('other words of a source are no other numbers, another number is', () => {
	const { graceDays } = RuleSetRules.parse(base.rules)
	const withGrace = (figure: object) => ({
		...base,
		rules: { ...RuleSetRules.parse(base.rules), graceDays: { ...graceDays, ...figure } },
	})
	expect(hasSameNumbers(base, withGrace({ source: 'mended words' }))).toBe(true)
	expect(hasSameNumbers(base, withGrace({ value: 15 }))).toBe(false)
	expect(hasSameNumbers(base, { ...base, validFrom: '2021-01-01' })).toBe(false)
})
