import type { ReportDocument } from '#reports/pdf/document.ts'
import { planDocument } from '#reports/plan-report/document.ts'
import type { ReportInput } from '#reports/plan-report/input.ts'
import { layoutDivergenceReport } from './layout.ts'

/** What the divergence report says, and what each of its pages repeats, whatever it is drawn as. */
export function divergenceReportDocument(input: ReportInput): ReportDocument {
	return planDocument(input, { layout: layoutDivergenceReport, title: 'report.divergence.title' })
}
