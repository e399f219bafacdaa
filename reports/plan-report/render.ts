import type { ReportKind } from '#app/domain/report-kind/rules.ts'
import { checkpointReportDocument } from '#reports/checkpoint-report/render.ts'
import { divergenceReportDocument } from '#reports/divergence-report/render.ts'
import { drawDocument } from '#reports/pdf/document.ts'
import type { ReportDocument } from '#reports/pdf/document.ts'
import { progressReportDocument } from '#reports/progress-report/render.ts'
import { shadowReportDocument } from '#reports/shadow-report/render.ts'
import { statusReportDocument } from '#reports/status-report/render.ts'
import type { ReportInput } from './input.ts'

const DOCUMENTS: { readonly [Kind in ReportKind]: (input: ReportInput) => ReportDocument } = {
	'progress-report': progressReportDocument,
	'status-report': statusReportDocument,
	'divergence-report': divergenceReportDocument,
	'checkpoint-report': checkpointReportDocument,
	'shadow-report': shadowReportDocument,
}

/** What a report of a plan says, whatever it is drawn as. */
export function reportDocument(input: ReportInput): ReportDocument {
	return DOCUMENTS[input.model.kind](input)
}

/** Draws a report of a plan. Depends on its input alone: the same input gives the same bytes. */
export async function renderReport(input: ReportInput): Promise<Uint8Array> {
	const { blocks, frame } = reportDocument(input)
	return drawDocument(blocks, frame)
}
