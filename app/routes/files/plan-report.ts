import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import { dayIn } from '#app/domain/calendar.ts'
import { snapshotId } from '#app/domain/report/rules.ts'
import { progressReportModel } from '#app/domain/report/view.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { logWitness } from '#app/http/log-answer.server.ts'
import { fileNameFrom, idFrom, localeFrom } from '#app/http/id-from.ts'
import { pdfAnswer } from '#app/http/pdf-answer.server.ts'
import { renderProgressReport } from '#reports/progress-report/render.ts'

/** The progress report of a plan as the public record stands today: `progress-report.<language>.pdf`. */
export const loader = guardedLoader('public', async (visit) => {
	const { ctx, params } = visit
	const [name, language] = fileNameFrom(params.file, '.pdf').split('.')
	const locale = localeFrom(name === 'progress-report' ? language : undefined)
	const record = await findPlanRecord(ctx, idFrom(params.planId))
	const witness = await logWitness(visit)
	const model = progressReportModel(record, {
		asOfOn: dayIn(record.plan.member.timeZone, ctx.now),
		...witness,
	})
	const bytes = await renderProgressReport({ model, snapshotId: snapshotId(model), locale })
	return pdfAnswer(bytes, `${record.plan.id}-progress-report-${model.asOfOn}.${locale}.pdf`)
})
