import { findCommitment } from '#app/domain/commitment/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { logWitness } from '#app/http/log-answer.server.ts'
import { reportAnswer, reportFileFrom } from '#app/http/report-answer.server.ts'
import { commitmentSheetModel } from '#reports/commitment-sheet/model.ts'
import { commitmentSheetDocument } from '#reports/commitment-sheet/render.ts'

/** The sheet of one commitment as the public record stands today: `<commitmentId>.<language>.pdf` or `.docx`. */
export const loader = guardedLoader('public', async (visit) => {
	const asked = reportFileFrom(visit.params.file)
	const found = await findCommitment(visit.ctx, idFrom(asked.name))
	const model = commitmentSheetModel(found, { origin: visit.url.origin, ...(await logWitness(visit)) })
	const document = commitmentSheetDocument({ model, locale: asked.locale })
	return reportAnswer(document, asked, `${asked.name}-sheet-${found.asOfOn}`)
})
