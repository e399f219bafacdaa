import { findReport } from '#app/domain/report/queries.server.ts'
import { reportName } from '#app/domain/report-kind/rules.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { reportAnswer, reportFileFrom } from '#app/http/report-answer.server.ts'
import { reportDocument } from '#reports/plan-report/render.ts'

/**
 * A compiled report of a plan, drawn anew from its frozen model, without what was withdrawn since:
 * `<recordId>.<language>.pdf` or `.docx`.
 */
export const loader = guardedLoader('public', async ({ ctx, params }) => {
	const asked = reportFileFrom(params.file)
	const { model, drawnHash, planId, asOfOn } = await findReport(ctx, idFrom(asked.name))
	const document = reportDocument({ model, snapshotId: drawnHash, locale: asked.locale })
	return reportAnswer(document, asked, `${planId}-${reportName(model)}-${asOfOn}`)
})
