import { findReport } from '#app/domain/report/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { fileNameFrom, idFrom, localeFrom } from '#app/http/id-from.ts'
import { pdfAnswer } from '#app/http/pdf-answer.server.ts'
import { renderProgressReport } from '#reports/progress-report/render.ts'

/** A compiled progress report, drawn anew from its frozen model, without what was withdrawn since: `<recordId>.<language>.pdf`. */
export const loader = guardedLoader('public', async ({ ctx, params }) => {
	const name = fileNameFrom(params.file, '.pdf')
	const dot = name.lastIndexOf('.')
	const locale = localeFrom(name.slice(dot + 1))
	const report = await findReport(ctx, idFrom(name.slice(0, dot)))
	const bytes = await renderProgressReport({ model: report.model, snapshotId: report.drawnHash, locale })
	return pdfAnswer(bytes, `${report.planId}-progress-report-${report.asOfOn}.${locale}.pdf`)
})
