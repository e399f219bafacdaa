import { findReasonedResponse } from '#app/domain/reasoned-response/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { logWitness } from '#app/http/log-answer.server.ts'
import { reportAnswer, reportFileFrom } from '#app/http/report-answer.server.ts'
import { reasonedResponseModel } from '#reports/reasoned-response/model.ts'

/** The answers to a consultation as the public record stands today: `<recordId>.<language>.pdf` or `.docx`. */
export const loader = guardedLoader('public', async (visit) => {
	const asked = reportFileFrom(visit.params.file)
	const recordId = idFrom(asked.name)
	return reportAnswer(visit, asked, async () => {
		const response = await findReasonedResponse(visit.ctx, recordId)
		const model = reasonedResponseModel(response, { origin: visit.url.origin, ...(await logWitness(visit)) })
		return {
			drawing: { kind: 'reasoned-response', input: { model, locale: asked.locale } },
			fileName: `reasoned-response-${recordId}`,
		}
	})
})
