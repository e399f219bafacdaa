import { describe, expect, test } from 'vitest'
import { aProgressReport, asFrozenUnder } from '#tests/factories/report.ts'
import { wordsOf } from '#reports/pdf/block.ts'
import type { Block } from '#reports/pdf/block.ts'
import { countShown } from '#reports/plan-report/shown.ts'
import { layoutProgressReport } from '#reports/progress-report/layout.ts'
import { progressReport } from '#reports/progress-report/model.ts'
import { wordsIn } from '#reports/document/words.ts'
import type { AmendmentView } from '#app/domain/amendment/view.ts'
import {
	aClaim,
	aCommitmentRecord,
	aMember,
	aMilestoneRecord,
	aPlan,
	aPlanRecord,
	anOrigin,
} from '#tests/factories/plan-record.ts'
import { aSmallPlanRecord } from '#tests/factories/small-plan.ts'

function layout(
	record = aSmallPlanRecord(),
	locale: 'en' | 'id' = 'en',
	asOfOn = '2026-08-01',
): readonly Block[] {
	return layoutProgressReport(
		progressReport(aProgressReport(record, { asOfOn }), 'a'.repeat(64)),
		wordsIn(locale),
	)
}

/** All words of the blocks, one text per line. */
function saidBy(blocks: readonly Block[]): string {
	const texts: string[] = []
	const walk = (value: unknown): void => {
		if (typeof value === 'string') texts.push(value)
		else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk)
	}
	walk(blocks)
	return texts.join('\n')
}

function headings(blocks: readonly Block[], level: number): readonly string[] {
	return blocks.flatMap((block) =>
		block.kind === 'heading' && block.level === level ? [wordsOf(block.text)] : [],
	)
}

test.each(['en', 'id'] as const)('the chapters stand in the order of the report, in %s', (locale) => {
	const { say } = wordsIn(locale)
	const chapters = [
		'summary',
		'since',
		'draft-round',
		'expectations',
		'requirements',
		'commitments',
		'divergences',
		'overdue',
		'calendar',
		'consultations',
		'amendments',
		'details',
		'method',
	]
	expect(headings(layout(undefined, locale), 1)).toEqual(chapters.map((chapter) => say(`report.${chapter}`)))
})

test('a commitment nobody reported on or assessed says so, with an empty outline and not with a level', () => {
	const table = layout().find((block) => block.kind === 'table' && block.columns.length === 7)
	const row = table?.kind === 'table' ? table.rows[3] : undefined
	expect(row?.[2]).toMatchObject({ text: 'No report', mark: 'NOT_ASSESSED' })
	expect(row?.[3]).toMatchObject({ text: 'Not assessed', mark: 'NOT_ASSESSED' })
	expect(row?.[6]).toMatchObject({ text: 'None' })
})

test('an imported claim names source, day and importer, and is not shown as filed here by that government', () => {
	const said = saidBy(layout())
	expect(said).toContain(
		'Not filed here by that government: imported from Open data of the province, published April 2026, by Site administration',
	)
	expect(said).not.toContain('published here on 20 June 2026, imported')
})

test('a word that is no step of the scale is quoted, never turned into a step', () => {
	expect(saidBy(layout())).toContain('In other words: "In Progress"')
})

test('what is missing is said to be missing', () => {
	const said = saidBy(layout())
	for (const sentence of [
		'Nobody has verified this independently.',
		'No evidence given with this claim.',
		'No evidence given with this verification.',
		'The record gives no milestones for this commitment.',
		'No coding by the IRM is recorded here.',
		'Nil report: government says that nothing happened in this period.',
		'No dates given by the source',
	]) {
		expect(said).toContain(sentence)
	}
})

test('every verification is shown, the interested one with its interest, and the count says so', () => {
	const blocks = layout()
	expect(countShown(blocks)).toBe(4)
	const said = saidBy(blocks)
	expect(said).toContain('Verifications in this report: 4 shown of 4 existing.')
	expect(said).toContain('Interest declared: A member of our board works for the agency.')
})

test('the gap is told in words, with its direction', () => {
	expect(saidBy(layout())).toContain('Government claims 1 step more than')
	expect(saidBy(layout(undefined, 'id'))).toContain('Pemerintah mengklaim 1 tingkat lebih tinggi daripada')
})

test('a share without a denominator is no figure', () => {
	const figures = layout(aPlanRecord()).find((block) => block.kind === 'figures')
	expect(
		figures?.kind === 'figures' && figures.figures.map((figure) => [figure.value, figure.share]),
	).toEqual([
		['No figure', null],
		['0 of 1', '0%'],
		['No figure', null],
	])
})

