import { expect, test } from 'vitest'
import { snapshotId } from '#app/domain/report/rules.ts'
import { modelWithoutFindings } from '#app/domain/report/view.ts'
import { aProgressReport } from '#tests/factories/report.ts'
import type { ReportModel } from '#app/domain/report/view.ts'
import { layoutProgressReport } from '#reports/progress-report/layout.ts'
import { progressReport } from '#reports/progress-report/model.ts'
import { wordsIn } from '#reports/document/words.ts'
import { aSmallPlanRecord } from '#tests/factories/small-plan.ts'

const record = aSmallPlanRecord()
const model = aProgressReport(record, { asOfOn: '2026-08-01' })
const said = (drawn: ReportModel, locale: 'en' | 'id' = 'en') =>
	JSON.stringify(layoutProgressReport(progressReport(drawn, snapshotId(drawn)), wordsIn(locale)))

test('a report from which nothing was withdrawn says nothing of withdrawals', () => {
	expect(said(model)).not.toMatch(/findings? (was|were) withdrawn/)
	expect(said(model, 'id')).not.toMatch(/temuan ditarik/)
})

test.each([
	['en', 'Since this report was compiled, 2 findings were withdrawn by their authors.'],
	['id', 'Sejak laporan ini disusun, 2 temuan ditarik oleh penulisnya.'],
] as const)(
	'one that was compiled before says how many are missing, and from which snapshot: %s',
	(locale, sentence) => {
		const left = modelWithoutFindings(model, new Set(['verification-1', 'verification-3']), snapshotId(model))
		expect(said(left, locale)).toContain(sentence)
		expect(said(left, locale)).toContain(snapshotId(model))
	},
)

test('one that is compiled after says how many findings are neither shown nor counted', () => {
	const [first, ...others] = record.commitments
	if (!first) throw new Error('the plan has commitments')
	const withdrawal = {
		recordId: 'finding-9',
		version: 2,
		commitmentId: first.id,
		milestoneId: null,
		publishedOn: '2026-07-15',
		ledgerIndex: 50,
	}
	const commitments = [{ ...first, withdrawals: [withdrawal] }, ...others]
	const later = aProgressReport({ ...record, commitments }, { asOfOn: '2026-08-01' })
	expect(said(later)).toContain('1 finding was withdrawn by its author; it is neither shown nor counted.')
})
