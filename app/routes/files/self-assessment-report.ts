import { findAssessment } from '#app/domain/self-assessment/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom, versionFrom } from '#app/http/id-from.ts'
import { logWitness } from '#app/http/log-answer.server.ts'
import { reportAnswer, reportFileFrom } from '#app/http/report-answer.server.ts'
import { selfAssessmentDocumentModel } from '#reports/self-assessment/model.ts'
import { selfAssessmentDocument } from '#reports/self-assessment/render.ts'

/**
 * Government's self-assessment in OGP's outline, drawn from the published act: `<recordId>.<language>.pdf` or `.docx`.
 * Comments come without an act, so the log does not tell when they change: until it is final, nobody keeps the file.
 */
export const loader = guardedLoader('public', async (visit) => {
	const asked = reportFileFrom(visit.params.file)
	const recordId = idFrom(asked.name)
	const published = await findAssessment(visit.ctx, recordId, versionFrom(visit.url))
	const model = selfAssessmentDocumentModel(published, await logWitness(visit))
	const document = selfAssessmentDocument({ model, locale: asked.locale })
	const answer = await reportAnswer(document, asked, `${recordId}-version-${String(published.version)}`)
	if (published.comments !== null) answer.headers.set('Cache-Control', 'no-store')
	return answer
})