describe('the cover', () => {
	const cover = (blocks: readonly Block[]) => blocks.find((block) => block.kind === 'cover')
	test('says that a demonstration is one, and that nothing here is an official rating', () => {
		expect(cover(layout())).toMatchObject({
			notice: expect.stringContaining('This is a demonstration.'),
			statement: 'Computed by the system, not an official OGP/IRM rating',
		})
		expect(cover(layout(undefined, 'id'))).toMatchObject({
			notice: expect.stringContaining('Ini demonstrasi.'),
			statement: 'Angka hasil hitungan sistem, bukan penilaian resmi OGP/IRM',
		})
	})
	test('says nothing of a demonstration about a real member', () => {
		const real = aPlanRecord({ plan: aPlan({ member: aMember({ isDemonstration: false }) }) })
		expect(cover(layout(real))).toMatchObject({ notice: null })
	})
})

test('a title that exists in one language only is marked with it in the other report', () => {
	const heading = layout(undefined, 'id').find(
		(block) => block.kind === 'heading' && wordsOf(block.text).startsWith('3. To'),
	)
	expect(heading).toMatchObject({ text: { lang: 'en' } })
})

test('a plan without commitments still gives a report that says so', () => {
	const said = saidBy(layout(aPlanRecord({ commitments: [], checkpoints: [] })))
	expect(said).toContain('No commitment of this plan is recorded here.')
	expect(said).toContain('No reporting periods of this plan are kept here.')
})

test.each([
	['2026-06-30', 'No milestone with an end date is past its last day without a claim that it is complete.'],
	['2026-07-01', '1 milestone is past its last day without a claim that it is complete.'],
])('on %s the list of overdue milestones says: %s', (day, sentence) => {
	expect(saidBy(layout(aPlanRecord(), 'en', day))).toContain(sentence)
})

describe('an amended plan', () => {
	const before = { ...aMilestoneRecord(), endsOn: '2026-06-30' }
	const milestone = aMilestoneRecord({
		endsOn: '2026-12-31',
		origin: anOrigin({ version: 2, publishedOn: '2026-07-10', ledgerIndex: 9 }),
		earlier: [before],
		claims: [
			aClaim({
				level: 'LIMITED',
				nextStep: { en: 'Sign the contract.', id: 'Menandatangani kontrak.' },
				startedOn: '2026-02-14',
				expectedOn: '2026-11-30',
			}),
		],
	})
	const amendment: AmendmentView = {
		recordId: 'amendment-1',
		version: 1,
		reason: { en: 'The tender was repeated.', id: 'Tender diulang.' },
		proposedBy: 'Communications agency',
		agreedBy: 'Forum, meeting of 5 July 2026',
		effectiveOn: '2026-07-11',
		changes: [
			{ recordKind: 'milestone', recordId: milestone.id, version: 2, operation: 'CHANGE', successors: [] },
		],
		organizationName: { en: 'Secretariat', id: 'Sekretariat' },
		publishedOn: '2026-07-10',
		ledgerIndex: 9,
	}
	const record = aPlanRecord({
		commitments: [aCommitmentRecord({ milestones: [milestone] })],
		amendments: [amendment],
	})

	test.each([
		[
			'en',
			[
				'Text changed',
				'The tender was repeated.',
				'Communications agency',
				'Forum, meeting of 5 July 2026',
				'11 July 2026',
				'Last day: 30 June 2026 before, 31 December 2026 now',
				'Late re-dating: the end was moved after it had already passed.',
				'Sign the contract.',
				'Work began: 14 February 2026',
				'Now expected to end: 30 November 2026',
			],
		],
		[
			'id',
			[
				'Tender diulang.',
				'11 Juli 2026',
				'Hari terakhir: semula 30 Juni 2026, kini 31 Desember 2026',
				'Menandatangani kontrak.',
				'14 Februari 2026',
			],
		],
	] as const)(
		'says what was changed, why, who agreed, from when, both dates, and what is said of days: %s',
		(locale, words) => {
			const said = saidBy(layout(record, locale))
			for (const word of words) expect(said).toContain(word)
		},
	)

	test('shows the dates first planned above those in force, with how it stands to each', () => {
		const field = (label: string) =>
			layout(record)
				.flatMap((block) => (block.kind === 'fields' ? block.fields : []))
				.find((one) => one.label === label)
		expect(field('First planned')?.contents).toMatchObject([
			{ text: expect.stringMatching(/to 30 June 2026 \(Overdue\)$/) },
		])
		expect(field('Planned')?.contents).toMatchObject([
			{ text: expect.stringMatching(/to 31 December 2026 \((?!Overdue)/) },
		])
	})

	test('a report frozen under the first template says nothing of it', () => {
		const model = asFrozenUnder('1', aProgressReport(record, { asOfOn: '2026-08-01' }))
		const said = saidBy(layoutProgressReport(progressReport(model, 'a'.repeat(64)), wordsIn('en')))
		for (const word of ['The tender was repeated.', 'Sign the contract.', 'First planned'])
			expect(said).not.toContain(word)
	})
})

test('a plan that nobody amended says so', () => {
	expect(saidBy(layout())).toContain('The plan has not been amended since it was published.')
})
