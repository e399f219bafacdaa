import { nameOf } from '#reports/document/words.ts'
import type { ReportDocument } from '#reports/pdf/document.ts'
import { planDocument } from '#reports/plan-report/document.ts'
import type { ReportInput } from '#reports/plan-report/input.ts'
import { layoutShadowReport } from './layout.ts'

/** What the shadow report of an organization says, and what each of its pages repeats, whatever it is drawn as. */
export function shadowReportDocument(input: ReportInput): ReportDocument {
	return planDocument(input, {
		layout: layoutShadowReport,
		title: 'report.shadow.title',
		values: ({ model }, words) => ({ by: model.organization ? nameOf(model.organization.name, words) : '' }),
	})
}
