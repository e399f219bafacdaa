import { findCommitment } from '#app/domain/commitment/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { logWitness } from '#app/http/log-answer.server.ts'
import { reportAnswer, reportFileFrom } from '#app/http/report-answer.server.ts'
import { commitmentSheetModel } from '#reports/commitment-sheet/model.ts'

/** The sheet of one commitment as the public record stands today: `<commitmentId>.<language>.pdf` or `.docx`. */
export const loader = guardedLoader('public', async (visit) => {
	const asked = reportFileFrom(visit.params.file)
	const commitmentId = idFrom(asked.name)
	return reportAnswer(visit, asked, async () => {
		const found = await findCommitment(visit.ctx, commitmentId)
		const model = commitmentSheetModel(found, { origin: visit.url.origin, ...(await logWitness(visit)) })
		return {
			drawing: { kind: 'commitment-sheet', input: { model, locale: asked.locale } },
			fileName: `${commitmentId}-sheet-${found.asOfOn}`,
		}
	})
})
