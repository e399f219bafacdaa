import { expect, test } from 'vitest'
import { wordsIn } from '#reports/document/words.ts'
import { aCommitmentRecord, aPlanRecord, aVerification } from '#tests/factories/plan-record.ts'
import { aSmallReport, blocksOf, headings, saidBy } from '../said.ts'

const model = aSmallReport({ kind: 'divergence-report' })

test.each(['en', 'id'] as const)('the chapters stand in the order of the report, in %s', (locale) => {
	const { say } = wordsIn(locale)
	expect(headings(blocksOf(model, locale), 1)).toEqual(
		[
			'report.divergences',
			'report.draft-round',
			'report.divergence.institutions',
			'report.divergence.details',
			'report.divergence.unverified',
			'report.method',
		].map((key) => say(key)),
	)
})

test('where a monitor cut a claim down, both texts stand side by side with their day and their author', () => {
	const said = saidBy(blocksOf(model))
	expect(said).toContain('Government claims 1 step more than civil society verified.')
	expect(said).toContain('Seven of ten villages publish.')
	expect(said).toContain('We opened every page and found complete budgets for four of ten villages.')
	expect(said).toContain('Budget Watch, 10 July 2026: Partly confirmed')
})

test('a commitment without a lead is counted, at the end, as one whose lead is not given', () => {
	const led = aCommitmentRecord({ id: 'c1', leadInstitution: 'Zoning Office' })
	const leaderless = aCommitmentRecord({ id: 'c2', leadInstitution: null })
	const report = aSmallReport({ kind: 'divergence-report' }, aPlanRecord({ commitments: [leaderless, led] }))
	const table = blocksOf(report).find((block) => block.kind === 'table' && block.columns.length === 8)
	expect(table?.kind === 'table' && table.rows.map(([name, count]) => [name?.text, count?.text])).toEqual([
		['Zoning Office', '1'],
		['Not given by the source', '1'],
	])
})

test('a claim that nobody independent looked at is listed as such, and not as agreement', () => {
	const blocks = blocksOf(aSmallReport({ kind: 'divergence-report' }, onlyInterested()))
	const said = saidBy(blocks)
	expect(said).toContain('Where nobody has looked, agreement cannot be told from silence.')
})

function onlyInterested() {
	const [first] = aSmallReport({ kind: 'divergence-report' }).record.commitments
	if (!first) throw new Error('the small plan has commitments')
	const interested = aVerification({ independence: 'INTERESTED' })
	const milestones = first.milestones.map((milestone) => ({ ...milestone, verifications: [interested] }))
	return aPlanRecord({ commitments: [{ ...first, milestones }] })
}

test('where government claims nothing, it is not said that others looked at every claim', () => {
	const silent = aPlanRecord({ commitments: [aCommitmentRecord({ id: 'c1' })] })
	const said = saidBy(blocksOf(aSmallReport({ kind: 'divergence-report' }, silent)))
	expect(said).toContain('Government has claimed nothing of any commitment yet')
	expect(said).not.toContain('Every commitment with a claim')
})

test('each milestone of a commitment stands under a heading of its own, and before template 4 under a label', () => {
	const older = { ...model, templateVersion: '3' } as const
	expect(headings(blocksOf(model), 3).length).toBeGreaterThan(0)
	expect(headings(blocksOf(older), 3)).toEqual([])
	expect(saidBy(blocksOf(older))).toContain(wordsIn('en').say('report.milestone.promise'))
})
