import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import { dayIn } from '#app/domain/calendar.ts'
import { snapshotId } from '#app/domain/report/rules.ts'
import { progressReportModel } from '#app/domain/report/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { logWitness } from '#app/http/log-answer.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { reportAnswer, reportFileFrom } from '#app/http/report-answer.server.ts'
import { progressReportDocument } from '#reports/progress-report/render.ts'

/** The progress report of a plan as the public record stands today: `progress-report.<language>.pdf` or `.docx`. */
export const loader = guardedLoader('public', async (visit) => {
	const { ctx, params } = visit
	const asked = reportFileFrom(params.file)
	if (asked.name !== 'progress-report') throw new Refusal('not_found')
	const record = await findPlanRecord(ctx, idFrom(params.planId))
	const witness = await logWitness(visit)
	const model = progressReportModel(record, {
		asOfOn: dayIn(record.plan.member.timeZone, ctx.now),
		...witness,
	})
	const document = progressReportDocument({ model, snapshotId: snapshotId(model), locale: asked.locale })
	return reportAnswer(document, asked, `${record.plan.id}-progress-report-${model.asOfOn}`)
})
