import type { ReportDocument } from '#reports/pdf/document.ts'
import { planDocument } from '#reports/plan-report/document.ts'
import type { ReportInput } from '#reports/plan-report/input.ts'
import { layoutProgressReport } from './layout.ts'

/** What the progress report says, and what each of its pages repeats, whatever it is drawn as. */
export function progressReportDocument(input: ReportInput): ReportDocument {
	return planDocument(input, { layout: layoutProgressReport, title: 'report.progress.title' })
}
