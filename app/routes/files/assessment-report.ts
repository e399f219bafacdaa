import { findPublishedAssessment } from '#app/domain/published-assessment/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom, versionFrom } from '#app/http/id-from.ts'
import { logWitness } from '#app/http/log-answer.server.ts'
import { reportAnswer, reportFileFrom } from '#app/http/report-answer.server.ts'
import { localAssessmentModel } from '#reports/local-assessment/model.ts'
import { localAssessmentDocument } from '#reports/local-assessment/render.ts'

/** A Monitoring Body's assessment in OGP's order, drawn from the published act: `<recordId>.<language>.pdf` or `.docx`. */
export const loader = guardedLoader('public', async (visit) => {
	const asked = reportFileFrom(visit.params.file)
	const recordId = idFrom(asked.name)
	const published = await findPublishedAssessment(visit.ctx, recordId, versionFrom(visit.url))
	const model = localAssessmentModel(published, await logWitness(visit))
	const { version } = published.assessment
	const document = localAssessmentDocument({ model, locale: asked.locale })
	return reportAnswer(document, asked, `${recordId}-version-${String(version)}`)
})
