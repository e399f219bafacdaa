import type { ReportDocument } from '#reports/pdf/document.ts'
import { planDocument } from '#reports/plan-report/document.ts'
import type { ReportInput } from '#reports/plan-report/input.ts'
import { layoutStatusReport } from './layout.ts'

/** What the report on the five expectations says, and what each of its pages repeats, whatever it is drawn as. */
export function statusReportDocument(input: ReportInput): ReportDocument {
	return planDocument(input, { layout: layoutStatusReport, title: 'report.status.title' })
}
