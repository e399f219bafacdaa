import { findPublishedAssessment } from '#app/domain/published-assessment/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { fileNameFrom, idFrom, localeFrom, versionFrom } from '#app/http/id-from.ts'
import { logWitness } from '#app/http/log-answer.server.ts'
import { pdfAnswer } from '#app/http/pdf-answer.server.ts'
import { localAssessmentModel } from '#reports/local-assessment/model.ts'
import { renderLocalAssessment } from '#reports/local-assessment/render.ts'

/** A Monitoring Body's assessment in OGP's order, drawn from the published act: `<recordId>.<language>.pdf`. */
export const loader = guardedLoader('public', async (visit) => {
	const name = fileNameFrom(visit.params.file, '.pdf')
	const dot = name.lastIndexOf('.')
	const locale = localeFrom(name.slice(dot + 1))
	const recordId = idFrom(name.slice(0, dot))
	const published = await findPublishedAssessment(visit.ctx, recordId, versionFrom(visit.url))
	const model = localAssessmentModel(published, await logWitness(visit))
	const { version } = published.assessment
	const bytes = await renderLocalAssessment({ model, locale })
	return pdfAnswer(bytes, `${recordId}-version-${String(version)}.${locale}.pdf`)
})
