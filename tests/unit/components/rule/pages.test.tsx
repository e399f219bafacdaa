import { describe, expect, test } from 'vitest'
import { changesInWords } from '#app/components/rule/change-words.ts'
import { PublishedRules } from '#app/components/rule/published-rules.tsx'
import { RuleSetList } from '#app/components/rule/rule-set-list.tsx'
import { RuleVersionCheck } from '#app/components/rule/rule-version-check.tsx'
import { RuleVersionForm } from '#app/components/rule/rule-version-form.tsx'
import { listedRuleSets, ruleSetView } from '#app/domain/rule-set/view.ts'
import { changesBetween } from '#app/domain/rule-version/rules.ts'
import { numbersOf, publicationRow, ruleVersionContent, versionFrom } from '#app/domain/rule-version/view.ts'
import type { RuleVersionPreview } from '#app/domain/rule-version/view.ts'
import { sayIn } from '#app/i18n/translate.ts'
import { aShippedRuleSet, aVersionAnswer, aVersionForm } from '#tests/factories/rule-version.ts'
import { render, textOf } from '../render.ts'

const row = aShippedRuleSet()
const person = { name: 'Administrator', isDemonstration: true }
const { id, track, version, validFrom } = ruleSetView(row)
const named = { id, track, version, validFrom }
const base = { ruleSet: named, ...numbersOf(row), today: '2026-07-15' }
const over = { forumGapDays: '90', 'SA_END-months': '6' }
const next = versionFrom(row, aVersionAnswer(over))
const changes = changesInWords(changesBetween(numbersOf(row), numbersOf(next)))
const by = {
	...{ hostId: 'host', personId: 'admin', at: new Date('2026-07-15T02:00:00Z') },
	...{ salt: new Uint8Array(32), privateSalt: new Uint8Array(32) },
}
const publication = publicationRow(next.id, aVersionAnswer(over), by)
const preview: Omit<RuleVersionPreview, 'changes'> & { changes: typeof changes } = {
	...{ track, before: named, after: null, today: named, changes },
	plans: [{ id: 'plan', title: { en: 'Plan one', id: 'Rencana satu' }, ruleSet: named }],
	...{ drafts: 1, members: 21, levels: [] },
}

describe.each(['en', 'id'] as const)('in %s', (locale) => {
	const say = sayIn(locale)

	test('the form asks each number in its sentence and starts with what the version has', () => {
		const html = render(<RuleVersionForm base={base} person={person} />, { locale })
		expect(html).toMatch(/name="forumGapDays"[^>]*value="183"|value="183"[^>]*name="forumGapDays"/)
		expect(html).toMatch(/value="80"[^>]*name="coverageMet"|name="coverageMet"[^>]*value="80"/)
		expect(html).toContain('name="SITE_UPDATE_LOCAL-everyMonths"')
		expect(textOf(html)).toContain(
			locale === 'en'
				? 'The forum meets at least every […] days.'
				: 'Forum bertemu sekurang-kurangnya setiap […] hari.',
		)
	})

	test('a form that was not taken keeps what was typed and says of each wrong number what it may be', () => {
		const rejected = {
			reply: {
				status: 'error' as const,
				initialValue: { ...aVersionForm(), forumGapDays: 'often', noteEn: 'My words' },
				error: { forumGapDays: ['rule-version.fault.whole'], siteStaleDays: ['rule-version.fault.order'] },
			},
			reason: null,
		}
		const html = render(<RuleVersionForm base={base} person={person} rejected={rejected} />, { locale })
		expect(html).toContain('value="often"')
		expect(textOf(html)).toContain('My words')
		expect(html).toContain('href="#rule-forumGapDays"')
		expect(textOf(html)).toContain(
			say('rule-version.fault.whole', { from: 1, to: locale === 'en' ? '3,650' : '3.650' }),
		)
	})

	test('a field that was emptied stays empty', () => {
		const { graceDays: _graceDays, ...sent } = aVersionForm()
		const rejected = {
			reply: { status: 'error' as const, initialValue: sent, error: {} },
			reason: 'rule_version_known' as const,
		}
		const html = render(<RuleVersionForm base={base} person={person} rejected={rejected} />, { locale })
		expect(textOf(html)).toContain(say('refusal.rule_version_known'))
		const input = /<input[^>]*name="graceDays"[^>]*>/.exec(html)?.[0] ?? ''
		expect(input).toContain('value=""')
	})

	test('the check shows the sentences of both languages, the plans that keep theirs and that no level changes', () => {
		const shown = aVersionForm({ ...over, sourceUrl: 'https://example.org/keputusan' })
		const facts = { base, person, shown, preview }
		const html = render(<RuleVersionCheck {...facts} />, { locale })
		const text = textOf(html)
		for (const sentence of [
			'The forum meets at least every 183 days.',
			'The forum meets at least every 90 days.',
			'Forum bertemu sekurang-kurangnya setiap 90 hari.',
		])
			expect(text).toContain(sentence)
		expect(text).toContain(say('rule-version.levels.none'))
		expect(html).toContain(`href="/${locale}/plans/plan"`)
		expect(html).toContain(`action="/${locale}/admin/rules/${id}/new/publish"`)
		expect(html.match(/type="hidden" name="forumGapDays" value="90"/g)).toHaveLength(2)
	})

	test('a level that would be another one stands with both reasons', () => {
		const levels = [
			{
				...{ memberId: 'm', memberName: { en: 'Example Regency', id: 'Kabupaten Contoh' } },
				...{ expectation: 'E3_COCREATION' as const, requirement: 'LMR1' as const },
				before: { level: 'MET' as const, reasons: [] },
				after: { level: 'NOT_MET' as const, reasons: ['ANSWERS_LATE'] },
			},
		]
		const facts = { base, person, shown: aVersionForm(over), preview: { ...preview, levels } }
		const text = textOf(render(<RuleVersionCheck {...facts} />, { locale }))
		expect(text).toContain(say('requirement.LMR1'))
		expect(text).toContain(say('expectation-level.NOT_MET'))
		expect(text).toContain(say('requirement-reason.ANSWERS_LATE'))
		expect(text).not.toContain(say('rule-version.levels.none'))
	})

	test('its record says every number as a sentence', () => {
		const content = ruleVersionContent(publication, next)
		const text = textOf(render(<PublishedRules content={content} />, { locale }))
		expect(text).toContain(publication.source)
		expect(text).toContain(locale === 'en' ? 'at least every 90 days' : 'setiap 90 hari')
	})

	test('the list says from when to when each version holds and where it comes from', () => {
		const ruleSets = listedRuleSets([row, next].map(ruleSetView), [publication])
		const html = render(<RuleSetList ruleSets={ruleSets} />, { locale })
		expect(html).toContain(`href="/${locale}/records/${next.id}"`)
		expect(textOf(html)).toContain(locale === 'en' ? 'to 31 December 2026' : 'sampai 31 Desember 2026')
		expect(textOf(html)).toContain(say('rules.origin.product'))
	})
})
