import { describe, expect, test } from 'vitest'
import { readSnapshot } from '#app/domain/report/schema.ts'
import { snapshotId } from '#app/domain/report/rules.ts'
import { aProgressReport } from '#tests/factories/report.ts'
import type { FindingThread } from '#app/domain/finding-thread/view.ts'
import { layoutProgressReport } from '#reports/progress-report/layout.ts'
import { progressReport } from '#reports/progress-report/model.ts'
import { wordsIn } from '#reports/document/words.ts'
import { aDecision, aReply, aThread } from '#tests/factories/finding-thread.ts'
import {
	aCommitmentRecord,
	aMilestoneRecord,
	aPlanRecord,
	aVerification,
} from '#tests/factories/plan-record.ts'

function modelWith(thread?: FindingThread) {
	const finding = aVerification(thread ? { thread } : {})
	const commitments = [aCommitmentRecord({ milestones: [aMilestoneRecord({ verifications: [finding] })] })]
	return aProgressReport(aPlanRecord({ commitments }), { asOfOn: '2026-08-01' })
}

function said(thread: FindingThread | undefined, locale: 'en' | 'id'): string {
	const model = modelWith(thread)
	return JSON.stringify(layoutProgressReport(progressReport(model, snapshotId(model)), wordsIn(locale)))
}

describe('the report tells the whole thread', () => {
	test.each([
		['en', 'No reply within 21 days (until 31 July 2026).'],
		['id', 'Tidak ada tanggapan dalam 21 hari (sampai 31 Juli 2026).'],
	] as const)('silence is said as silence: %s', (locale, sentence) => {
		expect(said(aThread(), locale)).toContain(sentence)
	})

	test.each([
		[
			'en',
			[
				'Seven villages publish now.',
				'late: the last day was 31 July 2026',
				'The author withdrew the finding.',
			],
		],
		[
			'id',
			[
				'Kini tujuh desa menerbitkan.',
				'terlambat: hari terakhir 31 Juli 2026',
				'Penulis menarik kembali temuan.',
			],
		],
	] as const)('reply and decision stand with their days, reasons and records: %s', (locale, sentences) => {
		const replies = [aReply({ isLate: true })]
		const text = said(aThread({ replies, decisions: [aDecision({ decision: 'WITHDRAWN' })] }), locale)
		for (const sentence of [...sentences, 'reply-1', 'decision-1']) expect(text).toContain(sentence)
	})

	test('the figures stand with their denominators and definition', () => {
		const text = said(aThread({ replies: [aReply()] }), 'en')
		for (const sentence of ['From finding to fix', '1 of 1 (100%)', '0 of 1 (0%)', 'Nothing resolved yet'])
			expect(text).toContain(sentence)
	})
})

describe('a report that was compiled before there were replies', () => {
	test('says nothing of them, in no language', () => {
		expect(said(undefined, 'en')).not.toMatch(/Reply and decision|From finding to fix/)
		expect(said(undefined, 'id')).not.toMatch(/Tanggapan dan keputusan|Dari temuan hingga/)
	})

	test.each([
		['without a thread', undefined],
		['with silence', aThread()],
		['with a reply and a decision', aThread({ replies: [aReply()], decisions: [aDecision()] })],
	])('is read as it was frozen, like one %s', (_how, thread) => {
		const model = modelWith(thread)
		expect(readSnapshot(JSON.parse(JSON.stringify(model)))).toEqual({ model })
	})
})
