import { findAssessment } from '#app/domain/self-assessment/queries.server.ts'
import { apiAnswer } from '#app/http/api-answer.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom, versionFrom } from '#app/http/id-from.ts'

/** One version of a self-assessment, as it was frozen, with the comments that wait for the final one. */
export const loader = guardedLoader('public', async (visit) => {
	const assessment = await findAssessment(visit.ctx, idFrom(visit.params.recordId), versionFrom(visit.url))
	const answer = await apiAnswer(visit, assessment)
	// Comments come without an act, so the log does not tell when they change.
	if (assessment.comments !== null) answer.headers.set('Cache-Control', 'no-store')
	return answer
})
