import { expect, test } from 'vitest'
import { wordsIn } from '#reports/document/words.ts'
import { aSmallReport, blocksOf, headings, saidBy } from '../said.ts'

const model = aSmallReport({ kind: 'checkpoint-report', checkpointCode: 'B03' })

test.each(['en', 'id'] as const)('the chapters stand in the order of the report, in %s', (locale) => {
	const { say } = wordsIn(locale)
	expect(headings(blocksOf(model, locale), 1)).toEqual(
		['report.summary', 'report.draft-round', 'report.checkpoint.details', 'report.method'].map((key) =>
			say(key),
		),
	)
})

test('only what was reported for the checkpoint is in it: a later claim on the same milestone is not', () => {
	const said = saidBy(blocksOf(model))
	expect(said).toContain('for B03')
	expect(said).not.toContain('for B06')
	expect(said).not.toContain('Two villages have no power.')
})

test('a milestone without a report for it says so', () => {
	expect(saidBy(blocksOf(model))).toContain('Nothing was reported for this checkpoint.')
})

test('the counts name their denominators, and a share of nothing is no zero', () => {
	const later = aSmallReport({ kind: 'checkpoint-report', checkpointCode: 'B12' })
	const fields = blocksOf(later).find((block) => block.kind === 'fields')
	expect(fields?.kind === 'fields' && fields.fields.map(({ contents: [text] }) => text?.text)).toEqual([
		'0 of 4',
		'No figure',
		'No figure',
		'No figure',
		'0 of 4',
	])
})

test('a nil report is counted as a report, and as one that says that nothing happened', () => {
	const blocks = blocksOf(aSmallReport({ kind: 'checkpoint-report', checkpointCode: 'B06' }))
	const fields = blocks.find((block) => block.kind === 'fields')
	expect(fields?.kind === 'fields' && fields.fields[1]?.contents[0]?.text).toMatch(/^1 of [34]$/)
})

test('no share of a target is guessed from words: it is said that none is recorded, and so is a missing next step', () => {
	const said = saidBy(blocksOf(model))
	expect(said).toContain('no share of a target can be worked out')
	expect(said).toContain('Share of the target\ntext\nNot recorded')
	expect(said).toContain('Next step\ntext\nNone given')
	expect(saidBy(blocksOf({ ...model, templateVersion: '3' }))).not.toContain('Share of the target')
})
