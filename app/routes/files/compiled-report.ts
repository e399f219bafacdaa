import { findReport } from '#app/domain/report/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { reportAnswer, reportFileFrom } from '#app/http/report-answer.server.ts'
import { progressReportDocument } from '#reports/progress-report/render.ts'

/**
 * A compiled progress report, drawn anew from its frozen model, without what was withdrawn since:
 * `<recordId>.<language>.pdf` or `.docx`.
 */
export const loader = guardedLoader('public', async ({ ctx, params }) => {
	const asked = reportFileFrom(params.file)
	const { model, drawnHash, planId, asOfOn } = await findReport(ctx, idFrom(asked.name))
	const document = progressReportDocument({ model, snapshotId: drawnHash, locale: asked.locale })
	return reportAnswer(document, asked, `${planId}-progress-report-${asOfOn}`)
})
