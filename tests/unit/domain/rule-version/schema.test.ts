import { describe, expect, test } from 'vitest'
import { fieldsOf } from '#app/domain/rule-version/rules.ts'
import { ruleVersionForm } from '#app/domain/rule-version/schema.ts'
import { numbersOf } from '#app/domain/rule-version/view.ts'
import { aShippedRuleSet, aVersionForm } from '#tests/factories/rule-version.ts'

const schema = ruleVersionForm(fieldsOf(numbersOf(aShippedRuleSet())), '2026-07-15')

function faults(over: Readonly<Record<string, string>>) {
	const { error } = schema.safeParse(aVersionForm(over))
	return (error?.issues ?? []).map(({ path, message }) => [path.join('.'), message])
}

describe('the form of a new version', () => {
	test('takes the numbers of the version it starts from, a name, a day, a source and notes', () => {
		expect(faults({})).toEqual([])
	})

	test.each([
		[{ versionName: '' }, 'versionName', 'rule-version.name.required'],
		[{ versionName: 'versi baru!' }, 'versionName', 'rule-version.name.unreadable'],
		[{ versionName: 'a'.repeat(31) }, 'versionName', 'rule-version.name.unreadable'],
		[{ validFrom: '14-7-2026' }, 'validFrom', 'rule-version.valid-from.past'],
		[{ validFrom: '31-2-2027' }, 'validFrom', 'day.not-in-calendar'],
		[{ validFrom: 'soon' }, 'validFrom', 'day.unreadable'],
		[{ basis: 'GUESS' }, 'basis', 'field.choose'],
		[{ source: ' ' }, 'source', 'rule-version.source.required'],
		[{ basis: 'OGP' }, 'sourceUrl', 'rule-version.source-url.required'],
		[{ sourceUrl: 'javascript:alert(1)' }, 'sourceUrl', 'evidence.url.web'],
		[{ noteEn: '' }, 'noteEn', 'rule-version.note.required'],
		[{ noteId: '' }, 'noteId', 'rule-version.note.required'],
		[{ noteId: 'x'.repeat(1001) }, 'noteId', 'field.too-long'],
		[{ checkpointScheme: 'DAILY' }, 'checkpointScheme', 'field.choose'],
		[{ forumGapDays: 'often' }, 'forumGapDays', 'rule-version.fault.whole'],
		[{ coverageMet: '120' }, 'coverageMet', 'rule-version.fault.share'],
		[{ reminderDays: '7;x' }, 'reminderDays', 'rule-version.fault.list'],
		[{ 'SA_END-months': '121' }, 'SA_END-months', 'rule-version.fault.whole'],
		[{ siteFreshDays: '400' }, 'siteStaleDays', 'rule-version.fault.order'],
		[{ 'SA_END-days': '-3' }, 'SA_END-days', 'rule-version.fault.mixed'],
	])('of %o says at %s: %s', (over, name, fault) => {
		expect(faults(over as Record<string, string>)).toEqual([[name, fault]])
	})

	test('says of each of several wrong numbers what is wrong with it', () => {
		expect(faults({ graceDays: 'x', replyDays: '0', planMonths: '0' })).toEqual([
			['graceDays', 'rule-version.fault.whole'],
			['planMonths', 'rule-version.fault.list'],
			['replyDays', 'rule-version.fault.whole'],
		])
	})

	test('refuses a number that the version does not have', () => {
		expect(schema.safeParse({ ...aVersionForm(), secretDays: '3' }).success).toBe(false)
	})
})
