import { describe, expect, test } from 'vitest'
import type { CommitmentRecord } from '#app/domain/action-plan/view.ts'
import type { CommitmentInPlan } from '#app/domain/commitment/queries.server.ts'
import { commitmentRows } from '#app/domain/divergence/view.ts'
import { layoutCommitmentSheet } from '#reports/commitment-sheet/layout.ts'
import { commitmentSheetModel } from '#reports/commitment-sheet/model.ts'
import { commitmentSheetDocument, renderCommitmentSheet } from '#reports/commitment-sheet/render.ts'
import { wordsIn } from '#reports/document/words.ts'
import {
	aClaim,
	aCommitmentRecord,
	aMember,
	aMilestoneRecord,
	aPlan,
	aPlanRecord,
	aVerification,
} from '#tests/factories/plan-record.ts'
import { headingsOfBlocks } from '#tests/support/headings.ts'

const DAY = '2026-08-01'

/** A commitment of a small plan as its sheet gets it. */
function found(over: Partial<CommitmentRecord> = {}, isDemonstration = false): CommitmentInPlan {
	const plan = aPlan({ member: { ...aMember(), isDemonstration } })
	const record = aPlanRecord({ plan, commitments: [aCommitmentRecord(over)] })
	const [row] = commitmentRows(record, DAY)
	if (!row) throw new Error('a plan with one commitment has one row')
	const { ruleSet, ledgerSize } = record
	return { row, plan, amendments: [], unreadable: [], ruleSet, asOfOn: DAY, record, ledgerSize }
}

const modelOf = (of: CommitmentInPlan) => commitmentSheetModel(of, { origin: 'https://renaksi.example' })
const blocksOf = (of: CommitmentInPlan, locale: 'en' | 'id' = 'en') =>
	layoutCommitmentSheet(modelOf(of), wordsIn(locale))
const saidBy = (of: CommitmentInPlan, locale: 'en' | 'id' = 'en') => JSON.stringify(blocksOf(of, locale))

const full: Partial<CommitmentRecord> = {
	milestones: [
		aMilestoneRecord({
			claims: [aClaim({ level: 'COMPLETE' })],
			verifications: [aVerification({ level: 'LIMITED' })],
		}),
	],
}

describe.each(['en', 'id'] as const)('the sheet of a commitment, in %s', (locale) => {
	test('its chapters go from what was promised to what others found', () => {
		const { say } = wordsIn(locale)
		expect(headingsOfBlocks(blocksOf(found(full), locale))).toEqual(
			['commitment.promised', 'report.sheet.levels', 'report.sheet.found'].map((key) => [1, say(key)]),
		)
	})

	test('a commitment of which nobody said anything says so, judge by judge', () => {
		const said = saidBy(found({ milestones: [] }), locale)
		for (const key of [
			'report.details.no-milestones',
			'report.claim.none',
			'report.verification.none',
			'level.NOT_ASSESSED',
		])
			expect(said).toContain(wordsIn(locale).say(key))
		expect(said).not.toMatch(/undefined|"text":null/)
	})
})

test('claim and finding stand beside each other, and never become one', () => {
	const [judges, milestones] = blocksOf(found(full)).filter((block) => block.kind === 'table')
	expect(judges?.rows[0]?.map(({ mark }) => mark)).toEqual([
		'COMPLETE',
		'LIMITED',
		'NOT_ASSESSED',
		'NOT_ASSESSED',
	])
	expect(milestones?.rows[0]?.slice(2, 4).map(({ mark }) => mark)).toEqual(['COMPLETE', 'LIMITED'])
})

test('it says where the whole record is, on which day and with how large a log', () => {
	const said = saidBy(found())
	expect(said).toContain('https://renaksi.example/en/commitments/')
	const { frame } = commitmentSheetDocument({ model: modelOf(found()), locale: 'en' })
	expect(frame.footer.join(' ')).toContain('As of 1 August 2026')
})

test('what others typed stays text', () => {
	const hostile = '<script>alert(1)</script>'
	const blocks = blocksOf(found({ title: { en: hostile, id: null }, leadInstitution: hostile }))
	expect(blocks[0]).toMatchObject({ title: expect.stringContaining(hostile) })
})

test('a demonstration is marked on the first page and on every other', () => {
	const { blocks, frame } = commitmentSheetDocument({ model: modelOf(found({}, true)), locale: 'en' })
	expect(blocks[0]).toMatchObject({ notice: expect.stringContaining('DEMONSTRATION') })
	expect(frame.header.right).toContain('DEMONSTRATION')
})

test('acts that cannot be read are named before anything else', () => {
	const act = { kind: 'verification.published', recordId: 'v-9', version: 1 } as const
	const unreadable = [{ ...act, commitmentId: 'c', milestoneId: null }]
	const blocks = blocksOf({ ...found(), unreadable })
	expect(headingsOfBlocks(blocks)[0]).toEqual([1, 'Records that differ from what was published'])
	expect(JSON.stringify(blocks)).toContain('record v-9, version 1')
})

test('equal input gives equal bytes, and an ordinary commitment fits two pages', async () => {
	const input = { model: modelOf(found(full)), locale: 'id' } as const
	const first = await renderCommitmentSheet(input)
	expect(Buffer.compare(first, await renderCommitmentSheet(input))).toBe(0)
	const pages = Buffer.from(first)
		.toString('latin1')
		.match(/\/Type \/Page\b/g)
	expect(pages?.length).toBeLessThanOrEqual(2)
})
