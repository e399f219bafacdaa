import { findPublishedAssessment } from '#app/domain/published-assessment/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom, versionFrom } from '#app/http/id-from.ts'
import { logWitness } from '#app/http/log-answer.server.ts'
import { reportAnswer, reportFileFrom } from '#app/http/report-answer.server.ts'
import { localAssessmentModel } from '#reports/local-assessment/model.ts'

/** A Monitoring Body's assessment in OGP's order, drawn from the published act: `<recordId>.<language>.pdf` or `.docx`. */
export const loader = guardedLoader('public', async (visit) => {
	const asked = reportFileFrom(visit.params.file)
	const recordId = idFrom(asked.name)
	const version = versionFrom(visit.url)
	return reportAnswer(visit, asked, async () => {
		const published = await findPublishedAssessment(visit.ctx, recordId, version)
		const model = localAssessmentModel(published, await logWitness(visit))
		return {
			drawing: { kind: 'local-assessment', input: { model, locale: asked.locale } },
			fileName: `${recordId}-version-${String(published.assessment.version)}`,
		}
	})
})
