import { expect, test } from 'vitest'
import { wordsIn } from '#reports/document/words.ts'
import { aSmallReport, blocksOf, headings, saidBy } from '../said.ts'

const watch = { id: 'cso-1', name: { en: 'Budget Watch', id: 'Pemantau Anggaran' } }
const forum = { id: 'cso-2', name: { en: 'Village Forum', id: 'Forum Desa' } }
const model = aSmallReport({ kind: 'shadow-report', organization: watch })

test.each(['en', 'id'] as const)('the chapters stand in the order of the report, in %s', (locale) => {
	const { say } = wordsIn(locale)
	expect(headings(blocksOf(model, locale), 1)).toEqual(
		['report.summary', 'report.shadow.details', 'report.shadow.not-looked', 'report.method'].map((key) =>
			say(key),
		),
	)
})

test('it shows every finding of the organization and says how many of all they are', () => {
	const said = saidBy(blocksOf(model))
	expect(said).toContain('3 of 4')
	expect(said).toContain('None: every finding counts as independent.')
	expect(said).toContain('Seven of ten villages publish.')
})

test('findings of others are not in it', () => {
	expect(saidBy(blocksOf(model))).not.toContain('Village Forum')
	const other = saidBy(blocksOf(aSmallReport({ kind: 'shadow-report', organization: forum })))
	expect(other).not.toContain('Budget Watch, 10 July 2026')
	expect(other).toContain('1 finding is shown and not counted as independent.')
})

test('the commitments it says nothing about are named, without a verdict', () => {
	const said = saidBy(blocksOf(model))
	expect(said).toContain('Nothing is said about these, neither good nor bad.')
	expect(said).toContain('Data & <maps> of "public" services')
})
