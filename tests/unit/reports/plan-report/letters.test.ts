import { expect, test } from 'vitest'
import { lettersSentence, missingInReport } from '#reports/plan-report/letters.ts'
import { reportDocument } from '#reports/plan-report/render.ts'
import { aSmallPlanRecord } from '#tests/factories/small-plan.ts'
import { aSmallReport } from '../said.ts'

const withTitle = (title: { en: string; id: string }) => {
	const record = aSmallPlanRecord()
	return aSmallReport({ kind: 'progress-report' }, { ...record, plan: { ...record.plan, title } })
}
const documentOf = (title: { en: string; id: string }) =>
	reportDocument({ model: withTitle(title), snapshotId: 'a'.repeat(64), locale: 'en' })

test('letters that no typeface has are named of both languages, each once and in their order', () => {
	expect(missingInReport(withTitle({ en: 'Plan \u{1F3D7}', id: 'Rencana \u13a0 \u{1F3D7}' }))).toEqual([
		'U+13A0',
		'U+1F3D7',
	])
	expect(missingInReport(withTitle({ en: 'Plan', id: 'Rencana' }))).toEqual([])
})

test('a document with all its letters says nothing of them, and another names them', () => {
	expect(lettersSentence(documentOf({ en: 'Plan', id: 'Rencana' }))).toBe(null)
	expect(lettersSentence(documentOf({ en: 'Plan \u13a0', id: 'Rencana' }))).toContain('U+13A0')
})
