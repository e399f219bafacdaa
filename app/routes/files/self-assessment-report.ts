import { findAssessment } from '#app/domain/self-assessment/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom, versionFrom } from '#app/http/id-from.ts'
import { logWitness } from '#app/http/log-answer.server.ts'
import { reportAnswer, reportFileFrom } from '#app/http/report-answer.server.ts'
import { selfAssessmentDocumentModel } from '#reports/self-assessment/model.ts'

/**
 * Government's self-assessment in OGP's outline, drawn from the published act: `<recordId>.<language>.pdf` or `.docx`.
 * Comments come without an act, so the log does not tell when they change: until it is final, nobody keeps the file.
 */
export const loader = guardedLoader('public', async (visit) => {
	const asked = reportFileFrom(visit.params.file)
	const recordId = idFrom(asked.name)
	const version = versionFrom(visit.url)
	const seen = { isFinal: false }
	const answer = await reportAnswer(visit, asked, async () => {
		const published = await findAssessment(visit.ctx, recordId, version)
		seen.isFinal = published.comments === null
		const model = selfAssessmentDocumentModel(published, await logWitness(visit))
		return {
			drawing: { kind: 'self-assessment', input: { model, locale: asked.locale } },
			fileName: `${recordId}-version-${String(published.version)}`,
		}
	})
	if (!seen.isFinal) answer.headers.set('Cache-Control', 'no-store')
	return answer
})
