import type { ReportAbout } from '#app/domain/report-kind/rules.ts'
import type { ReportModel } from '#app/domain/report/view.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { wordsOf } from '#reports/pdf/block.ts'
import type { Block } from '#reports/pdf/block.ts'
import { reportDocument } from '#reports/plan-report/render.ts'
import type { PlanRecord } from '#app/domain/action-plan/view.ts'
import { aProgressReport } from '#tests/factories/report.ts'
import { aSmallPlanRecord } from '#tests/factories/small-plan.ts'

/** A report of the small plan on 1 August 2026, frozen. */
export function aSmallReport(about: ReportAbout, record: PlanRecord = aSmallPlanRecord()): ReportModel {
	return aProgressReport(record, { about, asOfOn: '2026-08-01' })
}

/** The blocks of a report in a language. */
export function blocksOf(model: ReportModel, locale: Locale = 'en'): readonly Block[] {
	return reportDocument({ model, snapshotId: 'a'.repeat(64), locale }).blocks
}

/** Headings of a level, in their order. */
export function headings(blocks: readonly Block[], level: number): readonly string[] {
	return blocks.flatMap((block) =>
		block.kind === 'heading' && block.level === level ? [wordsOf(block.text)] : [],
	)
}

/** All words of the blocks, one text per line. */
export function saidBy(blocks: readonly Block[]): string {
	const texts: string[] = []
	const walk = (value: unknown): void => {
		if (typeof value === 'string') texts.push(value)
		else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk)
	}
	walk(blocks)
	return texts.join('\n')
}

/** A status report with what is kept for it alone: two quarters before, and the kinds of its records; others as they are. */
export function withHistory(model: ReportModel): ReportModel {
	if (model.kind !== 'status-report') return model
	const ruleSet = { id: 'rules-process', track: 'LOCAL', version: '2020.1-test' } as const
	const levels = model.expectations.map(({ code }) => ({
		code,
		level: 'NOT_RECORDED' as const,
		ruleSet,
		inputs: [],
	}))
	const ids = model.expectations.flatMap(({ records = [] }) => records)
	const kinds = ids.map((id) => [
		id,
		KIND_OF.find(([start]) => id.startsWith(start))?.[1] ?? 'action-plan.published',
	])
	return {
		...model,
		history: ['2026-03-31', '2026-06-30'].map((asOfOn) => ({ asOfOn, levels })),
		recordKinds: Object.fromEntries(kinds),
	}
}

const KIND_OF = [
	['claim', 'progress-update.published'],
	['verification', 'verification.published'],
	['commitment', 'commitment.published'],
] as const
