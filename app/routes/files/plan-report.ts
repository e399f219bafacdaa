import { findReportToday } from '#app/domain/report/queries.server.ts'
import { snapshotId } from '#app/domain/report/rules.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { logWitness } from '#app/http/log-answer.server.ts'
import { reportAnswer, reportFileFrom } from '#app/http/report-answer.server.ts'

/** A report of a plan as the public record stands today: `<name of the report>.<language>.pdf` or `.docx`. */
export const loader = guardedLoader('public', async (visit) => {
	const { ctx, params } = visit
	const asked = reportFileFrom(params.file)
	const planId = idFrom(params.planId)
	return reportAnswer(visit, asked, async () => {
		const model = await findReportToday(ctx, { planId, name: asked.name }, await logWitness(visit))
		return {
			drawing: {
				kind: 'plan-report',
				input: { model, snapshotId: snapshotId(model), locale: asked.locale },
			},
			fileName: `${planId}-${asked.name}-${model.asOfOn}`,
		}
	})
})
