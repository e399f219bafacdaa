import { findReasonedResponse } from '#app/domain/reasoned-response/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { logWitness } from '#app/http/log-answer.server.ts'
import { reportAnswer, reportFileFrom } from '#app/http/report-answer.server.ts'
import { reasonedResponseModel } from '#reports/reasoned-response/model.ts'
import { reasonedResponseDocument } from '#reports/reasoned-response/render.ts'

/** The answers to a consultation as the public record stands today: `<recordId>.<language>.pdf` or `.docx`. */
export const loader = guardedLoader('public', async (visit) => {
	const asked = reportFileFrom(visit.params.file)
	const response = await findReasonedResponse(visit.ctx, idFrom(asked.name))
	const model = reasonedResponseModel(response, { origin: visit.url.origin, ...(await logWitness(visit)) })
	const document = reasonedResponseDocument({ model, locale: asked.locale })
	return reportAnswer(document, asked, `reasoned-response-${asked.name}`)
})
