import type { ReportDocument } from '#reports/pdf/document.ts'
import { planDocument } from '#reports/plan-report/document.ts'
import type { ReportInput } from '#reports/plan-report/input.ts'
import { layoutCheckpointReport } from './layout.ts'

/** What the report of one checkpoint says, and what each of its pages repeats, whatever it is drawn as. */
export function checkpointReportDocument(input: ReportInput): ReportDocument {
	return planDocument(input, {
		layout: layoutCheckpointReport,
		title: 'report.checkpoint.title',
		values: ({ model }) => ({ checkpoint: model.checkpointCode ?? '' }),
	})
}
